// Reports: ordered, found, downloaded, deleted and made again.
import { readFileSync } from 'node:fs';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

test('an administrator orders a report, downloads it, deletes its file and has it made again', async ({
  page,
  signIn,
  complaints,
}) => {
  complaints.expectStatus(422);
  await signIn('affiliate');
  await page.goto('/billing');
  await page.getByRole('link', { name: 'Reports' }).click();
  await expect(page.getByRole('heading', { name: 'Reports' })).toBeVisible();
  const table = page.getByRole('table', { name: 'Reports' });
  const order = page.getByRole('group', { name: 'Order a report' });
  const open = page.getByRole('button', { name: 'Order a report' });

  await open.click();
  await expect(order.getByLabel('From')).toBeFocused();
  await order.getByLabel('From').fill('2100-01-01');
  await order.getByLabel('Until').fill('2100-01-02');
  await order.getByRole('button', { name: 'Order', exact: true }).click();
  await expect(order.getByLabel('From')).toHaveAttribute('aria-invalid', 'true');
  await order.getByLabel('From').fill('2020-01-01');
  await order.getByRole('button', { name: 'Order', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The report is ordered' })).toBeVisible();
  await expect(open).toBeFocused();

  const row = table.getByRole('row').filter({ hasText: 'Entries 1 Jan 2020' });
  await expect(row.getByRole('cell').nth(2)).toHaveText('Of a period');
  await expect(row.getByRole('cell').nth(3)).toHaveText('Generated');
  await expectAccessible(page);
  for (const [kind, begins] of [
    ['CSV', '\ufeff"No."'],
    ['XLSX', 'PK'],
  ] as const) {
    const download = page.waitForEvent('download');
    await row.getByRole('link', { name: new RegExp(`^${kind}`) }).click();
    expect(readFileSync(await (await download).path(), 'utf8').startsWith(begins), kind).toBe(true);
  }

  await row.getByRole('button', { name: /^Delete file/ }).click();
  await expect(row.getByRole('link')).toHaveCount(0);
  await row.getByRole('button', { name: /^Make again/ }).click();
  await expect(row.getByRole('link')).toHaveCount(2);

  const found = table.getByRole('row').filter({ has: page.getByRole('cell') });
  await page.getByRole('searchbox', { name: 'Search reports' }).fill('nothing of this name');
  await expect(found).toHaveCount(0);
  await page.getByRole('button', { name: 'Show all reports' }).click();
  await page.getByLabel('Period from').fill('2019-01-01');
  await page.getByLabel('until', { exact: true }).fill('2019-12-31');
  await expect(found).toHaveCount(0);
  await page.getByLabel('until', { exact: true }).fill('2020-01-01');
  await expect(row).toBeVisible();
});

test('a reseller reads the reports of an affiliate', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/companies/3/reports');
  await expect(page.getByRole('heading', { name: /^Reports of / })).toBeVisible();
  await page.getByRole('button', { name: 'Order a report' }).click();
  await expect(page.getByRole('group', { name: 'Order a report' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('group', { name: 'Order a report' })).toBeHidden();
});
