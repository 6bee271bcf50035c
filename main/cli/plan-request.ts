import { compactMemory, parseMemorySize } from '../../common/memory-size';
import { message } from '../../common/message';
import { pageSizeOption, USUAL_PAGE_KIB } from '../../common/page-size';
import type { Plan } from '../../common/plan';
import { type PlanRequest, SIZING_KINDS, type SizingChoice } from '../../common/plan-request';
import { shellWord } from '../../common/shell-quote';
import type { HostSnapshot } from '../../common/snapshot';
import type { VmProcess } from '../../common/vm';
import { failure } from './cli-error';
import { parsePositive } from './parse-positive';
import type { GivenOptions } from './parse-command-line';
import { type Parsed, value, wrong } from './parsed';
import { parseWishes, wishOptions } from './run-wishes';

const NAMED_RULES = SIZING_KINDS.filter((kind) => kind !== 'pages');

/** What the options of `plan` and `apply` ask for, or the first thing wrong with them. */
export function parsePlanRequest(
  options: GivenOptions,
  snapshot: HostSnapshot,
  vms: readonly VmProcess[],
): Parsed<PlanRequest> {
  const vm = parseVm(options, vms);
  if (vm.kind === 'error') return vm;
  const guest = parseGuest(options, vm.value);
  if (guest.kind === 'error') return guest;
  const page = parsePageSize(options, snapshot, vm.value);
  if (page.kind === 'error') return page;
  const sizing = parseSizing(options);
  if (sizing.kind === 'error') return sizing;
  const wishes = parseWishes(options);
  if (wishes.kind === 'error') return wishes;
  return value({
    guestKiB: guest.value,
    pageKiB: page.value,
    sizing: sizing.value,
    isPersistent: !options.has('no-persist'),
    givesBack: options.has('give-back'),
    guestPids: vm.value === null ? [] : [vm.value.pid],
    wishes: wishes.value,
  });
}

/** The options that stand for a plan, to show as a command line: `--memory 4G --page-size 2M`. */
export function requestOptions({ request, steps }: Pick<Plan, 'request' | 'steps'>): string {
  const { sizing } = request;
  const script = steps.find((step) => step.kind === 'script');
  return [
    `--memory ${compactMemory(request.guestKiB)}`,
    `--page-size ${pageSizeOption(request.pageKiB)}`,
    sizing.kind === 'pages' ? `--pages ${String(sizing.pages)}` : `--sizing ${sizing.kind}`,
    ...(request.isPersistent ? [] : ['--no-persist']),
    ...(request.givesBack ? ['--give-back'] : []),
    ...wishOptions(request.wishes),
    ...request.guestPids.map((pid) => `--vm ${String(pid)}`),
    // Where it really lies, so that the line holds in any folder.
    ...(script === undefined ? [] : [`--patch ${shellWord(script.edit.path)}`]),
  ].join(' ');
}

function parseVm(options: GivenOptions, vms: readonly VmProcess[]): Parsed<VmProcess | null> {
  const typed = options.text('vm');
  if (typed === null) return value(null);
  const pid = parsePositive(typed);
  if (pid === null) return wrong('not-a-pid', message('cli.error.not-a-pid', { option: '--vm', value: typed }));
  const vm = vms.find((candidate) => candidate.pid === pid);
  if (vm !== undefined) return value(vm);
  return { kind: 'error', error: failure('no-such-vm', message('cli.error.no-such-vm', { pid: String(pid) })) };
}

function parseGuest(options: GivenOptions, vm: VmProcess | null): Parsed<number> {
  const typed = options.text('memory');
  if (typed === null) {
    if (vm === null) return wrong('memory-missing', message('cli.error.memory-missing'));
    if (vm.guestKiB !== null) return value(vm.guestKiB);
    return wrong('vm-memory-unreadable', message('cli.error.vm-memory-unreadable', { name: vm.name }));
  }
  const size = parseMemorySize(typed);
  switch (size.kind) {
    case 'size':
      return value(size.KiB);
    case 'not-a-size':
      return wrong('memory-not-a-size', message('cli.error.memory-not-a-size', { value: typed }));
    case 'not-positive':
      return wrong('memory-not-positive', message('cli.error.memory-not-positive', { value: typed }));
  }
}

/** `--page-size`, else the page size of the VM that is named, else the machine's default. */
export function parsePageSize(
  options: GivenOptions,
  { defaultPageKiB, pools }: HostSnapshot,
  vm: VmProcess | null,
): Parsed<number> {
  const typed = options.text('page-size');
  if (typed === null) return value(vm?.pageKiB ?? defaultPageKiB ?? pools[0]?.pageKiB ?? USUAL_PAGE_KIB);
  const size = parseMemorySize(typed);
  if (size.kind === 'size') return value(size.KiB);
  const sizes = pools.map(({ pageKiB }) => pageSizeOption(pageKiB)).join(', ');
  return wrong('page-size-not-a-size', message('cli.error.page-size-not-a-size', { value: typed, sizes }));
}

function parseSizing(options: GivenOptions): Parsed<SizingChoice> {
  const rule = options.text('sizing');
  const typedPages = options.text('pages');
  if (rule !== null && typedPages !== null) return wrong('sizing-and-pages', message('cli.error.sizing-and-pages'));
  if (typedPages !== null) {
    const pages = parsePositive(typedPages);
    if (pages !== null) return value({ kind: 'pages', pages });
    return wrong('pages-not-a-number', message('cli.error.pages-not-a-number', { value: typedPages }));
  }
  const kind = NAMED_RULES.find((name) => name === (rule ?? 'a-little-above'));
  if (kind !== undefined) return value({ kind });
  const rules = NAMED_RULES.join(', ');
  return wrong('sizing-unknown', message('cli.error.sizing-unknown', { rule: rule ?? '', rules }));
}
