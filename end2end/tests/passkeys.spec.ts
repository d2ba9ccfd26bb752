// Passkeys, with a device that Chromium plays: added on the profile, used at the sign-in, removed; and what stands in
// for them where there are none.
import type { CDPSession, Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { password } from '../support/kontora';
import { letterTo } from '../support/letters';
import { account, fillSignIn } from '../support/people';
import { expect, test, untilAwake } from '../support/test';

const factor = (page: Page) => page.getByRole('region', { name: 'Two-factor sign-in', exact: true });

// A device with a finger on it, which answers by itself.
async function device(page: Page): Promise<{ session: CDPSession; authenticatorId: string }> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { session, authenticatorId };
}

async function addPasskey(page: Page, name: string) {
  const part = factor(page);
  await part.locator('summary').filter({ hasText: 'Add a passkey' }).click();
  const form = part.locator('details').filter({ has: page.locator('summary', { hasText: 'Add a passkey' }) });
  await form.getByLabel('Passkey name').fill(name);
  await form.getByLabel('Current password').fill(password);
  await form.getByRole('button', { name: 'Add a passkey' }).click();
}

test('a passkey is added, lets in after the password, and is removed by itself', async ({ page, signIn, kontora }) => {
  const { session, authenticatorId } = await device(page);
  await signIn('single');
  await page.goto('/profile');
  await addPasskey(page, 'Work laptop');
  await expect(factor(page).getByRole('heading', { name: 'Recovery codes' })).toBeFocused();
  await expect(factor(page).getByRole('listitem')).toHaveCount(10);
  await factor(page).getByRole('button', { name: 'I have kept the codes' }).click();
  await expect(factor(page)).toContainText('On. 10 recovery codes left.');
  await expect(factor(page).getByRole('listitem')).toContainText('Work laptop');
  await expect(factor(page).getByRole('listitem')).toContainText('never');
  await expectAccessible(page);
  const { credentials } = await session.send('WebAuthn.getCredentials', { authenticatorId });
  expect(credentials).toHaveLength(1);
  expect(credentials[0]!.rpId).toBe('localhost');
  expect((await letterTo(kontora.mail, 'single@demo.test')).text).toContain('passkey “Work laptop” added');

  await page.context().clearCookies();
  await page.goto('/sign-in?next=%2Fprofile');
  await fillSignIn(page, 'single');
  await expect(page).toHaveURL(/\/sign-in\/code\?next=/);
  await untilAwake(page);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page).toHaveURL(/\/profile$/);
  await untilAwake(page);
  await expect(factor(page).getByRole('listitem')).toContainText('just now');

  await factor(page).getByRole('button', { name: 'Remove the passkey “Work laptop”' }).click();
  await expect(page.locator('#key-password')).toBeFocused();
  await page.locator('#key-password').fill(password);
  await factor(page).locator('form').filter({ has: page.locator('#key-password') })
    .getByRole('button', { name: 'Confirm with a passkey' }).click();
  await expect(factor(page)).toContainText('Off: the password alone lets you in.');
  await expect(factor(page).getByRole('listitem')).toHaveCount(0);
});

test('who cancels is told, keeps what was typed, and can try again', async ({ page, signIn }) => {
  const { session, authenticatorId } = await device(page);
  await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  await signIn('single');
  await page.goto('/profile');
  await addPasskey(page, 'Work laptop');
  await expect(factor(page).getByRole('alert')).toContainText('No passkey was used');
  await expect(factor(page).getByLabel('Passkey name')).toHaveValue('Work laptop');
  await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
  await factor(page).getByRole('button', { name: 'Add a passkey' }).click();
  await expect(factor(page).getByRole('listitem')).toHaveCount(10);
});

test('a browser without passkeys says so, and codes work as ever', async ({ page, signIn }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'PublicKeyCredential'));
  await signIn('single');
  await page.goto('/profile');
  await expect(factor(page)).toContainText('Passkeys do not work here');
  await expect(factor(page).locator('summary').filter({ hasText: 'Add a passkey' })).toHaveCount(0);
  await expect(factor(page).locator('summary').filter({ hasText: 'Turn on' })).toBeVisible();
  await page.goto('/sign-in/code');
  await expect(page.getByRole('button', { name: 'Use a passkey' })).toHaveCount(0);
});

test('where the company requires it, an administrator sets it up before anything else', async ({ page, signIn, another }) => {
  const reseller = await another('reseller');
  await reseller.goto('/companies/3/employees');
  const required = reseller.getByRole('switch', { name: 'Two-factor sign-in is required for administrators' });
  await expect(required).not.toBeChecked();
  await required.check();
  await expect(reseller.getByRole('status').filter({ hasText: /Saved/ })).toBeVisible();

  await device(page);
  await signIn('affiliate');
  await page.goto('/companies');
  await expect(page).toHaveURL(/\/profile\/two-factor$/);
  await expect(page.getByRole('heading', { name: 'Set up two-factor sign-in' })).toBeVisible();
  await expect(account(page)).toHaveCount(0);
  await expectAccessible(page);
  await addPasskey(page, 'Phone');
  await factor(page).getByRole('button', { name: 'I have kept the codes' }).click();
  await expect(page).toHaveURL(/\/companies$/);
  await expect(account(page)).toBeVisible();
});

test('letters of new sign-ins can be done without', async ({ page, signIn }) => {
  await signIn('single');
  await page.goto('/profile');
  const box = page.getByRole('checkbox', { name: 'Of a sign-in on a new device' });
  await expect(box).toBeChecked();
  await box.uncheck();
  await page.locator('form').filter({ has: box }).getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status').filter({ hasText: /Saved/ })).toBeVisible();
  await page.reload();
  await expect(box).not.toBeChecked();
});
