import { getuid } from 'node:process';

/** What the host decides itself; an app's or a person's own value would cut the stand-in off. */
const OWN = new Set([
  'inspect',
  'inspect-brk',
  'remote-debugging-port',
  'remote-debugging-pipe',
  'user-data-dir',
  'no-sandbox',
  'headless',
]);

const QUIET = [
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--test-type',
  '--noerrdialogs',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-search-engine-choice-screen',
  '--hide-crash-restore-bubble',
  '--metrics-recording-only',
  '--no-service-autorun',
  '--password-store=basic',
  '--use-mock-keychain',
  '--disable-features=Translate,MediaRouter,OptimizationHints,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,LensOverlay',
];

const BEHAVE_LIKE_ELECTRON = [
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-back-forward-cache',
  '--disable-popup-blocking',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  // Module scripts of a page on file://.
  '--allow-file-access-from-files',
  // Else window.close() works or not depending on how long the history is.
  '--blink-settings=allowScriptsToCloseWindows=true',
  // Nothing leaves this machine. --host-resolver-rules would do too, but shows a warning bar in the window.
  '--proxy-server=127.0.0.1:9',
  '--proxy-bypass-list=localhost;127.0.0.1',
];

export interface SwitchChoice {
  readonly profile: string;
  readonly isHeadless: boolean;
  readonly screen: { readonly width: number; readonly height: number };
  readonly switches: ReadonlyMap<string, string>;
}

/** Needed by every start of Chromium on one profile, also by one that only hands a window over to the first. */
export function profileSwitches({ profile, switches }: Pick<SwitchChoice, 'profile' | 'switches'>): string[] {
  const isRoot = getuid?.() === 0;
  const sandbox = isRoot || switches.has('no-sandbox') ? ['--no-sandbox'] : [];
  return [`--user-data-dir=${profile}`, '--test-type', ...sandbox];
}

export function chromiumSwitches(choice: SwitchChoice): string[] {
  const { isHeadless, screen, switches } = choice;
  const port = switches.get('remote-debugging-port');
  const asked = [...switches]
    .filter(([name]) => !OWN.has(name))
    .map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`));
  return [
    ...profileSwitches(choice),
    ...QUIET,
    ...BEHAVE_LIKE_ELECTRON,
    ...(isHeadless
      ? ['--headless', `--screen-info={${String(screen.width)}x${String(screen.height)}}`, '--mute-audio']
      : ['--ozone-platform-hint=auto']),
    ...asked,
    '--remote-debugging-pipe',
    ...(port === undefined ? [] : [`--remote-debugging-port=${port}`]),
  ];
}
