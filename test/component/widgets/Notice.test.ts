import { render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { describe, expect, it } from 'vitest';
import Notice from '../../../renderer/src/widgets/Notice.svelte';

describe('Notice', () => {
  it('says its title, with or without more to say', () => {
    const { unmount } = render(Notice, { light: 'hint', title: 'Only this' });
    expect(screen.getByText('Only this')).toBeInTheDocument();
    unmount();
    const children = createRawSnippet(() => ({ render: () => '<p>and more</p>' }));
    render(Notice, { light: 'problem', title: 'This', children });
    expect(screen.getByText('and more')).toBeInTheDocument();
  });
});
