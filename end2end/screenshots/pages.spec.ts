// The pictures of the README: the main pages, wide and on a phone, light and dark, English and Russian.
import path from 'node:path';
import type { Page } from '@playwright/test';
import { pictures } from '../support/places';
import { speak, test } from '../support/test';

const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };

type Shown = {
  name: string;
  address: string;
  // Nobody is signed in.
  isPublic?: boolean;
  slug?: string;
  prepare?: (page: Page, url: string) => Promise<void>;
};

const pages: Shown[] = [
  { name: 'companies', address: '/companies' },
  { name: 'companies-search', address: '/companies?q=ром' },
  { name: 'company-dialog', address: '/companies/3' },
  { name: 'requisites', address: '/companies/7/requisites' },
  { name: 'billing', address: '/companies/3/billing' },
  { name: 'employees', address: '/companies/3/employees' },
  { name: 'users', address: '/users' },
  { name: 'support', address: '/support', prepare: askForCompany },
  { name: 'sign-in', address: '/sign-in', isPublic: true },
  { name: 'register', address: '/register/', isPublic: true, slug: 'newways' },
];

// English in both themes and on a phone, Russian once: enough to see everything, few enough to keep in the repository.
const shots = [
  { lang: 'en', colorScheme: 'light', viewport: wide, ending: 'light' },
  { lang: 'en', colorScheme: 'dark', viewport: wide, ending: 'dark' },
  { lang: 'en', colorScheme: 'light', viewport: narrow, ending: 'phone' },
  { lang: 'ru', colorScheme: 'light', viewport: wide, ending: 'ru' },
] as const;

for (const { name, address, isPublic, slug, prepare } of pages) {
  test(name, async ({ page, kontora, signIn }) => {
    if (!isPublic) await signIn('reseller');
    await prepare?.(page, kontora.url);
    for (const { lang, colorScheme, viewport, ending } of shots) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize(viewport);
      await page.goto(slug ? kontora.onDomainOf(slug, address) : address);
      await inLanguage(page, lang);
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: path.join(pictures, `${name}.${ending}.png`), animations: 'disabled', caret: 'hide' });
    }
  });
}

// A page of requests with one on it.
async function askForCompany(page: Page, url: string) {
  const fields = { reseller_id: '2', company_id: '304', comment: 'They signed with us in October.' };
  const asked = await page.request.post(`${url}/api/request_attachment`, { data: { fields }, headers: { Origin: url } });
  if (!asked.ok()) throw new Error(`the request is refused: ${asked.status()}`);
}

// A fresh page after the switch: its first rows come in the language, as a visitor sees them.
async function inLanguage(page: Page, lang: 'en' | 'ru') {
  if ((await page.locator('html').getAttribute('lang')) === lang) return;
  await speak(page, lang);
  await page.reload();
}
