import { render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { describe, expect, it } from 'vitest';
import Screen from '../../../renderer/src/widgets/Screen.svelte';

describe('Screen', () => {
  it('puts the focus on its heading, so that reading starts there', () => {
    const children = createRawSnippet(() => ({ render: () => '<p>content</p>' }));
    render(Screen, { title: 'A screen', lead: 'What it is for', children });
    expect(screen.getByRole('heading', { level: 1, name: 'A screen' })).toHaveFocus();
    expect(screen.getByText('content')).toBeInTheDocument();
  });
});
