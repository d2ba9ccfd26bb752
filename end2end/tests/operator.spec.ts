// The operator: a real installation from nothing, new resellers and companies, letters that did not arrive.
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { count, editButton, openDialog, row, rows, searchField } from '../support/companies';
import { emailOf, kontora as command } from '../support/kontora';
import { letterTo, linkIn } from '../support/letters';
import { account, newPassword, setPassword, setUpSecondFactor } from '../support/people';
import { expect, test, untilAwake } from '../support/test';

const reseller = { name: 'Northern Lines', email: 'office@northern.test', slug: 'northern', admin: 'Nora North', adminEmail: 'nora@northern.test' };

async function fillCompany(form: Locator, company: typeof reseller) {
  await form.getByLabel('Name', { exact: true }).fill(company.name);
  await form.getByLabel('Email', { exact: true }).fill(company.email);
  await form.getByLabel('Reseller address').fill(company.slug);
  await form.getByLabel("Administrator's name").fill(company.admin);
  await form.getByLabel("Administrator's email").fill(company.adminEmail);
}

test.describe('from nothing', () => {
  test.use({ settings: { database: 'sqlite:empty.db' } });

  test('an operator is made by a command, makes a reseller, and the reseller’s first affiliate registers', async ({ page, kontora, browser, complaints }) => {
    expect(kontora.said).toContain('kontora create-operator');
    const database = `sqlite:${path.join(kontora.folder, 'empty.db')}`;
    const printed = command(['create-operator', 'root@platform.test'], database);
    const link = new URL(/https?:\/\/\S+/.exec(printed)![0]);
    await setPassword(page, kontora.url + link.pathname + link.search);
    await expect(count(page)).toHaveText('1 of 1 company');

    await page.getByRole('button', { name: 'Add company' }).click();
    const form = page.getByRole('dialog', { name: 'Add company' });
    await form.getByRole('radio', { name: 'Reseller' }).check();
    await fillCompany(form, reseller);
    await form.getByRole('button', { name: 'Add company' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'The company is added' })).toBeVisible();
    await expect(editButton(page, reseller.name)).toBeVisible();
    await expect(count(page)).toHaveText('2 of 2 companies');

    const context = await browser.newContext({ baseURL: kontora.url, locale: 'en-US' });
    complaints.watch(context);
    const nora = await context.newPage();
    await setPassword(nora, await letterTo(kontora.mail, reseller.adminEmail));
    await expect(account(nora)).toContainText(reseller.name);
    await expect(nora.getByText('No affiliated companies yet')).toBeVisible();

    await nora.goto(kontora.onDomainOf(reseller.slug, '/register/'));
    await nora.getByLabel('Company name').fill('First of many');
    await nora.getByLabel('Full name').fill('Fred First');
    await nora.getByLabel('Email').fill('fred@first.test');
    await nora.getByLabel('Phone number').fill('+79123456789');
    await nora.getByRole('checkbox', { name: 'I accept the terms' }).check();
    await nora.getByRole('checkbox', { name: 'I agree to personal data processing' }).check();
    await nora.getByRole('button', { name: 'Register', exact: true }).click();
    await expect(nora.getByRole('heading', { name: 'Check your mail' })).toBeVisible();
    await nora.goto('/companies');
    await expect(row(nora, 'First of many')).toContainText('Awaiting confirmation');
    expect((await letterTo(kontora.mail, 'fred@first.test')).text).toContain(reseller.name);
    await context.close();

    // From the second sign-in on an operator needs a second factor.
    const again = await browser.newContext({ baseURL: kontora.url, locale: 'en-US' });
    complaints.watch(again);
    const root = await again.newPage();
    await root.goto('/sign-in');
    await untilAwake(root);
    await root.getByLabel('Email').fill('root@platform.test');
    await root.getByLabel('Password').fill(newPassword);
    await root.getByRole('button', { name: 'Sign in' }).click();
    await expect(root).toHaveURL(/\/profile\/two-factor$/);
    await untilAwake(root);
    await setUpSecondFactor(root);
    await expect(count(root)).toHaveText('3 of 3 companies');
    await again.close();
  });

  test('a second operator is made the same way, and demo data is refused afterwards', async ({ kontora }) => {
    const database = `sqlite:${path.join(kontora.folder, 'empty.db')}`;
    expect(command(['create-operator', 'root@platform.test'], database)).toContain('/set-password?token=');
    expect(command(['create-operator', 'second@platform.test'], database)).toContain('/set-password?token=');
    expect(() => command(['create-operator', 'no address'], database)).toThrow();
    expect(() => command(['demo', '--companies', '3'], database)).toThrow(/empty database/);
  });
});

test('the operator sees every company, with credit in every dialog but the platform’s own', async ({ page, signIn }) => {
  await signIn('operator');
  await page.goto('/companies');
  await expect(count(page)).toHaveText('316 of 316 companies');
  await expect(rows(page).first()).toContainText('Your company');
  for (const [id, present] of [[1, 0], [2, 1], [7, 1], [314, 1]] as const) {
    await page.goto(`/companies/${id}`);
    const dialog = page.getByRole('dialog', { name: 'Edit company' });
    await expect(dialog.getByRole('textbox', { name: 'Name', exact: true })).toBeVisible();
    await expect(dialog.getByRole('textbox', { name: 'Credit limit' }), String(id)).toHaveCount(present);
  }
});

test('a stand-alone company has no address of its own, and its letter can go to the company', async ({ page, signIn, kontora }) => {
  await signIn('operator');
  await page.goto('/companies');
  await page.getByRole('button', { name: 'Add company' }).click();
  const form = page.getByRole('dialog', { name: 'Add company' });
  await fillCompany(form, reseller);
  await form.getByRole('radio', { name: 'Stand-alone company' }).check();
  await expect(form.getByLabel('Reseller address')).toHaveCount(0);
  await form.getByRole('radio', { name: "The company's email" }).check();
  await form.getByRole('button', { name: 'Add company' }).click();
  await expect(form).toBeHidden();
  await searchField(page).fill(reseller.name);
  await expect(editButton(page, reseller.name)).toBeVisible();
  const letter = await letterTo(kontora.mail, reseller.email);
  expect(letter.text).toContain(reseller.adminEmail);
  expect(linkIn(letter)).toContain('/set-password?token=');
});

test('what is refused in a new company is said at its field, and everything typed stays', async ({ page, signIn, complaints }) => {
  complaints.expectStatus(409, 422);
  await signIn('operator');
  await page.goto('/companies');
  await page.getByRole('button', { name: 'Add company' }).click();
  const form = page.getByRole('dialog', { name: 'Add company' });
  const add = form.getByRole('button', { name: 'Add company' });
  await add.click();
  for (const label of ['Name', 'Email', 'Reseller address', "Administrator's name", "Administrator's email"]) {
    await expect(form.getByLabel(label, { exact: true }), label).toHaveAttribute('aria-invalid', 'true');
  }
  await fillCompany(form, reseller);
  const slug = form.getByLabel('Reseller address');
  const refusals: [string, RegExp][] = [
    ['newways', /taken/],
    ['NewWays', /taken/],
    ['www', /reserved/],
    ['-edge', /hyphen/],
    ['кириллица', /Latin/],
    ['ab', /at least 3/],
  ];
  for (const [typed, reason] of refusals) {
    await slug.fill(typed);
    await add.click();
    await expect(slug, typed).toHaveAttribute('aria-invalid', 'true');
    await expect(slug).toHaveAccessibleDescription(reason);
  }
  await slug.fill(reseller.slug);
  await form.getByLabel("Administrator's email").fill(emailOf('single'));
  await add.click();
  await expect(form.getByLabel("Administrator's email")).toHaveAttribute('aria-invalid', 'true');
  await expect(form.getByLabel('Name', { exact: true })).toHaveValue(reseller.name);
  await form.getByRole('button', { name: 'Cancel' }).click();
  await expect(count(page)).toHaveText('316 of 316 companies');
});

test('a company half typed outlives Esc, the cross and Cancel, and the focus goes back to the button', async ({ page, signIn }) => {
  await signIn('operator');
  await page.goto('/companies');
  const open = page.getByRole('button', { name: 'Add company' });
  const form = page.getByRole('dialog', { name: 'Add company' });
  await open.click();
  await fillCompany(form, reseller);
  const ways = [
    () => page.keyboard.press('Escape'),
    () => form.getByRole('button', { name: 'Close' }).click(),
    () => form.getByRole('button', { name: 'Cancel' }).click(),
  ];
  for (const leave of ways) {
    await leave();
    await expect(form).toBeHidden();
    await expect(open).toBeFocused();
    await open.click();
    await expect(form.getByLabel('Name', { exact: true })).toHaveValue(reseller.name);
    await expect(form.getByLabel("Administrator's email")).toHaveValue(reseller.adminEmail);
  }
  await form.getByRole('button', { name: 'Add company' }).click();
  await expect(form).toBeHidden();
  await expect(open).toBeFocused();
  await open.click();
  await expect(form.getByLabel('Name', { exact: true })).toHaveValue('');
});

test('the operator makes a company that stands alone a reseller, and an ordinary company again', async ({ page, signIn, kontora, complaints }) => {
  complaints.expectStatus(404, 409);
  await signIn('operator');
  const dialog = await openDialog(page, 315);
  await expect(dialog.getByText('Stand-alone company')).toBeVisible();
  const open = dialog.getByRole('button', { name: 'Change kind' });
  const small = page.getByRole('dialog', { name: 'Change kind' });
  await open.click();
  await expectAccessible(page);
  await small.getByLabel('Reseller address').fill('newways');
  await page.keyboard.press('Enter');
  await expect(small.getByLabel('Reseller address')).toHaveAccessibleDescription(/taken/);
  await small.getByLabel('Reseller address').fill('fresh');
  await small.getByRole('button', { name: 'Make a reseller' }).click();
  await expect(page.getByRole('status').filter({ hasText: "The company's kind is changed" })).toBeVisible();
  await expect(small).toBeHidden();
  await expect(open).toBeFocused();
  await expect(dialog.getByText('Reseller', { exact: true })).toBeVisible();
  const registration = kontora.onDomainOf('fresh', '/register/');
  // The browser knows where *.localhost is; the system need not.
  const statusOf = async (address: string) => {
    const visit = await page.context().newPage();
    const answer = await visit.goto(address);
    await visit.close();
    return answer?.status();
  };
  expect(await statusOf(registration)).toBe(200);

  await open.click();
  await small.getByRole('button', { name: 'Make stand-alone' }).click();
  await expect(small).toBeHidden();
  await expect(dialog.getByText('Stand-alone company')).toBeVisible();
  expect(await statusOf(registration)).toBe(404);
});

test('a kind that cannot change says why, and Esc leaves the record open', async ({ page, signIn, complaints }) => {
  complaints.expectStatus(422);
  await signIn('operator');
  const dialog = await openDialog(page, 2);
  const small = page.getByRole('dialog', { name: 'Change kind' });
  await dialog.getByRole('button', { name: 'Change kind' }).click();
  await small.getByRole('button', { name: 'Make stand-alone' }).click();
  await expect(small.getByRole('alert')).toHaveText('The reseller has affiliates: 300');
  await page.keyboard.press('Escape');
  await expect(small).toBeHidden();
  await expect(dialog).toBeVisible();

  const affiliate = await openDialog(page, 7);
  await affiliate.getByRole('button', { name: 'Change kind' }).click();
  await expect(small.getByText('An affiliate has to be detached from its reseller first')).toBeVisible();
  await expect(small.getByRole('button', { name: /^Make/ })).toHaveCount(0);
  const platform = await openDialog(page, 1);
  await expect(platform.getByRole('button', { name: 'Change kind' })).toHaveCount(0);
});

test('only the operator adds companies and reads undelivered letters', async ({ page, signIn, another, complaints }) => {
  complaints.expectStatus(403, 404);
  await signIn('operator');
  await page.goto('/support');
  await page.getByRole('link', { name: 'Undelivered letters' }).click();
  await expect(page.getByRole('heading', { name: 'Undelivered letters' })).toBeVisible();
  await expect(page.getByText('Every letter has arrived')).toBeVisible();

  const stranger = await another('reseller');
  await stranger.goto('/companies');
  await expect(rows(stranger).first()).toBeVisible();
  await expect(stranger.getByRole('button', { name: 'Add company' })).toHaveCount(0);
  const answer = await stranger.goto('/support/letters');
  expect(answer?.status()).toBeGreaterThanOrEqual(403);
  await expect(stranger.getByText('Every letter has arrived')).toHaveCount(0);
});
