import { spawnSync } from 'node:child_process';
import { MACHINE_TOOLS, missingTools } from '../../rings/tools';
import { poolSizesKiB } from './pool';

/** Why the private machine cannot be had here, in a few words each; empty where it can. */
export function machineObstacles(): readonly string[] {
  const obstacles: string[] = [];
  if (process.getuid?.() !== 0) obstacles.push('not root');
  if (poolSizesKiB().length === 0) obstacles.push('this kernel has no hugetlb pool');
  const missing = missingTools(MACHINE_TOOLS).map(({ name }) => name);
  if (missing.length > 0) obstacles.push(`not installed: ${missing.join(', ')}`);
  if (obstacles.length === 0 && !canUnshare()) obstacles.push('mount and PID namespaces are not allowed here');
  return obstacles;
}

function canUnshare(): boolean {
  const args = ['--mount', '--propagation', 'private', '--pid', '--fork', '--mount-proc', 'true'];
  return spawnSync('unshare', args).status === 0;
}
