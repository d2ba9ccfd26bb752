// `cargo xtask screenshots`: the pictures in docs/pictures.
import { defineConfig } from '@playwright/test';
import stories from './playwright.config';

export default defineConfig(stories, {
  testDir: 'screenshots',
  timeout: 60_000,
  use: { trace: 'off', screenshot: 'off' },
});
