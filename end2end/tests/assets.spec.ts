// What the page loads: found by its hashed name, compressed, kept by the browser, of the right type.
import type { APIRequestContext } from '@playwright/test';
import { expect, test } from '../support/test';

const kinds = [
  { what: 'script', pattern: /from '([^']+\.js)'/, mime: 'text/javascript; charset=utf-8' },
  { what: 'module', pattern: /href="([^"]+\.wasm)"/, mime: 'application/wasm' },
  { what: 'style sheet', pattern: /href="([^"]+\.css)"/, mime: 'text/css; charset=utf-8' },
];

for (const { what, pattern, mime } of kinds) {
  test(`the ${what} is compressed, kept forever and not sent twice`, async ({ request }) => {
    const address = await addressIn(request, pattern);
    const plain = await request.get(address, { headers: { 'accept-encoding': 'identity' } });
    const packed = await request.get(address, { headers: { 'accept-encoding': 'gzip, br' } });
    expect(packed.status()).toBe(200);
    expect(packed.headers()).toMatchObject({
      'content-type': mime,
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(await packed.body()).toEqual(await plain.body());
    const again = await request.get(address, { headers: { 'accept-encoding': 'gzip, br', 'if-none-match': packed.headers().etag! } });
    expect(again.status()).toBe(304);
  });
}

test('a browser may ask for the head alone', async ({ request }) => {
  const address = await addressIn(request, kinds[1]!.pattern);
  const head = await request.head(address, { headers: { 'accept-encoding': 'identity' } });
  expect(head.status()).toBe(200);
  expect(Number(head.headers()['content-length'])).toBeGreaterThan(1000);
  expect((await head.body()).length).toBe(0);
});

async function addressIn(request: APIRequestContext, pattern: RegExp): Promise<string> {
  const page = await (await request.get('/sign-in')).text();
  const address = pattern.exec(page)?.[1];
  expect(address, `${pattern} in the page`).toMatch(/^\/assets\/[0-9a-f]{16}\//);
  return address!;
}
