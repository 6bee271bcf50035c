import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import '../../../common/text/history-texts';
import type { HostSnapshot } from '../../../common/snapshot';
import type { PreparedUndo } from '../../../common/undo/prepare-undo';
import UndoPlanView from '../../../renderer/src/history/UndoPlanView.svelte';
import { AS_IT_WAS, KEPT, OWN_SCRIPT, preparedUndo } from '../../fakes/history';
import { freshHost } from '../../fakes/machine';
import { PLAN_ID } from '../../fakes/plan';
import { guideOn } from '../guide-on';

async function show(undo: PreparedUndo, host: HostSnapshot = freshHost) {
  const { guide, calls } = await guideOn(host, { copy: () => undefined });
  render(UndoPlanView, { guide, undo });
  return calls;
}

describe('UndoPlanView', () => {
  it('shows every step, the exact text for root, and what the password dialog will show', async () => {
    const undo = preparedUndo();
    await show(undo);
    expect(within(screen.getByRole('list', { name: 'Step by step' })).getAllByRole('listitem')).toHaveLength(7);
    expect(screen.getByRole('region', { name: 'The exact text that runs as root' }).textContent).toBe(undo.rootText);
    expect(screen.getByText(/^One password, once/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Undo it now' })).toBeInTheDocument();
  });

  it('copies the text by the undo’s id', async () => {
    const calls = await show(preparedUndo());
    await userEvent.click(screen.getByRole('button', { name: 'Copy the text' }));
    expect(calls.at(-1)).toEqual(['copy', { plan: PLAN_ID, part: 'root-text' }]);
  });

  it('announces no password to root', async () => {
    await show(preparedUndo(), { ...freshHost, user: { ...freshHost.user, uid: 0, isRoot: true } });
    expect(screen.queryByText(/^One password, once/)).not.toBeInTheDocument();
  });

  it('names the scripts of one’s own, which need no password', async () => {
    await show({ id: PLAN_ID, plan: null, rootText: '', scripts: [OWN_SCRIPT] });
    expect(within(screen.getByRole('list', { name: 'Your own start scripts' })).getByText(/win10\.sh/)).toBeVisible();
    expect(screen.queryByText(/^One password, once/)).not.toBeInTheDocument();
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Undo it now' })).toBeInTheDocument();
  });

  it.each([
    ['as it was already', AS_IT_WAS, /^Everything is as it was already/],
    ['changed by somebody since', KEPT, /^What is left of it, somebody has changed since/],
  ])('asks for no password where all that is left is %s', async (_words, facts, sentence) => {
    await show(preparedUndo(facts));
    expect(screen.getByText(sentence)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Undo it now' })).not.toBeInTheDocument();
  });
});
