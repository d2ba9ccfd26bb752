// The edit dialog: what it holds, what it refuses, and that nothing typed is ever lost.
import {
  cell, combobox, editButton, editDialog, expectRefused, expectSaved, openDialog, row, save, searchField, text,
} from '../support/companies';
import type { Locator, Page } from '@playwright/test';
import { account } from '../support/people';
import { expect, test } from '../support/test';

const example = 'New ways company';
const own = 'New ways partner';
const combos = ['Time zone', 'BIC', 'Bank'];
const russian: Record<string, string> = {
  Name: 'Название',
  Email: 'Email',
  'Phone number': 'Номер телефона',
  'Credit limit': 'Кредитный лимит',
  'Notification threshold': 'Пороговое значение для уведомлений',
  'Time zone': 'Часовой пояс',
  'Default maximum dialogs per operator':
    'Дефолтное значение максимального количества диалогов для каждого оператора',
  INN: 'ИНН',
  KPP: 'КПП',
  'Correspondent account': 'Корреспондентский счет',
  BIC: 'БИК',
  Bank: 'Банк',
  Account: 'Счет',
  'Legal address': 'Юридический адрес',
  'Postal address': 'Почтовый адрес',
  'Comply with 230-FZ': 'Соблюдать ФЗ-230',
};
const all = Object.keys(russian);
const withoutCredit = all.filter((label) => label !== 'Credit limit' && label !== 'Notification threshold');
const question = { name: 'Unsaved changes' };

const drafts = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('kontora-draft-')));

const newUser = (dialog: Locator) => dialog.getByRole('group', { name: 'Register new user' });

// The labels in the order of the page.
const labels = (dialog: Locator) =>
  dialog.locator('label').evaluateAll((labels) => labels.map((label) => label.textContent?.trim()));

test('the own company has every field but credit', async ({ page, signIn }) => {
  await signIn('reseller');
  const dialog = await openDialog(page, 2);
  expect(await labels(dialog)).toEqual(withoutCredit);
  await expect(combobox(dialog, 'Time zone')).toBeVisible();
  await expect(dialog.getByRole('switch', { name: 'Comply with 230-FZ' })).toBeVisible();
  for (const name of ['Register new user', 'Fill by INN', 'Save company', 'Cancel']) {
    await expect(dialog.getByRole('button', { name })).toBeVisible();
  }
});

test('an affiliate has credit too, between employees and time zone', async ({ page, signIn }) => {
  await signIn('reseller');
  const dialog = await openDialog(page, 7);
  expect(await labels(dialog)).toEqual(all);
  const headings = dialog.getByRole('heading', { level: 3 });
  await expect(headings).toContainText(['Company', 'Employees', 'Credit', 'Work', 'Requisites', 'Addresses', 'Calls']);
});

test('an administrator of an affiliate sees no credit in the own dialog', async ({ page, signIn }) => {
  await signIn('affiliate');
  expect(await labels(await openDialog(page, 3))).toEqual(withoutCredit);
});

test.describe('in Russian', () => {
  test.use({ locale: 'ru' });

  test('the labels are the manual’s, word for word', async ({ page, signIn }) => {
    await signIn('reseller');
    await page.goto('/companies/7');
    const dialog = page.getByRole('dialog', { name: 'Редактирование компании' });
    await expect(dialog.getByRole('textbox', { name: 'Название', exact: true })).toBeFocused();
    expect(await labels(dialog)).toEqual(Object.values(russian));
    for (const name of ['Зарегистрировать нового пользователя', 'Заполнить по ИНН', 'Сохранить компанию', 'Отмена']) {
      await expect(dialog.getByRole('button', { name })).toBeVisible();
    }
  });
});

test('a save is said, closes the dialog, leads back to the row and changes it', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/companies?q=ways+comp');
  await editButton(page, example).click();
  const dialog = editDialog(page);
  await text(dialog, 'Name').fill('New ways company, renamed');
  await text(dialog, 'Phone number').fill('8 (912) 000-11-22');
  await text(dialog, 'Legal address').fill('г. Новый, д. 2');
  await dialog.getByRole('button', { name: 'same as legal' }).click();
  await dialog.getByRole('switch', { name: 'Comply with 230-FZ' }).setChecked(true);
  await save(dialog);
  await expectSaved(page);
  const renamed = 'New ways company, renamed';
  await expect(editButton(page, renamed)).toBeFocused();
  await expect(account(page)).toContainText(own);

  await editButton(page, renamed).click();
  await expect(text(dialog, 'Phone number')).toHaveValue('+7 912 000-11-22');
  await expect(text(dialog, 'Postal address')).toHaveValue('г. Новый, д. 2');
  await expect(dialog.getByRole('switch', { name: 'Comply with 230-FZ' })).toBeChecked();
});

test('the own company’s new name stands in the header at once', async ({ page, signIn }) => {
  await signIn('affiliate');
  const dialog = await openDialog(page, 3);
  await text(dialog, 'Name').fill('Quite another name');
  await save(dialog);
  await expectSaved(page);
  await expect(account(page)).toContainText('Quite another name');
  await expect(editButton(page, 'Quite another name')).toBeVisible();
});

test('the people of an affiliate see the name that its reseller gave it', async ({ page, signIn, another }) => {
  await signIn('reseller');
  const dialog = await openDialog(page, 3);
  await text(dialog, 'Name').fill('Named from above');
  await save(dialog);
  await expectSaved(page);
  const people = await another('affiliate');
  await people.goto('/companies');
  await expect(account(people)).toContainText('Named from above');
});

const refusals: [field: string, typed: string, en: string | RegExp, ru: string | RegExp][] = [
  ['Name', '', 'Please fill in this field', 'Заполните это поле'],
  ['Name', ' ?!… ', 'Only punctuation', 'Одни знаки препинания'],
  ['Name', 'я'.repeat(256), 'at most 255 characters allowed, 256 now', 'не больше 255 символов, сейчас 256'],
  ['Name', 'turned \u202Eround', 'turns the direction of the text', 'меняет направление текста'],
  ['Email', '', 'Please fill in this field', 'Заполните это поле'],
  ['Email', 'nobody', 'There is no @', 'Нет знака @'],
  ['Email', 'one@demo.test, two@demo.test', /Several addresses|More than one @/, /несколько адресов|Знак @ должен быть один/],
  ['Email', 'name@host', 'has no dot', 'нет точки'],
  ['Email', 'имя@demo.test', /Latin/, /латинск/],
  ['Phone number', '12', /country code|digits/, /кода страны|цифр/],
  ['Phone number', 'call me', /does not fit/, /не подходит/],
  ['Credit limit', '', 'Please fill in this field', 'Заполните это поле'],
  ['Credit limit', '-1', /from 0\.00 to 999,999,999\.99/, /от 0,00 до 999.999.999,99/],
  ['Credit limit', '10.005', 'More than two decimals', 'После запятой больше двух цифр'],
  ['Credit limit', '1000000000', /from 0\.00 to 999,999,999\.99/, /от 0,00 до 999.999.999,99/],
  ['Credit limit', 'much', /amount/, /сумма/],
  ['Notification threshold', '1,2,3', 'One decimal point or comma', 'Запятая или точка должна быть одна'],
  ['Notification threshold', '-1000000000', /from \u2212999,999,999\.99/, /от \u2212999.999.999,99/],
  ['Default maximum dialogs per operator', '', 'Please fill in this field', 'Заполните это поле'],
  ['Default maximum dialogs per operator', '0', 'A number from 1 to 100,000', /Нужно число от 1 до 100.000/],
  ['Default maximum dialogs per operator', '-1', /number/, /число/],
  ['Default maximum dialogs per operator', '1.5', 'A whole number is needed', 'Нужно целое число'],
  ['Default maximum dialogs per operator', '100001', 'A number from 1 to 100,000', /Нужно число от 1 до 100.000/],
  ['Default maximum dialogs per operator', 'abc', 'A whole number is needed', 'Нужно целое число'],
  ['INN', '7707083983', 'Control digit does not match: 1 expected', 'Контрольная цифра не сходится: ожидается 1'],
  ['INN', '500100732269', '…59 expected', 'ожидается …59'],
  ['INN', '07151408877', 'The INN has 11 digits', 'В ИНН 11 цифр'],
  ['INN', '77O7083893', /“O” at position 3/, /«O» на месте 3/],
  ['INN', '0000000000', 'Only zeros', 'Одни нули'],
  ['KPP', '00170100', 'The KPP has 8 characters', 'В КПП 8 символов'],
  ['KPP', '0017АВ001', /Cyrillic letters.*“АВ”/, /Кириллица.*«АВ»/],
  ['KPP', 'A01701001', /at position 1/, /на месте 1/],
  ['BIC', '12345', 'The BIC has 5 digits', 'В БИК 5 цифр'],
  ['Account', '4070281010000000001', 'The account has 19 characters', 'В номере счета 19 символов'],
  ['Account', '40702810600000000017', /1 expected at position 9/, /на 9-м месте ожидается 1/],
  ['Correspondent account', '30101810400000000746', /3 expected at position 9/, /на 9-м месте ожидается 3/],
  ['Bank', 'Б'.repeat(1000), /at most \d+ characters/, /не больше \d+ символ/],
  ['Legal address', 'a'.repeat(501), 'at most 500 characters allowed, 501 now', 'не больше 500 символов, сейчас 501'],
  ['Postal address', 'line\u0007', 'Control character', 'Управляющий символ'],
  ['Time zone', 'Mars/Olympus', 'No such time zone', 'Такого часового пояса нет'],
];

for (const lang of ['en', 'ru'] as const) {
  test.describe(`in ${lang}`, () => {
    test.use({ locale: lang });

    test('each field is checked when it is left, and says what is wrong', async ({ page, signIn }) => {
      await signIn('reseller');
      await page.goto('/companies/7');
      const dialog = page.getByRole('dialog', { name: lang === 'ru' ? 'Редактирование компании' : 'Edit company' });
      for (const [name, typed, en, ru] of refusals) {
        await test.step(`${name}: ${typed.slice(0, 30)}`, async () => {
          const label = lang === 'ru' ? russian[name]! : name;
          const field = combos.includes(name) ? combobox(dialog, label) : text(dialog, label);
          const before = await field.inputValue();
          await field.fill(typed);
          await field.blur();
          await expectRefused(field, lang === 'ru' ? ru : en);
          await field.fill(before);
          await expect(field).not.toHaveAttribute('aria-invalid');
        });
      }
    });
  });
}

test('every problem is shown at once, the first is focused, and nothing is saved', async ({ page, signIn }) => {
  await signIn('reseller');
  const dialog = await openDialog(page, 7);
  await text(dialog, 'Name').fill('Half of a save');
  await text(dialog, 'Email').fill('nobody');
  await text(dialog, 'Default maximum dialogs per operator').fill('0');
  await text(dialog, 'INN').fill('7707083983');
  await save(dialog);
  for (const label of ['Email', 'Default maximum dialogs per operator', 'INN']) {
    await expect(text(dialog, label)).toHaveAttribute('aria-invalid', 'true');
  }
  await expect(text(dialog, 'Email')).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type('@demo.test');
  await expect(text(dialog, 'Email')).not.toHaveAttribute('aria-invalid');
  await page.keyboard.press('Escape');
  await page.getByRole('alertdialog', question).getByRole('button', { name: 'Discard' }).click();
  await expect(editButton(page, example)).toBeFocused();
});

test('a limit typed with spaces and a comma is taken to the kopeck', async ({ page, signIn }) => {
  await signIn('reseller');
  for (const [typed, shown] of [['1 234,50', '1,234.50'], ['2\u00a0345,60', '2,345.60']] as const) {
    const dialog = await openDialog(page, 7);
    await text(dialog, 'Credit limit').fill(typed);
    await save(dialog);
    await expectSaved(page);
    await searchField(page).fill('ways comp');
    await expect(cell(row(page, example), 'Credit limit')).toContainText(shown);
  }
});

test('a limit below the debt suspends, a limit above it resumes', async ({ page, signIn }) => {
  await signIn('reseller');
  for (const [limit, status] of [['1249.99', 'Suspended'], ['1250', 'Active']] as const) {
    const dialog = await openDialog(page, 7);
    await text(dialog, 'Credit limit').fill(limit);
    await save(dialog);
    await expectSaved(page);
    await searchField(page).fill('ways comp');
    await expect(cell(row(page, example), 'Status')).toHaveText(status);
  }
});

test('a time zone is found by typing and shown with its offset', async ({ page, signIn }) => {
  await signIn('reseller');
  let dialog = await openDialog(page, 7);
  const zone = combobox(dialog, 'Time zone');
  await expect(zone).toHaveValue('Europe/Moscow (UTC+03:00)');
  await zone.fill('vladiv');
  await expect(zone).toHaveAttribute('aria-expanded', 'true');
  await expect(dialog.getByRole('option')).toHaveCount(1);
  await dialog.getByRole('option', { name: 'Asia/Vladivostok' }).click();
  await expect(zone).toHaveValue('Asia/Vladivostok (UTC+10:00)');

  await zone.fill('+05:45');
  await expect(dialog.getByRole('option')).toContainText(['Asia/Kathmandu']);
  await page.keyboard.press('Escape');
  await expect(zone).toHaveAttribute('aria-expanded', 'false');
  await zone.fill('samara');
  await page.keyboard.press('Enter');
  await expect(zone).toHaveValue('Europe/Samara (UTC+04:00)');
  await save(dialog);
  await expectSaved(page);
  dialog = await openDialog(page, 7);
  await expect(combobox(dialog, 'Time zone')).toHaveValue('Europe/Samara (UTC+04:00)');
});

test('Fill by INN says that nobody has the INN, and changes nothing', async ({ page, signIn }) => {
  await signIn('reseller');
  const dialog = await openDialog(page, 7);
  const [inn, kpp] = await Promise.all([text(dialog, 'INN').inputValue(), text(dialog, 'KPP').inputValue()]);
  await text(dialog, 'INN').fill('7707083893');
  await dialog.getByRole('button', { name: 'Fill by INN' }).click();
  await expect(dialog.getByRole('status').filter({ hasText: 'The directory has no organization with this INN' })).toBeVisible();
  await expect(text(dialog, 'KPP')).toHaveValue(kpp);
  await text(dialog, 'INN').fill(inn);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('Fill by INN without an INN asks for one', async ({ page, signIn }) => {
  await signIn('reseller');
  const dialog = await openDialog(page, 7);
  const asked = dialog.getByRole('status').filter({ hasText: 'Enter the INN first' });
  await text(dialog, 'INN').fill('');
  await dialog.getByRole('button', { name: 'Fill by INN' }).click();
  await expect(asked).toBeVisible();
  await expect(text(dialog, 'INN')).toBeFocused();
  await page.keyboard.type('0017000016');
  await expect(asked).toBeHidden();
});

test('a button that goes once it is pressed leaves the focus at its field', async ({ page, signIn }) => {
  await signIn('reseller');
  const dialog = await openDialog(page, 7);
  await text(dialog, 'Email').fill('info@gmial.com');
  await dialog.getByRole('button', { name: 'info@gmail.com' }).click();
  await expect(text(dialog, 'Email')).toHaveValue('info@gmail.com');
  await expect(text(dialog, 'Email')).toBeFocused();
  await text(dialog, 'Account').fill('40702810600000000017');
  await text(dialog, 'Account').blur();
  await dialog.getByRole('button', { name: 'Put 1' }).click();
  await expect(text(dialog, 'Account')).toHaveValue('40702810100000000017');
  await expect(text(dialog, 'Account')).toBeFocused();
});

test('a name that another company has is pointed out, in both languages, and allowed', async ({ page, signIn }) => {
  await signIn('reseller');
  const dialog = await openDialog(page, 7);
  await text(dialog, 'Name').fill('  new ways «PARTNER» ');
  await expect(text(dialog, 'Name')).toHaveAccessibleDescription(/Another company has this name: ID 2$/);
  await text(dialog, 'Name').fill('New ways partners');
  await expect(text(dialog, 'Name')).not.toHaveAccessibleDescription(/Another company/);
  await text(dialog, 'Name').fill(own);
  await dialog.getByRole('button', { name: 'Русский' }).click();
  const russian = page.getByRole('dialog', { name: 'Редактирование компании' });
  const name = russian.getByRole('textbox', { name: 'Название', exact: true });
  await expect(name).toHaveAccessibleDescription(/Так называется еще одна компания: ID 2$/);
  await expect(name).not.toHaveAttribute('aria-invalid');
  await russian.getByRole('button', { name: 'Сохранить компанию' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Сохранено' })).toBeVisible();
  await expect(russian).toBeHidden();
});

test('Esc closes an untouched dialog and asks about a changed one', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/companies?q=ways+comp');
  const dialog = editDialog(page);
  await editButton(page, example).click();
  await expect(text(dialog, 'Name')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(editButton(page, example)).toBeFocused();

  await editButton(page, example).click();
  await text(dialog, 'Name').fill('Not to be kept');
  await page.keyboard.press('Escape');
  const asked = page.getByRole('alertdialog', question);
  await expect(asked).toContainText('Not to be kept');
  await expect(asked.getByRole('button', { name: 'Keep editing' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(asked).toBeHidden();
  await expect(text(dialog, 'Name')).toHaveValue('Not to be kept');

  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await asked.getByRole('button', { name: 'Discard' }).click();
  await expect(dialog).toBeHidden();
  await expect(editButton(page, example)).toBeFocused();
  await editButton(page, example).click();
  await expect(text(dialog, 'Name')).toHaveValue(example);
});

test('a draft survives a reload, is offered and can be discarded', async ({ page, signIn }) => {
  await signIn('reseller');
  const dialog = await openDialog(page, 7);
  await text(dialog, 'Name').fill('Typed before the reload');
  await combobox(dialog, 'Bank').fill('АО "ДРУГОЙ БАНК"');
  await text(dialog, 'Credit limit').fill('7000');
  await dialog.getByLabel('Reason for the change').fill('They sell more');
  await page.reload();
  await expect(text(dialog, 'Name')).toHaveValue(example);
  await dialog.getByRole('button', { name: 'Restore draft' }).click();
  await expect(text(dialog, 'Name')).toBeFocused();
  await expect(text(dialog, 'Name')).toHaveValue('Typed before the reload');
  await expect(combobox(dialog, 'Bank')).toHaveValue('АО "ДРУГОЙ БАНК"');
  await expect(dialog.getByLabel('Reason for the change')).toHaveValue('They sell more');

  await page.reload();
  await dialog.getByRole('button', { name: 'Discard draft' }).click();
  await expect(dialog.getByRole('button', { name: 'Restore draft' })).toBeHidden();
  await page.reload();
  await expect(text(dialog, 'Name')).toHaveValue(example);
  await expect(dialog.getByRole('button', { name: 'Restore draft' })).toBeHidden();
});

test('what was discarded or saved leaves no draft behind', async ({ page, signIn }) => {
  await signIn('reseller');
  const dialog = await openDialog(page, 7);
  await text(dialog, 'Name').fill('Not to be kept');
  await expect.poll(() => drafts(page)).toHaveLength(1);
  await page.keyboard.press('Escape');
  await page.getByRole('alertdialog', question).getByRole('button', { name: 'Discard' }).click();
  await expect(dialog).toBeHidden();
  expect(await drafts(page)).toEqual([]);

  await openDialog(page, 7);
  await expect(dialog.getByRole('button', { name: 'Restore draft' })).toBeHidden();
  await text(dialog, 'Postal address').fill('а/я 3');
  await save(dialog);
  await expectSaved(page);
  expect(await drafts(page)).toEqual([]);
});

test('what is typed while a save is under way stays, and is saved next', async ({ page, signIn }) => {
  await signIn('reseller');
  const dialog = await openDialog(page, 7);
  let answer = () => {};
  const answered = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/api/save_company', async (route) => {
    await answered;
    await route.continue();
  }, { times: 1 });
  await text(dialog, 'Name').fill('Sent first');
  await text(dialog, 'Phone number').fill('8 (912) 000-11-22');
  await save(dialog);
  await expect(dialog.getByRole('button', { name: 'Save company' })).toHaveAttribute('aria-busy', 'true');
  await text(dialog, 'Name').fill('Typed meanwhile');
  await text(dialog, 'Postal address').fill('а/я 4');
  answer();
  await expect(dialog.getByRole('status').filter({ hasText: 'Saved · 2 changes not saved' })).toBeVisible();
  await expect(text(dialog, 'Phone number')).toHaveValue('+7 912 000-11-22');
  await expect(text(dialog, 'Name')).toHaveValue('Typed meanwhile');
  await expect(text(dialog, 'Name')).toHaveAccessibleDescription('Was: Sent first');

  await save(dialog);
  await expectSaved(page);
  const after = await openDialog(page, 7);
  await expect(text(after, 'Name')).toHaveValue('Typed meanwhile');
  await expect(text(after, 'Phone number')).toHaveValue('+7 912 000-11-22');
  await expect(text(after, 'Postal address')).toHaveValue('а/я 4');
});

test.describe('a person typed and not registered', () => {
  test('is asked about on leaving, and survives folding the form and a reload', async ({ page, signIn }) => {
    await signIn('reseller');
    const dialog = await openDialog(page, 7);
    const toggle = dialog.getByRole('button', { name: 'Register new user' });
    await toggle.click();
    await newUser(dialog).getByLabel('Full name').fill('Half Typed');
    await toggle.click();
    await expect(newUser(dialog)).toBeHidden();
    await toggle.click();
    await expect(newUser(dialog).getByLabel('Full name')).toHaveValue('Half Typed');

    await page.keyboard.press('Escape');
    const asked = page.getByRole('alertdialog', question);
    await expect(asked).toContainText('New user not registered: Half Typed');
    await asked.getByRole('button', { name: 'Keep editing' }).click();
    await page.reload();
    await dialog.getByRole('button', { name: 'Restore draft' }).click();
    await expect(newUser(dialog).getByLabel('Full name')).toHaveValue('Half Typed');

    await newUser(dialog).getByRole('button', { name: 'Hide form' }).click();
    await expect(toggle).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  test('stops Save company, which leads there and says why', async ({ page, signIn }) => {
    await signIn('reseller');
    const dialog = await openDialog(page, 7);
    const toggle = dialog.getByRole('button', { name: 'Register new user' });
    await toggle.click();
    await newUser(dialog).getByLabel('Full name').fill('Left Out');
    await toggle.click();
    await text(dialog, 'Postal address').fill('а/я 6');
    await page.keyboard.press('Control+Enter');
    await expect(newUser(dialog).getByRole('alert')).toContainText('not registered yet');
    await expect(newUser(dialog).getByLabel('Full name')).toBeFocused();
    await expect(dialog.getByRole('status').filter({ hasText: '2 changes not saved' })).toBeVisible();

    await newUser(dialog).getByRole('button', { name: 'Hide form' }).click();
    await save(dialog);
    await expectSaved(page);
  });

  test('is registered by Ctrl and Enter in the form, and counted in the list at once', async ({ page, signIn }) => {
    await signIn('reseller');
    await page.goto('/companies?q=ways+comp');
    const employees = cell(row(page, example), 'Employees');
    const before = Number(await employees.textContent());
    await editButton(page, example).click();
    const dialog = editDialog(page);
    await text(dialog, 'Postal address').fill('not to be saved');
    await dialog.getByRole('button', { name: 'Register new user' }).click();
    await newUser(dialog).getByLabel('Full name').fill('By Keys');
    await newUser(dialog).getByLabel('Email').fill('by.keys@newcomer.test');
    await page.keyboard.press('Control+Enter');
    await expect(newUser(dialog).getByRole('status')).toContainText('by.keys@newcomer.test');
    await expect(newUser(dialog).getByLabel('Full name')).toBeFocused();
    await expect(newUser(dialog).getByLabel('Full name')).toHaveValue('');
    await expect(dialog.getByRole('listitem').filter({ hasText: 'By Keys' })).toContainText('Invited');

    await page.keyboard.press('Escape');
    const asked = page.getByRole('alertdialog', question);
    await expect(asked).not.toContainText('New user');
    await asked.getByRole('button', { name: 'Discard' }).click();
    await expect(employees).toHaveText(String(before + 1));
  });
});

test('a draft survives an ended session', async ({ page, signIn, context, complaints }) => {
  complaints.expectStatus(401);
  await signIn('reseller');
  const dialog = await openDialog(page, 7);
  await text(dialog, 'Name').fill('Typed before the end');
  await context.clearCookies({ name: /session/ });
  await save(dialog);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await signIn('reseller');
  const again = await openDialog(page, 7);
  await again.getByRole('button', { name: 'Restore draft' }).click();
  await expect(text(again, 'Name')).toHaveValue('Typed before the end');
});

test('Alt and an arrow lead to the next company, and ask first when something changed', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/companies?q=new+ways');
  const dialog = editDialog(page);
  await editButton(page, own).click();
  await expect(text(dialog, 'Name')).toHaveValue(own);
  await page.keyboard.press('Alt+ArrowDown');
  await expect(text(dialog, 'Name')).toHaveValue(example);
  await expect(page).toHaveURL(/\/companies\/7\?q=new(\+|%20)ways$/);
  await expect(dialog.getByRole('button', { name: 'Next company' })).toBeDisabled();
  await text(dialog, 'Name').fill('Changed');
  await page.keyboard.press('Alt+ArrowUp');
  await page.getByRole('alertdialog', question).getByRole('button', { name: 'Keep editing' }).click();
  await expect(text(dialog, 'Name')).toHaveValue('Changed');
  await dialog.getByRole('button', { name: 'Previous company' }).click();
  await page.getByRole('alertdialog', question).getByRole('button', { name: 'Discard' }).click();
  await expect(text(dialog, 'Name')).toHaveValue(own);
});

test('a slow frame leads nobody out of the field that they are in already', async ({ page, signIn }) => {
  await signIn('reseller');
  // The frame after the one in which the dialog opens comes only once it is let.
  await page.addInitScript(() => {
    const { requestAnimationFrame } = window;
    let asked = 0;
    const held = new Promise((let_go) => Object.assign(window, { let_go }));
    window.requestAnimationFrame = (draw) => {
      asked += 1;
      if (asked === 1) return requestAnimationFrame(draw);
      void held.then(() => requestAnimationFrame(draw));
      return 0;
    };
  });
  const dialog = await openDialog(page, 7);
  await combobox(dialog, 'BIC').focus();
  await page.evaluate(() => (window as unknown as { let_go: () => void }).let_go());
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await expect(combobox(dialog, 'BIC')).toBeFocused();
});

test('Ctrl and Enter save', async ({ page, signIn }) => {
  await signIn('reseller');
  const dialog = await openDialog(page, 7);
  await text(dialog, 'Postal address').fill('а/я 5');
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
  await expect(text(await openDialog(page, 7), 'Postal address')).toHaveValue('а/я 5');
});

test('the browser’s way back closes the dialog, and asks about changes', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/companies?q=ways+comp');
  const dialog = editDialog(page);
  await editButton(page, example).click();
  await expect(text(dialog, 'Name')).toBeFocused();
  await page.goBack();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/\/companies\?q=ways(\+|%20)comp$/);

  await editButton(page, example).click();
  await text(dialog, 'Name').fill('Changed');
  await page.evaluate(() => history.back());
  await page.getByRole('alertdialog', question).getByRole('button', { name: 'Keep editing' }).click();
  await expect(text(dialog, 'Name')).toHaveValue('Changed');
  await expect(page).toHaveURL(/\/companies\/7\?/);
  await page.evaluate(() => history.back());
  await page.getByRole('alertdialog', question).getByRole('button', { name: 'Discard' }).click();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/\/companies\?q=ways(\+|%20)comp$/);
});

test('a dialog that was opened over the list and closed leaves nothing in the history', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/profile');
  await page.goto('/companies?q=ways+comp');
  const dialog = editDialog(page);
  const steps = () => page.evaluate(() => history.length);
  await editButton(page, example).click();
  await expect(text(dialog, 'Name')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(editButton(page, example)).toBeFocused();
  const once = await steps();

  await editButton(page, example).click();
  await dialog.getByRole('button', { name: 'Cancel' }).dblclick();
  await expect(dialog).toBeHidden();
  await editButton(page, example).click();
  await text(dialog, 'Postal address').fill('а/я 7');
  await page.evaluate(() => history.back());
  await page.getByRole('alertdialog', question).getByRole('button', { name: 'Keep editing' }).click();
  await save(dialog);
  await expectSaved(page);
  await expect(page).toHaveURL(/\/companies\?q=ways(\+|%20)comp$/);
  expect(await steps()).toBe(once);
  await page.goBack();
  await expect(page).toHaveURL(/\/profile$/);
});

test('a dialog opened by its address leads to the list all the same', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/profile');
  await openDialog(page, 7);
  await page.keyboard.press('Escape');
  await expect(editDialog(page)).toBeHidden();
  await expect(page).toHaveURL(/\/companies$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/profile$/);
});

test('switching the language in the middle changes the labels and keeps what was typed', async ({ page, signIn }) => {
  await signIn('reseller');
  const dialog = await openDialog(page, 7);
  await text(dialog, 'Name').fill('Half typed');
  await text(dialog, 'Credit limit').fill('12,3');
  await dialog.getByRole('button', { name: 'Русский' }).click();
  const russian = page.getByRole('dialog', { name: 'Редактирование компании' });
  await expect(russian.getByRole('textbox', { name: 'Название', exact: true })).toHaveValue('Half typed');
  await expect(russian.getByRole('textbox', { name: 'Кредитный лимит', exact: true })).toHaveValue('12,3');
  await russian.getByRole('button', { name: 'Сохранить компанию' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Сохранено' })).toBeVisible();
});

test('a save without a connection says so, keeps everything, and works when tried again', async ({ page, signIn, context, complaints }) => {
  // Of the save, and of what the page may just be loading ahead.
  complaints.expect(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  await signIn('reseller');
  const dialog = await openDialog(page, 7);
  await text(dialog, 'Name').fill('Saved at last');
  await context.setOffline(true);
  await save(dialog);
  const alert = dialog.getByRole('alert');
  await expect(alert).toContainText('Not saved.');
  await expect(text(dialog, 'Name')).toHaveValue('Saved at last');
  await context.setOffline(false);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expectSaved(page);
  await expect(editButton(page, 'Saved at last')).toBeVisible();
});

test('a name with markup, quotes and emoji is stored as typed and harmless everywhere', async ({ page, signIn }) => {
  await signIn('affiliate');
  let asked = false;
  page.on('dialog', (dialog) => {
    asked = true;
    void dialog.dismiss();
  });
  const name = `<script>alert(1)</script><img src=x onerror="alert(2)"> 🦊 ООО «Ёж & Ко» 'x'`;
  const dialog = await openDialog(page, 3);
  await text(dialog, 'Name').fill(name);
  await save(dialog);
  await expectSaved(page);
  for (const reload of [false, true]) {
    if (reload) await page.reload();
    await expect(account(page)).toContainText(name);
    await expect(editButton(page, name)).toBeVisible();
    await expect(page.locator('img[src="x"]')).toHaveCount(0);
  }
  await page.getByRole('link', { name: `Employees of ${name}` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  expect(asked).toBe(false);
});

test.describe('two people on one company', () => {
  test('different fields: both saves hold, and the second is told', async ({ page, signIn, another }) => {
    await signIn('reseller');
    const colleague = await another('operator');
    const [first, second] = [await openDialog(colleague, 7), await openDialog(page, 7)];
    await text(first, 'Name').fill('Renamed by the operator');
    await save(first);
    await expectSaved(colleague);
    await text(second, 'Phone number').fill('+7 912 111-22-33');
    await save(second);
    await expectSaved(page);
    await expect(page.getByRole('status').filter({ hasText: /While you edited, .+ changed: Name/ })).toBeVisible();
    const after = await openDialog(page, 7);
    await expect(text(after, 'Name')).toHaveValue('Renamed by the operator');
    await expect(text(after, 'Phone number')).toHaveValue('+7 912 111-22-33');
  });

  // The operator and the reseller open the company, and both save a name; the reseller, who comes second, an address too.
  async function saveOneName(operator: Page, reseller: Page): Promise<Locator> {
    const [first, second] = [await openDialog(operator, 7), await openDialog(reseller, 7)];
    await text(first, 'Name').fill('By the operator');
    await save(first);
    await expectSaved(operator);
    await text(second, 'Name').fill('By the reseller');
    await text(second, 'Postal address').fill('а/я 9');
    await save(second);
    return second;
  }

  for (const { choice, result } of [{ choice: 'Theirs', result: 'By the operator' }, { choice: 'Yours', result: 'By the reseller' }]) {
    test(`the same field: nothing is written until chosen, then ${choice} stands`, async ({ page, signIn, another, complaints }) => {
      complaints.expectStatus(409);
      await signIn('reseller');
      const colleague = await another('operator');
      const second = await saveOneName(colleague, page);

      const conflict = second.getByRole('group', { name: 'Name', exact: true });
      await expect(conflict).toContainText('By the operator');
      await expect(conflict).toContainText('By the reseller');
      await expect(conflict).toContainText(example);
      await save(second);
      await expect(conflict, 'still open').toBeVisible();
      await colleague.goto('/companies?q=by+the+operator');
      await expect(editButton(colleague, 'By the operator')).toBeVisible();

      await conflict.getByRole('radio', { name: choice }).check();
      await save(second);
      await expectSaved(page);
      const after = await openDialog(page, 7);
      await expect(text(after, 'Name')).toHaveValue(result);
      await expect(text(after, 'Postal address')).toHaveValue('а/я 9');
    });
  }

  test('an open choice outlives a reload: the draft meets again what it met before', async ({ page, signIn, another, complaints }) => {
    complaints.expectStatus(409);
    await signIn('reseller');
    const colleague = await another('operator');
    const second = await saveOneName(colleague, page);
    const conflict = second.getByRole('group', { name: 'Name', exact: true });
    await expect(conflict).toContainText('By the operator');

    await page.reload();
    await expect(text(second, 'Name')).toHaveValue('By the operator');
    await second.getByRole('button', { name: 'Restore draft' }).click();
    await expect(text(second, 'Name')).toHaveValue('By the reseller');
    await save(second);
    await expect(conflict).toContainText('By the operator');
    await expect(conflict).toContainText(example);
    await conflict.getByRole('radio', { name: 'Theirs' }).check();
    await save(second);
    await expectSaved(page);
    const after = await openDialog(page, 7);
    await expect(text(after, 'Name')).toHaveValue('By the operator');
    await expect(text(after, 'Postal address')).toHaveValue('а/я 9');
  });

  test('bank requisites are chosen as a whole: no account of one with the BIC of the other', async ({ page, signIn, another, complaints }) => {
    complaints.expectStatus(409);
    await signIn('reseller');
    const colleague = await another('operator');
    const [first, second] = [await openDialog(colleague, 7), await openDialog(page, 7)];
    await text(first, 'Account').fill('40702810600000000025');
    await save(first);
    await expectSaved(colleague);
    await combobox(second, 'BIC').fill('040613748');
    await text(second, 'Correspondent account').fill('30101810900000000748');
    await text(second, 'Account').fill('40702810900000000017');
    await save(second);

    const conflict = (field: string) => second.getByRole('group', { name: field, exact: true });
    await conflict('Account').getByRole('radio', { name: 'Yours' }).check();
    for (const field of ['BIC', 'Correspondent account']) {
      await expect(conflict(field).getByRole('radio', { name: 'Yours' })).toBeChecked();
    }
    await conflict('BIC').getByRole('radio', { name: 'Theirs' }).check();
    for (const field of ['Account', 'Correspondent account']) {
      await expect(conflict(field).getByRole('radio', { name: 'Theirs' })).toBeChecked();
    }
    await save(second);
    await expectSaved(page);
    const after = await openDialog(page, 7);
    await expect(combobox(after, 'BIC')).toHaveValue('040613746');
    await expect(text(after, 'Account')).toHaveValue('40702810600000000025');
  });
});
