import type { Plan } from '../../common/plan';
import { KVM_GID, desktop, desktopWithPool, withGroup, withMount } from './host';
import { GIB, planFor } from './plan';
import { scriptEdit } from './script-edit';

/** The main kinds of plan, each with a golden text of its name in test/fixtures/root-scripts. */
export const KINDS_OF_PLAN: Readonly<Record<string, Plan>> = {
  'fresh-machine': planFor(desktop()),
  'mounted-by-systemd': planFor(withMount(desktop({ group: { gid: KVM_GID } }))),
  'pool-only': planFor(desktopWithPool(512), { isPersistent: false }),
  ostree: planFor(withMount(desktop({ system: { isOstree: true }, group: { gidInUsrLib: 36 } }))),
  '1g-pages': planFor(withGroup(desktop()), { pageKiB: GIB }),
  'nothing-persistent': planFor(desktop(), { isPersistent: false }),
  'files-only': planFor({ ...desktopWithPool(2_050), sysctl: [], fstab: desktop().fstab }),
  'with-script': planFor(desktopWithPool(512), { isPersistent: false }, [], scriptEdit()),
  'without-systemd': planFor(desktop({ system: { hasSystemd: false } })),
};
