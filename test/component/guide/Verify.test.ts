import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import Verify from '../../../renderer/src/guide/Verify.svelte';
import { language } from '../../../renderer/src/state/language.svelte';
import { freshHost, howToHost, win7, win7Verdict } from '../../fakes/machine';
import { guideOn, readingOf } from '../guide-on';

const WITH_VM = { readHost: () => readingOf(howToHost, [win7], [win7Verdict]) };

describe('Verify', () => {
  it('reads the how-to’s own example as exactly 1 GiB', async () => {
    const { guide } = await guideOn(howToHost, WITH_VM);
    render(Verify, { guide });
    expect(screen.getByText('508 in use + 4 promised = 512 pages = 1 GiB')).toBeInTheDocument();
    expect(screen.getByText('Win7, process 4711')).toBeInTheDocument();
  });

  it('shows the pool with the kernel’s names and a meter', async () => {
    const { guide } = await guideOn(howToHost, WITH_VM);
    render(Verify, { guide });
    const meter = screen.getByRole('meter', { name: 'Pool of 2 MiB pages' });
    expect(meter).toHaveAttribute('aria-valuenow', '512');
    expect(meter).toHaveAttribute('aria-valuemax', '2050');
    expect(meter).toHaveAttribute('aria-valuetext', '512 of 2,050 pages in use or promised');
    expect(screen.getByText('HugePages_Rsvd').closest('div')).toHaveTextContent('promised, not yet taken 4');
    expect(screen.getByText('508 in use + 4 promised + 1,538 free for others')).toBeInTheDocument();
  });

  it('shows the line to copy even to somebody who comes straight here, and copies it', async () => {
    const { guide, calls } = await guideOn(howToHost, { ...WITH_VM, copy: () => undefined });
    render(Verify, { guide });
    expect(await screen.findByText('-mem-path /dev/hugepages', { selector: 'code' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Copy the option' }));
    expect(calls.find(([name]) => name === 'copy')).toEqual(['copy', { part: 'start-option', pageKiB: 2_048 }]);
  });

  it('leads to the start script, where the program adds the line', async () => {
    const { guide } = await guideOn(howToHost, WITH_VM);
    render(Verify, { guide });
    await userEvent.click(screen.getByRole('button', { name: 'Go to Start script' }));
    expect(guide.step).toBe('script');
  });

  it('shows the line also where the default request is refused, and for the page size that was chosen', async () => {
    const memory = { ...freshHost.memory, totalKiB: 1_048_576 };
    const { guide } = await guideOn({ ...freshHost, memory });
    render(Verify, { guide });
    expect(guide.sizing.plan?.kind).toBe('refused');
    expect(screen.getByText('-mem-path /dev/hugepages', { selector: 'code' })).toBeInTheDocument();
    guide.sizing.chosenPageKiB = 1_048_576;
    expect(await screen.findByText('-mem-path /dev/hugepages1G', { selector: 'code' })).toBeInTheDocument();
  });

  it('shows no line where the kernel has no such pages', async () => {
    const { guide } = await guideOn({ ...freshHost, pools: [] });
    render(Verify, { guide });
    expect(screen.queryByRole('button', { name: 'Copy the option' })).not.toBeInTheDocument();
  });

  it('waits for a VM and notices one that appears', async () => {
    let isRunning = false;
    const { guide } = await guideOn(howToHost, {
      readHost: () => (isRunning ? readingOf(howToHost, [win7], [win7Verdict]) : readingOf(howToHost)),
    });
    render(Verify, { guide });
    expect(screen.getByText(/^Waiting for a VM/)).toBeInTheDocument();
    isRunning = true;
    expect(await screen.findByText('1 QEMU process is running.')).toBeInTheDocument();
  });

  it('says what to do for a VM that has no huge pages', async () => {
    const verdict = { ...win7Verdict, kind: 'none', inUsePages: 0, promisedPages: 0, reason: 'no-option' } as const;
    const { guide } = await guideOn(howToHost, { readHost: () => readingOf(howToHost, [win7], [verdict]) });
    render(Verify, { guide });
    expect(screen.getByRole('heading', { name: /Win7/ })).toBeInTheDocument();
    expect(screen.getByText(/add -mem-path/)).toBeInTheDocument();
  });

  it('speaks Chinese', async () => {
    language.wish = 'zh-CN';
    const { guide } = await guideOn(howToHost, WITH_VM);
    render(Verify, { guide });
    expect(screen.getByText('已使用 508 页 + 已预留 4 页 = 512 页 = 1 GiB')).toBeInTheDocument();
    expect(screen.getByRole('meter', { name: '2 MiB 大页池' })).toBeInTheDocument();
  });
});
