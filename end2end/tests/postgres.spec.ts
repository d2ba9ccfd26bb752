// The browser stories run on SQLite; this one proves that the same binary serves from PostgreSQL.
import { kontora, Kontora } from '../support/kontora';
import { freshDatabase, postgres } from '../support/postgres';
import { expect, test as base } from '../support/test';

const test = base.extend({
  kontora: async ({}, use) => {
    const database = freshDatabase(postgres!);
    kontora(['demo', '--companies', '30', '--seed', '1'], database);
    const server = await Kontora.start({ database });
    await use(server);
    await server.stop();
  },
});

test.skip(!postgres, 'KONTORA_TEST_POSTGRES is not set');

test('a reseller finds a company and renames it, on PostgreSQL', async ({ page, signIn }) => {
  await signIn('reseller');
  await page.goto('/companies?q=New+ways+company');
  await page.getByRole('button', { name: 'Edit New ways company' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit company' });
  await dialog.getByLabel('Name', { exact: true }).fill('New ways company renamed');
  await dialog.getByRole('button', { name: 'Save company' }).click();
  await expect(page.getByRole('status').filter({ hasText: /Saved/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Edit New ways company renamed' })).toBeVisible();
});
