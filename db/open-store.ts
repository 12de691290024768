import { fileURLToPath } from 'node:url';
import type { Sealing } from '../core/ports/sealing.ts';
import type { Store } from '../core/ports/store.ts';
import type { Engine, EngineOptions } from './engine.ts';
import { openSealing } from './open-sealing.ts';
import type { GivenKeys } from './open-sealing.ts';
import { openPostgres } from './postgres/open-postgres.ts';
import { KeyRotation } from './rotate-keys.ts';
import { Keyring } from './sealing.ts';
import { openSqlite } from './sqlite/open-sqlite.ts';
import { SqlStore } from './store.ts';
import { Words } from './words.ts';

/** How to open a store. */
export interface StoreOptions extends GivenKeys {
  /** `read`: only to look, beside the running program; nothing is migrated. */
  access?: EngineOptions['access'];
  /** Hears errors that concern no caller, such as a lost idle connection. They never hold a secret. */
  onError: (error: unknown) => void;
}

/**
 * Opens the zone's database: `file:data/qunfang.db` (SQLite) or `postgres://…?schema=zone` (PostgreSQL), makes it when it is
 * new and brings it to the newest schema.
 * @throws Error with one line that names DATABASE_URL, when the URL is wrong or the database cannot be had, or DATA_KEYS, when
 * a key is missing that the zone is sealed with
 */
export async function openStore(databaseUrl: string, options: StoreOptions): Promise<Store> {
  return (await open(databaseUrl, options)).store;
}

/** As `openStore`, and what seals the zone anew with the first of its keys. @throws as `openStore` */
export async function openToRotate(
  databaseUrl: string,
  options: Pick<StoreOptions, 'keys' | 'onError'>,
): Promise<{ store: Store; rotation: KeyRotation }> {
  const { store, engine } = await open(databaseUrl, options);
  return { store, rotation: new KeyRotation(engine, new Keyring(options.keys)) };
}

async function open(databaseUrl: string, options: StoreOptions): Promise<{ store: Store; engine: Engine }> {
  const words = new Words(options.onError);
  const { access = 'write', onError } = options;
  try {
    const engine = await openEngine(databaseUrl, { access, onError, words });
    return { store: new SqlStore(engine, words, await sealingOf(engine, access, options)), engine };
  } catch (error) {
    throw new Error(refusal(error), { cause: error });
  }
}

async function sealingOf(engine: Engine, access: 'read' | 'write', given: GivenKeys): Promise<Sealing> {
  try {
    return await openSealing(engine, access, given);
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** One line that names the setting. What drivers say holds no password. */
function refusal(error: unknown): string {
  const reason = reasonOf(error).replaceAll(/\s+/g, ' ');
  // The driver's words for a password that is missing name a step of SASL.
  if (/password authentication failed|client password must be a string/.test(reason))
    return 'DATABASE_URL: expected a user and the password that the database knows for it, postgres://USER:PASSWORD@…';
  return /^DATA(BASE_URL|_KEYS):? /.test(reason) ? reason : `DATABASE_URL: the database cannot be used: ${reason}`;
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}

async function openEngine(databaseUrl: string, options: EngineOptions): Promise<Engine> {
  if (databaseUrl.startsWith('file:')) return openSqlite(fileOf(databaseUrl), options);
  if (/^postgres(ql)?:/.test(databaseUrl)) return openPostgres(databaseUrl, options);
  throw new Error('DATABASE_URL must begin with file: or postgres:, such as file:data/qunfang.db');
}

function fileOf(databaseUrl: string): string {
  const file = databaseUrl.startsWith('file://') ? filePath(databaseUrl) : databaseUrl.slice('file:'.length);
  if (file === '' || file.includes('\0') || file.endsWith('/')) {
    throw new Error('DATABASE_URL must name a file after file:, such as file:data/qunfang.db');
  }
  return file;
}

function filePath(databaseUrl: string): string {
  try {
    return fileURLToPath(databaseUrl);
  } catch (error) {
    throw new Error('DATABASE_URL must be file:PATH or file:///ABSOLUTE/PATH', { cause: error });
  }
}
