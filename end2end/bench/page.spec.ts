// The instant filter in the browser, the idle server's memory and the demo's time, at three sizes of list.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { emailOf, kontora, Kontora, password } from '../support/kontora';
import { untilAwake } from '../support/test';
import { layOutBare } from './bare_table';
import { ms, percentile, table } from './figures';
import { measureKeystrokes, type Stroke } from './keystrokes';

const sizes = [1_000, 10_000, 100_000];

test('keystrokes in the search field, beside an empty page and a bare table', async ({ page }) => {
  const rows = [figures('empty page', await onEmptyPage(page))];
  const servers: string[][] = [];
  for (const size of sizes) {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'kontora-bench-'));
    const database = `sqlite:${path.join(folder, 'kontora.db')}`;
    const began = performance.now();
    kontora(['demo', '--companies', String(size), '--seed', '1'], database);
    const demoSeconds = (performance.now() - began) / 1000;
    const server = await Kontora.start({ database });
    const idle = server.memory;
    const { strokes, opened } = await onCompanies(page, server, size);
    rows.push(figures(`${size} companies`, strokes), bare(await layOutBare(page, strokes)));
    servers.push([`${size} companies`, demoSeconds.toFixed(1), megabytes(idle), megabytes(server.memory), ms(opened)]);
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  const strokes = ['from input event, ms', 'keys', 'laid out p50', 'p95', 'max', 'painted p50', 'p95'];
  const server = ['server', 'demo, s', 'idle, MB', 'after a visit, MB', 'list in the browser, ms'];
  console.log(`\n${table(strokes, rows)}\n\n${table(server, servers)}\n`);
});

async function onEmptyPage(page: Page): Promise<Stroke[]> {
  await page.setContent('<!doctype html><title>floor</title><input>');
  await page.locator('input').focus();
  return measureKeystrokes(page);
}

async function onCompanies(page: Page, server: Kontora, size: number) {
  const form = { email: emailOf('reseller'), password };
  const signedIn = await page.request.post(`${server.url}/sign-in`, { form, headers: { Origin: server.url }, maxRedirects: 0 });
  expect(signedIn.status()).toBe(303);
  const began = performance.now();
  await page.goto(`${server.url}/companies`);
  await untilAwake(page);
  await expect(page.getByRole('status').filter({ hasText: String(size + 1) })).toBeVisible({ timeout: 60_000 });
  // The whole list is here once a query finds something past the rows that came with the page, and not by asking the
  // server for them.
  await page.route('**/api/companies_view', (route) => route.abort());
  const search = page.getByRole('searchbox');
  await search.fill(String(size));
  await expect(page.locator(`tbody[data-rendered-query="${size}"]`)).toBeVisible({ timeout: 60_000 });
  const opened = performance.now() - began;
  await search.fill('');
  await expect(page.locator('tbody[data-rendered-query=""]')).toBeVisible();
  await search.focus();
  return { strokes: await measureKeystrokes(page), opened };
}

function figures(name: string, strokes: Stroke[]): string[] {
  const laidOut = strokes.map((stroke) => stroke.laidOut);
  const painted = strokes.map((stroke) => stroke.painted);
  return [name, String(strokes.length), ...at(laidOut, [0.5, 0.95, 1]), ...at(painted, [0.5, 0.95])];
}

function bare(laidOut: number[]): string[] {
  return ['their texts in a bare table', String(laidOut.length), ...at(laidOut, [0.5, 0.95, 1]), '', ''];
}

const at = (values: number[], shares: number[]) => shares.map((share) => ms(percentile(values, share)));

const megabytes = (kilobytes: number) => (kilobytes / 1024).toFixed(1);
