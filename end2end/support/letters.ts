// Letters as the `file:` transport leaves them: one .eml each.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import PostalMime, { type Email } from 'postal-mime';

export type Letter = { to: string[]; subject: string; text: string; html: string };

// Told whenever a story signs the same person in on another machine.
const notices = ['New sign-in', 'Новый вход'];

// Every letter written so far but the notices of new sign-ins, in the order of their files' names.
export async function letters(folder: string): Promise<Letter[]> {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.eml')).sort();
  const parsed = await Promise.all(files.map((name) => PostalMime.parse(readFileSync(path.join(folder, name)))));
  return parsed.map(letter).filter(({ subject }) => !notices.includes(subject));
}

// The letters to one address, as soon as there are `count` of them; one more than that is a failure too.
export async function lettersTo(folder: string, address: string, count = 1): Promise<Letter[]> {
  const found = async () => (await letters(folder)).filter((letter) => letter.to.includes(address));
  await expect.poll(async () => (await found()).length, { message: `letters to ${address}` }).toBe(count);
  return found();
}

// The only letter to one address.
export async function letterTo(folder: string, address: string): Promise<Letter> {
  return (await lettersTo(folder, address))[0]!;
}

// The first address of the site in a letter's plain text.
export function linkIn(letter: Letter): string {
  const link = /https?:\/\/[^\s>]+/.exec(letter.text)?.[0];
  if (!link) throw new Error(`no link in: ${letter.text}`);
  return link;
}

function letter(email: Email): Letter {
  return {
    to: (email.to ?? []).map((mailbox) => mailbox.address ?? ''),
    subject: email.subject ?? '',
    text: email.text ?? '',
    html: email.html ?? '',
  };
}
