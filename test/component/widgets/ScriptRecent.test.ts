import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import ScriptRecent from '../../../renderer/src/widgets/ScriptRecent.svelte';
import { freshHost } from '../../fakes/machine';
import { WIN10, WIN7 } from '../../fakes/script';
import { guideOn } from '../guide-on';

describe('ScriptRecent', () => {
  it('folds the list once a script is chosen, and keeps its name', async () => {
    const { guide } = await guideOn(freshHost);
    const props = { scripts: guide.scripts, recent: [WIN10, WIN7], isFolded: true };
    const { container } = render(ScriptRecent, props);
    expect(container.querySelector('details')).not.toHaveAttribute('open');
    expect(screen.getByRole('list', { name: 'Chosen before', hidden: true })).toBeInTheDocument();
  });
});
