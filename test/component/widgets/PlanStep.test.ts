import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import PlanStep from '../../../renderer/src/widgets/PlanStep.svelte';
import { language } from '../../../renderer/src/state/language.svelte';

const GROUP = { kind: 'group', state: 'todo', group: 'kvm', how: 'create' } as const;

describe('PlanStep', () => {
  it('says what, why, by which command by hand, and how to undo it', () => {
    render(PlanStep, { step: GROUP });
    expect(screen.getByRole('heading', { name: 'Create the group kvm will be done' })).toBeInTheDocument();
    expect(screen.getByText(/^Whoever is in this group/)).toBeInTheDocument();
    const [byHand, undo] = screen.getAllByRole('definition');
    expect(byHand).toHaveTextContent(/^getent group kvm \|\| sudo groupadd kvm\s+Why so\?$/);
    expect(undo).toHaveTextContent('The group is removed again, if it was created here.');
  });

  it('answers why the command is as it is', async () => {
    render(PlanStep, { step: GROUP });
    await userEvent.click(screen.getByRole('button', { name: /^Why so/ }));
    const dialog = screen.getByRole('dialog', { name: 'Why ask for the group before adding it?' });
    expect(dialog).toHaveTextContent('getent group kvm || sudo groupadd kvm');
  });

  it('offers no undo for what is not done', () => {
    render(PlanStep, { step: { ...GROUP, state: 'already' } });
    expect(screen.getByRole('heading', { name: 'Create the group kvm already so' })).toBeInTheDocument();
    expect(screen.queryByRole('definition')).not.toBeInTheDocument();
  });

  it('shows no command where the how-to has none', () => {
    render(PlanStep, { step: { kind: 'reload', state: 'todo' } });
    expect(screen.getAllByRole('term').map((term) => term.textContent)).toEqual(['To undo']);
  });

  it('speaks Chinese', () => {
    language.wish = 'zh-CN';
    render(PlanStep, { step: GROUP });
    expect(screen.getByRole('heading', { name: '创建用户组 kvm 将执行' })).toBeInTheDocument();
  });
});
