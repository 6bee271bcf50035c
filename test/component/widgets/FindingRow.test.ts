import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Finding, Light } from '../../../common/finding';
import { message } from '../../../common/message';
import FindingRow from '../../../renderer/src/widgets/FindingRow.svelte';
import { language } from '../../../renderer/src/state/language.svelte';

const FINDING: Finding = {
  id: 'transparent',
  light: 'hint',
  sentence: message('finding.transparent.unknown'),
  evidence: [{ file: '/sys/kernel/mm/transparent_hugepage/enabled', value: 'always [madvise] never' }],
};

describe('FindingRow', () => {
  it.each<[Light, string]>([
    ['ok', 'all right'],
    ['hint', 'good to know'],
    ['warning', 'needs attention'],
    ['problem', 'stops the guide'],
  ])('says the light %s in a word, so that colour is never alone', (light, word) => {
    render(FindingRow, { finding: { ...FINDING, light } });
    expect(screen.getByRole('heading', { name: `Transparent huge pages ${word}` })).toBeInTheDocument();
  });

  it('keeps the evidence folded until it is asked for', async () => {
    render(FindingRow, { finding: FINDING });
    expect(screen.getByText('always [madvise] never')).not.toBeVisible();
    await userEvent.click(screen.getByText('Where this was read'));
    expect(screen.getByText('always [madvise] never')).toBeVisible();
  });

  it('offers no evidence where there is none', () => {
    render(FindingRow, { finding: { ...FINDING, evidence: [] } });
    expect(screen.queryByText('Where this was read')).not.toBeInTheDocument();
  });

  it('says so where a place was looked at and had nothing about it', async () => {
    render(FindingRow, { finding: { ...FINDING, evidence: [{ file: '/etc/fstab', value: '' }] } });
    await userEvent.click(screen.getByText('Where this was read'));
    expect(screen.getByText('/etc/fstab')).toBeVisible();
    expect(screen.getByText('nothing about it there')).toBeVisible();
  });

  it('speaks Chinese and leaves the evidence as the kernel wrote it', () => {
    language.wish = 'zh-CN';
    render(FindingRow, { finding: FINDING });
    expect(screen.getByRole('heading', { name: '透明大页 供参考' })).toBeInTheDocument();
    expect(screen.getByText('always [madvise] never')).toBeInTheDocument();
  });
});
