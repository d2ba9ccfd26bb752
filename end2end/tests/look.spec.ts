// Every page in both languages, both themes, on a desk and in the hand: accessible, and never wider than the screen.
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { amount, rows, table } from '../support/companies';
import { expect, test } from '../support/test';
import type { Kontora, Person } from '../support/kontora';

const screens = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

const policy = /^default-src 'self'; script-src 'self' 'nonce-[^']+' 'wasm-unsafe-eval'; style-src 'self'/;

// A theme changes no words and a language no colours: Russian is checked in the light alone.
async function expectGoodLook(page: Page, address: string, status = 200) {
  await test.step(address, async () => {
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(status);
    expect(answer?.headers()['content-security-policy']).toMatch(policy);
    await expectNoSidewaysScroll(page);
    const lang = await page.locator('html').getAttribute('lang');
    await expectAccessible(page, lang === 'ru' ? ['light'] : ['light', 'dark']);
  });
}

async function expectNoSidewaysScroll(page: Page) {
  const [needed, there] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(needed, 'width of the page').toBeLessThanOrEqual(there!);
}

const journeys: { who: Person | 'nobody'; pages: (kontora: Kontora) => string[] }[] = [
  {
    who: 'nobody',
    pages: (kontora) => [
      '/sign-in', '/sign-in/code', '/forgot-password', kontora.onDomainOf('newways', '/register/'), '/terms', '/privacy',
    ],
  },
  {
    who: 'reseller',
    pages: () => [
      '/companies', '/companies?q=new', '/companies/7', '/companies/7/requisites', '/companies/7/history', '/companies/7/billing', '/billing', '/requisites',
      '/companies/2/employees', '/users', '/users?q=demo&sort=-name', '/users/3', '/support', '/support/audit', '/profile',
      '/profile/two-factor',
    ],
  },
  { who: 'operator', pages: () => ['/companies/2', '/support', '/support/letters', '/support/directories'] },
];

for (const locale of ['en', 'ru']) {
  for (const viewport of screens) {
    test.describe(`${locale}, ${viewport.width} wide`, () => {
      test.use({ locale, viewport, contextOptions: { reducedMotion: 'reduce' } });

      for (const { who, pages } of journeys) {
        test(`the pages of ${who}`, async ({ page, signIn, kontora }) => {
          test.setTimeout(420_000);
          if (who !== 'nobody') await signIn(who);
          for (const address of pages(kontora)) await expectGoodLook(page, address);
        });
      }

      test('pages that say no', async ({ page, signIn, complaints }) => {
        test.setTimeout(420_000);
        complaints.expectStatus(403, 404, 410);
        await expectGoodLook(page, '/set-password?token=invented', 410);
        await expectGoodLook(page, '/email-change?token=invented', 410);
        await expectGoodLook(page, '/no-such-page', 404);
        await signIn('chat');
        await expectGoodLook(page, '/companies', 403);
      });
    });
  }
}

test.describe('what opens on a page', () => {
  for (const viewport of screens) {
    test.describe(`${viewport.width} wide`, () => {
      test.use({ viewport, contextOptions: { reducedMotion: 'reduce' } });

      test('the dialog with refused fields, the question, the new user’s form', async ({ page, signIn }) => {
        await signIn('reseller');
        await page.goto('/companies/7');
        const dialog = page.getByRole('dialog', { name: 'Edit company' });
        await dialog.getByRole('textbox', { name: 'Email', exact: true }).fill('nobody');
        await dialog.getByRole('textbox', { name: 'Account', exact: true }).fill('40702810600000000017');
        await dialog.getByRole('button', { name: 'Register new user' }).click();
        await dialog.getByRole('group', { name: 'Register new user' }).getByRole('button', { name: 'Save', exact: true }).click();
        await expectNoSidewaysScroll(page);
        await expectAccessible(page);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('alertdialog', { name: 'Unsaved changes' })).toBeVisible();
        await expectAccessible(page);
      });

      test('Add affiliate and Add company', async ({ page, signIn, another }) => {
        await signIn('reseller');
        await page.goto('/companies');
        await page.getByRole('button', { name: 'Add affiliate' }).click();
        await expect(page.getByRole('dialog', { name: 'Add affiliate' })).toBeVisible();
        await expectNoSidewaysScroll(page);
        await expectAccessible(page);
        const operator = await another('operator', { viewport });
        await operator.goto('/companies');
        await operator.getByRole('button', { name: 'Add company' }).click();
        await expect(operator.getByRole('dialog', { name: 'Add company' })).toBeVisible();
        await expectNoSidewaysScroll(operator);
        await expectAccessible(operator);
      });
    });
  }
});

test.describe('390 wide', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('where the heads of the columns are out of sight a list orders the cards', async ({ page, signIn }) => {
    await signIn('reseller');
    await page.goto('/companies?sort=id');
    const order = page.getByRole('combobox', { name: 'Sort by' });
    await expect(order).toHaveValue('id');
    await order.selectOption({ label: 'Balance, descending' });
    await expect(page).toHaveURL(/\?sort=-balance$/);
    // A card has no Edit button by which its row could be told.
    const cards = table(page).locator('tbody tr:not(.gap)');
    const balances = (await cards.locator('td:nth-child(4)').allTextContents()).map(amount);
    expect(balances.length).toBeGreaterThan(5);
    expect(balances).toEqual(balances.toSorted((one, other) => other - one));
    await page.reload();
    await expect(order).toHaveValue('-balance');
    await order.selectOption({ label: 'Default order' });
    await expect(page).toHaveURL(/\/companies$/);
    await expect(cards.first()).toContainText('New ways partner');
    await page.goto('/companies/2/employees');
    await order.selectOption({ label: 'Name, descending' });
    await expect(page).toHaveURL(/\?sort=-name$/);
  });

  test('above that the heads sort, and there is no such list', async ({ page, signIn }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await signIn('reseller');
    await page.goto('/companies');
    await expect(rows(page).first()).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'Sort by' })).toHaveCount(0);
  });
});

test('at 390 the rows are cards, and a company is opened, changed and saved by touch', async ({ browser, kontora, complaints }) => {
  const context = await browser.newContext({
    baseURL: kontora.url, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'en-US',
  });
  complaints.watch(context);
  await context.request.post('/sign-in', {
    form: { email: 'reseller@demo.test', password: 'kontora-demo-2026' },
    headers: { Origin: kontora.url },
  });
  const page = await context.newPage();
  await page.goto('/companies?q=ways+comp');
  await page.locator('html[data-awake]').waitFor({ state: 'attached' });
  await expectNoSidewaysScroll(page);
  await page.getByRole('table', { name: 'Companies' }).getByRole('link', { name: 'New ways company', exact: true }).tap();
  const dialog = page.getByRole('dialog', { name: 'Edit company' });
  await dialog.getByRole('textbox', { name: 'Phone number' }).fill('+7 912 999-88-77');
  await dialog.getByRole('button', { name: 'Save company' }).tap();
  await expect(page.getByRole('status').filter({ hasText: /Saved/ })).toBeVisible();
  await expect(dialog).toBeHidden();
  await context.close();
});

test('Skip to content leads the keyboard past the menu', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/companies');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('searchbox', { name: 'Search companies' })).toBeFocused();
});

test('the theme is chosen by hand and remembered', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/companies');
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.getByRole('radio', { name: 'Light theme' }).check({ force: true });
  const light = await paper();
  await page.getByRole('radio', { name: 'Dark theme' }).check({ force: true });
  await expect.poll(paper).not.toBe(light);
  const dark = await paper();
  await page.reload();
  expect(await paper()).toBe(dark);
  await expect(page.getByRole('radio', { name: 'Dark theme' })).toBeChecked();
});
