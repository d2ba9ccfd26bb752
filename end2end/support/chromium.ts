// How the browser is started: the system's Chromium where there is one, quiet and without a sandbox for containers.
import { existsSync } from 'node:fs';
import type { PlaywrightWorkerOptions } from '@playwright/test';

const system = '/usr/bin/chromium';

export const chromium: Pick<PlaywrightWorkerOptions, 'browserName' | 'launchOptions'> = {
  browserName: 'chromium',
  launchOptions: {
    ...(existsSync(system) ? { executablePath: system } : {}),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
};
