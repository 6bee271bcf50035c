import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import Review from '../../../renderer/src/guide/Review.svelte';
import { language } from '../../../renderer/src/state/language.svelte';
import { freshHost } from '../../fakes/machine';
import { PATCH, scriptReading, WIN10 } from '../../fakes/script';
import { guideOn, PLAN_ID, previewOn } from '../guide-on';

describe('Review', () => {
  it('tells every step in order: what, why, what it replaces, how to undo it', async () => {
    const { guide } = await guideOn(freshHost, { previewPlan: previewOn(freshHost) });
    render(Review, { guide });
    const list = await screen.findByRole('list', { name: 'Step by step' });
    const steps = within(list).getAllByRole('listitem');
    expect(steps).toHaveLength(7);
    expect(steps[0]).toHaveTextContent('Create the group kvm already so');
    expect(steps[1]).toHaveTextContent(
      /Add user to the group kvm will be done QEMU runs as you\..*sudo usermod -aG kvm user/,
    );
    expect(steps[3]).toHaveTextContent(/Grow the pool from 0 to 2,050 pages .* The pool goes back to 0 pages/);
  });

  it('tells the rest of the how-to around it: what has been done already, and what is left', async () => {
    const { guide } = await guideOn(freshHost, { previewPlan: previewOn(freshHost) });
    render(Review, { guide });
    const done = within(await screen.findByRole('list', { name: 'Already done for you' })).getAllByRole('listitem');
    expect(done).toHaveLength(4);
    expect(done[3]).toHaveTextContent('2,050 pages for this VM. By hand 4 GiB ÷ 2 MiB = 2,048, taken as 2,050');
    const left = within(screen.getByRole('list', { name: 'Left for you' })).getAllByRole('listitem');
    expect(left).toHaveLength(2);
    expect(left[0]).toHaveTextContent('-mem-path /dev/hugepages');
    expect(left[1]).toHaveTextContent('Total − Free + Rsvd');
  });

  it('shows the pool before and after, and what the host keeps', async () => {
    const { guide } = await guideOn(freshHost, { previewPlan: previewOn(freshHost) });
    render(Review, { guide });
    const after = (await screen.findByText('Afterwards')).parentElement;
    expect(after).toHaveTextContent('2,050 4 GiB');
    expect(screen.getByText('at least 1.94 GiB are kept')).toBeInTheDocument();
  });

  it('shows the exact text that will run as root, reachable by keyboard, and copies it by the plan’s id', async () => {
    const { guide, calls } = await guideOn(freshHost, { previewPlan: previewOn(freshHost), copy: () => undefined });
    render(Review, { guide });
    const text = await screen.findByRole('region', { name: 'The exact text that runs as root' });
    expect(text.textContent).toBe('set -u\numask 022\n');
    expect(text).toHaveAttribute('tabindex', '0');
    await userEvent.click(screen.getByRole('button', { name: 'Copy the text' }));
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeInTheDocument();
    expect(calls.at(-1)).toEqual(['copy', { plan: PLAN_ID, part: 'root-text' }]);
  });

  it('says how serious each note is', async () => {
    const { guide } = await guideOn(freshHost, { previewPlan: previewOn(freshHost) });
    render(Review, { guide });
    expect((await screen.findAllByText('good to know')).length).toBeGreaterThan(0);
  });

  it('shows the patch of a script that is in the plan, and leaves the start to nobody', async () => {
    const withScript = previewOn(freshHost, PATCH.edit);
    const { guide } = await guideOn(freshHost, {
      previewPlan: withScript,
      readRecentScripts: () => [],
      readScript: () => scriptReading({ access: { kind: 'by-plan' } }),
    });
    await guide.scripts.pick(WIN10);
    guide.planScript();
    render(Review, { guide });
    expect(
      await screen.findByRole('heading', { name: /^Patch the start script \/home\/maria\/vm\/win10\.sh/ }),
    ).toBeInTheDocument();
    expect(within(screen.getByRole('list', { name: 'Left for you' })).getAllByRole('listitem')).toHaveLength(1);
  });

  it('lists every refusal instead of a plan', async () => {
    const { guide } = await guideOn(freshHost, { previewPlan: previewOn(freshHost) });
    guide.sizing.typeGuest('64G');
    render(Review, { guide });
    expect(await screen.findByText('This cannot be planned as it is')).toBeInTheDocument();
    expect(screen.getByText(/The VM would have 64 GiB/)).toBeInTheDocument();
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
  });

  it('speaks Chinese', async () => {
    language.wish = 'zh-CN';
    const { guide } = await guideOn(freshHost, { previewPlan: previewOn(freshHost) });
    render(Review, { guide });
    expect(await screen.findByRole('region', { name: '以 root 身份运行的完整脚本' })).toBeInTheDocument();
    expect(screen.getByText('只运行这 2 行，没有别的。')).toBeInTheDocument();
  });
});
