import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import SizingChoices from '../../../renderer/src/widgets/SizingChoices.svelte';
import { language } from '../../../renderer/src/state/language.svelte';
import { freshHost } from '../../fakes/machine';
import { guideOn } from '../guide-on';

describe('SizingChoices', () => {
  it('shows the pages and the cost of each rule before it is chosen', async () => {
    const { guide } = await guideOn(freshHost);
    guide.sizing.typeGuest('1G');
    render(SizingChoices, { sizing: guide.sizing, error: null });
    expect(screen.getByRole('radio', { name: /^Exact .* 512 pages 1 GiB$/ })).toBeInTheDocument();
    expect(
      screen.getByRole('radio', { name: /^A little above .* 520 pages .*16 MiB more than the VM$/ }),
    ).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: /^Double the VM .* 1,024 pages 2 GiB, 1 GiB more/ }));
    expect(guide.sizing.choice).toEqual({ kind: 'double' });
  });

  it('shows no numbers while the VM’s memory is no size', async () => {
    const { guide } = await guideOn(freshHost);
    guide.sizing.typeGuest('四');
    render(SizingChoices, { sizing: guide.sizing, error: null });
    expect(screen.queryByText(/\d pages$/)).not.toBeInTheDocument();
  });

  it('speaks Chinese', async () => {
    language.wish = 'zh-CN';
    const { guide } = await guideOn(freshHost);
    render(SizingChoices, { sizing: guide.sizing, error: null });
    expect(screen.getByRole('radio', { name: /^略有富余 .* 2,050 页 4 GiB，比虚拟机多 4 MiB$/ })).toBeChecked();
  });
});
