// A database of one's own on the PostgreSQL that `cargo xtask test` starts.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';

// The server's URL, or nothing where no PostgreSQL is at hand.
export const postgres = process.env.KONTORA_TEST_POSTGRES;

// Makes an empty database and returns its URL.
export function freshDatabase(server: string): string {
  const name = `kontora_${randomBytes(8).toString('hex')}`;
  execFileSync('psql', [server, '--quiet', '--command', `CREATE DATABASE ${name}`]);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
