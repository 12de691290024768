import Driver from 'better-sqlite3';

/**
 * Keeps a second process from the file: two writers would each believe in timers and lanes of their own. The lock is the
 * operating system's, held through a small database beside the file, so it ends with the process, however that ends.
 * @returns what releases it
 * @throws Error when somebody else holds it
 */
export function lockFile(file: string): () => void {
  const lock = new Driver(`${file}.lock`, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw new Error(`DATABASE_URL: ${file} is in use by another process; stop that one first`, { cause: error });
  }
  return () => lock.close();
}

function isBusy(error: unknown): boolean {
  return error instanceof Driver.SqliteError && error.code.startsWith('SQLITE_BUSY');
}
