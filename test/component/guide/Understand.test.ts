import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { CHAPTER_IDS } from '../../../common/chapters';
import { message } from '../../../common/message';
import { language, say } from '../../../renderer/src/state/language.svelte';
import Understand from '../../../renderer/src/guide/Understand.svelte';
import { Guide } from '../../../renderer/src/state/guide.svelte';
import { fakeBridge } from '../../fakes/bridge';
import { freshHost, howToHost } from '../../fakes/machine';
import { guideOn } from '../guide-on';

describe('Understand', () => {
  it.each(CHAPTER_IDS)('opens the chapter %s with its heading in focus and its sources named', async (chapter) => {
    const { guide } = await guideOn(howToHost);
    guide.chapter = chapter;
    render(Understand, { guide });
    const name = say(message(`chapter.${chapter}.title`));
    expect(await screen.findByRole('heading', { level: 1, name })).toHaveFocus();
    expect(screen.getByRole('heading', { level: 2, name: 'Where this is written' })).toBeInTheDocument();
  });

  it.each(CHAPTER_IDS)('explains %s also as long as the machine has not been read, in Chinese', async (chapter) => {
    language.wish = 'zh-CN';
    const guide = new Guide(fakeBridge({}).bridge);
    guide.chapter = chapter;
    render(Understand, { guide });
    const name = say(message(`chapter.${chapter}.title`));
    expect(await screen.findByRole('heading', { level: 1, name })).toBeInTheDocument();
  });

  it('goes from one chapter to the next', async () => {
    const { guide } = await guideOn(freshHost);
    render(Understand, { guide });
    await screen.findByRole('heading', { level: 1, name: 'The smallest unit of memory' });
    guide.read('holes');
    expect(await screen.findByRole('heading', { level: 1, name: 'Why memory ends up in pieces' })).toHaveFocus();
  });
});
