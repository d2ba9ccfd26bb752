// One's own sign-in details on the profile: sessions, password, address, and the second factor.
import { expectAccessible } from '../support/axe';
import { codeOf, nextCodeOf } from '../support/authenticator';
import { emailOf, password } from '../support/kontora';
import { letterTo, lettersTo, linkIn } from '../support/letters';
import { account, fillSignIn, newPassword } from '../support/people';
import { expect, test, untilAwake } from '../support/test';
import type { Locator, Page } from '@playwright/test';

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

// Unfolds one of the forms of a part.
async function unfold(part: Locator, words: string) {
  await part.locator('summary').filter({ hasText: words }).click();
  return part.locator('details').filter({ has: part.page().locator('summary', { hasText: words }) });
}

test('a person sees where they are signed in, and ends a session that is not theirs to lose', async ({ page, signIn, another, complaints }) => {
  complaints.expectStatus(401);
  const other = await another('single');
  await other.goto('/companies');
  await signIn('single');
  await page.goto('/profile');
  const sessions = part(page, 'Sessions');
  await expect(sessions.getByRole('listitem')).toHaveCount(2);
  await expect(sessions.getByRole('listitem').first()).toContainText('This session');
  await sessions.getByRole('button', { name: /^End the session/ }).click();
  await expect(sessions.getByRole('listitem')).toHaveCount(1);
  await expect(page.getByRole('status').filter({ hasText: 'The session has ended' })).toBeVisible();
  await other.goto('/profile');
  await expect(other).toHaveURL(/\/sign-in\?next=/);
  await page.reload();
  await expect(account(page)).toBeVisible();
});

test('all other sessions end with one press', async ({ page, signIn, another, complaints }) => {
  complaints.expectStatus(401);
  const others = [await another('single'), await another('single')];
  await signIn('single');
  await page.goto('/profile');
  await part(page, 'Sessions').getByRole('button', { name: 'End all others' }).click();
  await expect(part(page, 'Sessions')).toContainText('There are no other sessions.');
  for (const other of others) {
    await other.goto('/profile');
    await expect(other).toHaveURL(/\/sign-in\?next=/);
  }
});

test('the password is changed with the present one, and the person is told', async ({ page, signIn, another, kontora, complaints }) => {
  complaints.expectStatus(401, 422);
  const other = await another('single');
  await signIn('single');
  await page.goto('/profile');
  const form = await unfold(part(page, 'Password'), 'Change password');
  await expect(form.getByRole('checkbox', { name: 'End other sessions' })).toBeChecked();
  await form.getByLabel('Current password').fill('not this one');
  await form.getByLabel('New password').fill(newPassword);
  await form.getByRole('button', { name: 'Change password' }).click();
  await expect(form.getByLabel('Current password')).toHaveAccessibleDescription(/not your present password/);
  await expect(form.getByLabel('New password')).toHaveValue(newPassword);
  await form.getByLabel('Current password').fill(password);
  await form.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The password has been changed' })).toBeVisible();

  await page.reload();
  await expect(account(page)).toBeVisible();
  await other.goto('/profile');
  await fillSignIn(other, 'single', password);
  await expect(other.getByRole('alert')).toBeVisible();
  const letter = await letterTo(kontora.mail, emailOf('single'));
  expect(letter.subject).toBe('Your sign-in details changed');
  expect(letter.text).toContain('Chrome');
});

test('a new address is the sign-in name once its link was opened, and the old one can take it back', async ({ page, signIn, browser, kontora, complaints }) => {
  complaints.expectStatus(401, 410, 422);
  await signIn('single');
  await page.goto('/profile');
  const email = part(page, 'Email');
  const form = await unfold(email, 'Change email');
  await form.getByLabel('New email').fill('elsewhere@new.test');
  await form.getByLabel('Current password').fill(password);
  await form.getByRole('button', { name: 'Change email' }).click();
  await expect(email).toContainText('elsewhere@new.test awaits confirmation');

  const context = await browser.newContext({ baseURL: kontora.url, locale: 'en-US' });
  const mailbox = await context.newPage();
  const link = linkIn(await letterTo(kontora.mail, 'elsewhere@new.test'));
  await mailbox.goto(link);
  await expect(mailbox.getByRole('heading', { name: 'The address is changed' })).toBeVisible();
  await expect(mailbox).toHaveURL(/\/email-change$/);
  await mailbox.goto(link);
  await expect(mailbox.getByRole('heading', { name: 'This link does not work' })).toBeVisible();

  await page.reload();
  await expect(page.getByRole('main')).toContainText('elsewhere@new.test');
  const toOld = await lettersTo(kontora.mail, emailOf('single'), 2);
  await mailbox.goto(linkIn(toOld.find((letter) => letter.subject.includes('was asked for'))!));
  await untilAwake(mailbox);
  await mailbox.getByRole('button', { name: 'Take the change back' }).click();
  await expect(mailbox.getByRole('heading', { name: 'The change is taken back' })).toBeVisible();
  await page.goto('/profile');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  // Whoever asked for the change knew the password.
  await fillSignIn(page, 'single', password);
  await expect(page.getByRole('alert')).toContainText('Wrong email or password');
  await context.close();
});

test('a second factor is turned on, asked for, replaced by a recovery code, and turned off', async ({ page, signIn, complaints }) => {
  complaints.expectStatus(422);
  await signIn('single');
  await page.goto('/profile');
  const factor = part(page, 'Two-factor sign-in');
  const begin = await unfold(factor, 'Turn on');
  await begin.getByLabel('Current password').fill(password);
  await begin.getByRole('button', { name: 'Continue' }).click();
  await expect(factor.getByRole('img', { name: 'QR code with the key' })).toBeVisible();
  await expectAccessible(page);
  const key = await factor.locator('code').innerText();
  await factor.getByLabel('Code from the app').fill(codeOf(key));
  await factor.getByRole('button', { name: 'Turn on' }).click();
  await expect(factor.getByRole('heading', { name: 'Recovery codes' })).toBeFocused();
  await expect(factor.getByRole('listitem')).toHaveCount(10);
  await expectAccessible(page);
  const recovery = await factor.getByRole('listitem').first().innerText();
  await expect(factor.getByRole('link', { name: 'Download' })).toHaveAttribute('href', new RegExp(recovery));
  await factor.getByRole('button', { name: 'I have kept the codes' }).click();
  await expect(factor).toContainText('On. 10 recovery codes left.');

  await page.context().clearCookies();
  await page.goto('/sign-in?next=%2Fprofile');
  await fillSignIn(page, 'single');
  await expect(page).toHaveURL(/\/sign-in\/code\?next=/);
  await untilAwake(page);
  await page.getByLabel('Code').fill('000000');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByLabel('Code')).toHaveAccessibleDescription(/Wrong code/);
  await page.getByLabel('Code').fill(recovery.toUpperCase());
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/profile$/);
  await untilAwake(page);
  await expect(factor).toContainText('On. 9 recovery codes left.');

  const off = await unfold(factor, 'Turn off');
  await off.getByLabel('Current password').fill(password);
  await off.getByLabel('Code from the app, or a recovery code').fill(nextCodeOf(key));
  await off.getByRole('button', { name: 'Turn off' }).click();
  await expect(factor).toContainText('Off: the password alone lets you in.');
});

for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
  test(`the unfolded forms fit and are accessible, ${viewport.width} wide`, async ({ page, signIn, complaints }) => {
    complaints.expectStatus(422);
    await page.setViewportSize(viewport);
    await signIn('single');
    await page.goto('/profile');
    for (const summary of await page.locator('summary').all()) await summary.click();
    await page.getByRole('button', { name: 'Change password' }).click();
    await expect(page.locator('[aria-invalid=true]').first()).toBeVisible();
    const [needed, there] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(needed).toBeLessThanOrEqual(there!);
    await expectAccessible(page);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the password is changed and the other sessions end', async ({ page, signIn, another, complaints }) => {
    complaints.expectStatus(401);
    const other = await another('single', { javaScriptEnabled: true });
    await signIn('single');
    await page.goto('/profile');
    const form = await unfold(part(page, 'Password'), 'Change password');
    await form.getByLabel('Current password').fill(password);
    await form.getByLabel('New password').fill(newPassword);
    await form.getByRole('button', { name: 'Change password' }).click();
    await expect(page).toHaveURL(/\/profile\?sent=password$/);
    await expect(page.getByRole('status').filter({ hasText: 'The password has been changed' })).toBeVisible();
    await other.goto('/profile');
    await expect(other).toHaveURL(/\/sign-in\?next=/);
  });
});
