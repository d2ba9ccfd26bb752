// Employees: registered by an administrator, invited by a letter, and found on their page.
import type { Page } from '@playwright/test';
import { emailOf } from '../support/kontora';
import { editDialog, openDialog, text } from '../support/companies';
import { letters, letterTo, lettersTo, linkIn } from '../support/letters';
import { account, setPassword } from '../support/people';
import { expect, test } from '../support/test';

const anna = { name: 'Анна Новикова', email: 'anna.novikova@newcomer.test' };

test('a new user is registered in the dialog, gets a link and no password, and signs in through it', async ({ page, signIn, kontora, browser, complaints }) => {
  complaints.expectStatus(410);
  await signIn('reseller');
  const dialog = await openDialog(page, 7);
  await text(dialog, 'Postal address').fill('not to be saved');
  await dialog.getByRole('button', { name: 'Register new user' }).click();
  const form = dialog.getByRole('group', { name: 'Register new user' });
  await form.getByLabel('Full name').fill(anna.name);
  await form.getByLabel('Email').fill(anna.email);
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(form.getByRole('status')).toContainText(anna.email);
  const line = dialog.getByRole('listitem').filter({ hasText: anna.name });
  await expect(line).toContainText('Invited');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click();
  await expect(dialog).toBeHidden();

  const letter = await letterTo(kontora.mail, anna.email);
  expect(letter.subject).toBe('You have been registered on Kontora');
  expect(letter.text).toContain('New ways company');
  expect(letter.text).toContain(anna.email);
  expect(linkIn(letter)).toMatch(new RegExp(`^${kontora.url}/set-password\\?token=[\\w-]{40,}$`));
  expect(letter.html).toContain('/set-password?token=');
  expect(letter.text.replaceAll(linkIn(letter), ''), 'no other secret').not.toMatch(/[\w-]{16,}/);

  const newcomer = await browser.newContext({ baseURL: kontora.url, locale: 'en-US' });
  complaints.watch(newcomer);
  const her = await newcomer.newPage();
  await setPassword(her, letter);
  await expect(account(her)).toContainText('New ways company');
  await expect(her.getByRole('status').filter({ hasText: '1 of 1 company' })).toBeVisible();
  expect((await her.goto(linkIn(letter)))?.status()).toBe(410);
  await expect(her.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
  await newcomer.close();

  await page.goto('/companies/7/employees');
  await expect(page.getByRole('row').filter({ hasText: anna.email })).toContainText('Active');
});

test('a double press makes one account and one letter', async ({ page, signIn, kontora }) => {
  await signIn('reseller');
  await page.goto('/companies/7/employees');
  await page.getByRole('button', { name: 'Register new user' }).click();
  const form = page.getByRole('group', { name: 'Register new user' });
  await form.getByLabel('Full name').fill(anna.name);
  await form.getByLabel('Email').fill(anna.email);
  await form.getByRole('button', { name: 'Save', exact: true }).dblclick();
  await expect(page.getByRole('row').filter({ hasText: anna.email })).toHaveCount(1);
  await expect(page.getByRole('status').filter({ hasText: /Saved/ })).toBeVisible();
  await form.getByLabel('Full name').fill('Борис Второй');
  await form.getByLabel('Email').fill('boris@newcomer.test');
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await letterTo(kontora.mail, 'boris@newcomer.test');
  await lettersTo(kontora.mail, anna.email, 1);
});

test('the table’s link opens the employees of that company alone', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/companies?q=ways+comp&sort=-balance');
  await page.getByRole('link', { name: 'Employees of New ways company', exact: true }).click();
  await expect(page).toHaveURL(/\/companies\/7\/employees$/);
  await expect(page.getByRole('heading', { name: 'Employees of New ways company' })).toBeVisible();
  await expect(page.getByRole('table')).not.toContainText(emailOf('reseller'));
  // Back to the list as it was left.
  await page.getByRole('banner').getByRole('link', { name: 'Companies', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Companies' })).toBeVisible();
  await expect(page).toHaveURL(/\/companies\?q=ways(\+|%20)comp&sort=-balance$/);
  await expect(page.getByRole('searchbox', { name: 'Search companies' })).toHaveValue('ways comp');
});

test('employees are found by ID, name and e-mail, and by nothing else', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/companies/2/employees');
  const rows = page.getByRole('table').getByRole('row').filter({ has: page.getByRole('cell') });
  const field = page.getByRole('searchbox', { name: 'Search employees' });
  await expect(rows).toHaveCount(6);
  const reseller = rows.filter({ hasText: emailOf('reseller') });
  const [id, name] = await reseller.getByRole('cell').allTextContents();
  await field.fill('RESELLER demo');
  await expect(rows).toHaveCount(1);
  await expect(reseller).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '1 of 6 employees' })).toBeVisible();
  await expect(page).toHaveURL(/\?q=RESELLER(\+|%20)demo$/);
  await field.fill(id!);
  await expect(rows.first()).toContainText(emailOf('reseller'));
  await field.fill(name!.trim().split(/\s+/).at(-1)!.toUpperCase());
  await expect(reseller).toBeVisible();
  await field.fill('administrator');
  await expect(rows).toHaveCount(0);
  await page.getByRole('button', { name: 'Show all employees' }).click();
  await expect(rows).toHaveCount(6);
  await expect(field, 'the button is gone').toBeFocused();
});

test('employees are sorted by any column, by mouse and keyboard, and the address keeps the order', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/companies/2/employees?q=demo');
  const table = page.getByRole('table');
  const rows = table.getByRole('row').filter({ has: page.getByRole('cell') });
  const emails = () => rows.evaluateAll((rows) => rows.map((row) => row.children[2]!.textContent ?? ''));
  const head = table.getByRole('columnheader', { name: 'Email', exact: true });
  await expect(head).not.toHaveAttribute('aria-sort');
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await expect(page).toHaveURL(/\?q=demo&sort=email$/);
  const rising = await emails();
  expect(rising.length).toBeGreaterThan(1);
  expect(rising).toEqual(rising.toSorted());
  await page.keyboard.press('Enter');
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await expect(page).toHaveURL(/\?q=demo&sort=-email$/);
  expect(await emails()).toEqual(rising.toReversed());

  await page.reload();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  expect(await emails()).toEqual(rising.toReversed());
  await head.getByRole('button').click();
  await expect(head).not.toHaveAttribute('aria-sort');
  await expect(page).toHaveURL(/\?q=demo$/);
});

const refusals: [what: string, email: string, reason: RegExp][] = [
  ['an address of the same tree', emailOf('affiliate'), /already registered at “.+”/],
  ['the same address in capitals', emailOf('affiliate').toUpperCase(), /already registered at “.+”/],
  ['an address of a stranger', emailOf('sibir'), /^(?!.*Sibir).*This address cannot be used/],
  ['no address', 'anna', /There is no @/],
];

for (const { where, open } of [
  {
    where: 'in the dialog',
    open: async (page: Page) => {
      await openDialog(page, 7);
      return editDialog(page);
    },
  },
  {
    where: 'on the page',
    open: async (page: Page) => {
      await page.goto('/companies/7/employees');
      return page.getByRole('main');
    },
  },
]) {
  test(`what is refused ${where} is said at its field, and no letter is written`, async ({ page, signIn, kontora, complaints }) => {
    complaints.expectStatus(409, 422);
    await signIn('reseller');
    const place = await open(page);
    await place.getByRole('button', { name: 'Register new user' }).click();
    const form = place.getByRole('group', { name: 'Register new user' });
    const send = form.getByRole('button', { name: 'Save', exact: true });
    await send.click();
    await expect(form.getByLabel('Full name')).toHaveAttribute('aria-invalid', 'true');
    await expect(form.getByLabel('Email')).toHaveAttribute('aria-invalid', 'true');
    await form.getByLabel('Full name').fill(anna.name);
    for (const [what, email, reason] of refusals) {
      await test.step(what, async () => {
        await form.getByLabel('Email').fill(email);
        await send.click();
        await expect(form.getByLabel('Email')).toHaveAttribute('aria-invalid', 'true');
        await expect(form.getByLabel('Email')).toHaveAccessibleDescription(reason);
        await expect(form.getByLabel('Full name')).toHaveValue(anna.name);
      });
    }
    await form.getByLabel('Email').fill(anna.email);
    await send.click();
    await letterTo(kontora.mail, anna.email);
    expect(await letters(kontora.mail)).toHaveLength(1);
  });
}

test('an administrator of an affiliate registers people of the own company', async ({ page, signIn, kontora }) => {
  await signIn('affiliate');
  await page.goto('/companies/3/employees');
  await page.getByRole('button', { name: 'Register new user' }).click();
  const form = page.getByRole('group', { name: 'Register new user' });
  await form.getByLabel('Full name').fill(anna.name);
  await form.getByLabel('Email').fill(anna.email);
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('row').filter({ hasText: anna.email })).toContainText('Invited until');
  expect(linkIn(await letterTo(kontora.mail, anna.email))).toContain('/set-password');
});

test.describe('390 wide', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the dialog leads to everybody of the company, and asks about what is not saved', async ({ page, signIn }) => {
    await signIn('reseller');
    await page.goto('/companies/7');
    const dialog = editDialog(page);
    await text(dialog, 'Name').fill('Not saved');
    await expect(dialog.getByRole('button', { name: 'Close' })).toBeInViewport({ ratio: 1 });
    await dialog.getByRole('link', { name: 'Employees' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click();
    await expect(page).toHaveURL(/\/companies\/7\/employees$/);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('New ways company');
  });
});
