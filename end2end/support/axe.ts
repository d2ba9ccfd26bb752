// Accessibility: no violation at all, in both themes unless told otherwise.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const both = ['light', 'dark'] as const;

export async function expectAccessible(page: Page, themes: readonly ('light' | 'dark')[] = both) {
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const shown = violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map((node) => node.html) }));
    expect(shown, `axe, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}
