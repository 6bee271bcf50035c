import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import FailureNotice from '../../../renderer/src/widgets/FailureNotice.svelte';
import { language } from '../../../renderer/src/state/language.svelte';
import { freshHost } from '../../fakes/machine';
import { guideOn } from '../guide-on';

describe('FailureNotice', () => {
  it('says what happened, shows the cause and what to do next', async () => {
    const { guide } = await guideOn(freshHost);
    guide.line.failure = 'no handler';
    render(FailureNotice, { guide, detail: 'no handler' });
    expect(screen.getByRole('alert')).toHaveTextContent(/lost touch.*Try again\. If that does not help.*no handler/);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(guide.line.failure).toBeNull();
  });

  it('speaks Chinese', async () => {
    language.wish = 'zh-CN';
    const { guide } = await guideOn(freshHost);
    render(FailureNotice, { guide, detail: 'no handler' });
    expect(screen.getByRole('alert')).toHaveTextContent('窗口与程序主体失去了联系');
    expect(screen.getByRole('button', { name: '重试' })).toBeInTheDocument();
  });
});
