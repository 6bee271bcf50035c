import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { HostSnapshot } from '../../../common/snapshot';
import Check from '../../../renderer/src/guide/Check.svelte';
import { language } from '../../../renderer/src/state/language.svelte';
import { freshHost } from '../../fakes/machine';
import { guideOn, readingOf } from '../guide-on';

const NO_KERNEL: HostSnapshot = { ...freshHost, pools: [], system: { ...freshHost.system, hasHugetlbfs: false } };

describe('Check', () => {
  it('lists problems first, then what needs attention, then the rest', async () => {
    const { guide } = await guideOn(NO_KERNEL);
    render(Check, { guide });
    const names = screen.getAllByRole('region').map((region) => region.getAttribute('aria-label') ?? '');
    expect(names[0]).toMatch(/problem/);
    expect(names[1]).toMatch(/attention/);
    expect(names.at(-1)).toMatch(/all right/);
    expect(screen.getByRole('status')).toHaveTextContent(names.join(' · '));
  });

  it('says the light of each finding in a word, beside its sentence', async () => {
    const { guide } = await guideOn(freshHost);
    render(Check, { guide });
    const heading = screen.getByRole('heading', { name: 'Membership needs attention' });
    expect(heading.parentElement).toHaveTextContent('user is not in the group kvm.');
  });

  it('shows the pools of two page sizes one beside the other', async () => {
    const pools = freshHost.pools.map((pool) => ({ ...pool, persistentPages: 4, totalPages: 4, freePages: 4 }));
    const host: HostSnapshot = { ...freshHost, pools };
    expect(pools.map(({ pageKiB }) => pageKiB)).toEqual([2_048, 1_048_576]);
    const { guide } = await guideOn(host);
    render(Check, { guide });
    for (const folder of ['hugepages-2048kB', 'hugepages-1048576kB']) {
      expect(screen.getByText(`/sys/kernel/mm/hugepages/${folder}/nr_hugepages`)).toBeInTheDocument();
    }
  });

  it('shows file and value on demand', async () => {
    const { guide } = await guideOn(freshHost);
    render(Check, { guide });
    const pool = screen.getByRole('heading', { name: /^Pool needs/ }).parentElement;
    if (pool === null) throw new Error('a heading stands in its row');
    await userEvent.click(within(pool).getByText('Where this was read'));
    expect(within(pool).getByText('/sys/kernel/mm/hugepages/hugepages-2048kB/nr_hugepages')).toBeVisible();
  });

  it('looks again at the press of a button, and says that it has', async () => {
    let host = NO_KERNEL;
    const { guide } = await guideOn(NO_KERNEL, { readHost: () => readingOf(host) });
    render(Check, { guide });
    host = freshHost;
    await userEvent.click(screen.getByRole('button', { name: 'Look again' }));
    expect(screen.getByRole('status')).toHaveTextContent(/^Read again: 5 need attention/);
    expect(screen.queryByRole('region', { name: /problem/ })).not.toBeInTheDocument();
  });

  it('speaks Chinese', async () => {
    language.wish = 'zh-CN';
    const { guide } = await guideOn(freshHost);
    render(Check, { guide });
    expect(screen.getByRole('button', { name: '重新检查' })).toBeInTheDocument();
    expect(screen.getByRole('region', { name: '5 项需要注意' })).toBeInTheDocument();
  });
});
