// Accessibility: no violation at all, in both themes unless told otherwise.
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const both = ['light', 'dark'] as const;

/** What one look may add to a test's time: of a hundred rows every contrast is measured. */
const lookMs = 30_000;

export async function expectAccessible(page: Page, themes: readonly ('light' | 'dark')[] = both) {
  for (const colorScheme of themes) {
    test.setTimeout(test.info().timeout + lookMs);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(colorsAtRest);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const shown = violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map((node) => node.html) }));
    expect(shown, `axe, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

// A theme is there once it was drawn and no color is on its way from one to the other. A transition whose end the browser
// never tells, or a frame that it does not draw, holds nothing up for longer than any transition takes.
async function colorsAtRest() {
  const drawn = async () => {
    for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
    const changing = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(changing.map((animation) => animation.finished));
  };
  await Promise.race([drawn(), new Promise((resolve) => setTimeout(resolve, 2000))]);
}
