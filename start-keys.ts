import { randomBytes } from 'node:crypto';
import { accessSync, constants, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ConfigError, type Config } from './config.ts';

/** With what private content is sealed, and where that comes from. */
export interface StartKeys {
  keys: readonly Uint8Array[];
  makeKey?: () => Uint8Array;
  /** Where the key is kept; null: the keys are in DATA_KEYS. */
  file: string | null;
  /** The file in which a new key was kept; null: none was made. */
  made(): string | null;
}

/** The folder of everything that is kept beside the database. */
export function dataFolderOf({ databaseUrl }: Pick<Config, 'databaseUrl'>): string {
  return databaseUrl.startsWith('file:') ? dirname(databaseUrl.slice('file:'.length).replace(/^\/\//, '')) : 'data';
}

/**
 * The keys of DATA_KEYS, or the one in the file `data.key` beside the data, which is made when a zone is sealed for the first time.
 * @throws ConfigError when the file holds no key, or the database's folder cannot be entered
 */
export function dataKeys(config: Pick<Config, 'databaseUrl' | 'dataKeys'>): StartKeys {
  if (config.dataKeys.length > 0) return { keys: config.dataKeys, file: null, made: () => null };
  const folder = dataFolderOf(config);
  if (config.databaseUrl.startsWith('file:')) mustEnter(folder);
  const file = join(folder, 'data.key');
  const kept = keyIn(file);
  if (kept !== null) return { keys: [kept], file, made: () => null };
  let made = false;
  const makeKey = (): Uint8Array => {
    const key = keepNew(file);
    made = true;
    return key;
  };
  return { keys: [], makeKey, file, made: () => (made ? file : null) };
}

/** Where not even the database can be reached, a key that cannot be read is not what is to be mended. */
function mustEnter(folder: string): void {
  try {
    accessSync(folder, constants.X_OK);
  } catch (error) {
    if (isMissing(error)) return;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError([`DATABASE_URL: expected a file in a folder that may be entered and written: ${reason}`], {
      cause: error,
    });
  }
}

function keyIn(file: string): Uint8Array | null {
  const text = textOf(file);
  if (text === null) return null;
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length === 32) return key;
  throw new ConfigError([`DATA_KEYS: expected one key of 32 bytes in base64 in ${file}`]);
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw new ConfigError([`DATA_KEYS: expected to be set, because ${file} cannot be read`], { cause: error });
  }
}

/** Whole or not at all, and never over another one: a second program that starts now takes the key that the first one kept. */
function keepNew(file: string): Uint8Array {
  const key = randomBytes(32);
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(draft, `${key.toString('base64')}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
    return key;
  } catch (error) {
    const kept = keyIn(file);
    if (kept === null) throw error;
    return kept;
  } finally {
    rmSync(draft);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
