// Looking through another's eyes: allowed by the company, under a banner, without touching anything.
import { expectAccessible } from '../support/axe';
import { editDialog, openDialog, table, text } from '../support/companies';
import { emailOf } from '../support/kontora';
import { lettersTo } from '../support/letters';
import { expect, test, untilAwake } from '../support/test';
import type { Page } from '@playwright/test';

const banner = (page: Page) => page.getByRole('complementary', { name: 'Viewing as somebody else' });
const consent = (page: Page) => page.getByRole('region', { name: 'Viewing your cabinet' });

// Opens the dialog that asks for the reason, on the employees page of the affiliate.
async function askToView(page: Page, email: string) {
  await page.goto('/companies/3/employees');
  const row = page.getByRole('row').filter({ hasText: email });
  await row.getByRole('button', { name: /^Actions/ }).click();
  await page.getByRole('button', { name: 'View as…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Actions' });
  await dialog.getByLabel('Reason').fill('Looking into request 4711');
  await dialog.getByRole('button', { name: 'View', exact: true }).click();
  return dialog;
}

test('a reseller looks once the affiliate has allowed it, and changes nothing', async ({ page, signIn, another, kontora, complaints }) => {
  complaints.expectStatus(403);
  await signIn('reseller');
  const refused = await askToView(page, emailOf('affiliate'));
  await expect(refused.getByRole('alert')).toContainText('The company has not allowed it');
  await expect(refused.getByLabel('Reason')).toHaveValue('Looking into request 4711');

  const affiliate = await another('affiliate');
  await affiliate.goto('/profile');
  await consent(affiliate).getByLabel('24 hours').check();
  await consent(affiliate).getByRole('button', { name: 'Allow viewing' }).click();
  await expect(consent(affiliate)).toContainText('Allowed until');

  await askToView(page, emailOf('affiliate'));
  await expect(banner(page)).toContainText('You are viewing as');
  await expect(banner(page)).toContainText('30 minutes left.');
  await expect(table(page).getByRole('row')).not.toHaveCount(0);
  await expectAccessible(page, ['light', 'dark']);
  const dialog = await openDialog(page, 3);
  await text(dialog, 'Name').fill('Another name');
  await dialog.getByRole('button', { name: 'Save company' }).click();
  await expect(dialog).toContainText('Nothing can be changed while viewing as somebody else');

  await page.goto('/profile');
  await untilAwake(page);
  await expect(page.getByRole('heading', { name: 'API tokens' })).toHaveCount(0);
  await banner(page).getByRole('button', { name: 'Leave' }).click();
  await expect(page).toHaveURL(/\/companies\/3\/employees$/);
  await expect(banner(page)).toHaveCount(0);

  await affiliate.reload();
  await expect(consent(affiliate)).toContainText('Looking into request 4711');
  const [letter] = await lettersTo(kontora.mail, emailOf('affiliate'));
  expect(letter!.subject).toContain('viewed your cabinet');
});

test('an affiliate that forbids it again ends the look', async ({ page, signIn, another, complaints }) => {
  // What the page that is looking asks for after that.
  complaints.expectStatus(403);
  const affiliate = await another('affiliate');
  await affiliate.goto('/profile');
  await consent(affiliate).getByLabel('Until I forbid it').check();
  await consent(affiliate).getByRole('button', { name: 'Allow viewing' }).click();
  await signIn('reseller');
  await askToView(page, emailOf('affiliate'));
  await expect(banner(page)).toBeVisible();
  await consent(affiliate).getByRole('button', { name: 'Forbid' }).click();
  await expect(consent(affiliate)).toContainText('Allow for');
  await page.goto('/companies/2');
  await expect(editDialog(page)).toBeVisible();
  await expect(banner(page)).toHaveCount(0);
});
