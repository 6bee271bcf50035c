import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { byHandOf, faultWords } from '../../../common/script/script-words';
import { language, say } from '../../../renderer/src/state/language.svelte';
import ScriptFaultNotice from '../../../renderer/src/widgets/ScriptFaultNotice.svelte';
import { freshHost } from '../../fakes/machine';
import { FAULTS, SCRIPT_ID } from '../../fakes/script';
import { guideOn } from '../guide-on';

describe('ScriptFaultNotice', () => {
  it.each(Object.values(FAULTS))('tells what happened, what to do next and what to add: $id', async (fault) => {
    const { guide } = await guideOn(freshHost);
    const { container } = render(ScriptFaultNotice, { guide, fault, unusable: SCRIPT_ID });
    const { title, next } = faultWords(fault);
    expect(screen.getByText(say(title))).toBeInTheDocument();
    expect(screen.getByText(say(next))).toBeInTheDocument();
    const line = byHandOf(fault);
    expect(container.querySelector('code')?.textContent ?? null).toBe(line);
    expect(screen.queryAllByRole('button', { name: 'Copy the line instead' })).toHaveLength(line === null ? 0 : 1);
    expect(container.querySelector('.notice')).toHaveClass(line === null ? 'problem' : 'warning');
  });

  it('speaks Chinese', async () => {
    language.wish = 'zh-CN';
    const { guide } = await guideOn(freshHost);
    render(ScriptFaultNotice, { guide, fault: FAULTS['too-large'], unusable: SCRIPT_ID });
    expect(screen.getByText('文件有 40 GiB，不像是启动脚本。')).toBeInTheDocument();
  });
});
