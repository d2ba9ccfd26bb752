// What an administrator does about another person's account, from the button in the person's row.
import type { Locator, Page } from '@playwright/test';
import { codeOf } from '../support/authenticator';
import { expectAccessible } from '../support/axe';
import { emailOf, password } from '../support/kontora';
import { letterTo, lettersTo, linkIn } from '../support/letters';
import { account } from '../support/people';
import { expect, says, test, untilAwake } from '../support/test';

// An open page learns of it so soon at the latest (milliseconds).
const withinMs = 10_000;
const anna = { name: 'Анна Новикова', email: 'anna.novikova@newcomer.test' };

const row = (page: Page, email: string) => page.getByRole('row').filter({ hasText: email });

// Opens what can be done about the person of a row.
async function actions(page: Page, row: Locator) {
  await row.getByRole('button', { name: /^Actions for / }).click();
  const dialog = page.getByRole('dialog', { name: 'Actions' });
  await expect(dialog.getByRole('button', { name: 'Change email' })).toBeVisible();
  return dialog;
}

async function invite(page: Page, company: number) {
  await page.goto(`/companies/${company}/employees`);
  await page.getByRole('button', { name: 'Register new user' }).click();
  const form = page.getByRole('group', { name: 'Register new user' });
  await form.getByLabel('Full name').fill(anna.name);
  await form.getByLabel('Email').fill(anna.email);
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(row(page, anna.email)).toContainText('Invited until');
  await form.getByRole('button', { name: 'Cancel' }).click();
}

test('a blocked person is signed out on an open page, reads why, and comes back once unblocked', async ({ page, signIn, another, kontora, complaints }) => {
  complaints.expectStatus(401, 422);
  const theirs = await another('affiliate');
  await theirs.goto('/companies');
  await signIn('operator');
  await page.goto('/companies/3/employees');
  const affiliate = row(page, emailOf('affiliate'));
  const dialog = await actions(page, affiliate);
  await dialog.getByRole('button', { name: 'Block', exact: true }).click();
  await expect(dialog.getByLabel('Reason')).toBeFocused();
  await dialog.getByRole('button', { name: 'Block', exact: true }).click();
  await expect(dialog.getByLabel('Reason')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Reason').fill('The contract has ended');
  await dialog.getByRole('button', { name: 'Block', exact: true }).click();
  await says(page, 'Access closed');
  await expect(dialog).toBeHidden();
  await expect(affiliate).toContainText('Blocked');
  await expect(affiliate.getByRole('button', { name: /^Actions for / })).toBeFocused();

  await expect(theirs).toHaveURL(/\/sign-in\?next=/, { timeout: withinMs });
  const letter = await letterTo(kontora.mail, emailOf('affiliate'));
  expect(letter.subject).toBe('Access closed');
  expect(letter.text).toContain('The contract has ended');
  await untilAwake(theirs);
  await theirs.getByLabel('Email').fill(emailOf('affiliate'));
  await theirs.getByLabel('Password').fill(password);
  await theirs.getByRole('button', { name: 'Sign in' }).click();
  await expect(theirs.getByRole('alert')).toContainText('Wrong email or password');

  const again = await actions(page, affiliate);
  await again.getByRole('button', { name: 'Unblock' }).click();
  await again.getByLabel('Reason').fill('It goes on');
  await again.getByRole('button', { name: 'Unblock' }).click();
  await expect(affiliate).toContainText('Active');
  await theirs.getByRole('button', { name: 'Sign in' }).click();
  await expect(account(theirs)).toBeVisible();
});

test('what is not possible names the rule', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/companies/2/employees');
  const dialog = await actions(page, row(page, emailOf('reseller')));
  for (const name of ['Block', 'Change email', 'End all sessions']) {
    await expect(dialog.getByRole('button', { name, exact: true })).toBeDisabled();
  }
  const why = dialog.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Block', exact: true }) });
  await why.locator('summary').click();
  await expect(why).toContainText('nobody blocks themselves');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('an invitation is sent again, which voids the earlier link, and taken back', async ({ page, signIn, kontora, browser, complaints }) => {
  complaints.expectStatus(410, 429);
  await signIn('reseller');
  await invite(page, 7);
  const first = linkIn(await letterTo(kontora.mail, anna.email));
  const line = row(page, anna.email);
  const dialog = await actions(page, line);
  await dialog.getByRole('button', { name: 'Resend invitation' }).click();
  await dialog.getByRole('button', { name: 'Resend invitation' }).click();
  await says(page, 'The invitation is on its way again');
  const second = (await lettersTo(kontora.mail, anna.email, 2)).map(linkIn).find((link) => link !== first)!;
  const context = await browser.newContext({ baseURL: kontora.url, locale: 'en-US' });
  const hers = await context.newPage();
  expect((await hers.goto(first))?.status()).toBe(410);
  expect((await hers.goto(second))?.status()).toBe(200);

  const soon = await actions(page, line);
  await soon.getByRole('button', { name: 'Resend invitation' }).click();
  await soon.getByRole('button', { name: 'Resend invitation' }).click();
  await expect(soon.getByRole('alert')).toContainText('Too many attempts');
  await soon.getByRole('button', { name: 'Back' }).click();
  await soon.getByRole('button', { name: 'Revoke invitation' }).click();
  await soon.getByRole('button', { name: 'Revoke invitation' }).click();
  await says(page, 'The invitation is revoked');
  await expect(line).toHaveCount(0);
  expect((await hers.goto(second))?.status()).toBe(410);
  await untilAwake(hers);
  await hers.getByRole('button', { name: 'Write to whoever invited you' }).click();
  await expect(hers.getByRole('status').filter({ hasText: 'If the link was an invitation' })).toBeVisible();
  await context.close();
  // The address is free again.
  await invite(page, 3);
});

test('another address is asked for with the own password, and what was typed stays when it is wrong', async ({ page, signIn, kontora, complaints }) => {
  complaints.expectStatus(409, 422);
  await signIn('reseller');
  await page.goto('/companies/3/employees');
  const dialog = await actions(page, row(page, emailOf('affiliate')));
  await dialog.getByRole('button', { name: 'Change email' }).click();
  await dialog.getByLabel('New email').fill(emailOf('sibir'));
  await dialog.getByLabel('Your password').fill('not this one');
  await dialog.getByRole('button', { name: 'Change email' }).click();
  await expect(dialog.getByLabel('Your password')).toHaveAccessibleDescription(/not your present password/);
  await expect(dialog.getByLabel('New email')).toHaveValue(emailOf('sibir'));
  await dialog.getByLabel('Your password').fill(password);
  await dialog.getByRole('button', { name: 'Change email' }).click();
  await expect(dialog.getByLabel('New email')).toHaveAccessibleDescription(/^(?!.*Sibir).*This address cannot be used/);
  await dialog.getByLabel('New email').fill('elsewhere@new.test');
  await dialog.getByRole('button', { name: 'Change email' }).click();
  await says(page, 'Letters are on their way to both addresses');
  expect((await letterTo(kontora.mail, 'elsewhere@new.test')).subject).toBe('Confirm your new address');
  expect((await letterTo(kontora.mail, emailOf('affiliate'))).text).toContain('New ways partner');
  await expect(row(page, emailOf('affiliate')), 'the old one is the sign-in name until then').toBeVisible();
});

test('all sessions of a person end, and a link to a new password goes to the person alone', async ({ page, signIn, another, kontora, complaints }) => {
  complaints.expectStatus(401);
  const theirs = await another('affiliate');
  await theirs.goto('/profile');
  await signIn('reseller');
  await page.goto('/companies/3/employees');
  const line = row(page, emailOf('affiliate'));
  const dialog = await actions(page, line);
  await dialog.getByRole('button', { name: 'End all sessions' }).click();
  await dialog.getByRole('button', { name: 'End all sessions' }).click();
  await says(page, 'Every session has ended');
  await expect(theirs).toHaveURL(/\/sign-in\?next=/, { timeout: withinMs });
  const reset = await actions(page, line);
  await reset.getByRole('button', { name: 'Send a link to a new password' }).click();
  await reset.getByRole('button', { name: 'Send a link to a new password' }).click();
  await says(page, 'The letter with the link is on its way');
  expect(linkIn(await letterTo(kontora.mail, emailOf('affiliate')))).toContain('/set-password?token=');
});

test('a second factor is reset by who proves who they are and says how they know who asks', async ({ page, signIn, another, kontora, complaints }) => {
  complaints.expectStatus(401, 422);
  const theirs = await another('affiliate');
  await theirs.goto('/profile');
  const ask = (name: string, fields: Record<string, string>) =>
    theirs.evaluate(
      async ([name, fields]) => {
        const headers = { 'Content-Type': 'application/json' };
        return (await fetch(`/api/${name}`, { method: 'POST', headers, body: JSON.stringify({ fields }) })).json();
      },
      [name, fields] as const,
    );
  const { secret } = await ask('begin_second_factor', { current_password: password });
  await ask('confirm_second_factor', { code: codeOf(secret) });

  await signIn('reseller');
  await page.goto('/companies/3/employees');
  const dialog = await actions(page, row(page, emailOf('affiliate')));
  const reset = dialog.getByRole('button', { name: 'Reset two-factor sign-in' });
  await reset.click();
  const evidence = dialog.getByLabel('How you made sure who is asking');
  await expect(evidence).toBeFocused();
  await reset.click();
  await expect(evidence).toHaveAttribute('aria-invalid', 'true');
  await evidence.fill('She called from the number we know');
  await dialog.getByLabel('Your password').fill(password);
  await expectAccessible(page);
  await reset.click();
  await says(page, 'Two-factor sign-in was reset');
  await expect(theirs).toHaveURL(/\/sign-in\?next=/, { timeout: withinMs });
  await lettersTo(kontora.mail, emailOf('affiliate'), 2);
  await page.goto('/support/audit?kind=second_factor_reset');
  await expect(page.getByRole('table', { name: 'Audit log' })).toContainText('She called from the number we know');
});

for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
  test(`the actions fit and are accessible, ${viewport.width} wide`, async ({ page, signIn }) => {
    await page.setViewportSize(viewport);
    await signIn('reseller');
    await page.goto('/companies/3/employees');
    const line = row(page, emailOf('affiliate'));
    // On a phone a card opens the person's page, where the actions are.
    const isPhone = viewport.width < 640;
    if (isPhone) await line.getByRole('link').click();
    const dialog = await actions(page, isPhone ? page.getByRole('main') : line);
    for (const summary of await dialog.locator('summary').all()) await summary.click();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Change email' }).click();
    await expect(dialog.getByLabel('New email')).toBeFocused();
    await expectAccessible(page);
    const [needed, there] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(needed).toBeLessThanOrEqual(there!);
  });
}
