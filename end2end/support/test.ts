// `test` with what every story needs: a server of its own, people who sign in, a browser that may not complain.
import { test as base, expect, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';
import { Complaints } from './complaints';
import { emailOf, Kontora, password, type Person, type Settings } from './kontora';
import { attachState } from './state';

type Fixtures = {
  // Option: the server's settings, `test.use({ settings: { … } })`.
  settings: Settings;
  kontora: Kontora;
  complaints: Complaints;
  // Signs in, without the sign-in page, the person whom `page` belongs to.
  signIn: (person: Person) => Promise<void>;
  // Somebody else with a browser of their own, signed in.
  another: (person: Person, options?: BrowserContextOptions) => Promise<Page>;
};

export const test = base.extend<Fixtures>({
  settings: [{}, { option: true }],

  kontora: async ({ settings }, use, info) => {
    const kontora = await Kontora.start(settings);
    await use(kontora);
    if (info.status !== info.expectedStatus) await info.attach('server', { body: kontora.said, contentType: 'text/plain' });
    await kontora.stop();
  },

  baseURL: async ({ kontora }, use) => use(kontora.url),

  complaints: [
    async ({ context }, use) => {
      const complaints = new Complaints();
      complaints.watch(context);
      await use(complaints);
      expect(complaints.unexpected, 'complaints of the browser').toEqual([]);
    },
    { auto: true },
  ],

  page: async ({ page, javaScriptEnabled }, use, info) => {
    await use(javaScriptEnabled === false ? page : awake(page));
    await attachState(page, info);
  },

  signIn: async ({ context, kontora }, use) => use((person) => signInOn(context, kontora, person)),

  another: async ({ browser, kontora, complaints, contextOptions }, use, info) => {
    const opened: BrowserContext[] = [];
    await use(async (person, options) => {
      const context = await anotherBrowser(browser, { ...contextOptions, baseURL: kontora.url, ...options });
      opened.push(context);
      complaints.watch(context);
      await signInOn(context, kontora, person);
      return awake(await context.newPage());
    });
    for (const context of opened) {
      for (const page of context.pages()) await attachState(page, info);
      await context.close();
    }
  },
});

export { expect };

// Waits until the page says it, in these very letters: what is “unsaved” is not “Saved”.
export const says = (page: Page, words: string) => expect(page.getByRole('status').filter({ hasText: new RegExp(words) })).toBeVisible();

// Presses the language switch and waits until the page speaks the language.
export async function speak(page: Page, lang: 'ru' | 'en') {
  await page.getByRole('button', { name: lang === 'ru' ? 'Русский' : 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', lang);
}

// Waits until the page that has been loaded answers to clicks and keys.
export async function untilAwake(page: Page) {
  await page.locator('html[data-awake]').waitFor({ state: 'attached' });
}

// The page with a `goto` and a `reload` that return once it answers: a test is faster than any person. A page that
// breaks while waking up fails the test at once, with what broke it.
function awake(page: Page): Page {
  const { goto, reload } = page;
  const broken = page.waitForEvent('pageerror', { timeout: 0 }).then((error) => {
    throw error;
  });
  broken.catch(() => 'told by whoever waits for the page');
  page.goto = async (...address) => {
    const response = await goto.apply(page, address);
    if (response?.headers()['content-type']?.startsWith('text/html')) await Promise.race([untilAwake(page), broken]);
    return response;
  };
  page.reload = async (...options) => {
    const response = await reload.apply(page, options);
    await Promise.race([untilAwake(page), broken]);
    return response;
  };
  return page;
}

async function signInOn(context: BrowserContext, kontora: Kontora, person: Person) {
  const answer = await context.request.post(`${kontora.url}/sign-in`, {
    form: { email: emailOf(person), password },
    headers: { Origin: kontora.url },
    maxRedirects: 0,
  });
  expect(answer.status(), `signing in as ${person}`).toBe(303);
}

function anotherBrowser(browser: Browser, options: BrowserContextOptions) {
  return browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US', timezoneId: 'Europe/Moscow', ...options });
}
