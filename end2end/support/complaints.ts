// What the browser complains of while a test runs; any complaint that the test did not announce fails it.
import type { BrowserContext } from '@playwright/test';

export class Complaints {
  private readonly found: string[] = [];
  private readonly announced: RegExp[] = [];

  watch(context: BrowserContext) {
    context.on('console', (message) => {
      if (message.type() === 'error') this.found.push(`${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => this.found.push(String(error.error().stack ?? error.error())));
  }

  // Chromium reports every answer of 400 and above as an error. A story of a refusal names the statuses it causes.
  expectStatus(...statuses: number[]) {
    this.announced.push(new RegExp(`status of (${statuses.join('|')})\\b`));
  }

  // A complaint that the story causes on purpose.
  expect(pattern: RegExp) {
    this.announced.push(pattern);
  }

  get unexpected() {
    return this.found.filter((complaint) => !this.announced.some((pattern) => pattern.test(complaint)));
  }
}
