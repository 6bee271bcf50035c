import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/standin',
  workers: 1,
  timeout: 30_000,
  reporter: 'list',
  globalSetup: './announce-host.ts',
  // Anything else would be emulated over what nativeTheme says.
  use: { colorScheme: null },
});
