import { spawnSync } from 'node:child_process';
import { findProgram } from '../../build/setup/programs';
import { installLine } from '../../build/setup/debian-packages';
import { ROOT } from '../rings/command';
import { type Figure, skippedFigure } from './figure';
import { medianMs, ms, times } from './rounds';

const ROUNDS = 15;

/** `status --json` as a process, against hugeadm and against starting Node at all. */
export function benchProcess(): readonly Figure[] {
  const hugeadm = findProgram('hugeadm');
  const run = (program: string, ...args: string[]) => {
    const { status, stderr } = spawnSync(program, args, { cwd: ROOT, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`);
  };
  const taken = medianMs(
    {
      status: () => {
        run(process.execPath, 'out/main/cli.js', 'status', '--json');
      },
      node: () => {
        run(process.execPath, '-e', '0');
      },
      hugeadm: () => {
        if (hugeadm !== null) run(hugeadm, '--pool-list');
      },
    },
    ROUNDS,
  );
  const against = (what: string, otherMs: number, name: string): Figure => ({
    what,
    measured: `${times(taken.status / otherMs)} (${ms(taken.status)} : ${ms(otherMs)})`,
    goal: '',
    isMet: null,
    numbers: { statusMs: taken.status, [`${name}Ms`]: otherMs },
  });
  const sentence = 'status --json against hugeadm --pool-list';
  return [
    against('status --json against node -e 0', taken.node, 'node'),
    hugeadm === null
      ? skippedFigure(sentence, `no hugeadm; ${installLine(['libhugetlbfs-bin'])}`)
      : against(sentence, taken.hugeadm, 'hugeadm'),
  ];
}
