import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { dataKeys } from '../start-keys.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qunfang-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const start = (settings: Record<string, string> = {}) =>
  dataKeys(readConfig({ DATABASE_URL: `file:${join(folder, 'zone.db')}`, ...settings }));

describe('the data keys', () => {
  it('are made once, in a file that its owner alone can read, and found again', () => {
    const first = start();
    expect(first).toMatchObject({ keys: [], file: join(folder, 'data.key') });
    expect(first.made()).toBeNull();
    const key = first.makeKey?.();
    expect(key).toHaveLength(32);
    expect(first.made()).toBe(join(folder, 'data.key'));
    expect(statSync(join(folder, 'data.key')).mode & 0o777).toBe(0o600);
    const second = start();
    expect(second.keys).toEqual([key]);
    expect(second.made()).toBeNull();
  });

  it('are the same for two programs that start at once', () => {
    const [one, other] = [start(), start()];
    expect(one.makeKey?.()).toEqual(other.makeKey?.());
  });

  it('come from the setting when there is one, in its order, and the file is left alone', () => {
    const keys = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const given = start({ DATA_KEYS: keys.map((key) => key.toString('base64')).join(' , ') });
    expect(given.keys).toEqual(keys);
    expect(given.file).toBeNull();
    start().makeKey?.();
    const fromFile = start({ DATA_KEYS: readFileSync(join(folder, 'data.key'), 'utf8') });
    expect(fromFile.keys).toEqual(start().keys);
  });

  it('stop the start with one line when the file holds something else', () => {
    writeFileSync(join(folder, 'data.key'), 'half a k');
    expect(() => start()).toThrow(/^DATA_KEYS: expected one key of 32 bytes in base64 in [^\n]+data\.key$/);
  });

  it('are not what a start complains of when the folder of the database cannot be entered', () => {
    const circle = join(folder, 'circle');
    symlinkSync(circle, circle);
    expect(() => start({ DATABASE_URL: `file:${circle}/zone.db` })).toThrow(
      /^DATABASE_URL: expected [^\n]+ELOOP[^\n]+$/,
    );
    expect(() => start({ DATABASE_URL: `file:${folder}/not/there/zone.db` })).not.toThrow();
  });
});
