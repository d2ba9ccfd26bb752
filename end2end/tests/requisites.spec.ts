// The requisites of a company: filled by INN, by BIC, from any text; checked while typing; shown as a card.
import type { Locator } from '@playwright/test';
import { combobox, editDialog, expectRefused, expectSaved, openDialog, save, searchField, table, text } from '../support/companies';
import { LookUpService } from '../support/dadata';
import { Kontora } from '../support/kontora';
import { expect, test } from '../support/test';

// Empties the requisites of the open dialog.
async function empty(dialog: Locator) {
  for (const label of ['INN', 'KPP', 'Correspondent account', 'Account', 'Legal address']) await text(dialog, label).fill('');
  for (const label of ['BIC', 'Bank']) await combobox(dialog, label).fill('');
}

const correspondent = (dialog: Locator) => text(dialog, 'Correspondent account');

test('a typed BIC fills the bank and its open correspondent account, and another one replaces them', async ({ page, signIn }) => {
  await signIn('reseller');
  const dialog = await openDialog(page, 7);
  for (const label of ['Correspondent account', 'Account']) await text(dialog, label).fill('');
  await combobox(dialog, 'Bank').fill('');
  await combobox(dialog, 'BIC').fill('040613746');
  await expect(combobox(dialog, 'Bank')).toHaveValue('АО "ТЕСТБАНК", г Примерск');
  await expect(correspondent(dialog)).toHaveValue('30101810300000000746');
  await expect(dialog.getByText('BIC directory of 23 Nov 2026')).toBeVisible();
  await combobox(dialog, 'BIC').press('Backspace');
  await combobox(dialog, 'BIC').press('8');
  await expect(combobox(dialog, 'Bank')).toHaveValue('ПАО "ПРИМЕР-БАНК", г Примерск');
  await expect(correspondent(dialog)).toHaveValue('30101810900000000748');
});

test('a bank without an account in the directory leaves the account alone and says so', async ({ page, signIn }) => {
  await signIn('reseller');
  const dialog = await openDialog(page, 7);
  await correspondent(dialog).fill('');
  await combobox(dialog, 'Bank').fill('');
  await combobox(dialog, 'BIC').fill('040613752');
  await expect(combobox(dialog, 'Bank')).toHaveValue('НКО "БЕЗ СЧЕТА"');
  await expect(dialog.getByText('The directory has no correspondent account of this bank')).toBeVisible();
  await expect(correspondent(dialog)).toHaveValue('');
});

test('a bank is found by its name as one types, by the keyboard alone, and the filling is undone', async ({ page, signIn }) => {
  await signIn('reseller');
  const dialog = await openDialog(page, 7);
  for (const label of ['Correspondent account', 'Account']) await text(dialog, label).fill('');
  await combobox(dialog, 'BIC').fill('');
  await combobox(dialog, 'Bank').fill('');
  await combobox(dialog, 'Bank').pressSequentially('тестб');
  await expect(dialog.getByRole('option').filter({ hasText: '040613746' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(combobox(dialog, 'BIC')).toHaveValue(/04061374[67]/);
  await expect(combobox(dialog, 'Bank')).toHaveValue(/ТЕСТБАНК/);
  await expect(correspondent(dialog)).not.toHaveValue('');
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(correspondent(dialog)).toHaveValue('');
  await expect(combobox(dialog, 'BIC')).toHaveValue('');
});

test('a bank that lost its licence is shown in red, and the company is saved all the same', async ({ page, signIn }) => {
  await signIn('reseller');
  const dialog = await openDialog(page, 7);
  for (const label of ['Correspondent account', 'Account']) await text(dialog, label).fill('');
  await combobox(dialog, 'Bank').fill('');
  await combobox(dialog, 'BIC').fill('040613749');
  await expect(combobox(dialog, 'BIC')).toHaveAccessibleDescription(/licen[cs]e/i);
  await expect(correspondent(dialog)).toHaveValue('30101810200000000749');
  await save(dialog);
  await expectSaved(page);
});

test('a wrong INN names the expected digit and offers the neighbours swapped, never more than can be known', async ({ page, signIn }) => {
  await signIn('reseller');
  const dialog = await openDialog(page, 7);
  await text(dialog, 'KPP').fill('');
  await text(dialog, 'INN').fill('7707083983');
  await text(dialog, 'INN').blur();
  await expectRefused(text(dialog, 'INN'), '1');
  await expect(dialog.getByText('which digit is wrong cannot be told')).toBeVisible();
  await dialog.getByRole('button', { name: '7707083893' }).click();
  await expect(text(dialog, 'INN')).toHaveValue('7707083893');
  await expect(text(dialog, 'INN')).toBeFocused();
  await expect(text(dialog, 'INN')).not.toHaveAttribute('aria-invalid', 'true');
});

test('of two organizations of one INN the chosen branch brings its KPP, but no name without a tick', async ({ page, signIn }) => {
  await signIn('reseller');
  const dialog = await openDialog(page, 7);
  const name = await text(dialog, 'Name').inputValue();
  for (const label of ['KPP', 'Legal address']) await text(dialog, label).fill('');
  await text(dialog, 'INN').fill('0017000016');
  await text(dialog, 'INN').press('Enter');
  await dialog.getByRole('button', { name: /001743001/ }).click();
  await expect(text(dialog, 'KPP')).toHaveValue('001743001');
  await expect(dialog.getByText('OGRN 1260000000017')).toBeVisible();
  await expect(text(dialog, 'Name')).toHaveValue(name);
  const difference = dialog.getByRole('group', { name: /Found by INN/ });
  await expect(difference.getByRole('checkbox', { name: /^Name:/ })).not.toBeChecked();
  await difference.getByRole('checkbox', { name: /^Name:/ }).check();
  await difference.getByRole('button', { name: 'Apply' }).click();
  await expect(text(dialog, 'Name')).toHaveValue(/ФИЛИАЛ/);
  await text(dialog, 'INN').fill('0017000023');
  await expect(dialog.getByText('OGRN 1260000000017')).toBeHidden();
});

test('one press undoes a filling by INN', async ({ page, signIn }) => {
  await signIn('reseller');
  const dialog = await openDialog(page, 7);
  await text(dialog, 'KPP').fill('');
  await text(dialog, 'Legal address').fill('');
  await text(dialog, 'INN').fill('0017000016');
  await dialog.getByRole('button', { name: 'Fill by INN' }).click();
  await dialog.getByRole('button', { name: /001701001/ }).click();
  await expect(text(dialog, 'KPP')).toHaveValue('001701001');
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(text(dialog, 'KPP')).toHaveValue('');
  await expect(text(dialog, 'Legal address')).toHaveValue('');
});

test('a service that fails is named, and the company is saved', async ({ browser }) => {
  const service = await LookUpService.start();
  const kontora = await Kontora.start({ env: { KONTORA_DADATA_URL: service.url, KONTORA_DADATA_TOKEN: 'invented' } });
  const context = await browser.newContext({ locale: 'en-US', baseURL: kontora.url });
  try {
    await context.request.post(`${kontora.url}/sign-in`, {
      form: { email: 'reseller@demo.test', password: 'kontora-demo-2026' },
      headers: { Origin: kontora.url },
      maxRedirects: 0,
    });
    const page = await context.newPage();
    const dialog = await openDialog(page, 7);
    await page.locator('html[data-awake]').waitFor({ state: 'attached' });
    await text(dialog, 'KPP').fill('');
    const faults = [
      ['7707083893', { status: 429, body: '' }],
      ['7830002293', { status: 500, body: '' }],
      ['7736050003', { status: 200, body: 'no JSON' }],
      ['7605016030', { status: 403, body: '{}' }],
      ['7721581040', 'silent'],
    ] as const;
    for (const [inn, answer] of faults) {
      service.answer = answer;
      await text(dialog, 'INN').fill(inn);
      await dialog.getByRole('button', { name: 'Fill by INN' }).click();
      await expect(dialog.getByRole('status').filter({ hasText: /by hand/ })).toBeVisible();
    }
    expect(service.asked).toHaveLength(faults.length);
    await text(dialog, 'INN').fill('');
    await save(dialog);
    await expectSaved(page);
  } finally {
    await context.close();
    await kontora.stop();
    await service.stop();
  }
});

const invoice = `Полное наименование: ООО «Ромашка-Тест»
ИНН 0017000016
КПП 001701001
ОГРН 1260000000017
Р/с 40702810100000000017
Банк: АО "ТЕСТБАНК" г. Примерск
БИК 040613746
К/с 30101810300000000746
Юр. адрес: г. Примерск, ул. Новая, д. 1
всего наилучшего`;

test('pasted requisites are offered, applied at a press and undone at another', async ({ page, signIn }) => {
  await signIn('reseller');
  const dialog = await openDialog(page, 7);
  await empty(dialog);
  await dialog.getByRole('button', { name: 'Paste requisites' }).click();
  const area = dialog.getByRole('textbox', { name: 'Requisites text' });
  await expect(area).toBeFocused();
  await area.fill(invoice);
  const recognised = dialog.getByRole('group', { name: 'Recognised' });
  await expect(recognised.getByRole('checkbox', { name: 'INN: 0017000016' })).toBeChecked();
  await expect(recognised.getByRole('checkbox', { name: /^Name:/ })).not.toBeChecked();
  await expect(dialog.getByText('всего наилучшего')).toBeVisible();
  await expect(text(dialog, 'INN')).toHaveValue('');
  await recognised.getByRole('button', { name: 'Apply' }).click();
  await expect(text(dialog, 'INN')).toHaveValue('0017000016');
  await expect(text(dialog, 'KPP')).toHaveValue('001701001');
  await expect(text(dialog, 'Account')).toHaveValue('40702810100000000017');
  await expect(combobox(dialog, 'BIC')).toHaveValue('040613746');
  await expect(correspondent(dialog)).toHaveValue('30101810300000000746');
  await expect(dialog.getByText('OGRN 1260000000017')).toBeVisible();
  await dialog.getByRole('group', { name: 'Paste requisites' }).getByRole('button', { name: 'Undo' }).click();
  await expect(text(dialog, 'INN')).toHaveValue('');
});

test('the same INN and KPP at another company of one’s own is pointed out, with the way there', async ({ page, signIn }) => {
  await signIn('reseller');
  const dialog = await openDialog(page, 3);
  await text(dialog, 'INN').fill('0017000016');
  await text(dialog, 'KPP').fill('001701001');
  const twin = dialog.getByRole('link', { name: /^Company ID \d+ has the same$/ }).first();
  await expect(twin).toHaveText('Company ID 7 has the same');
});

test('a company of another reseller with the same requisites is never mentioned', async ({ page, signIn }) => {
  await signIn('sibir');
  await page.goto('/companies');
  await table(page).getByRole('button', { name: /^Edit / }).nth(1).click();
  const dialog = editDialog(page);
  await text(dialog, 'INN').fill('0017000016');
  await text(dialog, 'KPP').fill('001701001');
  await text(dialog, 'KPP').blur();
  await expect(dialog.getByRole('link', { name: /has the same/ })).toBeHidden();
});

test('the requisites card shows, copies and carries a payment code', async ({ page, signIn, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn('reseller');
  await page.goto('/companies?q=ways+comp');
  await page.getByRole('button', { name: 'Edit New ways company' }).click();
  const link = editDialog(page).getByRole('link', { name: 'Requisites card' });
  await page.goto((await link.getAttribute('href'))!);
  await expect(page.getByRole('heading', { name: 'Requisites card' })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: /^0017000016$/ })).toBeVisible();
  await expect(page.getByRole('img', { name: 'Payment code' })).toBeVisible();
  await page.getByRole('button', { name: 'Copy as text' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('30101810300000000746');
});

test('a company is found by any of its numbers, as it is written on paper', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/companies');
  for (const typed of ['4070 2810 1000 0000 0017', '126-000-000-0017', '0017 000 016']) {
    await searchField(page).fill(typed);
    await expect(page.getByRole('button', { name: 'Edit New ways company' })).toBeVisible();
  }
});
