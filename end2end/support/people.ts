// What people do at the door: sign in by hand, set a password through a letter's link.
import { expect, type Page } from '@playwright/test';
import { password, type Person, emailOf } from './kontora';
import { linkIn, type Letter } from './letters';
import { untilAwake } from './test';

export const newPassword = 'three quiet harbours';

export const account = (page: Page) => page.getByRole('region', { name: 'Account' });

export async function fillSignIn(page: Page, person: Person, secret = password) {
  await page.getByLabel('Email').fill(emailOf(person));
  await page.getByLabel('Password').fill(secret);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

// Follows a letter's link, sets a password and arrives in the cabinet.
export async function setPassword(page: Page, link: Letter | string, secret = newPassword) {
  await page.goto(typeof link === 'string' ? link : linkIn(link));
  await page.getByLabel('New password').fill(secret);
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page).toHaveURL(/\/companies$/);
  await untilAwake(page);
}
