// How a reseller gains affiliates: by its registration address, and by a request that the operator completes.
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { cell, count, row, rows, searchField, table } from '../support/companies';
import { emailOf, type Kontora } from '../support/kontora';
import { letters, letterTo, lettersTo, linkIn } from '../support/letters';
import { account, setPassword } from '../support/people';
import { expect, speak, test } from '../support/test';

const newcomer = { company: 'Тихая Гавань', name: 'Ольга Тихая', email: 'olga@harbour.test', phone: '8 912 345-67-89' };
// The first stand-alone company of the demo, which `single` administers.
const single = 314;

async function fillRegistration(page: Page) {
  await page.getByLabel('Company name').fill(newcomer.company);
  await page.getByLabel('INN').fill('0017000023');
  await page.getByLabel('Full name').fill(newcomer.name);
  await page.getByLabel('Email').fill(newcomer.email);
  await page.getByLabel('Phone number').fill(newcomer.phone);
  await page.getByLabel('Time zone').selectOption('Asia/Omsk');
  await page.getByRole('checkbox', { name: 'I accept the terms' }).check();
  await page.getByRole('checkbox', { name: 'I agree to personal data processing' }).check();
}

const register = (page: Page) => page.getByRole('button', { name: 'Register', exact: true }).click();

async function find(page: Page, query: string) {
  await page.goto('/companies');
  await searchField(page).fill(query);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a new company registers on the reseller’s domain, awaits confirmation, and is active once a password is set', async ({ page, kontora, another }) => {
      await page.goto(kontora.onDomainOf('newways', '/register/'));
      await expect(page.getByRole('main')).toContainText('New ways partner');
      await fillRegistration(page);
      await register(page);
      await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible();
      // A plain form is answered by another page, which is not told the address.
      if (javaScriptEnabled) await expect(page.getByRole('main')).toContainText(newcomer.email);
      else await expect(page).toHaveURL(/\/register\/\?sent$/);

      const reseller = await another('reseller', { javaScriptEnabled: true });
      await find(reseller, newcomer.company);
      const registered = row(reseller, newcomer.company);
      await expect(cell(registered, 'Status')).toHaveText('Awaiting confirmation');
      await expect(cell(registered, 'INN')).toContainText('0017000023');
      await expect(cell(registered, 'Time zone')).toContainText('Omsk');
      await expect(cell(registered, 'Balance')).toHaveText('0.00');
      await expect(count(reseller)).toHaveText('1 of 302 companies');
      const stranger = await another('sibir', { javaScriptEnabled: true });
      await find(stranger, newcomer.company);
      await expect(count(stranger)).toHaveText('0 of 11 companies');

      const letter = await letterTo(kontora.mail, newcomer.email);
      expect(letter.subject).toBe(`Confirm the registration of ${newcomer.company}`);
      expect(linkIn(letter)).toMatch(new RegExp(`^${kontora.url}/set-password\\?token=[\\w-]{40,}$`));
      const told = await letterTo(kontora.mail, emailOf('reseller'));
      expect(told.subject).toBe(`New affiliate: ${newcomer.company}`);

      await page.goto(linkIn(letter));
      await page.getByLabel('New password').fill('three quiet harbours');
      await page.getByRole('button', { name: 'Set password' }).click();
      await expect(account(page)).toContainText(newcomer.company);
      await expect(page).toHaveURL(`${kontora.url}/companies`);
      await find(reseller, newcomer.company);
      await expect(cell(row(reseller, newcomer.company), 'Status')).toHaveText('Active');
    });

    test('every refused field is named at once, and what was typed stays', async ({ page, kontora, complaints }) => {
      complaints.expectStatus(422);
      await page.goto(kontora.onDomainOf('newways', '/register/'));
      await page.getByLabel('Company name').fill('A fine company');
      await page.getByLabel('INN').fill('7707083983');
      await page.getByLabel('Email').fill('nobody');
      await page.getByLabel('Phone number').fill('12');
      await register(page);
      const refused: [string, RegExp][] = [
        ['INN', /Control digit/],
        ['Full name', /Please fill in/],
        ['Email', /There is no @/],
        ['Phone number', /country code|digits/],
        ['I accept the terms', /consent is needed/],
        ['I agree to personal data processing', /consent is needed/],
      ];
      for (const [label, reason] of refused) {
        await expect(page.getByLabel(label), label).toHaveAttribute('aria-invalid', 'true');
        await expect(page.getByLabel(label), label).toHaveAccessibleDescription(reason);
      }
      await expect(page.getByLabel('Company name')).toHaveValue('A fine company');
      await expect(page.getByLabel('Company name')).not.toHaveAttribute('aria-invalid');
      await expect(page.getByLabel('Email')).toHaveValue('nobody');
      expect(await letters(kontora.mail)).toEqual([]);
    });
  });
}

test('a taken address gets the same page, no company, and another letter', async ({ page, kontora, another }) => {
  await page.goto(kontora.onDomainOf('newways', '/register/'));
  await fillRegistration(page);
  await page.getByLabel('Email').fill(emailOf('single'));
  await register(page);
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible();
  expect((await letterTo(kontora.mail, emailOf('single'))).subject).toBe('Your Kontora account');
  const reseller = await another('reseller');
  await find(reseller, newcomer.company);
  await expect(count(reseller)).toHaveText('0 of 301 companies');
  expect((await letters(kontora.mail)).length).toBe(1);
});

test('a press on a box counts, though the field that it leaves has something to say', async ({ page, kontora }) => {
  await page.goto(kontora.onDomainOf('newways', '/register/'));
  for (const on of ['box', 'label'] as const) {
    const phone = page.getByLabel('Phone number');
    await phone.fill('8 912 345-67-89');
    await phone.blur();
    await expect(phone).not.toHaveAttribute('aria-invalid');
    const consent = page.getByRole('checkbox', { name: 'I accept the terms' });
    await consent.uncheck();
    await phone.fill('12');
    const pressed = on === 'box' ? consent : page.getByText('I accept the terms');
    const { x, y, height } = (await pressed.boundingBox())!;
    await page.mouse.move(x + height / 2, y + height / 2);
    await page.mouse.down();
    await page.evaluate(() => new Promise(requestAnimationFrame));
    await page.mouse.up();
    await expect(consent, on).toBeChecked();
    await expect(phone, on).toHaveAttribute('aria-invalid', 'true');
  }
});

test('switching the language of the registration keeps what was typed', async ({ page, kontora }) => {
  await page.goto(kontora.onDomainOf('newways', '/register/'));
  await fillRegistration(page);
  await speak(page, 'ru');
  await expect(page.getByLabel('Название компании')).toHaveValue(newcomer.company);
  await expect(page.getByLabel('Номер телефона')).toHaveValue(newcomer.phone);
  await expect(page.getByRole('checkbox', { name: 'Принимаю условия' })).toBeChecked();
  await page.getByRole('button', { name: 'Зарегистрироваться' }).click();
  await expect(page.getByRole('heading', { name: 'Проверьте почту' })).toBeVisible();
  expect((await letterTo(kontora.mail, newcomer.email)).subject).toBe(`Подтвердите регистрацию ${newcomer.company}`);
});

test('the main host and an unknown slug have no registration, and are alike', async ({ page, kontora, complaints }) => {
  complaints.expectStatus(404);
  const seen: string[] = [];
  for (const address of [`${kontora.url}/register/`, kontora.onDomainOf('nobody', '/register/')]) {
    expect((await page.goto(address))?.status()).toBe(404);
    seen.push(await page.getByRole('main').innerText());
  }
  expect(seen[0]).toBe(seen[1]);
  expect(seen[0]).toContain('No such page');
});

test('a reseller finds its registration address under Add affiliate', async ({ page, signIn, kontora }) => {
  await signIn('reseller');
  await page.goto('/companies');
  await page.getByRole('button', { name: 'Add affiliate' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add affiliate' });
  await expect(dialog.getByLabel('Registration link')).toHaveValue(kontora.onDomainOf('newways', '/register/'));
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByRole('status')).toHaveText('The link is copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(kontora.onDomainOf('newways', '/register/'));
  await dialog.getByRole('link', { name: 'New request' }).click();
  await expect(page).toHaveURL(/\/support$/);
  await expect(page.getByLabel('Reseller ID')).toHaveValue('2');
});

for (const person of ['affiliate', 'single', 'operator'] as const) {
  test(`${person} has no Add affiliate`, async ({ page, signIn }) => {
    await signIn(person);
    await page.goto('/companies');
    await expect(rows(page).first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Add affiliate' })).toHaveCount(0);
  });
}

async function ask(page: Page, field: 'Reseller ID' | 'Company ID', id: number) {
  await page.goto('/support');
  await page.getByLabel(field).fill(String(id));
  await page.getByLabel('Comment').fill('We agreed by telephone');
  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(page.getByRole('status').filter({ hasText: /Request \d+ received/ })).toBeVisible();
}

// The operator's row that names both companies.
const requestRow = (page: Page) =>
  page.getByRole('row').filter({ hasText: '(2)' }).filter({ hasText: `(${single})` });

test('what was typed into a request before the page woke up is kept', async ({ page, signIn }) => {
  await signIn('reseller');
  let wake = () => {};
  const told = new Promise<void>((resolve) => (wake = resolve));
  await page.route('**/*.wasm', async (route) => {
    await told;
    await route.continue();
  });
  const awake = page.goto('/support');
  await page.getByLabel('Company ID').fill(String(single));
  await page.getByLabel('Comment').fill('typed early');
  wake();
  await awake;
  await expect(page.getByLabel('Company ID')).toHaveValue(String(single));
  await expect(page.getByLabel('Comment')).toHaveValue('typed early');
  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(page.getByRole('row').filter({ hasText: `Company ${single}` })).toContainText('typed early');
  await expect(page.getByLabel('Comment')).toHaveValue('');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a request is sent as a plain form, and what was refused stays as it was typed', async ({ page, signIn, complaints }) => {
    complaints.expectStatus(422);
    const comment = 'We agreed\nby <telephone> & letter';
    await signIn('reseller');
    await page.goto('/support');
    await page.getByLabel('Company ID').fill('seven');
    await page.getByLabel('Comment').fill(comment);
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page.getByLabel('Company ID')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByLabel('Company ID')).toHaveValue('seven');
    await expect(page.getByLabel('Comment')).toHaveValue(comment);

    await page.getByLabel('Company ID').fill(String(single));
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page).toHaveURL(/\/support\?sent=\d+$/);
    await expect(page.getByRole('status').filter({ hasText: /Request \d+ received/ })).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: `Company ${single}` })).toContainText('by <telephone> & letter');
    await expect(page.getByLabel('Comment')).toHaveValue('');
  });
});

const lastLetter = async (kontora: Kontora, to: string, number: number) => (await lettersTo(kontora.mail, to, number)).at(-1)!;

for (const { side, field, id } of [
  { side: 'reseller', field: 'Company ID', id: single },
  { side: 'single', field: 'Reseller ID', id: 2 },
] as const) {
  test(`a request by the ${side} is completed: the company is on the reseller’s list, and both are told`, async ({ page, signIn, another, kontora }) => {
    await signIn(side);
    await ask(page, field, id);
    await expect(page.getByRole('row').filter({ hasText: `Company ${single}` })).toContainText('New');
    await expect(page.getByRole('columnheader', { name: /^Sent, \w+\/\w+/ }), 'the zone of the times').toBeVisible();

    const operator = await another('operator');
    await operator.goto('/support');
    await expect(requestRow(operator)).toContainText('We agreed by telephone');
    await requestRow(operator).getByRole('button', { name: 'Complete' }).click();
    await expect(requestRow(operator)).toContainText('Completed');
    await expect(requestRow(operator).getByRole('button', { name: 'Complete' })).toHaveCount(0);
    await expect(requestRow(operator)).toBeFocused();

    const reseller = side === 'reseller' ? page : await another('reseller');
    await find(reseller, String(single));
    await expect(cell(rows(reseller).first(), 'ID')).toHaveText(String(single));
    await expect(count(reseller)).toHaveText(/ of 302 companies$/);
    for (const person of ['reseller', 'single'] as const) {
      // The requester has had a letter before: that the request has come.
      const letter = await lastLetter(kontora, emailOf(person), person === side ? 2 : 1);
      expect(letter.subject).toContain('now belongs to New ways partner');
    }
    expect((await letterTo(kontora.mail, emailOf('operator'))).subject).toMatch(/^New request \d+$/);

    // What was before is the company's own: of its ledger the reseller sees what it has come with.
    await reseller.goto(`/companies/${single}/billing`);
    const ledger = reseller.getByRole('table', { name: 'Ledger' }).getByRole('row');
    await expect(ledger).toHaveCount(2);
    await expect(ledger.last()).toContainText('Opening balance');
    await reseller.goto(`/companies/${single}/history`);
    await expect(reseller.getByText('No changes yet')).toBeVisible();
  });
}

test('a declined request tells the requester why, and changes nothing', async ({ page, signIn, another, kontora, complaints }) => {
  complaints.expectStatus(422);
  await signIn('reseller');
  await ask(page, 'Company ID', single);
  const operator = await another('operator');
  await operator.goto('/support');
  const request = requestRow(operator);
  const decline = request.getByRole('button', { name: 'Decline' });
  await decline.click();
  await expect(request.getByLabel('Reason')).toBeFocused();
  await operator.keyboard.press('Escape');
  await expect(decline).toBeFocused();
  await decline.click();
  await expect(request.getByLabel('Reason')).toBeFocused();
  await decline.click();
  await expect(request.getByLabel('Reason')).toHaveAttribute('aria-invalid', 'true');
  await expect(operator.getByRole('row'), 'the head and one row a request').toHaveCount(2);
  await request.getByLabel('Reason').fill('The company has not agreed');
  await decline.click();
  await expect(request).toContainText('Declined');
  await expect(request).toBeFocused();

  const letter = await lastLetter(kontora, emailOf('reseller'), 2);
  expect(letter.subject).toMatch(/^Request \d+ declined$/);
  expect(letter.text).toContain('The company has not agreed');
  await page.reload();
  const mine = page.getByRole('row').filter({ hasText: `Company ${single}` });
  await expect(mine).toContainText('Declined');
  await expect(mine).toContainText('The company has not agreed');
  await find(page, String(single));
  await expect(count(page)).toHaveText(/ of 301 companies$/);
});

test('a request tells nothing about the other side, and the operator is told what stands in the way', async ({ page, signIn, another, complaints }) => {
  complaints.expectStatus(409, 422);
  await signIn('reseller');
  const answers: string[] = [];
  for (const id of [304, 999_999]) {
    await ask(page, 'Company ID', id);
    answers.push((await page.getByRole('main').getByRole('status').innerText()).replace(/\d+/, 'N'));
  }
  expect(answers[0]).toBe(answers[1]);
  await expect(page.getByRole('main')).not.toContainText('Sibir');

  const operator = await another('operator');
  await operator.goto('/support');
  const taken = operator.getByRole('row').filter({ hasText: '(304)' });
  await taken.getByRole('button', { name: 'Complete' }).click();
  await expect(operator.getByRole('alert')).toBeVisible();
  await expect(taken).toContainText('New');
  await expect(operator.getByRole('row').filter({ hasText: '(999999)' })).toContainText('no company');
  await page.goto('/companies');
  await expect(count(page)).toHaveText('301 of 301 companies');
});

test('an open request is commented on and withdrawn by its company, and the operator reads both', async ({ page, signIn, another, kontora, complaints }) => {
  complaints.expectStatus(422);
  await signIn('reseller');
  await ask(page, 'Company ID', single);
  const mine = page.getByRole('row').filter({ hasText: `Company ${single}` });
  const say = mine.getByRole('button', { name: 'Add comment' });
  await say.click();
  await expect(mine.getByLabel('Comment')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(say).toBeFocused();
  await say.click();
  await mine.getByRole('button', { name: 'Send' }).click();
  await expect(mine.getByLabel('Comment')).toHaveAttribute('aria-invalid', 'true');
  await mine.getByLabel('Comment').fill('Signed on Monday');
  await mine.getByRole('button', { name: 'Send' }).click();
  await expect(mine.getByRole('list', { name: 'Comments' })).toContainText('Signed on Monday');
  await expect(mine).toBeFocused();

  const operator = await another('operator');
  await operator.goto('/support');
  await expect(requestRow(operator).getByRole('list', { name: 'Comments' })).toContainText('Signed on Monday');

  const withdraw = mine.getByRole('button', { name: 'Withdraw' });
  await withdraw.click();
  await expect(mine.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(withdraw).toBeFocused();
  await withdraw.click();
  await withdraw.click();
  await expect(mine).toContainText('Withdrawn');
  await expect(mine).toBeFocused();
  await expect(withdraw).toHaveCount(0);
  expect((await lastLetter(kontora, emailOf('reseller'), 2)).subject).toMatch(/^Request \d+ withdrawn$/);

  await requestRow(operator).getByRole('button', { name: 'Complete' }).click();
  await expect(operator.getByRole('alert')).toHaveText('The request has been withdrawn already');
});

test('the operator sees every check with its verdict before deciding', async ({ page, signIn, another }) => {
  await signIn('reseller');
  await ask(page, 'Company ID', 304);
  await ask(page, 'Company ID', single);
  const operator = await another('operator');
  await operator.goto('/support');
  const taken = operator.getByRole('row').filter({ hasText: '(304)' }).getByRole('group', { name: 'Checks' });
  await expect(taken).toContainText('The company belongs to another reseller');
  await expect(taken.getByText('There is no debt')).toBeHidden();
  await taken.getByText(/^(9|10) of 11 checks hold$/).click();
  await expect(taken.getByText(/There is no debt|The company is in debt/)).toBeVisible();
  await expect(requestRow(operator).getByText('11 of 11 checks hold')).toBeVisible();
  await expectAccessible(operator);
});

test('an ID that is no number is refused at its field', async ({ page, signIn, complaints }) => {
  complaints.expectStatus(422);
  await signIn('reseller');
  await page.goto('/support');
  for (const typed of ['', 'seven', '-7', '0']) {
    await page.getByLabel('Company ID').fill(typed);
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page.getByLabel('Company ID'), typed).toHaveAttribute('aria-invalid', 'true');
  }
  await expect(page.getByLabel('Reseller ID')).toHaveValue('2');
  await expect(page.getByLabel('Reseller ID')).not.toBeEditable();
  await expect(table(page)).toHaveCount(0);
});

test('the registered administrator sees the own company alone', async ({ page, kontora }) => {
  await page.goto(kontora.onDomainOf('newways', '/register/'));
  await fillRegistration(page);
  await register(page);
  await setPassword(page, await letterTo(kontora.mail, newcomer.email));
  await expect(count(page)).toHaveText('1 of 1 company');
  await expect(cell(rows(page), 'Company')).toContainText(newcomer.company);
});
