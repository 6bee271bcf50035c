import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ScriptEvent } from '../../../renderer/src/state/scripts.svelte';
import ScriptEventNotice from '../../../renderer/src/widgets/ScriptEventNotice.svelte';
import { freshHost } from '../../fakes/machine';
import { CONFLICT, FAULTS, PATCH } from '../../fakes/script';
import { guideOn } from '../guide-on';

async function show(event: ScriptEvent): Promise<Element> {
  const { guide } = await guideOn(freshHost);
  return render(ScriptEventNotice, { guide, event }).container;
}

describe('ScriptEventNotice', () => {
  it.each<[string, RegExp, ScriptEvent]>([
    ['ok', /^Done: the script is patched/, { act: 'patch', outcome: { kind: 'patched' }, patch: PATCH }],
    ['hint', /^There was nothing to change/, { act: 'patch', outcome: { kind: 'nothing-to-do' }, patch: PATCH }],
    [
      'problem',
      /edited after it had been shown\. Nothing was changed/,
      { act: 'patch', outcome: { kind: 'refused', fault: FAULTS.changed }, patch: PATCH },
    ],
    ['ok', /as it was before, byte for byte/, { act: 'revert', outcome: { kind: 'reverted', how: 'whole' } }],
    ['ok', /only the patch was removed/, { act: 'revert', outcome: { kind: 'reverted', how: 'lifted' } }],
    ['hint', /^There is no patch/, { act: 'revert', outcome: { kind: 'not-patched' } }],
    ['warning', /you have to decide/, { act: 'revert', outcome: { kind: 'conflict', parts: CONFLICT } }],
    ['problem', /not there any more/, { act: 'revert', outcome: { kind: 'refused', fault: FAULTS.missing } }],
  ])('tells with a light (%s) what a click came to: %s', async (light, title, event) => {
    const container = await show(event);
    expect(screen.getByText(title)).toBeInTheDocument();
    expect(container.querySelector('.notice')).toHaveClass(light);
  });

  it('shows on demand what was changed', async () => {
    const container = await show({ act: 'patch', outcome: { kind: 'patched' }, patch: PATCH });
    expect(container.querySelector('details')).not.toHaveAttribute('open');
    await userEvent.click(screen.getByText('What was changed'));
    expect(container.querySelector('ins')).toHaveTextContent('-mem-path');
  });

  it('shows a conflict place by place', async () => {
    await show({ act: 'revert', outcome: { kind: 'conflict', parts: CONFLICT } });
    expect(screen.getAllByRole('region').map((region) => region.textContent.trim().slice(0, 7))).toEqual([
      'Line 6 ',
      'Line 12',
    ]);
    expect(screen.getByText(/open the script in an editor/)).toBeInTheDocument();
  });

  it('gives the words to add where the patched text did not pass its checks', async () => {
    await show({ act: 'patch', outcome: { kind: 'refused', fault: FAULTS['result-refused'] }, patch: PATCH });
    expect(screen.getByText('-mem-path /dev/hugepages', { selector: 'code' })).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
