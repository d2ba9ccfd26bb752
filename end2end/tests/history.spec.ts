// The history of a company: a save is taken back where it was made, and every earlier value is told and restored.
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { editButton, editDialog, expectSaved, openDialog, save, text } from '../support/companies';
import { account } from '../support/people';
import { expect, test } from '../support/test';

const example = 'New ways company';

const said = (page: Page, words: string | RegExp) => page.getByRole('status').filter({ hasText: words });

const undoButton = (page: Page) => page.getByRole('status').getByRole('button', { name: 'Undo' });

const saves = (page: Page) => page.getByRole('region', { name: 'Changes' }).getByRole('list').first().locator('> li');

async function rename(page: Page, to: string) {
  const dialog = await openDialog(page, 7);
  await text(dialog, 'Name').fill(to);
  await save(dialog);
  await expectSaved(page);
}

test('a save is undone from its message, and the undo from its own', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/companies?q=ways+comp');
  await editButton(page, example).click();
  await text(editDialog(page), 'Name').fill('New ways company, renamed');
  await save(editDialog(page));
  await expectSaved(page);
  await expect(editButton(page, 'New ways company, renamed')).toBeFocused();
  await undoButton(page).click();
  await expect(said(page, 'Undone')).toBeVisible();
  await expect(editButton(page, example)).toBeVisible();
  await undoButton(page).click();
  await expect(editButton(page, 'New ways company, renamed')).toBeVisible();
});

test('Ctrl+Z undoes while the message is there, but never while a text is typed', async ({ page, signIn }) => {
  await signIn('reseller');
  await rename(page, 'By mistake');
  await page.getByRole('searchbox', { name: 'Search companies' }).focus();
  await page.keyboard.press('Control+z');
  await expect(said(page, 'Undone')).toBeHidden();
  await page.getByRole('main').focus();
  await page.keyboard.press('Control+z');
  await expect(said(page, 'Undone')).toBeVisible();
  const dialog = await openDialog(page, 7);
  await expect(text(dialog, 'Name')).toHaveValue(example);
});

test('the button is reached by Tab, and the message waits for it', async ({ page, signIn }) => {
  await page.clock.install();
  await signIn('reseller');
  await rename(page, 'By mistake');
  await undoButton(page).focus();
  await page.clock.runFor(30_000);
  await expect(undoButton(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(said(page, 'Undone')).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();
  await page.clock.runFor(9_000);
  await expect(said(page, 'Undone')).toBeHidden();
});

test('what somebody changed meanwhile is told and stays', async ({ page, signIn, another, complaints }) => {
  complaints.expectStatus(409);
  await signIn('reseller');
  const colleague = await another('operator');
  await rename(page, 'First');
  await undoButton(page).hover();
  await rename(colleague, 'Second');
  await undoButton(page).click();
  await expect(said(page, /Not undone\. Changed since: Name \(.+\), now Second/)).toBeVisible();
  await page.getByRole('status').getByRole('link', { name: 'History' }).click();
  await expect(saves(page)).toHaveCount(2);
  await expect(saves(page).first()).toContainText('First → Second');
});

test('the dialog leads to the history, and asks about what is not saved', async ({ page, signIn }) => {
  await signIn('reseller');
  const dialog = await openDialog(page, 7);
  await text(dialog, 'Name').fill('Not saved');
  await dialog.getByRole('link', { name: 'History' }).click();
  await page.getByRole('alertdialog', { name: 'Unsaved changes' }).getByRole('button', { name: 'Discard' }).click();
  await expect(page).toHaveURL(/\/companies\/7\/history$/);
  await expect(page.getByRole('heading', { name: `History of ${example}` })).toBeVisible();
  await expect(page.getByText('No changes yet')).toBeVisible();
  await page.goBack();
  await expect(text(dialog, 'Name')).toHaveValue(example);
});

test('a field of the dialog leads to what it has held', async ({ page, signIn }) => {
  await signIn('reseller');
  const dialog = await openDialog(page, 7);
  await text(dialog, 'Name').hover();
  await dialog.getByRole('link', { name: 'Earlier values' }).first().click();
  await expect(page).toHaveURL(/\/companies\/7\/history\?field=name$/);
  await expect(page.getByLabel('Field')).toHaveValue('name');
  await page.goBack();
  await expect(text(dialog, 'Name')).toHaveValue(example);
});

test('the timeline tells old and new, is narrowed, and restores', async ({ page, signIn }) => {
  await signIn('reseller');
  const dialog = await openDialog(page, 7);
  await text(dialog, 'Name').fill('Second');
  await text(dialog, 'Credit limit').fill('7000,5');
  await save(dialog);
  await expectSaved(page);
  await rename(page, 'Third');
  await page.goto('/companies/7/history');
  await expect(saves(page)).toHaveCount(2);
  await expect(saves(page).nth(1)).toContainText('5,000.00 → 7,000.50');

  await page.getByLabel('Field').selectOption('Credit limit');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(saves(page)).toHaveCount(1);
  await expect(page).toHaveURL(/\?field=credit_limit$/);
  await page.reload();
  await expect(saves(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(saves(page)).toHaveCount(2);

  await page.getByRole('button', { name: `Restore: Name, ${example}` }).click();
  await expect(said(page, 'The value is restored')).toBeVisible();
  await expect(saves(page)).toHaveCount(3);
  await expect(saves(page).first()).toContainText(`Third → ${example}`);
  await saves(page).first().getByRole('button', { name: 'Undo' }).click();
  await expect(saves(page)).toHaveCount(4);
  await expect(saves(page).first()).toContainText(`${example} → Third`);
});

test('an affiliate reads what its reseller changed, without credit', async ({ page, signIn, another }) => {
  const reseller = await another('reseller');
  const dialog = await openDialog(reseller, 3);
  await text(dialog, 'Name').fill('Named from above');
  await text(dialog, 'Credit limit').fill('77');
  await save(dialog);
  await expectSaved(reseller);
  await signIn('affiliate');
  await page.goto('/companies/3/history');
  await expect(saves(page)).toHaveCount(1);
  await expect(saves(page)).toContainText('reseller New ways partner');
  await expect(saves(page)).toContainText('Named from above');
  await expect(saves(page)).not.toContainText('Credit limit');
  await expect(saves(page).getByRole('button', { name: /^Undo/ })).toBeHidden();
  await page.getByRole('button', { name: /^Restore: Name/ }).click();
  await expect(account(page)).not.toContainText('Named from above');
});

for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
  test(`the page and the message look right, ${viewport.width} wide`, async ({ page, signIn }) => {
    await page.setViewportSize(viewport);
    await signIn('reseller');
    await rename(page, 'A name that is rather long, longer than most, and longer than any line on a phone');
    await undoButton(page).hover();
    await expectAccessible(page);
    await page.goto('/companies/7/history');
    await expect(saves(page)).toHaveCount(1);
    await expectAccessible(page);
    const needed = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(needed).toBeLessThanOrEqual(viewport.width);
  });
}

test.describe('before the page wakes up', () => {
  test.use({ javaScriptEnabled: false });

  test('the timeline is told and narrowed', async ({ page, signIn }) => {
    await signIn('reseller');
    await page.goto('/companies/7/history');
    await expect(page.getByText('No changes yet')).toBeVisible();
    await page.getByLabel('Field').selectOption('INN');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(page).toHaveURL(/field=inn/);
    await expect(page.getByText('No such changes')).toBeVisible();
  });
});
