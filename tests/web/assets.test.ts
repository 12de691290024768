import { beforeAll, expect, it } from 'vitest';
import { assetEntries } from '../../web/app.ts';
import { loadAssets, type Asset } from '../../web/assets.ts';

let assets: ReadonlyMap<string, Asset>;
beforeAll(async () => {
  assets = await loadAssets(assetEntries);
});

const bodyOf = (address: string): string => assets.get(address)?.body ?? '';

it('every import of every script leads to a script that is served', () => {
  for (const [address, { body }] of assets) {
    if (!address.endsWith('.js')) continue;
    for (const [, imported] of body.matchAll(/\b(?:from|import)\s*\(?\s*["']([^"']+)["']/g)) {
      expect(imported).toMatch(/^\/assets\//);
      expect([address, assets.has((imported ?? '').slice('/assets/'.length))]).toEqual([address, true]);
    }
  }
});

it('serves nothing of the server: only what the pages reach', () => {
  const served = [...assets.keys()];
  expect(served.filter((address) => !/^(web\/client|vendor)\//.test(address))).toEqual(['core/message.js']);
  expect(served).toContain('vendor/preact/dist/preact.js');
});

it('scripts are plain JavaScript: no type is left in them', () => {
  expect(bodyOf('web/client/next-step.js')).not.toMatch(/: Scene|interface |import type/);
  expect(bodyOf('web/client/theme.js')).not.toMatch(/\b(?:import|export)\b/);
});

it('is the same from start to start, so that browsers keep what they have', async () => {
  const again = await loadAssets(assetEntries);
  for (const [address, { etag }] of assets) expect(again.get(address)?.etag).toBe(etag);
});

it('the styles fetch nothing from anywhere', () => {
  for (const address of ['rehearsal.css', 'phone.css', 'page.css']) {
    const css = bodyOf(`web/client/${address}`);
    expect(css.length).toBeGreaterThan(1_000);
    expect(css).not.toMatch(/url\(|@import/);
  }
});
