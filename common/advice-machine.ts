import type { Finding } from './finding';
import { formatMemory } from './memory-size';
import { message } from './message';
import { USUAL_PAGE_KIB } from './page-size';
import type { HostSnapshot } from './snapshot';

/** What the machine is: system, kernel, processor, container. The platform comes first. */
export function machineFindings(snapshot: HostSnapshot): readonly [Finding, ...Finding[]] {
  return [platform(snapshot), kernel(snapshot), cpu(snapshot), container(snapshot)];
}

function platform({ system }: HostSnapshot): Finding {
  const evidence = [
    { file: '/proc/sys/kernel/osrelease', value: system.kernelRelease },
    { file: '/etc/os-release', value: system.distributionName ?? '' },
  ];
  if (system.platform !== 'linux') {
    const sentence = message('finding.platform.not-linux', { platform: system.platform });
    return { id: 'platform', light: 'problem', sentence, evidence: [] };
  }
  if (system.isWsl) return { id: 'platform', light: 'warning', sentence: message('finding.platform.wsl'), evidence };
  const distribution = system.distributionName;
  const kernelRelease = { kernel: system.kernelRelease };
  const sentence =
    distribution === null
      ? message('finding.platform.unnamed', kernelRelease)
      : message('finding.platform.ok', { distribution, ...kernelRelease });
  return { id: 'platform', light: 'ok', sentence, evidence };
}

function kernel({ system, pools, defaultPageKiB }: HostSnapshot): Finding {
  const filesystems = { file: '/proc/filesystems', value: system.hasHugetlbfs ? 'nodev hugetlbfs' : '' };
  if (!system.hasHugetlbfs) {
    const sentence = message('finding.kernel.no-hugetlbfs', { kernel: system.kernelRelease });
    return { id: 'kernel', light: 'problem', sentence, evidence: [filesystems] };
  }
  // Sizes such as 2 MiB are written alike in every language of the program.
  const sizes = pools.map(({ pageKiB }) => formatMemory(pageKiB, 'en')).join(' / ');
  const evidence = [
    filesystems,
    { file: '/sys/kernel/mm/hugepages', value: pools.map(({ pageKiB }) => `hugepages-${String(pageKiB)}kB`).join(' ') },
    { file: '/proc/meminfo', value: defaultPageKiB === null ? '' : `Hugepagesize: ${String(defaultPageKiB)} kB` },
  ];
  if (pools.length === 0) {
    return { id: 'kernel', light: 'problem', sentence: message('finding.kernel.no-pages'), evidence };
  }
  if (defaultPageKiB !== null && defaultPageKiB !== USUAL_PAGE_KIB) {
    const sentence = message('finding.kernel.other-default', { sizes, pageKiB: defaultPageKiB });
    return { id: 'kernel', light: 'hint', sentence, evidence };
  }
  return { id: 'kernel', light: 'ok', sentence: message('finding.kernel.ok', { sizes }), evidence };
}

function cpu({ cpu: { model, has2MiBPages, has1GiBPages } }: HostSnapshot): Finding {
  const flags = [has2MiBPages === true ? 'pse' : null, has1GiBPages === true ? 'pdpe1gb' : null];
  const evidence = [
    { file: '/proc/cpuinfo', value: model ?? '' },
    { file: '/proc/cpuinfo', value: `flags: ${flags.filter((flag) => flag !== null).join(' ')}` },
  ];
  if (has2MiBPages === null) {
    return { id: 'cpu', light: 'hint', sentence: message('finding.cpu.unknown'), evidence };
  }
  if (!has2MiBPages) return { id: 'cpu', light: 'warning', sentence: message('finding.cpu.no-pse'), evidence };
  const sentence = message(has1GiBPages === true ? 'finding.cpu.ok' : 'finding.cpu.only-2mib');
  return { id: 'cpu', light: 'ok', sentence, evidence };
}

/** Files that container engines leave inside; none of them was found. */
const CONTAINER_MARKS = ['/run/systemd/container', '/run/.containerenv', '/.dockerenv'] as const;

function container({ system }: HostSnapshot): Finding {
  if (system.container === null) {
    const evidence = CONTAINER_MARKS.map((file) => ({ file, value: '' }));
    return { id: 'container', light: 'ok', sentence: message('finding.container.ok'), evidence };
  }
  const sentence = message('finding.container.inside');
  return { id: 'container', light: 'problem', sentence, evidence: [system.container] };
}
