import { render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { describe, expect, it } from 'vitest';
import FigureFrame from '../../../renderer/src/widgets/FigureFrame.svelte';

const text = (words: string) => createRawSnippet(() => ({ render: () => `<p>${words}</p>` }));

describe('FigureFrame', () => {
  it('is a figure with a title, and says what there is to see', () => {
    render(FigureFrame, {
      title: 'A hole',
      see: 'B gives its page back.',
      stage: text('picture'),
      controls: text('buttons'),
      readout: text('numbers'),
    });
    const figure = screen.getByRole('figure', { name: 'A hole' });
    expect(figure).toHaveAccessibleDescription(/^What to see:\s+B gives its page back\.$/);
    expect(figure).toHaveTextContent(/buttons.*picture.*numbers/s);
  });
});
