// The Companies page and the edit dialog as a person finds them: by role and name.
import { expect, type Locator, type Page } from '@playwright/test';

export const columns = ['ID', 'Company', 'INN', 'Balance', 'Credit limit', 'Status', 'Time zone', 'Employees'];

export const searchField = (page: Page) => page.getByRole('searchbox', { name: 'Search companies' });

export const table = (page: Page) => page.getByRole('table', { name: 'Companies' });

// "12 of 303 companies"
export const count = (page: Page) => page.getByRole('status').filter({ hasText: /^\d+ of \d+ compan(y|ies)$/ });

export const editButton = (page: Page, name: string) => page.getByRole('button', { name: `Edit ${name}`, exact: true });

// The rows of companies: not the head, not the totals.
export const rows = (page: Page) =>
  table(page).getByRole('row').filter({ has: page.getByRole('button', { name: /^Edit / }) });

export const row = (page: Page, name: string) => table(page).getByRole('row').filter({ has: editButton(page, name) });

export const cell = (row: Locator, column: string) => row.getByRole('cell').nth(columns.indexOf(column));

// What stands in one column, from the top.
export const column = async (page: Page, name: string) =>
  rows(page).evaluateAll((rows, at) => rows.map((row) => row.children[at]!.textContent ?? ''), columns.indexOf(name));

export const totals = (page: Page) => table(page).getByRole('row', { name: /^(Total|Found)/ });

// "−1,250.00" as a number.
export const amount = (text: string) => Number(text.replaceAll(',', '').replace('\u2212', '-'));

export const editDialog = (page: Page) => page.getByRole('dialog', { name: 'Edit company' });

export const text = (dialog: Locator, label: string) => dialog.getByRole('textbox', { name: label, exact: true });

export const combobox = (dialog: Locator, label: string) => dialog.getByRole('combobox', { name: label, exact: true });

// The company's dialog, opened at its own address, once it is there to be filled in.
export async function openDialog(page: Page, id: number): Promise<Locator> {
  await page.goto(`/companies/${id}`);
  const dialog = editDialog(page);
  await expect(text(dialog, 'Name')).toBeFocused();
  return dialog;
}

export const save = (dialog: Locator) => dialog.getByRole('button', { name: 'Save company' }).click();

// The save held: it is said, and the dialog is gone.
export async function expectSaved(page: Page) {
  await expect(page.getByRole('status').filter({ hasText: /Saved/ })).toBeVisible();
  await expect(editDialog(page)).toBeHidden();
}

// The field is refused, and what describes it says why.
export async function expectRefused(field: Locator, reason: string | RegExp) {
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(typeof reason === 'string' ? new RegExp(escaped(reason)) : reason);
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
