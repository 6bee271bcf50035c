import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makePlan } from '../../../common/make-plan';
import type { Plan, StepKind, StepOf } from '../../../common/plan';
import { renderRootScript } from '../../../common/root-script';
import { desktop, desktopWithPool, KVM_GID, withGroup, withMount, withPool } from '../../fakes/host';
import { GIB, PLAN_ID, planFor, request, withStep } from '../../fakes/plan';
import { KINDS_OF_PLAN } from '../../fakes/root-texts';
import { hasProgram, scratchFolder } from '../../fakes/shell';

const GOLDEN = resolve(import.meta.dirname, '../../fixtures/root-scripts');

/** Each reads a text without running it, and answers 0 when it has no complaint. */
const JUDGES: readonly (readonly [program: string, ...options: readonly string[]])[] = [
  ['sh', '-n'],
  ['dash', '-n'],
  ['bash', '-n'],
  ['bash', '--posix', '-n'],
  ['shellcheck', '-s', 'sh', '-'],
];

describe.each(Object.entries(KINDS_OF_PLAN))('the root text of the plan %s', (kind, plan) => {
  const text = renderRootScript(plan);

  it('is the golden text, byte for byte (npx vitest run -u writes a new one)', async () => {
    await expect(text).toMatchFileSnapshot(join(GOLDEN, `${kind}.sh`));
  });
  for (const [program, ...options] of JUDGES) {
    const isThere = hasProgram(program);
    it.skipIf(!isThere)(
      `passes ${program} ${options.join(' ')}${isThere ? '' : ' (NOT LOOKED AT: install it)'}`,
      () => {
        const { status, stdout, stderr } = spawnSync(program, options, { input: text, encoding: 'utf8' });
        expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: '' });
      },
    );
  }
  it('is plain ASCII and far below what one argument may hold', () => {
    expect(text).toMatch(/^[\x20-\x7e\n]+$/);
    expect(text.length).toBeLessThan(24 * 1_024);
  });
  it('names no path but those of the plan and the system', () => {
    const known = [
      /^\/(?:usr\/)?s?bin$/,
      /^\/run\/current-system\/sw\/bin$/,
      /^\/run\/current-system\/sw\/bin$/,
      /^\/dev\/(?:null|hugepages(?:1G)?)$/,
      /^\/proc\/(?:\$\$\/stat|meminfo|uptime|sys\/(?:kernel\/random\/boot_id|vm\/(?:drop_caches|compact_memory)))$/,
      /^\/sys\/kernel\/mm\/hugepages\/hugepages-\$/,
      /^\/run\/hugepages-guide(?:\/lock|\/progress|\/cancel)?$/,
      /^\/var\/lib\/hugepages-guide(?:\/journal\/?(?:\$plan)?)?$/,
    ];
    const files: Partial<Record<StepKind, readonly RegExp[]>> = {
      fstab: [/^\/etc\/fstab$/],
      sysctl: [/^\/etc\/sysctl\.d\/40-hugepage\.conf$/],
      script: [/^\/opt\/vm\/start-win10\.sh$/],
      group: [/^\/etc(?:\/group(?:\.hugepages-guide)?)?$/, /^\/usr\/lib\/group$/],
    };
    const todo = plan.steps.filter(({ state }) => state === 'todo');
    const allowed = [...known, ...todo.flatMap((step) => files[step.kind] ?? [])];
    const code = text.replace(/^\s*#.*$/gm, '').replaceAll(/'s\/[^']*'/g, "''");
    const paths = [...code.matchAll(/(?<![\w}*%.)])\/[\w$][\w./$-]*/g)].map(([path]) => path);
    expect(paths.length).toBeGreaterThan(20);
    expect(paths.filter((path) => !allowed.some((pattern) => pattern.test(path)))).toEqual([]);
  });
  it('does the steps that are to do, in order, and no other', () => {
    const todo = plan.steps.filter(({ state }) => state === 'todo').map((step) => step.kind);
    const main = text.slice(text.indexOf('\nmain() {'));
    expect([...main.matchAll(/^ {2}step_(\w+)$/gm)].map(([, name]) => name)).toEqual(todo);
    expect([...text.matchAll(/^step_(\w+)\(\)/gm)].map(([, name]) => name)).toEqual(todo);
    for (const step of todo) expect(text).toContain(`undo_${step}() {`);
  });
});

describe('the golden texts', () => {
  it('are those of the plans above and no more', () => {
    expect(readdirSync(GOLDEN).sort()).toEqual(
      Object.keys(KINDS_OF_PLAN)
        .map((kind) => `${kind}.sh`)
        .sort(),
    );
  });
});

describe('renderRootScript', () => {
  const text = renderRootScript(planFor(desktop()));

  it('gives the same bytes for the same plan', () => {
    expect(renderRootScript(structuredClone(planFor(desktop())))).toBe(text);
  });
  it('does nothing when it arrives cut off: all is in functions until the last line', () => {
    const lines = text.trimEnd().split('\n');
    expect(lines.at(-1)).toBe('main </dev/null');
    expect(lines.filter((line) => /^(?:main|step_|undo_|take_|open_|check_)\w*(?: |$)/.test(line))).toEqual([
      'main </dev/null',
    ]);
  });
  it('orders the steps itself, whatever the plan’s order is', () => {
    const plan = planFor(desktop());
    expect(renderRootScript({ ...plan, steps: plan.steps.toReversed() })).toContain(
      '  step_group\n  step_membership\n  step_mount\n  step_pool\n  step_sysctl\n  step_fstab\n  step_reload\n',
    );
  });
  it('holds the plan’s numbers and names as quoted values at the top', () => {
    expect(text).toContain(
      `plan='${PLAN_ID}' undoes=''\npage_kib=2048 from_pages=0 to_pages=2050\n` +
        `reserve_kib=2037926 on_failure='undo' on_short='keep' may_drop=''\n`,
    );
    expect(text).toContain("user='ming'\n");
    expect(text).toContain("mount_page_size=''\n");
    expect(renderRootScript(planFor(desktop(), { pageKiB: GIB }))).toContain("mount_page_size=',pagesize=1G'\n");
  });
  it('checks for every program before it changes anything', () => {
    const [, tools = ''] = /^tools='([^']+)'$/m.exec(text) ?? [];
    expect(tools.split(' ')).toEqual(
      expect.arrayContaining(['flock', 'groupadd', 'gpasswd', 'mount', 'findmnt', 'awk', 'systemctl']),
    );
    const main = text.slice(text.indexOf('\nmain() {'));
    expect(main.indexOf('check_tools')).toBeLessThan(main.indexOf('take_lock'));
    expect(main.indexOf('check_machine')).toBeLessThan(main.indexOf('step_group'));
  });
});

describe('a plan that makePlan would never make', () => {
  const plan = planFor(desktop());
  const ofMount = (changes: Partial<StepOf<'mount'>>): Plan => withStep(plan, 'mount', changes);
  const LINE = 'hugetlbfs /dev/hugepages hugetlbfs mode=01770,gid=kvm 0 0';
  const HOSTILE = [
    "a'b",
    'a"b',
    '$(reboot)',
    '`reboot`',
    'a\nreboot',
    '-a',
    '--',
    'a;b',
    'a b',
    '',
    'a\0b',
    '../a',
    'ä',
  ];

  it.each(HOSTILE)('with the name %j is thrown out', (name) => {
    expect(() => renderRootScript(withStep(plan, 'group', { group: name }))).toThrow('cannot stand in root text');
    expect(() => renderRootScript(withStep(plan, 'membership', { user: name }))).toThrow('cannot stand in root text');
    expect(() => renderRootScript(withStep(plan, 'membership', { group: name }))).toThrow('cannot stand in root text');
    expect(() => renderRootScript(ofMount({ group: name }))).toThrow('cannot stand in root text');
    expect(() => renderRootScript({ ...plan, id: name })).toThrow('cannot stand in root text');
  });
  it.each([...HOSTILE, '/etc', '/dev/hugepages/../sda', '/dev/hugepages\n'])(
    'with the mount point %j is thrown out',
    (path) => {
      expect(() => renderRootScript(ofMount({ path }))).toThrow('cannot stand in root text');
    },
  );
  it.each(['', '1g', '1G,uid=0', '2', '2M\n', 'M'])('with the page size option %j is thrown out', (pageSizeOption) => {
    expect(() => renderRootScript(ofMount({ pageSizeOption }))).toThrow('cannot stand in root text');
  });
  it.each(['/etc/shadow', '/etc/passwd', '', '/etc/fstab\n', 'fstab'])('with the file %j is thrown out', (file) => {
    expect(() => renderRootScript(withStep(plan, 'fstab', { file }))).toThrow('cannot stand in root text');
    expect(() => renderRootScript(withStep(plan, 'sysctl', { file }))).toThrow('cannot stand in root text');
  });
  it.each([
    '',
    `${LINE}\n/dev/sda / ext4 defaults 0 0`,
    `${LINE} `,
    `# ${LINE}`,
    LINE.replace('hugetlbfs /dev', '/dev/sda /dev'),
    LINE.replace('/dev/hugepages', '/'),
    LINE.replace(' hugetlbfs mode', ' ext4 mode'),
    LINE.replace('gid=kvm', "gid=k'm"),
    LINE.replace('gid=kvm', 'gid=kvm\t'),
    LINE.replace('0 0', '0 1'),
  ])('with the fstab line %j is thrown out', (line) => {
    expect(() => renderRootScript(withStep(plan, 'fstab', { line }))).toThrow('cannot stand in root text');
  });
  it.each([Number.NaN, -1, 0.5, Number.POSITIVE_INFINITY, 2 ** 53, 1e21, 2 ** 45])(
    'with the number %d is thrown out',
    (number) => {
      const pool = plan.pool;
      expect(() => renderRootScript({ ...plan, pool: { ...pool, toPages: number } })).toThrow(
        'cannot stand in root text',
      );
      expect(() => renderRootScript({ ...plan, pool: { ...pool, fromPages: number } })).toThrow(
        'cannot stand in root text',
      );
      expect(() => renderRootScript({ ...plan, pool: { ...pool, pageKiB: number } })).toThrow(
        'cannot stand in root text',
      );
    },
  );
  it.each([Number.NaN, -1, 0.5, 2 ** 53])('with the reserve %d is thrown out', (hostReserveKiB) => {
    expect(() => renderRootScript({ ...plan, hostReserveKiB })).toThrow('cannot stand in root text');
  });
  it('with a hostile step that is not to be done is harmless: it is not in the text', () => {
    const text = renderRootScript(withStep(plan, 'membership', { state: 'already', user: '$(reboot)' }));
    expect(text).not.toContain('reboot');
  });
});

describe('any plan', () => {
  const hosts = fc.record({
    name: fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.@-]{0,20}$/),
    hasGroup: fc.boolean(),
    isOstree: fc.boolean(),
    hasSystemd: fc.boolean(),
    isMounted: fc.boolean(),
    gid: fc.constantFrom(0, KVM_GID, 54_321),
    persistentPages: fc.nat(3_000),
    isDone: fc.boolean(),
  });
  const asked = fc.record({
    guestKiB: fc.integer({ min: GIB, max: 4 * GIB }),
    pageKiB: fc.constantFrom(2_048, GIB),
    sizing: fc.constantFrom({ kind: 'exact' as const }, { kind: 'a-little-above' as const }),
    isPersistent: fc.boolean(),
    givesBack: fc.boolean(),
  });

  it('gives a text that the shell can read and that names the person only in quotes', () => {
    const folder = scratchFolder();
    onTestFinished(folder.remove);
    mkdirSync(join(folder.path, 'texts'));
    let count = 0;
    fc.assert(
      fc.property(hosts, asked, (facts, wish) => {
        const base = facts.isDone ? desktopWithPool(facts.persistentPages) : desktop();
        const grouped = facts.hasGroup ? withGroup(base) : base;
        const mounted = facts.isMounted ? withMount(grouped, { gid: facts.gid }) : grouped;
        const host = withPool(mounted, 2_048, { persistentPages: facts.persistentPages });
        const { isOstree, hasSystemd } = facts;
        const group = isOstree ? { ...host.group, gidInUsrLib: 36 } : host.group;
        const system = { ...host.system, isOstree, hasSystemd };
        const snapshot = { ...host, group, system, user: { ...host.user, name: facts.name } };
        const result = makePlan(snapshot, [], request(wish), PLAN_ID);
        expect(result.kind).toBe('plan');
        if (result.kind !== 'plan') return;
        const text = renderRootScript(result.plan);
        expect(text.length).toBeLessThan(24 * 1_024);
        writeFileSync(join(folder.path, 'texts', `${String(count)}.sh`), text);
        count += 1;
      }),
      { numRuns: 200 },
    );
    const look = 'for text in "$1"/*.sh; do sh -n "$text" || exit 1; done; echo "$#" looked';
    const { stdout, stderr } = spawnSync('sh', ['-c', look, 'sh', join(folder.path, 'texts')], { encoding: 'utf8' });
    expect({ stdout, stderr }).toEqual({ stdout: '1 looked\n', stderr: '' });
    expect(count).toBeGreaterThanOrEqual(200);
  });
});
