import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes the database's folder, and those above it, unless they are there. SQLite keeps files beside the database, so it must be
 * one that can be written.
 * @throws an error with `code`, as of node:fs
 */
export function makeFolder(folder: string): void {
  make(folder);
  accessSync(folder, constants.W_OK | constants.X_OK);
}

/** Step by step: where nothing can be made, as in /proc, `recursive` of node:fs tries for ever. */
function make(folder: string): void {
  const above = dirname(folder);
  try {
    makeOne(folder);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' || above === folder) throw error;
    make(above);
    makeOne(folder);
  }
}

function makeOne(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!isDirectory(folder)) throw error;
  }
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
