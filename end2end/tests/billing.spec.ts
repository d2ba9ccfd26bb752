// A company's money: how it stands and why, what is written to its ledger, and what a limit would bring about.
import { readFileSync } from 'node:fs';
import { expectAccessible } from '../support/axe';
import { openDialog, text } from '../support/companies';
import { lettersTo, letterTo } from '../support/letters';
import type { Page } from '@playwright/test';
import { expect, says, test } from '../support/test';

// New ways company of the demo: it owes 1,250.00 of 5,000.00.
const example = 7;

const ledger = (page: Page) => page.getByRole('table', { name: 'Ledger' });

// Opens one of the actions and waits for its dialog.
async function act(page: Page, name: string) {
  await page.getByRole('button', { name, exact: true }).first().click();
  return page.getByRole('dialog', { name });
}

test('the menu leads to one’s own balance, and the dialog to that of an affiliate', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/companies');
  await page.getByRole('link', { name: 'Billing', exact: true }).click();
  await expect(page).toHaveURL(/\/billing$/);
  await expect(page.getByRole('heading', { name: 'Billing', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Record payment' })).toHaveCount(0);
  const dialog = await openDialog(page, example);
  await dialog.getByRole('link', { name: 'Billing' }).click();
  await expect(page).toHaveURL(/\/companies\/7\/billing$/);
  await expect(page.getByRole('heading', { name: 'Billing of New ways company' })).toBeVisible();
  await expect(page.getByRole('definition').first()).toContainText('−1,250');
});

test('a payment is recorded once, and can be taken back with a reason', async ({ page, signIn, complaints }) => {
  complaints.expectStatus(422);
  await signIn('reseller');
  await page.goto(`/companies/${example}/billing`);
  const dialog = await act(page, 'Record payment');
  await dialog.getByRole('button', { name: 'Record payment' }).click();
  await expect(dialog.getByLabel('Amount')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Amount').fill('1 250,50');
  await dialog.getByLabel('Reference').fill('118');
  await dialog.getByRole('button', { name: 'Record payment' }).dblclick();
  await says(page, 'Entry written');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('definition').first()).toContainText('0.50');
  const payment = ledger(page).getByRole('row').filter({ hasText: '№ 118' });
  await expect(payment).toHaveCount(1);
  await expect(payment).toContainText('+1,250.50');

  await payment.getByRole('button', { name: /^Reverse entry/ }).click();
  const reversal = page.getByRole('dialog', { name: 'Reverse' });
  await reversal.getByLabel('Reason').fill('Recorded by mistake');
  await reversal.getByRole('button', { name: 'Reverse' }).click();
  await says(page, 'Entry reversed');
  await expect(ledger(page).getByRole('row').filter({ hasText: 'Recorded by mistake' })).toContainText('−1,250.50');
  await expect(payment.getByRole('button', { name: /^Reverse entry/ })).toHaveCount(0);
});

test('a suspension by hand is told on the page with its reason, and ended again', async ({ page, signIn, kontora }) => {
  await signIn('reseller');
  await page.goto(`/companies/${example}/billing`);
  let dialog = await act(page, 'Suspend');
  await dialog.getByLabel('Reason').fill('The contract is not signed');
  await dialog.getByRole('button', { name: 'Suspend' }).click();
  await says(page, 'Access suspended');
  await expect(page.getByRole('status').filter({ hasText: 'Suspended since' })).toContainText('The contract is not signed');
  expect((await letterTo(kontora.mail, 'info@newways.test')).text).toContain('The contract is not signed');
  await page.goto('/companies?q=new%20ways%20comp');
  await expect(page.getByRole('row').filter({ hasText: 'New ways company' })).toContainText('Suspended');

  await page.goto(`/companies/${example}/billing`);
  dialog = await act(page, 'End the reseller’s suspension');
  await dialog.getByLabel('Reason').fill('Signed');
  await dialog.getByRole('button', { name: 'End the reseller’s suspension' }).click();
  await says(page, 'Suspension ended');
  await expect(page.getByRole('status').filter({ hasText: 'Suspended since' })).toHaveCount(0);
});

test('a temporary limit lifts a suspension until it ends', async ({ page, signIn }) => {
  await signIn('reseller');
  const edit = await openDialog(page, example);
  await text(edit, 'Credit limit').fill('1000');
  await edit.getByRole('button', { name: 'Save company' }).click();
  await says(page, 'Saved');
  await page.goto(`/companies/${example}/billing`);
  await expect(page.getByRole('status').filter({ hasText: 'To resume, pay' })).toContainText('250.00');
  const dialog = await act(page, 'Temporary limit');
  await dialog.getByLabel('Amount').fill('30');
  await dialog.getByRole('radio', { name: '% of the limit' }).check();
  await dialog.getByLabel('Until').fill('2027-01-10T18:00');
  await dialog.getByLabel('Reason').fill('The season');
  await dialog.getByRole('button', { name: 'Temporary limit' }).click();
  await says(page, 'Saved');
  await expect(page.getByRole('definition').filter({ hasText: 'until 10 Jan 2027' })).toContainText('300.00');
  await expect(page.getByRole('status').filter({ hasText: 'Suspended since' })).toHaveCount(0);
});

test('the dialog tells beforehand who would be suspended and told', async ({ page, signIn, browserName }) => {
  expect(browserName).toBe('chromium');
  await signIn('reseller');
  const dialog = await openDialog(page, example);
  await text(dialog, 'Credit limit').fill('1000');
  const told = dialog.getByRole('status').filter({ hasText: 'Access will be suspended at once' });
  await expect(told).toContainText('access suspended”: info@newways.test');
  await text(dialog, 'Credit limit').fill('2000');
  await expect(told).toHaveCount(0);
  await expect(dialog.getByRole('status').filter({ hasText: 'Access stays as it is' })).toContainText('750.00');
});

test('what has changed since the outcome was shown is shown anew before anything is saved', async ({ page, signIn, another, complaints }) => {
  complaints.expectStatus(409);
  const operator = await another('operator');
  await operator.goto(`/companies/${example}/billing`);
  await signIn('reseller');
  const dialog = await openDialog(page, example);
  await text(dialog, 'Credit limit').fill('2000');
  await expect(dialog.getByRole('status').filter({ hasText: 'Access stays as it is' })).toBeVisible();

  const charge = await act(operator, 'Write correction');
  await charge.getByLabel('Amount').fill('-1000');
  await charge.getByLabel('Reason').fill('Agreed');
  await charge.getByRole('button', { name: 'Write correction' }).click();
  await says(operator, 'Entry written');

  await dialog.getByRole('button', { name: 'Save company' }).click();
  await expect(dialog.getByRole('alert').filter({ hasText: 'Nothing was saved' })).toBeVisible();
  await expect(dialog.getByRole('status').filter({ hasText: 'Access will be suspended at once' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Save company' }).click();
  await says(page, 'Saved');
});

test('an undo says what it would bring about, where it was made and in the history', async ({ page, signIn, kontora }) => {
  await signIn('reseller');
  const dialog = await openDialog(page, example);
  await expect(dialog.getByLabel('Reason for the change')).toHaveCount(0);
  await text(dialog, 'Credit limit').fill('100');
  await dialog.getByLabel('Reason for the change').fill('Less is sold');
  await dialog.getByRole('button', { name: 'Save company' }).click();
  const message = page.getByRole('status').filter({ hasText: /Saved/ });
  await expect(message).toContainText('If undone: Access will be restored at once; 3,750.00 ₽ will be available.');
  await expect(message).toContainText('Letter “access restored”: info@newways.test.');
  await expect.poll(async () => (await lettersTo(kontora.mail, 'info@newways.test', 2)).map((letter) => letter.text).join()).toContain('Less is sold');
  await page.goto(`/companies/${example}/history`);
  const last = page.getByRole('region', { name: 'Changes' }).getByRole('listitem').first();
  await expect(last).toContainText('If undone: Access will be restored at once');
  await last.getByRole('button', { name: /^Undo/ }).click();
  await says(page, 'Undone');
  await expect(last.getByRole('button', { name: /^Restore: Credit limit/ })).toHaveAccessibleDescription(/^If restored: Access will be suspended at once/);
  await page.goto('/companies?q=new%20ways%20comp');
  await expect(page.getByRole('row').filter({ hasText: 'New ways company' })).toContainText('5,000');

  // Of a save that cannot be taken back as a whole any more, the value says it by itself.
  const again = await openDialog(page, example);
  await text(again, 'Credit limit').fill('4000');
  await again.getByRole('button', { name: 'Save company' }).click();
  await says(page, 'Saved');
  await page.goto(`/companies/${example}/history`);
  const before = page.getByRole('region', { name: 'Changes' }).locator('.past > li').nth(1);
  await expect(before).toContainText('If restored: Access will be suspended at once');
  await expect(before.getByRole('button', { name: /^Restore/ })).toHaveAccessibleDescription(/^If restored: Access will be suspended at once/);
  await expectAccessible(page);
});

test('a postponed suspension is told in the row, on the page and by the dialog', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto(`/companies/${example}/billing`);
  const dialog = await act(page, 'Postpone suspension');
  const until = new Date(Date.now() + 3 * 24 * 60 * 60 * 1000).toISOString().slice(0, 16);
  await dialog.getByLabel('Until').fill(until);
  await dialog.getByLabel('Reason').fill('They pay on Monday');
  await dialog.getByRole('button', { name: 'Postpone suspension' }).click();
  await expect(dialog).toBeHidden();
  const past = page.getByRole('region', { name: 'Suspensions' }).getByRole('listitem').first();
  await expect(past).toContainText('Suspension postponed until');
  await expect(past).toContainText('They pay on Monday');
  await page.goto('/companies?q=new%20ways%20comp');
  await expect(page.getByRole('img', { name: /^Suspension postponed until / })).toBeVisible();
  await expectAccessible(page);
  const edit = await openDialog(page, example);
  await text(edit, 'Credit limit').fill('100');
  await expect(edit.getByRole('status').filter({ hasText: 'Suspension postponed until' })).toContainText('Access stays as it is');
});

test('an invoice is issued, downloaded, and cancelled by its supplier', async ({ page, signIn, kontora, complaints }) => {
  complaints.expectStatus(422);
  await signIn('reseller');
  await page.goto(`/companies/${example}/billing`);
  let dialog = await act(page, 'Create invoice');
  await expect(dialog.getByLabel('Amount')).toHaveValue('1250.00');
  await dialog.getByLabel('Amount').fill('0.5');
  await dialog.getByRole('button', { name: 'Create invoice' }).click();
  await expect(dialog.getByLabel('Amount')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Amount').fill('1 250,50');
  await dialog.getByRole('button', { name: 'Create invoice' }).dblclick();
  await says(page, 'is issued');
  const invoice = page.getByRole('table', { name: 'Invoices' }).getByRole('row').filter({ hasText: /2-20\d\d-000001/ });
  await expect(invoice).toContainText('1,250.50');
  await expect(page.getByRole('table', { name: 'Invoices' }).getByRole('row')).toHaveCount(2);
  const download = page.waitForEvent('download');
  await invoice.getByRole('link', { name: /^Download invoice/ }).click();
  expect(readFileSync(await (await download).path(), 'latin1').startsWith('%PDF-')).toBe(true);
  expect((await letterTo(kontora.mail, 'info@newways.test')).text).toContain('Оплата по счету');

  await invoice.getByRole('button', { name: /^Cancel invoice/ }).click();
  dialog = page.getByRole('dialog', { name: 'Cancel invoice' });
  await dialog.getByLabel('Reason').fill('Asked for twice');
  await dialog.getByRole('button', { name: 'Cancel invoice' }).click();
  await says(page, 'Invoice cancelled');
  await expect(invoice).toContainText('Cancelled');
  await expect(invoice.getByRole('button')).toHaveCount(0);
});

test('further thresholds are set beside the dialog’s, as amounts or shares', async ({ page, signIn, complaints }) => {
  complaints.expectStatus(422);
  await signIn('reseller');
  await page.goto(`/companies/${example}/billing`);
  let dialog = await act(page, 'Notification thresholds');
  await dialog.getByLabel('Second threshold').fill('90%');
  await dialog.getByLabel('Third threshold').fill('ten');
  await dialog.getByRole('button', { name: 'Notification thresholds' }).click();
  await expect(dialog.getByLabel('Third threshold')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Third threshold').fill('-4500');
  await dialog.getByLabel('Repeat weekly').uncheck();
  await dialog.getByRole('button', { name: 'Notification thresholds' }).click();
  await says(page, 'Saved');
  await expect(page.getByRole('definition').filter({ hasText: '90 %' })).toContainText('−4,500.00');
  await page.reload();
  dialog = await act(page, 'Notification thresholds');
  await expect(dialog.getByLabel('Second threshold')).toHaveValue(/^90\s%$/);
  await expect(dialog.getByLabel('Repeat weekly')).not.toBeChecked();
});

for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
  test.describe(`${viewport.width} wide`, () => {
    test.use({ viewport });

    test('the page and its questions fit and are accessible', async ({ page, signIn }) => {
      await signIn('operator');
      await page.goto('/companies/2/billing');
      await expectAccessible(page);
      for (const name of ['Record payment', 'Temporary limit', 'Notification thresholds', 'VAT on invoices', 'Suspend', 'Cap on limits']) {
        const dialog = await act(page, name);
        await expectAccessible(page, ['light']);
        const [needed, there] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        expect(needed).toBeLessThanOrEqual(there!);
        await page.keyboard.press('Escape');
        await expect(dialog).toBeHidden();
      }
    });
  });
}
