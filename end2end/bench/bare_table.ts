// The least that a browser needs for the rows that the strokes brought: the same texts, put into the text nodes of a table
// that is nothing but a table. No search, no markup, no look; a cell whose text stays is left alone.
import type { Page } from '@playwright/test';
import type { Stroke } from './keystrokes';

// Milliseconds of each stroke's rows until they are laid out.
export async function layOutBare(page: Page, strokes: Stroke[]): Promise<number[]> {
  const cells = strokes.map((stroke) => stroke.cells);
  await page.goto('about:blank');
  await page.setContent(`<!doctype html><title>bare table</title><style>
    body { margin: 0; font: 13px system-ui, sans-serif }
    table { table-layout: fixed; width: 100%; border-spacing: 0 }
    td { height: 25px; padding: 0 10px; overflow: hidden; white-space: nowrap }
  </style><table></table>`);
  return page.evaluate(layOutEach, cells);
}

// Runs in the page.
async function layOutEach(strokes: string[][][]): Promise<number[]> {
  const table = document.querySelector('table')!;
  const most = (of: (cells: string[][]) => number) => Math.max(...strokes.map(of));
  const columns = most((cells) => Math.max(0, ...cells.map((row) => row.length)));
  const rows = Array.from({ length: most((cells) => cells.length) }, () => {
    const row = document.createElement('tr');
    const texts = Array.from({ length: columns }, () => row.insertCell().appendChild(document.createTextNode('')));
    return { row, texts };
  });
  const frame = () => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done)));
  const took: number[] = [];
  for (const cells of strokes) {
    await frame();
    const began = performance.now();
    rows.forEach(({ row, texts }, at) => {
      const wanted = cells[at];
      if (!wanted) return row.remove();
      if (!row.isConnected) table.append(row);
      texts.forEach((text, column) => {
        const value = wanted[column] ?? '';
        if (text.data !== value) text.data = value;
      });
    });
    void table.offsetHeight;
    took.push(performance.now() - began);
  }
  return took;
}
