// Percentiles, and figures in columns for the screen.

// The value below which the given share of the values lies, by the nearest rank.
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

export function table(head: string[], rows: string[][]): string {
  const widths = head.map((word, column) => Math.max(word.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: string[]) => cells.map((cell, column) => (column ? cell.padStart(widths[column]!) : cell.padEnd(widths[0]!))).join('  ');
  return [line(head), ...rows.map(line)].join('\n');
}

export const ms = (value: number) => value.toFixed(1);
