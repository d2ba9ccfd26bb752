// The Companies page: one table, found as one types, sorted, and kept in the address.
import {
  amount, cell, column, columns, count, editButton, editDialog, row, rows, searchField, table, text, totals,
} from '../support/companies';
import { expect, test } from '../support/test';

const example = 'New ways company';
const own = 'New ways partner';

test('the side menu leads to one table: the own company first, then the affiliates', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/profile');
  await page.getByRole('navigation').getByRole('link', { name: 'Companies', exact: true }).click();
  await expect(table(page)).toHaveCount(1);
  for (const name of columns) await expect(table(page).getByRole('columnheader', { name, exact: true })).toBeVisible();
  await expect(rows(page).first()).toContainText('Your company');
  await expect(rows(page).first().getByRole('button', { name: `Edit ${own}`, exact: true })).toBeVisible();
  await expect(rows(page).first().getByRole('link', { name: `Employees of ${own}`, exact: true })).toBeVisible();
  await expect(table(page).getByText('Your company')).toHaveCount(1);
  await expect(count(page)).toHaveText('301 of 301 companies');
});

test('the first rows come with the page, before any script', async ({ page, signIn }) => {
  await signIn('reseller');
  const html = await (await page.request.get('/companies?q=ways+comp')).text();
  expect(html).toContain(`aria-label="Edit ${example}"`);
  expect(html).not.toContain(`aria-label="Edit ${own}"`);
});

test('each key filters, in any order and case', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/companies');
  const sizes: number[] = [];
  for (const key of 'WAYS comp') {
    await searchField(page).press(key === ' ' ? 'Space' : key);
    await expect(count(page)).toHaveText(/^\d+ of 301 companies$/);
    sizes.push(Number((await count(page).textContent())!.split(' ')[0]));
  }
  await expect(editButton(page, example)).toBeVisible();
  expect(sizes, 'more letters never find more').toEqual(sizes.toSorted((one, other) => other - one));
  expect(sizes.at(-1)).toBe(1);
  for (const word of ['new', 'ways', 'comp', 'company', 'company WAYS']) {
    await searchField(page).fill(word);
    await expect(editButton(page, example)).toBeVisible();
    await expect(count(page)).not.toHaveText('301 of 301 companies');
  }
  await searchField(page).fill('eway');
  await expect(count(page)).toHaveText('0 of 301 companies');
});

test('what matched is marked, and a match out of sight is named', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/companies?q=ways+comp');
  await expect(cell(row(page, example), 'Company').locator('mark')).toHaveText(['ways', 'comp']);
  await searchField(page).fill('40702810100000000017');
  await expect(rows(page)).toHaveCount(1);
  await expect(cell(row(page, example), 'Company')).toContainText(/Account: .*0017/);
  await searchField(page).fill('ул. Новая, д. 1 040613746');
  await expect(cell(row(page, example), 'Company')).toContainText(/BIC: 040613746/);
  await expect(cell(row(page, example), 'Company')).toContainText(/address: .*Новая/i);
});

test('a company whose ID is the query comes first', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/companies');
  for (const id of ['7', '42']) {
    await searchField(page).fill(id);
    await expect(cell(rows(page).first(), 'ID')).toHaveText(id);
    await expect(rows(page)).not.toHaveCount(1);
  }
});

test('the wrong keyboard layout finds nothing by itself and is offered as a button', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/companies');
  await searchField(page).fill('туц цфны сщьз');
  await expect(count(page)).toHaveText('0 of 301 companies');
  await page.getByRole('button', { name: 'new ways comp', exact: true }).click();
  await expect(searchField(page)).toHaveValue('new ways comp');
  await expect(count(page)).toHaveText('1 of 301 companies');
  await expect(editButton(page, example)).toBeVisible();
});

test('an empty result says so and leads back to all', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/companies?q=no+such+company+at+all');
  await expect(count(page)).toHaveText('0 of 301 companies');
  await expect(page.getByText('No company matches “no such company at all”')).toBeVisible();
  await page.getByRole('button', { name: 'Show all companies' }).click();
  await expect(count(page)).toHaveText('301 of 301 companies');
  await expect(searchField(page)).toHaveValue('');
});

test('a column sorts up, down and not at all, by mouse and by keyboard', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/companies');
  const head = table(page).getByRole('columnheader', { name: 'Balance', exact: true });
  const button = head.getByRole('button');
  await expect(head).not.toHaveAttribute('aria-sort');
  await button.click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await expect(page).toHaveURL(/\?sort=balance$/);
  const rising = (await column(page, 'Balance')).map(amount);
  expect(rising).toEqual(rising.toSorted((one, other) => one - other));
  expect(rising[0]).toBeLessThan(0);

  await button.focus();
  await page.keyboard.press('Enter');
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await expect(page).toHaveURL(/\?sort=-balance$/);
  const falling = (await column(page, 'Balance')).map(amount);
  expect(falling).toEqual(falling.toSorted((one, other) => other - one));
  expect(falling[0]).toBeGreaterThan(100_000);

  await page.keyboard.press('Space');
  await expect(head).not.toHaveAttribute('aria-sort');
  await expect(page).toHaveURL(/\/companies$/);
  await expect(rows(page).first()).toContainText('Your company');
});

test('status sorts by how bad it is', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/companies?sort=-status');
  await expect(cell(rows(page).first(), 'Status')).toHaveText('Suspended');
  await page.goto('/companies?sort=status');
  await expect(cell(rows(page).first(), 'Status')).toHaveText('Active');
});

test('a column says how long the money lasts, while the table is sorted by it', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/companies?sort=-inn');
  const head = table(page).getByRole('columnheader', { name: 'Runway', exact: true });
  const toggle = page.getByRole('button', { name: 'Runway', exact: true, pressed: false });
  await expect(head).toHaveCount(0);
  await toggle.click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await expect(page).toHaveURL(/\?sort=runway$/);
  await expect(rows(page).first().locator('td.run')).toContainText('0 days');
  const pressed = page.getByRole('button', { name: 'Runway', exact: true, pressed: true });
  await pressed.click();
  await expect(page, 'the order before').toHaveURL(/\?sort=-inn$/);
  await toggle.click();
  await expect(page).toHaveURL(/\?sort=runway$/);
  await page.reload();
  await expect(head).toBeVisible();
  await pressed.click();
  await expect(head).toHaveCount(0);
  await expect(rows(page).first()).toContainText('Your company');
});

test('query and order outlive a reload, the way back and a shared address', async ({ page, signIn, another }) => {
  await signIn('reseller');
  await page.goto('/companies');
  await searchField(page).fill('new');
  await table(page).getByRole('columnheader', { name: 'ID', exact: true }).getByRole('button').click();
  await expect(page).toHaveURL(/\/companies\?q=new&sort=id$/);
  const found = await column(page, 'Company');

  await page.reload();
  await expect(searchField(page)).toHaveValue('new');
  expect(await column(page, 'Company')).toEqual(found);

  await page.getByRole('link', { name: `Employees of ${example}`, exact: true }).click();
  await expect(page.getByRole('heading', { name: `Employees of ${example}` })).toBeVisible();
  await page.goBack();
  await expect(searchField(page)).toHaveValue('new');
  await expect(page).toHaveURL(/\/companies\?q=new&sort=id$/);
  expect(await column(page, 'Company')).toEqual(found);

  const colleague = await another('reseller');
  await colleague.goto(page.url());
  await expect(searchField(colleague)).toHaveValue('new');
  expect(await column(colleague, 'Company')).toEqual(found);
});

test('only the rows in view are in the document, to the last of them', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/companies?sort=id');
  await expect(table(page)).toHaveAttribute('aria-rowcount', '302');
  expect(await rows(page).count()).toBeLessThan(90);
  await expect(rows(page).first()).toHaveAttribute('aria-rowindex', '2');
  await rows(page).first().focus();
  // Before the whole list is here, the end is that of the rows that came with the page.
  await expect(async () => {
    await page.keyboard.press('End');
    await expect(rows(page).last()).toHaveAttribute('aria-rowindex', '302', { timeout: 500 });
  }).toPass();
  await expect(rows(page).last()).toBeFocused();
  await expect(cell(rows(page).last(), 'ID')).toHaveText('302');
  await expect(cell(rows(page).last(), 'ID')).toBeInViewport();
  expect(await rows(page).count()).toBeLessThan(90);
});

test('the wheel brings every row into view', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/companies?sort=id');
  await table(page).hover();
  for (const id of ['60', '120', '180', '240', '302']) {
    await expect(async () => {
      await page.mouse.wheel(0, 300);
      expect(Number(await cell(rows(page).last(), 'ID').textContent())).toBeGreaterThanOrEqual(Number(id));
    }).toPass();
  }
  await expect(cell(rows(page).last(), 'ID')).toHaveText('302');
});

test('the keyboard alone: slash, arrows, Enter, E, Esc', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/companies');
  await page.keyboard.press('/');
  await expect(searchField(page)).toBeFocused();
  await page.keyboard.type('new ways');
  await expect(count(page)).toHaveText('2 of 301 companies');
  await page.keyboard.press('ArrowDown');
  await expect(row(page, own)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(row(page, example)).toBeFocused();
  await page.keyboard.press('e');
  await expect(text(editDialog(page), 'Name')).toHaveValue(example);
  await expect(page).toHaveURL(/\/companies\/7\?q=new(\+|%20)ways$/);
  await page.keyboard.press('Escape');
  await expect(editDialog(page)).toBeHidden();
  await expect(editButton(page, example)).toBeFocused();

  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await searchField(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(text(editDialog(page), 'Name')).toHaveValue(own);
  await page.keyboard.press('Escape');
  await expect(editDialog(page)).toBeHidden();

  await searchField(page).focus();
  await page.keyboard.press('Escape');
  await expect(searchField(page)).toHaveValue('');
  await expect(count(page)).toHaveText('301 of 301 companies');
});

test('Enter in the search opens the first match', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/companies');
  await searchField(page).fill('ways comp');
  await page.keyboard.press('Enter');
  await expect(text(editDialog(page), 'Name')).toHaveValue(example);
});

test('the totals are the sums of the rows shown', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/companies');
  await expect(totals(page)).toContainText('Total, 301 companies');
  await searchField(page).fill('new ways');
  await expect(totals(page)).toContainText('Found 2 of 301');
  const balances = (await column(page, 'Balance')).map(amount);
  const total = amount((await totals(page).getByRole('cell').nth(1).textContent())!);
  expect(total).toBeCloseTo(balances[0]! + balances[1]!, 2);
  expect(balances).toContain(-1250);
});

test('amounts, status and zone of a company stand in its row, in the language of the page', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/companies?q=ways+comp');
  await expect(cell(row(page, example), 'INN')).toContainText('0017000016');
  await expect(cell(row(page, example), 'Balance')).toHaveText('\u22121,250.00');
  await expect(cell(row(page, example), 'Credit limit')).toContainText('5,000');
  await expect(cell(row(page, example), 'Status')).toHaveText('Active');
  await expect(cell(row(page, example), 'Time zone')).toContainText('Moscow');
  await page.getByRole('button', { name: 'Русский' }).click();
  const russian = page.getByRole('row').filter({ has: page.getByRole('button', { name: `Редактировать ${example}` }) });
  await expect(russian.getByRole('cell').nth(3)).toHaveText('\u22121\u00a0250,00');
  await expect(russian.getByRole('cell').nth(5)).toHaveText('Активна');
  await expect(page.getByRole('status').filter({ hasText: '1 из 301 компании' })).toBeVisible();
});

test('an administrator of one company sees that one alone', async ({ page, signIn }) => {
  await signIn('affiliate');
  await page.goto('/companies');
  await expect(count(page)).toHaveText('1 of 1 company');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('Your company');
  await expect(cell(rows(page), 'ID')).toHaveText('3');
});

test('a chat operator has no Companies, by address neither', async ({ page, signIn, complaints }) => {
  complaints.expectStatus(403);
  await signIn('chat');
  await page.goto('/profile');
  await expect(page.getByRole('heading', { name: 'Profile' })).toBeVisible();
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Companies', exact: true })).toHaveCount(0);
  const answer = await page.goto('/companies');
  expect(answer?.status()).toBe(403);
  await expect(page.getByRole('heading', { name: 'Not permitted' })).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
  expect(await answer?.text()).not.toContain(example);
});
