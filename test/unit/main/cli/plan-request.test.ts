import { describe, expect, it } from 'vitest';
import { type PlanRequest, USUAL_WISHES } from '../../../../common/plan-request';
import { translatorFor } from '../../../../common/text/translator';
import type { VmProcess } from '../../../../common/vm';
import { parseCommandLine } from '../../../../main/cli/parse-command-line';
import { parsePlanRequest, requestOptions } from '../../../../main/cli/plan-request';
import { fixtureHost } from '../../../fakes/fixture-host';
import { planFor } from '../../../fakes/plan';
import { scriptEdit } from '../../../fakes/script-edit';

const GIB = 1_048_576;
const VM: VmProcess = {
  pid: 4_242,
  name: 'win10',
  program: 'qemu-system-x86_64',
  guestKiB: 2 * GIB,
  hugetlbKiB: GIB,
  pageKiB: GIB,
  backing: { kind: 'mem-path', path: '/dev/hugepages1G', isHugetlbfs: true },
};
const RIDDLE: VmProcess = { ...VM, pid: 7, name: 'riddle', guestKiB: null, pageKiB: null };

function parse(...options: readonly string[]): ReturnType<typeof parsePlanRequest> {
  const given = parseCommandLine(['plan', ...options]);
  expect(given.error).toBeNull();
  return parsePlanRequest(given.options, fixtureHost('plain'), [VM, RIDDLE]);
}

function valueOf(...options: readonly string[]): PlanRequest {
  const parsed = parse(...options);
  if (parsed.kind === 'error') throw new Error(`Refused: ${parsed.error.id}`);
  return parsed.value;
}

describe('parsePlanRequest', () => {
  it('needs only the memory', () => {
    expect(valueOf('--memory', '4G')).toEqual({
      guestKiB: 4 * GIB,
      pageKiB: 2_048,
      sizing: { kind: 'a-little-above' },
      isPersistent: true,
      givesBack: false,
      guestPids: [],
      wishes: USUAL_WISHES,
    });
  });
  it('takes every wish', () => {
    expect(
      valueOf('--memory', '4 GiB', '--page-size', '1G', '--pages', '5', '--no-persist', '--give-back', '--vm', '4242'),
    ).toEqual({
      guestKiB: 4 * GIB,
      pageKiB: GIB,
      sizing: { kind: 'pages', pages: 5 },
      isPersistent: false,
      givesBack: true,
      guestPids: [4_242],
      wishes: USUAL_WISHES,
    });
  });
  it.each(['exact', 'a-little-above', 'double'] as const)('takes the rule %s', (kind) => {
    expect(valueOf('--memory', '4096', '--sizing', kind)).toMatchObject({ guestKiB: 4 * GIB, sizing: { kind } });
  });
  it('takes memory and page size from a running VM', () => {
    expect(valueOf('--vm', '4242')).toMatchObject({ guestKiB: 2 * GIB, pageKiB: GIB, guestPids: [4_242] });
    expect(valueOf('--vm', '7', '--memory', '1G')).toMatchObject({ guestKiB: GIB, pageKiB: 2_048, guestPids: [7] });
  });

  it.each([
    [[], 'memory-missing', 2, '--memory 4G'],
    [['--memory', '四'], 'memory-not-a-size', 2, '“四”'],
    [['--memory', '1e9G'], 'memory-not-a-size', 2, '“1e9G”'],
    [['--memory', '0'], 'memory-not-positive', 2, '“0”'],
    [['--memory', '-1'], 'memory-not-positive', 2, '“-1”'],
    [['--memory', '4G', '--page-size', 'huge'], 'page-size-not-a-size', 2, 'This machine has: 2M, 1G.'],
    [['--memory', '4G', '--page-size', '0'], 'page-size-not-a-size', 2, '2M, 1G'],
    [['--memory', '4G', '--sizing', 'triple'], 'sizing-unknown', 2, 'exact, a-little-above, double'],
    [['--memory', '4G', '--sizing', 'pages'], 'sizing-unknown', 2, '--pages'],
    [['--memory', '4G', '--sizing', 'exact', '--pages', '9'], 'sizing-and-pages', 2, 'exclude'],
    [['--memory', '4G', '--pages', '0'], 'pages-not-a-number', 2, '“0”'],
    [['--memory', '4G', '--pages', '2k'], 'pages-not-a-number', 2, '“2k”'],
    [['--vm', 'win10'], 'not-a-pid', 2, '“win10”'],
    [['--vm', '1'], 'no-such-vm', 1, 'Process 1'],
    [['--vm', '7'], 'vm-memory-unreadable', 2, 'riddle'],
  ])('refuses %j as %s, in both languages', (options, id, exitCode, part) => {
    const parsed = parse(...options);
    if (parsed.kind !== 'error') throw new Error('This must be refused.');
    expect(parsed.error).toMatchObject({ id, exitCode });
    expect(translatorFor('en').say(parsed.error.text)).toContain(part);
    expect(translatorFor('zh-CN').say(parsed.error.text)).toMatch(/\p{Script=Han}.*。$/u);
  });
});

describe('requestOptions', () => {
  it.each([
    [['--memory', '4G'], '--memory 4G --page-size 2M --sizing a-little-above'],
    [['--memory', '1536M', '--pages', '800', '--no-persist'], '--memory 1536M --page-size 2M --pages 800 --no-persist'],
    [['--vm', '4242', '--give-back'], '--memory 2G --page-size 1G --sizing a-little-above --give-back --vm 4242'],
  ])('writes %j so that it reads back the same', (options, written) => {
    const request = valueOf(...options);
    expect(requestOptions({ request, steps: [] })).toBe(written);
    expect(valueOf(...written.split(' '))).toEqual(request);
  });
  it.each([
    ['/opt/vm/start-win10.sh', '--patch /opt/vm/start-win10.sh'],
    ["/opt/ming's vm/start.sh", `--patch '/opt/ming'\\''s vm/start.sh'`],
  ])('names the start script %s where it lies, as the shell wants it', (path, written) => {
    const plan = planFor(fixtureHost('plain'), {}, [], scriptEdit({ path }));
    expect(requestOptions(plan)).toBe(`--memory 4G --page-size 2M --sizing a-little-above ${written}`);
  });
});
