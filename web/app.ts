import { Hono } from 'hono';
import type { Asset } from './assets.ts';
import { assetRoutes } from './asset-routes.ts';
import { rehearsalPage } from './pages/rehearsal-page.ts';
import { rehearsalRoutes, type RehearsalParts } from './rehearsal/rehearsal-routes.ts';
import { securityHeaders } from './security-headers.ts';

export interface WebParts {
  assets: ReadonlyMap<string, Asset>;
  rehearsal: RehearsalParts;
}
export function createApp(parts: WebParts): Hono {
  const app = new Hono();
  app.use(securityHeaders);
  app.route('/assets', assetRoutes(parts.assets));
  app.get('/', (c) =>
    c.html(rehearsalPage({ language: 'zh', title: '群防 演练场', wait: '正在接通…', needsScript: '' })),
  );
  app.route('/rehearsal', rehearsalRoutes(parts.rehearsal));
  return app;
}
