// Two resellers on one installation: neither learns that the other, or anything of theirs, exists.
import { count, searchField, table } from '../support/companies';
import { account } from '../support/people';
import { expect, test } from '../support/test';

// New ways partner, its affiliates, and the like of Sibir Connect.
const foreign = { reseller: [303, 304, 313, 314, 1], sibir: [2, 3, 7, 302, 314, 1] } as const;
const secrets = { reseller: 'Sibir Connect', sibir: 'New ways' } as const;

for (const person of ['reseller', 'sibir'] as const) {
  test(`${person} sees the own companies alone, in the table and in what it was sent`, async ({ page, signIn, kontora }) => {
    await signIn(person);
    const sent: string[] = [];
    page.on('response', (response) => {
      if (response.url().startsWith(kontora.url)) void response.text().then((body) => sent.push(body), () => undefined);
    });
    const answer = await page.goto('/companies');
    await expect(count(page)).toHaveText(person === 'reseller' ? '301 of 301 companies' : '11 of 11 companies');
    await searchField(page).fill(secrets[person]);
    await expect(count(page)).toHaveText(/^0 of /);
    expect(await answer!.text()).not.toContain(secrets[person]);
    const list = await page.request.get('/api/companies.bin');
    expect(list.status()).toBe(200);
    const own = person === 'reseller' ? 'New ways' : 'Sibir Connect';
    expect((await list.body()).includes(own)).toBe(true);
    expect((await list.body()).includes(secrets[person])).toBe(false);
    expect(sent.join('\n')).not.toContain(secrets[person]);
  });

  test(`${person} gets the same answer for a foreign company as for none, at every address`, async ({ page, signIn, complaints }) => {
    complaints.expectStatus(404);
    await signIn(person);
    for (const address of ['/companies/ID', '/companies/ID/employees']) {
      const unknown = await page.goto(address.replace('ID', '999999'));
      expect(unknown?.status()).toBe(404);
      await expect(page.getByText('there is no such record for you')).toBeVisible();
      for (const id of foreign[person]) {
        const answer = await page.goto(address.replace('ID', String(id)));
        expect(answer?.status(), `${address} of ${id}`).toBe(404);
        await expect(page.getByText('there is no such record for you')).toBeVisible();
        await expect(account(page)).not.toContainText(secrets[person]);
        expect(await answer!.text()).not.toContain(secrets[person]);
      }
    }
  });

  test(`${person} can neither read, save nor staff a foreign company through its server`, async ({ page, signIn, kontora }) => {
    await signIn(person);
    const calls: [string, (id: number) => unknown][] = [
      ['company', (id) => ({ id })],
      ['employees', (company) => ({ company })],
      ['save_company', (id) => ({ id, version: 1, changes: { name: 'Taken over' } })],
      ['register_user', (company) => ({ company, fields: { full_name: 'A Spy', email: 'spy@demo.test' } })],
    ];
    for (const [name, body] of calls) {
      const post = (id: number) =>
        page.request.post(`/api/${name}`, { data: body(id), headers: { Origin: kontora.url } });
      const unknown = await post(999_999);
      expect(unknown.status(), name).toBe(404);
      for (const id of foreign[person]) {
        const answer = await post(id);
        expect(answer.status(), `${name} of ${id}`).toBe(404);
        expect(await answer.text()).toBe(await unknown.text());
      }
    }
  });
}

test('what one reseller changes never reaches the other’s open page', async ({ page, signIn, another }) => {
  await signIn('reseller');
  await page.goto('/companies/7');
  const dialog = page.getByRole('dialog', { name: 'Edit company' });
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Renamed in the west');
  await dialog.getByRole('button', { name: 'Save company' }).click();
  await expect(dialog).toBeHidden();
  const other = await another('sibir');
  await other.goto('/companies');
  await expect(count(other)).toHaveText('11 of 11 companies');
  await searchField(other).fill('Renamed in the west');
  await expect(count(other)).toHaveText('0 of 11 companies');
  await expect(table(other)).not.toContainText('Renamed in the west');
});
