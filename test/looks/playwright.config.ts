import { defineConfig } from '@playwright/test';

// How the window looks and reads: each screen and figure, drawn from a machine that is always the same.
export default defineConfig({
  testDir: '.',
  globalSetup: '../standin/announce-host.ts',
  outputDir: '../../test-results/looks',
  // Pictures of an earlier version, kept beside the tests: `npm run looks -- --update-snapshots` draws them anew.
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  // Each with a window of its own.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 300_000,
  expect: {
    // Another version of Chromium or of a font moves single pixels; a wrong colour, size or place moves many.
    toHaveScreenshot: { maxDiffPixelRatio: 0.01, threshold: 0.2, animations: 'disabled', caret: 'hide' },
  },
  reporter: [['list'], ['json', { outputFile: '../../test-results/looks.json' }]],
});
