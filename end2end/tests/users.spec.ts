// Users: everybody within reach on one page, found as one types, registered there and changed on a page of their own.
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { emailOf } from '../support/kontora';
import { letterTo, letters } from '../support/letters';
import { expect, test } from '../support/test';

const rows = (page: Page) => page.getByRole('table', { name: 'Users' }).getByRole('row').filter({ has: page.getByRole('cell') });
const row = (page: Page, email: string) => rows(page).filter({ hasText: email });
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search users' });

async function openUser(page: Page, email: string) {
  await page.goto(`/users?q=${encodeURIComponent(email)}`);
  await row(page, email).getByRole('link').click();
  await expect(page).toHaveURL(/\/users\/\d+$/);
  await expect(page.getByLabel('Full name')).toBeVisible();
}

test('the menu leads to the users within reach, each with their company', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/companies');
  await page.getByRole('navigation').getByRole('link', { name: 'Users' }).click();
  await expect(page).toHaveURL(/\/users$/);
  await expect(page.getByRole('heading', { name: 'Users', level: 1 })).toBeVisible();
  const heads = page.getByRole('table', { name: 'Users' }).getByRole('columnheader');
  await expect(heads).toHaveText([
    'ID', 'Name', 'Email', 'Company', 'Roles', 'Status', 'Two-factor', 'Last sign-in', 'Max dialogs', 'Actions',
  ]);
  await search(page).fill(emailOf('chat'));
  await expect(row(page, emailOf('chat'))).toContainText('New ways partner');
  await search(page).fill(emailOf('affiliate'));
  await expect(rows(page)).toHaveCount(1);
  await search(page).fill(emailOf('sibir'));
  await expect(rows(page)).toHaveCount(0);
});

test('an affiliate sees its own people, and a chat operator no such page', async ({ page, signIn, another, complaints }) => {
  complaints.expectStatus(403);
  await signIn('affiliate');
  await page.goto('/users');
  await expect(row(page, emailOf('affiliate'))).toBeVisible();
  await expect(page.getByRole('table')).not.toContainText(emailOf('reseller'));
  const chat = await another('chat');
  expect((await chat.goto('/users'))?.status()).toBe(403);
  await expect(chat.getByRole('main')).toContainText('see companies, their users');
  await expect(chat.getByRole('navigation').getByRole('link', { name: 'Users' })).toHaveCount(0);
});

test('users are found by ID, name and e-mail, and by nothing else; the other layout is offered', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/users');
  await search(page).fill('demo.test affiliate');
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole('status').filter({ hasText: /^1 of \d+ users$/ })).toBeVisible();
  await expect(page).toHaveURL(/\/users\?q=demo\.test(\+|%20)affiliate$/);
  const [id] = await rows(page).getByRole('cell').allTextContents();
  await search(page).fill(id!);
  await expect(rows(page).first()).toContainText(emailOf('affiliate'));
  await expect(rows(page).first().getByRole('cell').first().locator('mark')).toHaveText(id!);
  // A role and a company are shown and not searched.
  await search(page).fill('administrator');
  await expect(rows(page)).toHaveCount(0);
  await search(page).fill('фаашдшфеу');
  await page.getByRole('button', { name: 'affiliate', exact: true }).click();
  await expect(search(page)).toHaveValue('affiliate');
  await expect(search(page)).toBeFocused();
  await expect(row(page, emailOf('affiliate'))).toBeVisible();
});

test('users are sorted by any column, and the address keeps the order', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/users?q=demo.test');
  const heads = page.getByRole('table', { name: 'Users' }).getByRole('columnheader');
  for (const [name, key] of [['Company', 'company'], ['Two-factor', 'two-factor'], ['Max dialogs', 'max-dialogs']]) {
    const head = heads.filter({ hasText: name! });
    await head.getByRole('button').click();
    await expect(head).toHaveAttribute('aria-sort', 'ascending');
    await expect(page).toHaveURL(new RegExp(`\\?q=demo\\.test&sort=${key}$`));
  }
  await page.reload();
  await expect(heads.filter({ hasText: 'Max dialogs' })).toHaveAttribute('aria-sort', 'ascending');
});

test('of many users the first are drawn, and more at a wish', async ({ page, signIn }) => {
  await signIn('operator');
  await page.goto('/users');
  await expect(rows(page)).toHaveCount(100);
  await expect(page.getByRole('main')).toContainText(/The first 100 of \d+ are shown/);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(rows(page)).toHaveCount(200);
  await search(page).fill('demo.test');
  await expect(rows(page)).toHaveCount(6);
  await expect(page.getByRole('button', { name: 'Show more' })).toHaveCount(0);
});

test('a user is registered for a company that is looked for, with roles and a number', async ({ page, signIn, kontora }) => {
  await signIn('reseller');
  await page.goto('/users');
  await page.getByRole('button', { name: 'Register new user' }).click();
  const form = page.getByRole('group', { name: 'Register new user' });
  const company = form.getByRole('combobox', { name: 'Company' });
  await expect(company).toHaveValue('New ways partner');
  await company.fill('ways comp');
  await page.getByRole('option', { name: /New ways company/ }).click();
  await expect(company).toHaveValue('New ways company');
  await form.getByLabel('Full name').fill('Анна Новикова');
  await form.getByLabel('Email').fill('anna@newcomer.test');
  await form.getByRole('checkbox', { name: 'Company administrator' }).uncheck();
  await form.getByRole('checkbox', { name: 'Chat operator' }).check();
  await form.getByLabel('Max dialogs').fill('50');
  await form.getByText('Parts of the name').click();
  await form.getByLabel('Last name').fill('Новикова');
  await search(page).fill('anna@newcomer.test');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: /Saved/ })).toBeVisible();
  const line = row(page, 'anna@newcomer.test');
  await expect(line).toContainText('New ways company');
  await expect(line).toContainText('Chat operator');
  await expect(line).toContainText('Invited until');
  await expect(line.getByRole('cell').nth(-2)).toHaveText('50');
  expect((await letterTo(kontora.mail, 'anna@newcomer.test')).text).toContain('New ways company');
});

test('without a company or a role nobody is registered, and nothing typed is lost', async ({ page, signIn, kontora, complaints }) => {
  complaints.expectStatus(422);
  await signIn('reseller');
  await page.goto('/users');
  await page.getByRole('button', { name: 'Register new user' }).click();
  const form = page.getByRole('group', { name: 'Register new user' });
  await form.getByLabel('Full name').fill('Анна Новикова');
  await form.getByLabel('Email').fill('anna@newcomer.test');
  const company = form.getByRole('combobox', { name: 'Company' });
  await company.fill('no such company');
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(company).toHaveAttribute('aria-invalid', 'true');
  await company.fill('ways comp');
  await page.getByRole('option', { name: /New ways company/ }).click();
  await form.getByRole('checkbox', { name: 'Company administrator' }).uncheck();
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(form.getByRole('checkbox', { name: 'Company administrator' })).toHaveAccessibleDescription(/At least one role/);
  await expect(form.getByLabel('Email')).toHaveValue('anna@newcomer.test');
  expect(await letters(kontora.mail)).toHaveLength(0);
});

test('on the page of one company the company is given', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/companies/7/employees');
  await expect(page.getByRole('columnheader', { name: 'Company', exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Register new user' }).click();
  const company = page.getByRole('group', { name: 'Register new user' }).getByLabel('Company', { exact: true });
  await expect(company).toHaveValue('New ways company');
  await expect(company).toHaveAttribute('readonly');
});

test('a user is changed, the number goes back to the default, and the history tells it', async ({ page, signIn }) => {
  await signIn('reseller');
  await openUser(page, emailOf('chat'));
  const dialogs = page.getByLabel('Max dialogs');
  const back = page.getByRole('button', { name: /^Back to the company default/ });
  await dialogs.fill('42');
  await page.getByRole('checkbox', { name: 'Company administrator' }).check();
  await page.getByLabel('Reason').fill('Stands in for Anna');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: /Saved/ })).toBeVisible();
  await page.reload();
  await expect(dialogs).toHaveValue('42');
  await back.click();
  await expect(dialogs).toBeFocused();
  await expect(page.getByRole('main')).toContainText(/\d+ \(company default\)/);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: /Saved/ })).toBeVisible();
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page).toHaveURL(/\/support\/audit\?user=\d+$/);
  const log = page.getByRole('table', { name: 'Audit log' });
  await expect(log).toContainText('Chat operator → Company administrator, Chat operator · Stands in for Anna');
  await expect(log).toContainText('42 → company default');
});

test('whoever leaves a user with unsaved changes is asked first, by a link and by Back', async ({ page, signIn }) => {
  await signIn('reseller');
  await openUser(page, emailOf('affiliate'));
  const name = page.getByLabel('Full name');
  const was = await name.inputValue();
  const question = page.getByRole('alertdialog', { name: 'Unsaved changes' });
  const address = page.url();
  await name.fill('Not Saved');
  await page.getByRole('navigation').getByRole('link', { name: 'Companies' }).click();
  await expect(question).toContainText('Not Saved');
  await question.getByRole('button', { name: 'Keep editing' }).click();
  await expect(question).toBeHidden();
  await expect(name).toHaveValue('Not Saved');
  await page.goBack();
  await expect(question).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  expect(page.url()).toBe(address);
  await page.getByRole('navigation').getByRole('link', { name: 'Companies' }).click();
  await question.getByRole('button', { name: 'Discard' }).click();
  await expect(page).toHaveURL(/\/companies$/);
  await page.goBack();
  await expect(name).toHaveValue(was);
  // What is as it was asks nothing.
  await name.fill('Not Saved');
  await name.fill(was);
  await page.getByRole('navigation').getByRole('link', { name: 'Companies' }).click();
  await expect(page).toHaveURL(/\/companies$/);
});

test('of two windows the second is told, keeps what was typed and may save again', async ({ page, signIn, another, complaints }) => {
  complaints.expectStatus(409);
  await signIn('reseller');
  await openUser(page, emailOf('chat'));
  const operator = await another('operator');
  await operator.goto(page.url());
  await operator.getByLabel('Full name').fill('First Window');
  await operator.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(operator.getByRole('status').filter({ hasText: /Saved/ })).toBeVisible();

  const name = page.getByLabel('Full name');
  await name.fill('Second Window');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await expect(name).toHaveAccessibleDescription(/First Window/);
  await expect(name).toHaveValue('Second Window');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: /Saved/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Second Window' })).toBeVisible();
});

test('nobody changes the own roles, and the page says why', async ({ page, signIn }) => {
  await signIn('affiliate');
  await openUser(page, emailOf('affiliate'));
  await expect(page.getByRole('checkbox', { name: 'Company administrator' })).toBeDisabled();
  await page.getByText('Why not?').click();
  await expect(page.getByText('Nobody changes their own roles')).toBeVisible();
});

test('a role that is taken away while the page is open refuses the next action', async ({ page, signIn, another, complaints }) => {
  complaints.expectStatus(403);
  await signIn('affiliate');
  await page.goto('/companies/3/employees');
  const operator = await another('operator');
  await openUser(operator, emailOf('affiliate'));
  await operator.getByRole('checkbox', { name: 'Chat operator' }).check();
  await operator.getByRole('checkbox', { name: 'Company administrator' }).uncheck();
  await operator.getByLabel('Reason').fill('Asked for by the company');
  await operator.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(operator.getByRole('status').filter({ hasText: /Saved/ })).toBeVisible();

  await page.getByRole('button', { name: 'Register new user' }).click();
  const form = page.getByRole('group', { name: 'Register new user' });
  await form.getByLabel('Full name').fill('Анна Новикова');
  await form.getByLabel('Email').fill('anna@newcomer.test');
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(form.getByRole('alert')).toContainText('add and edit users');
  await expect(form.getByLabel('Email')).toHaveValue('anna@newcomer.test');
});

test('only an operator makes operators, and of the platform’s own people alone', async ({ page, signIn, another }) => {
  await signIn('operator');
  await page.goto('/users');
  await page.getByRole('button', { name: 'Register new user' }).click();
  const form = page.getByRole('group', { name: 'Register new user' });
  await expect(form.getByRole('checkbox', { name: 'Platform operator' })).toBeVisible();
  await form.getByRole('combobox', { name: 'Company' }).fill('ways comp');
  await page.getByRole('option', { name: /New ways company/ }).click();
  await expect(form.getByRole('checkbox', { name: 'Platform operator' })).toHaveCount(0);
  const reseller = await another('reseller');
  await openUser(reseller, emailOf('affiliate'));
  await expect(reseller.getByRole('checkbox', { name: 'Platform operator' })).toHaveCount(0);
});

test.describe('390 wide', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('rows are cards, a list orders them, and a card opens its user', async ({ page, signIn }) => {
    await signIn('reseller');
    await page.goto('/users?q=demo.test');
    const order = page.getByRole('combobox', { name: 'Sort by' });
    await order.selectOption({ label: 'Company, descending' });
    await expect(page).toHaveURL(/&sort=-company$/);
    await row(page, emailOf('affiliate')).click();
    await expect(page).toHaveURL(/\/users\/\d+$/);
    await page.goto('/companies/2/employees');
    await expect(order.locator('option', { hasText: 'Company' })).toHaveCount(0);
  });
});
