// The code of a page comes when the page is gone to, and what does not come is told.
import type { Page } from '@playwright/test';
import { rows } from '../support/companies';
import { expect, test } from '../support/test';

const support = (page: Page) => page.getByRole('link', { name: 'Support' });
const chunk = (name: string) => `**/split_${name}.wasm`;

test('the sign-in page loads the module alone, and the table no code of other pages', async ({ page, signIn }) => {
  await holdBackTimers(page);
  let modules: string[] = [];
  page.on('request', (request) => modules.push(...(request.url().match(/[^/]+\.wasm$/) ?? [])));
  await page.goto('/sign-in');
  expect(new Set(modules)).toEqual(new Set(['kontora_bg.wasm']));
  modules = [];
  await signIn('reseller');
  await page.goto('/companies');
  await expect(rows(page).first()).toBeVisible();
  expect(modules.filter((name) => name.startsWith('split_'))).toContain('split_table.wasm');
  expect(modules.filter((name) => /split_(dialog|company|office)/.test(name))).toEqual([]);
});

test('a page opened by its address is loaded with its code at once', async ({ page, signIn }) => {
  await signIn('reseller');
  const loaded = page.waitForRequest(chunk('company'));
  await page.goto('/users');
  await loaded;
  const links = page.locator('link[rel="preload"][href$=".wasm"]');
  expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')?.split('/').pop()))).toContain('split_company.wasm');
});

test('while the code of a page is on its way a bar stands in its place, and the way back is open', async ({ page, signIn }) => {
  await holdBackTimers(page);
  await signIn('reseller');
  await page.goto('/companies');
  let send = () => {};
  await page.route(chunk('office'), async (route) => {
    await new Promise<void>((resolve) => (send = resolve));
    await route.continue();
  });
  await support(page).click();
  await expect(page.getByRole('progressbar', { name: 'Loading' })).toBeVisible();
  await expect(page).toHaveURL(/\/support$/);
  await page.goBack();
  await expect(rows(page).first()).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  const arrived = page.waitForResponse(chunk('office'));
  send();
  await arrived;
  await expect(rows(page).first()).toBeVisible();
  await support(page).click();
  await expect(page.getByRole('heading', { name: 'Support', level: 1 })).toBeVisible();
});

test('a page whose code cannot be had any more is loaded as a whole', async ({ page, signIn, complaints }) => {
  complaints.expect(/Failed to load resource|WebAssembly|fetch/);
  await holdBackTimers(page);
  await signIn('reseller');
  await page.goto('/companies?q=new');
  await page.route(chunk('office'), (route) => route.fulfill({ status: 404 }), { times: 1 });
  await support(page).click();
  await expect(page.getByRole('heading', { name: 'Support', level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/\/support$/);
  await expect(page.locator('html[data-awake]')).toBeAttached();
  await page.goBack();
  await expect(page).toHaveURL(/\/companies\?q=new$/);
});

test('without a network a page says so and is loaded once there is one', async ({ page, context, signIn, complaints }) => {
  complaints.expect(/Failed to load resource|WebAssembly|fetch|ERR_INTERNET_DISCONNECTED/);
  await holdBackTimers(page);
  await signIn('reseller');
  await page.goto('/companies');
  await context.setOffline(true);
  await support(page).click();
  await expect(page.getByRole('alert').getByRole('button', { name: 'Load again' })).toBeVisible();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Load again' }).click();
  await expect(page.getByRole('heading', { name: 'Support', level: 1 })).toBeVisible();
});

test('a page that cannot wake up says so', async ({ page, kontora, complaints }) => {
  complaints.expect(/Failed to load resource|WebAssembly|fetch/);
  await page.route('**/kontora_bg.wasm', (route) => route.fulfill({ status: 503 }));
  // Not by `goto`, which waits until the page is awake.
  await page.evaluate((address) => location.assign(address), `${kontora.url}/sign-in`);
  await expect(page.getByRole('alert').filter({ hasText: 'has not loaded fully' })).toBeVisible();
});

// What a page loads ahead of its use, a second after it is awake, is not loaded here.
async function holdBackTimers(page: Page) {
  await page.addInitScript(() => {
    const { setTimeout } = window;
    window.setTimeout = ((run: TimerHandler, after?: number, ...rest: unknown[]) =>
      after === 1000 ? 0 : setTimeout(run, after, ...rest)) as typeof setTimeout;
  });
}
