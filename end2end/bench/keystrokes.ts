// One keystroke after another, each measured inside the page: from the input event to laid-out rows and to a painted frame.
import type { Page } from '@playwright/test';

export type Stroke = {
  query: string;
  // Milliseconds from the input event until the rows are in the document and laid out.
  laidOut: number;
  // Milliseconds from the input event until the frame that shows them has been handed to the screen.
  painted: number;
  // What then stood in the cells of the rows in view.
  cells: string[][];
};

// Typed letter by letter and deleted again: Cyrillic, Latin, digits, two words. 78 keystrokes a round.
const rounds = 2;
const queries = ['вектор', 'ром', 'new ways', '7701', 'ооо ска', 'sib', '1205', 'gmbh'];

// Types the queries into the focused field and returns a measurement for each keystroke.
export async function measureKeystrokes(page: Page): Promise<Stroke[]> {
  await page.evaluate(watchStrokes);
  const strokes: Stroke[] = [];
  for (const query of Array.from({ length: rounds }, () => queries).flat()) {
    for (const letter of query) strokes.push(await strokeOf(page, () => page.keyboard.type(letter)));
    for (const _ of query) strokes.push(await strokeOf(page, () => page.keyboard.press('Backspace')));
  }
  return strokes;
}

type Measured = Omit<Stroke, 'cells'>;
type Watched = Window & { nextStroke: () => Promise<Measured> };

async function strokeOf(page: Page, press: () => Promise<void>): Promise<Stroke> {
  const stroke = await page.evaluateHandle(() => ({ done: (window as unknown as Watched).nextStroke() }));
  await press();
  const measured = await stroke.evaluate(({ done }) => done);
  await stroke.dispose();
  return { ...measured, cells: await page.evaluate(cellsInView) };
}

// Runs in the page.
function cellsInView(): string[][] {
  const rows = document.querySelectorAll<HTMLTableRowElement>('tbody[data-rendered-query] tr:not(.gap)');
  const isSeen = (cell: HTMLTableCellElement) => cell.offsetWidth > 0;
  return Array.from(rows, (row) => Array.from(row.cells).filter(isSeen).map((cell) => cell.textContent ?? ''));
}

// Runs in the page. A list says by `data-rendered-query` on its `tbody` which query its rows answer; the moment that
// counts is that of the last change to the rows, with their layout forced. A page without a list is the floor: its own
// layout forced right after the event.
function watchStrokes() {
  const rows = document.querySelector<HTMLElement>('tbody[data-rendered-query]');
  let onStroke: ((stroke: Measured) => void) | undefined;
  let pressedAt = 0;
  let laidOutAt = 0;
  let query = '';

  const layOut = () => {
    void (rows ?? document.body).offsetHeight;
    laidOutAt = performance.now();
  };
  const isAnswered = () => !rows || rows.dataset.renderedQuery === query;
  // A task posted from a frame's callback runs once that frame has been painted.
  const channel = new MessageChannel();
  const awaitFrame = () => requestAnimationFrame(() => channel.port2.postMessage(null));
  channel.port1.onmessage = () => {
    if (!isAnswered()) return awaitFrame();
    onStroke?.({ query, laidOut: laidOutAt - pressedAt, painted: performance.now() - pressedAt });
    onStroke = undefined;
  };
  window.addEventListener(
    'input',
    (event) => {
      pressedAt = performance.now();
      query = (event.target as HTMLInputElement).value;
      if (!rows) queueMicrotask(layOut);
      awaitFrame();
    },
    { capture: true },
  );
  if (rows) {
    new MutationObserver(layOut).observe(rows, { subtree: true, childList: true, characterData: true, attributes: true });
  }
  (window as unknown as Watched).nextStroke = () => new Promise((resolve) => (onStroke = resolve));
}
