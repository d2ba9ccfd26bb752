// `cargo xtask bench`: one worker, so that nothing runs beside what is measured.
import { defineConfig } from '@playwright/test';
import stories from './playwright.config';

export default defineConfig(stories, {
  testDir: 'bench',
  globalSetup: undefined,
  fullyParallel: false,
  workers: 1,
  timeout: 30 * 60_000,
  use: { trace: 'off', screenshot: 'off' },
});
