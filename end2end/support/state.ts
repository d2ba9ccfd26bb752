// How a page stood when its story failed, in a few words: a log shows them where nobody can open the pictures.
import type { Page, TestInfo } from '@playwright/test';

export async function attachState(page: Page, info: TestInfo) {
  if (info.status === info.expectedStatus) return;
  // A page that hangs says nothing.
  const silent = new Promise<string>((resolve) => setTimeout(resolve, 5000, 'no answer'));
  const body = await Promise.race([page.evaluate(state).catch((error: unknown) => String(error)), silent]);
  await info.attach('page', { body, contentType: 'text/plain' });
}

function state(): string {
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
  const said = all('[role=status], [role=alert]').map(({ innerText }) => innerText.trim()).filter(Boolean);
  return [
    `${location.pathname}${location.search}`,
    `focus: ${document.activeElement?.id || document.activeElement?.tagName}`,
    `open: ${all('dialog[open]').map((dialog) => dialog.querySelector('h2')?.innerText)}`,
    `refused: ${all('[aria-invalid=true]').map(({ id }) => id)}`,
    `says: ${said.join(' | ')}`,
  ].join('\n');
}
