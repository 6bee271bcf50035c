import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { applyNow, freshMachine, planForTestUser, planNow } from './applying';
import { readPool } from './harness/pool';
import { type Finished, mustRun, run, type Running, start } from './harness/processes';
import { asUser, runAs, runCliAs, type TestUser } from './harness/test-user';
import { waitFor } from './harness/wait-for';

// A real QEMU takes each kind of memory that the patcher writes, from the real pool.

const GUEST_PAGES = 128;
const QUIET = '-accel tcg -display none -nodefaults -S';

let maria: TestUser;
let script: string;
const cleanups: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  maria = await planForTestUser();
});

beforeEach(async () => {
  await freshMachine();
  await applyNow(planNow({ guestKiB: 524_288 }));
  const folder = join(maria.home, 'vm');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  script = join(folder, 'start vm.sh');
  chownSync(folder, maria.uid, maria.gid);
});

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A script of maria’s own. */
function write(lines: readonly string[], mode = 0o750): void {
  writeFileSync(script, `#!/bin/bash\n${lines.join('\n')}\n`);
  chownSync(script, maria.uid, maria.gid);
  chmodSync(script, mode);
}

function patch(...options: readonly string[]): Promise<Finished> {
  return runCliAs(maria, ['patch', script, ...options]);
}

/** In use or promised. */
function heldPages(): number {
  const { nr_hugepages, free_hugepages, resv_hugepages } = readPool();
  return nr_hugepages - free_hugepages + resv_hugepages;
}

async function startScript(...args: readonly string[]): Promise<Running> {
  const vm = await start(asUser(maria, [script, ...args]));
  cleanups.push(vm.stop);
  return vm;
}

async function waitForPages(vm: Running, pages: number): Promise<void> {
  await waitFor(`${String(pages)} pages in use or promised`, () => vm.hasEnded() || heldPages() === pages, {
    why: vm.output,
  });
  expect(vm.output()).toBe('');
  expect(heldPages()).toBe(pages);
}

const KINDS: readonly {
  readonly what: string;
  readonly lines: readonly string[];
  readonly args?: readonly string[];
}[] = [
  { what: 'ordinary memory', lines: [`exec qemu-system-x86_64 -m 256 ${QUIET}`] },
  { what: '-mem-path elsewhere', lines: [`exec qemu-system-x86_64 -m 256M -mem-path /dev/shm ${QUIET}`] },
  {
    what: 'an object of ordinary memory',
    lines: [
      'args=(-m 256M -object memory-backend-ram,id=mem,size=256M)',
      'args+=(-machine q35,memory-backend=mem)',
      `exec qemu-system-x86_64 "\${args[@]}" ${QUIET}`,
    ],
  },
  {
    what: 'an object written as JSON',
    lines: [
      `exec qemu-system-x86_64 -m 256M -object '{"qom-type":"memory-backend-ram","id":"mem","size":268435456}' \\`,
      `  -machine pc,memory-backend=mem ${QUIET}`,
    ],
  },
  {
    what: 'a file on tmpfs, shared',
    lines: [
      'exec qemu-system-x86_64 -m 256M \\',
      '  -object memory-backend-file,id=mem,size=256M,mem-path=/dev/shm,share=on \\',
      `  -machine memory-backend=mem ${QUIET}`,
    ],
  },
  {
    what: 'a memfd',
    lines: [
      'OPTS="-m 256M -object memory-backend-memfd,id=mem,size=256M"',
      'OPTS="$OPTS -machine memory-backend=mem"',
      `exec qemu-system-x86_64 $OPTS ${QUIET}`,
    ],
  },
  {
    what: 'a memfd written as JSON',
    lines: [
      `exec qemu-system-x86_64 -m 256M -object '{"qom-type":"memory-backend-memfd","id":"mem","size":268435456}' \\`,
      `  -machine pc,memory-backend=mem ${QUIET}`,
    ],
  },
  {
    what: 'two nodes with memory of their own',
    lines: [
      'exec qemu-system-x86_64 -m 256M -smp 2 \\',
      '  -object memory-backend-ram,id=ram0,size=128M -numa node,nodeid=0,cpus=0,memdev=ram0 \\',
      `  -object memory-backend-ram,id=ram1,size=128M -numa node,nodeid=1,cpus=1,memdev=ram1 ${QUIET}`,
    ],
  },
  {
    what: '-mem-path beside a memory backend, which QEMU refuses',
    lines: [
      'exec qemu-system-x86_64 -m 256M -mem-path /dev/hugepages \\',
      `  -object memory-backend-ram,id=mem,size=256M -machine memory-backend=mem ${QUIET}`,
    ],
  },
  {
    what: 'memory to share with another process',
    lines: [
      'shared=""',
      '[ "$1" = share ] && shared="-chardev socket,id=fs,path=fs.sock -device vhost-user-fs-pci,chardev=fs,tag=x"',
      `exec qemu-system-x86_64 -machine q35 -m 256M $shared ${QUIET}`,
    ],
  },
];

describe('a patched script, run by its owner', () => {
  test.each(KINDS)('starts a real QEMU on the pool: $what', async ({ lines }) => {
    write(lines);
    const before = readFileSync(script, 'utf8');
    expect(await patch()).toMatchObject({ exitCode: 0, stderr: '' });
    const vm = await startScript();
    await waitForPages(vm, GUEST_PAGES);
    expect(await runCliAs(maria, ['verify'])).toMatchObject({ exitCode: 0 });
    await vm.stop();
    await waitFor('the pages to come back', () => heldPages() === 0);
    expect(await patch('--revert')).toMatchObject({ exitCode: 0 });
    expect(readFileSync(script, 'utf8')).toBe(before);
  });
  test.each(KINDS)('takes every page at once with --prealloc: $what', async ({ lines }) => {
    write(lines);
    expect(await patch('--prealloc')).toMatchObject({ exitCode: 0, stderr: '' });
    const vm = await startScript();
    await waitFor('every page in use', () => vm.hasEnded() || readPool().resv_hugepages + heldPages() === GUEST_PAGES, {
      why: vm.output,
    });
    const { nr_hugepages, free_hugepages } = readPool();
    expect([vm.output(), nr_hugepages - free_hugepages]).toEqual(['', GUEST_PAGES]);
  });
});

describe('what the owner keeps', () => {
  test('owner, mode, ACL, attributes and the symlink by which the script is called', async () => {
    write([`exec qemu-system-x86_64 -m 256 ${QUIET}`], 0o740);
    const link = join(maria.home, 'vm/link');
    await mustRun(asUser(maria, ['ln', '-s', 'start vm.sh', link]));
    await mustRun(['python3', '-c', `import os; os.setxattr(${JSON.stringify(script)}, 'user.note', b'mine')`]);
    expect(await runCliAs(maria, ['patch', link])).toMatchObject({ exitCode: 0 });
    const look = `import os, sys; s = os.stat(sys.argv[1]); print(oct(s.st_mode), s.st_uid, s.st_gid, os.getxattr(sys.argv[1], 'user.note'), os.readlink(sys.argv[2]))`;
    expect(await mustRun(['python3', '-c', look, script, link])).toBe(
      `0o100740 ${String(maria.uid)} ${String(maria.gid)} b'mine' start vm.sh\n`,
    );
    expect(readFileSync(script, 'utf8')).toContain('-mem-path /dev/hugepages');
  });
  test('a script of root’s is left alone, with the command that has root do it', async () => {
    write([`exec qemu-system-x86_64 -m 256 ${QUIET}`]);
    const rootScript = '/opt/start-vm.sh';
    await mustRun(['install', '-m', '755', '-o', 'root', script, rootScript]);
    const before = readFileSync(rootScript, 'utf8');
    const { exitCode, stderr } = await runCliAs(maria, ['patch', rootScript]);
    rmSync(rootScript);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('hugepages-guide apply --memory 256M --page-size 2M --patch /opt/start-vm.sh');
    expect(before).not.toContain('-mem-path');
  });
  test('the script is never run by looking at it or patching it', async () => {
    const trace = join(maria.home, 'trace');
    write([`touch ${trace}`, `x=$(touch ${trace})`, `qemu-system-x86_64 -m 256 ${QUIET} $(touch ${trace})`]);
    await patch('--dry-run');
    await patch();
    await patch('--revert');
    expect(existsSync(trace)).toBe(false);
  });
  test('a disk that is full leaves the script as it was', async () => {
    write([`exec qemu-system-x86_64 -m 256 ${QUIET}`]);
    const before = readFileSync(script);
    const disk = join(maria.home, 'disk');
    mkdirSync(disk, { recursive: true });
    await mustRun(['mount', '-t', 'tmpfs', '-o', `size=16k,uid=${String(maria.uid)}`, 'tmpfs', disk]);
    cleanups.push(() => run(['umount', disk]));
    await mustRun(asUser(maria, ['cp', '-p', script, join(disk, 'vm.sh')]));
    await run(asUser(maria, ['dd', 'if=/dev/zero', `of=${join(disk, 'fill')}`, 'bs=1k', 'count=64']));
    const { exitCode, stderr } = await runCliAs(maria, ['patch', join(disk, 'vm.sh')]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('It is as it was');
    expect(readFileSync(join(disk, 'vm.sh'))).toEqual(before);
    const { stdout } = await runAs(maria, ['ls', '-A', disk]);
    expect(stdout).toBe('fill\nvm.sh\n');
  });
});
