// Accessibility: no violation at all, in both themes unless told otherwise.
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const both = ['light', 'dark'] as const;

/** What one look may add to a test's time: of a hundred rows every contrast is measured. */
const lookMs = 30_000;

export async function expectAccessible(page: Page, themes: readonly ('light' | 'dark')[] = both) {
  await page.evaluate(stopTransitions);
  for (const colorScheme of themes) {
    test.setTimeout(test.info().timeout + lookMs);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(drawn);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const shown = violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map((node) => node.html) }));
    expect(shown, `axe, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  await page.evaluate(() => void document.adoptedStyleSheets.pop());
}

// Otherwise a color is on its way from one theme to the other until the browser draws the next frame, however short the
// transition: on a busy machine that may be too late.
function stopTransitions() {
  const still = new CSSStyleSheet();
  still.replaceSync('*, ::before, ::after { transition: none !important; animation: none !important }');
  document.adoptedStyleSheets.push(still);
}

// A frame that the browser does not draw holds nothing up for long.
async function drawn() {
  const frames = async () => {
    for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
  };
  await Promise.race([frames(), new Promise((resolve) => setTimeout(resolve, 2000))]);
}
