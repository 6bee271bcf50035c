import { APP, isOutdated, runStep, STAND_IN } from '../../build/setup/build-steps';
import { countCanaries, runCanaries } from '../canaries/run-gates';
import { findElectron } from '../standin/find-electron';
import { machineObstacles } from '../machine/harness/availability';
import { nodeTool, ROOT } from './command';
import { checksRing, playwrightRing, type Ring, vitestRing } from './ring';
import { findShellFiles } from './shell-files';
import { CHROMIUM, missingTools, SHELLCHECK, type Tool, XAUTH, XVFB } from './tools';

const lacks = (...tools: readonly Tool[]) => {
  const missing = missingTools(tools).map(({ name }) => name);
  return missing.length > 0 ? `not installed: ${missing.join(', ')}` : null;
};

const machineObstacle = () => machineObstacles().join('; ') || null;

/** Into the private machine, where there is one: see test/machine/harness/supervise.ts. */
const inPrivateMachine = (command: readonly string[]) => [
  ...[process.execPath, '--import', 'tsx', 'test/machine/harness/supervise.ts'],
  ...command,
];

const usesStandIn = () => findElectron(ROOT).kind === 'stand-in';
const isBuilt = (...steps: Parameters<typeof runStep>[1][]) =>
  steps.every((step) => !isOutdated(ROOT, step) || runStep(ROOT, step));

/** Real Electron draws on a display, or on one made for it; the stand-in needs none. */
const windowObstacle = () => {
  if (usesStandIn()) return lacks(CHROMIUM);
  return process.env['DISPLAY'] ? null : lacks(XVFB, XAUTH);
};
const withDisplay = (command: readonly string[]) =>
  usesStandIn() || process.env['DISPLAY'] ? command : ['xvfb-run', '--auto-servernum', ...command];

/** Every ring, from the inside out. Outer ones run the built app. */
export const ALL_RINGS: readonly Ring[] = [
  checksRing('check', () => [
    nodeTool('typescript/bin/tsc', '-p', '.'),
    nodeTool('typescript/bin/tsc', '-p', 'test/standin', '--noEmit'),
    nodeTool('typescript/bin/tsc', '-p', 'test/standin/tsconfig.spec.json'),
    // With its own tsconfig named, or it checks nothing and passes; warnings are accessibility faults.
    nodeTool(
      'svelte-check/bin/svelte-check',
      ...['--workspace', 'renderer', '--tsconfig', 'tsconfig.json', '--fail-on-warnings'],
    ),
  ]),
  checksRing('lint', () => [
    nodeTool('eslint/bin/eslint.js', '.', '--max-warnings', '0'),
    nodeTool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  ]),
  checksRing(
    'shell',
    () => [['shellcheck', ...findShellFiles(['.ci', 'build', 'test'])]],
    () => lacks(SHELLCHECK),
  ),
  { name: 'canaries', obstacle: () => lacks(SHELLCHECK, CHROMIUM), run: runCanaries, size: countCanaries },
  vitestRing('unit'),
  vitestRing('component'),
  checksRing('build', () => [
    nodeTool('electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'warn'),
    // What the first screen has to load is counted, not timed: the same on every machine.
    [process.execPath, '--import', 'tsx', 'test/bench/run.ts', 'bundle'],
  ]),
  vitestRing('machine', { obstacle: machineObstacle, prepare: () => isBuilt(APP), wrap: inPrivateMachine }),
  playwrightRing('conformance', 'test/standin/playwright.config.ts', {
    obstacle: () => (usesStandIn() ? lacks(CHROMIUM) : 'real Electron is used'),
    prepare: () => isBuilt(STAND_IN),
  }),
  playwrightRing('looks', 'test/looks/playwright.config.ts', {
    obstacle: windowObstacle,
    prepare: () => isBuilt(APP, STAND_IN),
    wrap: withDisplay,
  }),
  playwrightRing('e2e', 'playwright.config.ts', {
    obstacle: windowObstacle,
    prepare: () => isBuilt(APP, STAND_IN),
    wrap: (command) => {
      const shown = withDisplay(command);
      return machineObstacle() === null ? inPrivateMachine(shown) : shown;
    },
  }),
];
