// The browser stories, played on the release binary; each test has a server and a database of its own.
import { defineConfig } from '@playwright/test';
import { chromium } from './support/chromium';

export default defineConfig({
  testDir: 'tests',
  outputDir: '../target/end2end/results',
  globalSetup: './support/demo',
  fullyParallel: true,
  workers: 2,
  // Bounds for what never comes, not measures: a busy machine may pause for seconds.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    ...chromium,
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'Europe/Moscow',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
});
