import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file as the browser gets it. */
export interface Asset {
  body: string;
  type: string;
  /** Strong entity tag of the body. */
  etag: string;
}

const home = fileURLToPath(new URL('..', import.meta.url));
const specifier = /(\bfrom\s*|\bimport\s*\(?\s*)(["'])([^"']+)\2/g;

/**
 * Everything that the pages' scripts and styles consist of, by address below `/assets/`. Scripts are our TypeScript with its
 * types blanked out, and the few modules that they import; only what an entry reaches is here. Read once, at the start.
 * @param entries paths from the project's folder: `.ts` modules and `.css` files
 */
export async function loadAssets(entries: readonly string[]): Promise<ReadonlyMap<string, Asset>> {
  const assets = new Map<string, Asset>();
  const open = entries.map((entry) => join(home, entry));
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    const address = addressOf(file);
    if (assets.has(address)) continue;
    const { body, imports } = await script(file);
    assets.set(address, { body, type: typeOf(address), etag: etagOf(body) });
    open.push(...imports);
  }
  return assets;
}

async function script(file: string): Promise<{ body: string; imports: string[] }> {
  const source = await readFile(file, 'utf8');
  if (file.endsWith('.css')) return { body: source, imports: [] };
  const plain = file.endsWith('.ts')
    ? stripTypeScriptTypes(source)
    : source.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '');
  const imports: string[] = [];
  const body = plain.replaceAll(specifier, (_, lead: string, quote: string, name: string) => {
    const imported = name.startsWith('.') ? join(dirname(file), name) : fileURLToPath(import.meta.resolve(name));
    imports.push(imported);
    return `${lead}${quote}/assets/${addressOf(imported)}${quote}`;
  });
  return { body, imports };
}

function addressOf(file: string): string {
  return relative(home, file)
    .replaceAll('\\', '/')
    .replace(/^.*node_modules\//, 'vendor/')
    .replace(/\.(?:ts|mjs)$/, '.js');
}

function typeOf(address: string): string {
  return address.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8';
}

function etagOf(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}
