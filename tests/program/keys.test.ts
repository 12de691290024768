import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../config.ts';
import { openStore } from '../../db/open-store.ts';
import { dataKeys } from '../../start-keys.ts';
import { bodyOf, matterOf } from '../support/matter-factory.ts';
import { runProgram, startProgram, temporaryFolder } from '../support/program.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const onError = (error: unknown): void => expect.fail(String(error));

function keys(verb: string, settings: Record<string, string> = {}): string {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...settings };
  return execFileSync(process.execPath, ['keys.ts', verb], { cwd: root, env, encoding: 'utf8', stdio: 'pipe' });
}

describe('npm run keys', () => {
  it('draws keys of 32 bytes, another one each time', () => {
    const [one, other] = [keys('new').trim(), keys('new').trim()];
    expect(Buffer.from(one, 'base64')).toHaveLength(32);
    expect(one).not.toBe(other);
  });

  it('leads from the key that the first start made to one of a setting, after which the old one is not needed', async () => {
    const settings = { DATABASE_URL: `file:${folder.path}/zone.db` };
    const program = await startProgram(settings);
    expect(program.output()).toContain(`新密钥 new key  ${folder.path}/data.key`);
    expect(await program.stop()).toBe(0);
    const { keys: old } = dataKeys(readConfig(settings));
    const matter = matterOf({ body: bodyOf({ wants: '要回工资' }) });
    const store = await openStore(settings.DATABASE_URL, { keys: old, onError });
    await store.transaction((tx) => tx.matters.add(matter));
    await store.close();
    const fresh = keys('new').trim();
    const both = {
      ...settings,
      DATA_KEYS: [fresh, ...old.map((key) => Buffer.from(key).toString('base64'))].join(','),
    };
    const alone = { ...settings, DATA_KEYS: fresh };
    const refused = await runProgram(alone);
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.output).toMatch(/^DATA_KEYS: expected the keys that this database is sealed with; missing: \S+\n$/);
    const said = keys('rotate', both);
    expect(said).toMatch(/^sealed anew: 1 rows$/m);
    expect(said).toMatch(/^done: \d+ rows and 0 files were sealed anew; only the first key is needed from now on$/m);
    const after = await openStore(settings.DATABASE_URL, { keys: [Buffer.from(fresh, 'base64')], onError });
    expect((await after.read.matters.byId(matter.id))?.body.wants).toBe('要回工资');
    await after.close();
  }, 60_000);

  it('says what it can do when it is asked for anything else', () => {
    expect(() => keys('burn')).toThrow('usage: npm run keys -- new|rotate');
  });
});
