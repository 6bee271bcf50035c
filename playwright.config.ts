import { defineConfig } from '@playwright/test';

// The real window: each spec launches the built app itself, through Playwright's `_electron`.
export default defineConfig({
  testDir: 'test/e2e',
  // Says whether real Electron or the stand-in is looked at.
  globalSetup: './test/standin/announce-host.ts',
  outputDir: 'test-results/e2e',
  // One machine, one pool, one window at a time; and a test that needs a second try is a failing test.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
});
