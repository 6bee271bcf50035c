import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { Guide } from '../../../renderer/src/state/guide.svelte';
import { language } from '../../../renderer/src/state/language.svelte';
import Understand from '../../../renderer/src/guide/Understand.svelte';
import { fakeBridge } from '../../fakes/bridge';
import { freshHost, howToHost } from '../../fakes/machine';
import { guideOn } from '../guide-on';

describe('Understand', () => {
  it('explains with the numbers of this machine', async () => {
    const { guide } = await guideOn(howToHost);
    render(Understand, { guide });
    expect(screen.getByRole('heading', { level: 1, name: 'What huge pages are' })).toHaveFocus();
    expect(screen.getByRole('row', { name: '4 KiB 4,075,853 31.1 MiB' })).toBeInTheDocument();
    expect(screen.getByRole('row', { name: '2 MiB 7,960 62.19 KiB' })).toBeInTheDocument();
    expect(screen.getByText('On this machine 4 GiB of 15.55 GiB are set aside now.')).toBeInTheDocument();
  });

  it('says honestly that transparent huge pages serve already, where they do', async () => {
    const { guide } = await guideOn(freshHost);
    render(Understand, { guide });
    expect(screen.getByText(/on here for programs that ask \(madvise\)/)).toBeInTheDocument();
  });

  it('says where a pool makes the most difference', async () => {
    const { guide } = await guideOn({ ...freshHost, transparent: { mode: 'never' } });
    render(Understand, { guide });
    expect(screen.getByText(/off here \(never\)/)).toBeInTheDocument();
  });

  it('explains without numbers as long as the machine has not been read', () => {
    render(Understand, { guide: new Guide(fakeBridge({}).bridge) });
    expect(screen.getByText('512 normal pages of 4 KiB')).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    expect(screen.getByText(/does not say whether they are/)).toBeInTheDocument();
  });

  it('speaks Chinese', async () => {
    language.wish = 'zh-CN';
    const { guide } = await guideOn(freshHost);
    render(Understand, { guide });
    expect(screen.getByRole('heading', { level: 1, name: '什么是大页' })).toBeInTheDocument();
    expect(screen.getByRole('table', { name: '以本机全部 15.55 GiB 内存计算' })).toBeInTheDocument();
  });
});
