// Signing in and out, what to do about a forgotten password, and one's own profile.
import { account, fillSignIn, newPassword, setPassword } from '../support/people';
import { emailOf, password } from '../support/kontora';
import { letters, letterTo, linkIn } from '../support/letters';
import { expect, speak, test, untilAwake } from '../support/test';

const refusal = 'Wrong email or password';

test('a person signs in where they wanted to go, and signs out for good', async ({ page, context }) => {
  await page.goto('/companies?q=new+ways');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await fillSignIn(page, 'reseller');
  await expect(page).toHaveURL(/\/companies\?q=new(\+|%20)ways$/);
  await expect(account(page)).toContainText('New ways partner');
  await untilAwake(page);

  const stolen = await context.cookies();
  await account(page).getByRole('button').first().click();
  await account(page).getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await context.addCookies(stolen);
  await page.goto('/companies');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
});

test('the session cookie is out of reach of scripts and of other sites', async ({ signIn, context }) => {
  await signIn('reseller');
  const session = (await context.cookies()).find((cookie) => cookie.name === 'session');
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
});

test('a wrong password and an unknown address are refused in the same words, and the address stays', async ({ page, complaints }) => {
  complaints.expectStatus(422);
  await page.goto('/sign-in');
  await fillSignIn(page, 'reseller', 'not the password');
  await expect(page.getByRole('alert')).toHaveText(refusal);
  await expect(page.getByLabel('Email')).toHaveValue(emailOf('reseller'));

  await page.reload();
  await page.getByLabel('Email').fill('nobody@demo.test');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toHaveText(refusal);
});

test('nobody is led to another site after signing in', async ({ page }) => {
  await page.goto('/sign-in?next=https%3A%2F%2Fevil.test%2F');
  await fillSignIn(page, 'single');
  await expect(page).toHaveURL(/^http:\/\/localhost:\d+\/companies$/);
});

test('a chat operator begins with the profile, and every way out of a page without rights leads there', async ({ page, complaints }) => {
  complaints.expectStatus(403);
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await fillSignIn(page, 'chat');
  await expect(page).toHaveURL(/\/profile$/);
  await page.goto('/companies');
  await page.getByRole('link', { name: 'To the start page' }).click();
  await expect(page).toHaveURL(/\/profile$/);

  await page.goto('/companies/7');
  await expect(page.getByRole('heading', { name: 'Not permitted' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Русский' })).toBeVisible();
  await page.getByRole('link', { name: 'Kontora', exact: true }).click();
  await expect(page).toHaveURL(/\/profile$/);
  await expect(page.getByRole('heading', { name: 'Profile' })).toBeVisible();
});

test('what was done to the profile before the page woke up is kept', async ({ page, signIn }) => {
  await signIn('chat');
  let wake = () => {};
  const told = new Promise<void>((resolve) => (wake = resolve));
  await page.route('**/*.wasm', async (route) => {
    await told;
    await route.continue();
  });
  const awake = page.goto('/profile');
  await page.getByLabel('Full name').fill('Anna Early');
  await page.getByRole('radio', { name: 'Русский' }).check();
  wake();
  await awake;
  await expect(page.getByLabel('Full name')).toHaveValue('Anna Early');
  await expect(page.getByRole('radio', { name: 'Русский' })).toBeChecked();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
  await expect(page.getByRole('status').filter({ hasText: 'Сохранено' })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Имя')).toHaveValue('Anna Early');
});

test('switching the language keeps what was typed, and the choice is remembered', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill('someone@demo.test');
  await page.getByLabel('Password').fill('half a password');
  await speak(page, 'ru');
  await expect(page.getByLabel('Email')).toHaveValue('someone@demo.test');
  await expect(page.getByLabel('Пароль')).toHaveValue('half a password');
  await expect(page.getByRole('button', { name: 'Войти' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Войти' })).toBeVisible();
});

test('a forgotten password is set anew through the letter, once', async ({ page, kontora, complaints }) => {
  complaints.expectStatus(410, 422);
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Forgot password?' }).click();
  await page.getByLabel('Email').fill(emailOf('affiliate'));
  await page.getByRole('button', { name: 'Send link' }).click();
  await expect(page.getByText('If the address is registered, a letter was sent.')).toBeVisible();

  const letter = await letterTo(kontora.mail, emailOf('affiliate'));
  expect(letter.subject).toBe('Password reset');
  await setPassword(page, letter);
  await expect(account(page)).toBeVisible();

  await page.goto(linkIn(letter));
  await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await fillSignIn(page, 'affiliate', password);
  await expect(page.getByRole('alert')).toHaveText(refusal);
  await page.getByLabel('Password').fill(newPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(account(page)).toBeVisible();
});

test('a button held down is pressed all the same, though leaving the field has something to say', async ({ page }) => {
  await page.goto('/forgot-password');
  await page.getByLabel('Email').fill('anna@gmial.com');
  await page.getByRole('button', { name: 'Send link' }).click({ delay: 400 });
  await expect(page.getByText('If the address is registered, a letter was sent.')).toBeVisible();
});

test('an unknown address gets the same answer and no letter', async ({ page, kontora }) => {
  await page.goto('/forgot-password');
  await page.getByLabel('Email').fill('nobody@demo.test');
  await page.getByRole('button', { name: 'Send link' }).click();
  await expect(page.getByText('If the address is registered, a letter was sent.')).toBeVisible();

  await page.goto('/forgot-password');
  await page.getByLabel('Email').fill(emailOf('single'));
  await page.getByRole('button', { name: 'Send link' }).click();
  await letterTo(kontora.mail, emailOf('single'));
  expect((await letters(kontora.mail)).flatMap((letter) => letter.to)).toEqual([emailOf('single')]);
});

test('an easily guessed password is refused with the reason, and the link still works', async ({ page, kontora, complaints }) => {
  complaints.expectStatus(422);
  await page.goto('/forgot-password');
  await page.getByLabel('Email').fill(emailOf('single'));
  await page.getByRole('button', { name: 'Send link' }).click();
  const link = linkIn(await letterTo(kontora.mail, emailOf('single')));

  await page.goto(link);
  await expect(page).toHaveURL(/\/set-password$/);
  const field = page.getByLabel('New password');
  const refusals: [string, RegExp][] = [
    ['seven77', /at least 8 characters/],
    ['password1', /so common/],
    ['kontora2026', /Easy to guess/],
  ];
  for (const [secret, reason] of refusals) {
    await field.fill(secret);
    await page.getByRole('button', { name: 'Set password' }).click();
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(reason);
  }
  complaints.expectStatus(410);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Open the link in the letter once more' })).toBeVisible();
  await setPassword(page, link, 'тихая гавань и еще три слова подряд, чтобы было длинно 1234567');
});

test('a link that was never given out says the same as a used one', async ({ page, complaints }) => {
  complaints.expectStatus(410);
  const answer = await page.goto('/set-password?token=invented');
  expect(answer?.status()).toBe(410);
  await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ask for a new link' })).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a person signs in, after a wrong password too', async ({ page, complaints }) => {
    complaints.expectStatus(422);
    await page.goto('/sign-in?next=%2Fprofile');
    await fillSignIn(page, 'reseller', 'not the password');
    await expect(page.getByRole('alert')).toHaveText(refusal);
    await expect(page.getByLabel('Email')).toHaveValue(emailOf('reseller'));
    await expect(page.getByLabel('Password')).toHaveValue('');
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page).toHaveURL(/\/profile$/);
    await expect(account(page)).toContainText('New ways partner');
  });

  test('the language is switched and kept', async ({ page }) => {
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Русский' }).click();
    await expect(page.getByRole('button', { name: 'Войти' })).toBeVisible();
  });

  test('a forgotten password is set anew', async ({ page, kontora, complaints }) => {
    complaints.expectStatus(422);
    await page.goto('/forgot-password');
    await page.getByLabel('Email').fill(emailOf('single'));
    await page.getByRole('button', { name: 'Send link' }).click();
    await expect(page).toHaveURL(/\/forgot-password\?sent$/);
    await expect(page.getByText('If the address is registered, a letter was sent.')).toBeVisible();

    await page.goto(linkIn(await letterTo(kontora.mail, emailOf('single'))));
    await page.getByLabel('New password').fill('seven77');
    await page.getByRole('button', { name: 'Set password' }).click();
    await expect(page.getByLabel('New password')).toHaveAccessibleDescription(/at least 8 characters/);
    await page.getByLabel('New password').fill(newPassword);
    await page.getByRole('button', { name: 'Set password' }).click();
    await expect(page).toHaveURL(/\/companies$/);
    await expect(page.getByRole('heading', { name: 'Companies' })).toBeVisible();
  });

  test('the profile is saved, and what was refused stays as it was typed', async ({ page, signIn, complaints }) => {
    complaints.expectStatus(422);
    await signIn('chat');
    await page.goto('/profile');
    await page.getByLabel('Full name').fill(' ');
    await page.getByRole('radio', { name: 'Русский' }).check();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByLabel('Full name')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByRole('radio', { name: 'Русский' })).toBeChecked();
    await page.getByLabel('Full name').fill('Anna Plain');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page).toHaveURL(/\/profile\?sent$/);
    await expect(page.getByRole('status').filter({ hasText: 'Сохранено' })).toBeVisible();
    await expect(page.getByLabel('Имя')).toHaveValue('Anna Plain');
  });
});
