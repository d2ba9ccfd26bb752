// Tokens of the API: made on the profile, shown once, used by another system, revoked.
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { password } from '../support/kontora';
import { expect, test } from '../support/test';

const section = (page: Page) => page.getByRole('region', { name: 'API tokens' });
const form = (page: Page) => section(page).getByRole('form', { name: 'New token' });

test('an administrator makes a token, sees it once, and revokes it', async ({ page, signIn, kontora, playwright }) => {
  await signIn('reseller');
  await page.goto('/profile');
  await expect(section(page)).toContainText('There are no tokens yet.');
  await form(page).getByLabel('Name').fill('Billing');
  await form(page).getByLabel('Read and money').check();
  await expect(form(page).getByLabel('Days it lives')).toHaveValue('90');
  await form(page).getByLabel('Current password').fill(password);
  await form(page).getByRole('button', { name: 'Create token' }).click();

  await expect(section(page).getByRole('status').filter({ hasText: 'Copy it now' })).toBeVisible();
  const shown = section(page).getByLabel('Token', { exact: true });
  await expect(shown).toBeFocused();
  const token = await shown.inputValue();
  expect(token).toMatch(/^kt_[\w-]{43}$/);
  const row = section(page).getByRole('row').filter({ hasText: 'Billing' });
  await expect(row).toContainText(token.slice(0, 9));
  await expect(row).toContainText('Read and money');
  await expectAccessible(page, ['light', 'dark']);

  const system = await playwright.request.newContext({ baseURL: kontora.url, extraHTTPHeaders: { Authorization: `Bearer ${token}` } });
  const company = await system.get('/api/v1/companies/7');
  expect((await company.json()).balance).toEqual({ amount: '-1250.00', currency: 'RUB' });
  const changed = await system.patch('/api/v1/companies/7', {
    data: { phone: '+7 900 000-00-01' },
    headers: { 'If-Match': company.headers()['etag']! },
  });
  expect(changed.status()).toBe(200);

  await page.reload();
  await expect(row).toContainText('127.0.0.1');
  expect(await page.content()).not.toContain(token);

  await row.getByRole('button', { name: 'Revoke' }).click();
  const question = page.getByRole('alertdialog', { name: 'Revoke the token?' });
  await expect(question).toContainText('Billing');
  await question.getByRole('button', { name: 'Keep' }).click();
  await expect(row).toBeVisible();
  await row.getByRole('button', { name: 'Revoke' }).click();
  await question.getByRole('button', { name: 'Revoke' }).click();
  await expect(row).toBeHidden();
  expect((await system.get('/api/v1/companies/7')).status()).toBe(401);
  await system.dispose();
});

test('a wrong term is told at its field, as it is typed', async ({ page, signIn }) => {
  await signIn('single');
  await page.goto('/profile');
  const days = form(page).getByLabel('Days it lives');
  await days.fill('400');
  await days.press('Tab');
  await expect(form(page)).toContainText('A number from 1 to 365 is needed');
  await days.fill('30');
  await expect(form(page)).not.toContainText('A number from 1 to 365 is needed');
  const networks = form(page).getByLabel('Allowed addresses');
  await networks.fill('192.0.2.0/24 localhost');
  await networks.press('Shift+Tab');
  await expect(form(page)).toContainText('“localhost” is no address');
});

test('whoever administers nothing has no tokens', async ({ page, signIn }) => {
  await signIn('chat');
  await page.goto('/profile');
  await expect(page.getByLabel('Full name')).toBeVisible();
  await expect(section(page)).toHaveCount(0);
});
