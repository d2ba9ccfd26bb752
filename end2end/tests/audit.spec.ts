// The audit log: what happened, narrowed and downloaded.
import { readFileSync } from 'node:fs';
import { expectSaved, openDialog, save, text } from '../support/companies';
import { expect, test } from '../support/test';

test('an administrator reads, narrows and downloads what happened', async ({ page, signIn, complaints }) => {
  complaints.expectStatus(422);
  await signIn('affiliate');
  const dialog = await openDialog(page, 3);
  await text(dialog, 'Name').fill('=Renamed');
  await save(dialog);
  await expectSaved(page);
  await page.goto('/support');
  await page.getByRole('link', { name: 'Audit log' }).click();
  const log = page.getByRole('table', { name: 'Audit log' });
  await expect(log.getByRole('row')).toHaveCount(3);
  await expect(log).toContainText('Signed in');

  await page.getByLabel('Event', { exact: true }).selectOption('Company changed');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(log.getByRole('row')).toHaveCount(2);
  await expect(page).toHaveURL(/\?kind=company_saved$/);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download CSV' }).click();
  const file = readFileSync(await (await download).path(), 'utf8');
  expect(file.trimEnd().split('\r\n')).toHaveLength(2);
  expect(file).toContain('"\'=Renamed"');

  await page.getByLabel('Company ID').fill('x');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.getByLabel('Company ID')).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(log.getByRole('row')).toHaveCount(3);
  await log.getByRole('link', { name: 'Company changed' }).click();
  await expect(page).toHaveURL(/\/companies\/3\/history$/);
});
