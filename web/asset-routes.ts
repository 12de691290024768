import { Hono } from 'hono';
import type { Asset } from './assets.ts';

/** Scripts and styles below `/assets`; browsers ask again each time and mostly hear "unchanged". */
export function assetRoutes(assets: ReadonlyMap<string, Asset>): Hono {
  const routes = new Hono();
  routes.get('/:path{.+}', (context) => {
    const asset = assets.get(context.req.param('path'));
    if (asset === undefined) return context.notFound();
    const headers = { etag: asset.etag, 'cache-control': 'no-cache', 'content-type': asset.type };
    const known = context.req
      .header('if-none-match')
      ?.split(',')
      .some((tag) => tag.trim() === asset.etag);
    return known === true ? context.body(null, 304, headers) : context.body(asset.body, 200, headers);
  });
  return routes;
}
