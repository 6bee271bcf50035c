import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { stepsAfter, stepsBefore } from '../../../common/how-to';
import HowToList from '../../../renderer/src/widgets/HowToList.svelte';
import { language } from '../../../renderer/src/state/language.svelte';
import { freshHost } from '../../fakes/machine';
import { planOn } from '../guide-on';

describe('HowToList', () => {
  it('shows each step with what came of it, and the command or the sum by hand', () => {
    render(HowToList, { title: 'Already done', steps: stepsBefore(freshHost, planOn(freshHost)), isDone: true });
    const items = within(screen.getByRole('list', { name: 'Already done' })).getAllByRole('listitem');
    expect(items.map((item) => within(item).getByRole('definition').textContent)).toEqual([
      'grep hugetlbfs /proc/filesystems',
      'ls -d /dev/hugepages',
      'grep HugePages /proc/meminfo',
      '4 GiB ÷ 2 MiB = 2,048, taken as 2,050',
    ]);
    expect(items[0]?.querySelector('svg')).toHaveClass('lucide-circle-check');
  });

  it('speaks Chinese, and does not claim to have done what is left', () => {
    language.wish = 'zh-CN';
    render(HowToList, { title: '还要做的', steps: stepsAfter(freshHost, planOn(freshHost)), isDone: false });
    expect(screen.getByRole('heading', { name: '让虚拟机启动时使用大页' })).toBeInTheDocument();
    for (const item of screen.getAllByRole('listitem')) {
      expect(item.querySelector('svg')).toHaveClass('lucide-circle');
    }
  });
});
