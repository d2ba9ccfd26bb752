// What people do at the door: sign in by hand, set a password through a letter's link.
import { expect, type Page } from '@playwright/test';
import { password, type Person, emailOf } from './kontora';
import { linkIn, type Letter } from './letters';
import { codeOf } from './authenticator';
import { untilAwake } from './test';

export const newPassword = 'three quiet harbours';

export const account = (page: Page) => page.getByRole('region', { name: 'Account' });

export async function fillSignIn(page: Page, person: Person, secret = password) {
  await page.getByLabel('Email').fill(emailOf(person));
  await page.getByLabel('Password').fill(secret);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

// Follows a letter's link, sets a password and arrives in the cabinet, or where else the person is led first.
export async function setPassword(page: Page, link: Letter | string, secret = newPassword, arrives = /\/companies$/) {
  await page.goto(typeof link === 'string' ? link : linkIn(link));
  await page.getByLabel('New password').fill(secret);
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page).toHaveURL(arrives);
  await untilAwake(page);
}

// Where a second factor is required before anything else: turns the app on, keeps the codes, arrives in the cabinet.
export async function setUpSecondFactor(page: Page, secret = newPassword) {
  await page.locator('summary').filter({ hasText: 'Turn on' }).click();
  await page.locator('#factor-password').fill(secret);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Code from the app').fill(codeOf(await page.locator('code').innerText()));
  await page.getByRole('button', { name: 'Turn on' }).click();
  await page.getByRole('button', { name: 'I have kept the codes' }).click();
  await expect(page).toHaveURL(/\/companies$/);
  await untilAwake(page);
}
