export const startText = {
  'start.building': 'Building the app …',
  'start.build-failed': 'The build failed; the lines above say why. Nothing was started.',
  'start.no-display':
    'No display was found (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open here. Everything also works on the command line; begin with: {{command}}',
  'start.fetching-electron': 'Downloading Electron, about 110 MB, once …',
  'start.stand-in':
    'Electron’s program file is not here and could not be downloaded. The same app now opens in this system’s Chromium instead. For real Electron, run this when there is a connection: {{command}}',
  'start.installing-chromium': 'Chromium is missing; installing it with apt-get …',
  'start.no-chromium': 'Chromium is missing, which the app needs here for its window. Install it with: {{command}}',
  'start.runs-as-root':
    'Running as root, so Electron’s sandbox is switched off (--no-sandbox). Better start the app as yourself: it asks for a password when it needs one.',
  'start.cannot-open': 'The app could not be started ({{detail}}). Remove the folder “out” and try again.',
} as const;
