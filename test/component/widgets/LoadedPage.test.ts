import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import LoadedPage from '../../../renderer/src/widgets/LoadedPage.svelte';
import Welcome from '../../../renderer/src/guide/Welcome.svelte';
import { freshHost } from '../../fakes/machine';
import { guideOn } from '../guide-on';

describe('LoadedPage', () => {
  it('says that it is opening until the page is there', async () => {
    const { guide } = await guideOn(freshHost);
    render(LoadedPage, { guide, load: () => Promise.resolve({ default: Welcome }) });
    expect(screen.getByRole('status')).toHaveTextContent('Opening…');
    expect(await screen.findByRole('heading', { level: 1 })).toHaveFocus();
  });

  it('says what to do when the page cannot be read, and tries again', async () => {
    const { guide } = await guideOn(freshHost);
    let isThere = false;
    const load = () => (isThere ? Promise.resolve({ default: Welcome }) : Promise.reject(new Error('no such file')));
    render(LoadedPage, { guide, load });
    expect(await screen.findByRole('alert')).toHaveTextContent('This part of the window could not be opened');
    isThere = true;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { level: 1 })).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});
