// A person's authenticator app: the six digits of RFC 6238 for a key in Base32, as the page shows it.
import { createHmac } from 'node:crypto';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const step = 30_000;

export function codeOf(key: string, at = Date.now()): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / step)));
  const digest = createHmac('sha1', decoded(key)).update(counter).digest();
  const number = digest.readUInt32BE(digest[digest.length - 1]! & 0x0f) & 0x7fff_ffff;
  return String(number % 1_000_000).padStart(6, '0');
}

// A later code than the present one, which the server takes already: a code works once.
export const nextCodeOf = (key: string) => codeOf(key, Date.now() + step);

function decoded(key: string): Buffer {
  const bits = [...key.replaceAll(/\s/g, '')].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
}
