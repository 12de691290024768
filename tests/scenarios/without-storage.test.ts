import Driver from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Inbound } from '../../core/message.ts';
import type { Store } from '../../core/ports/store.ts';
import { openStore } from '../../db/open-store.ts';
import { testKeys } from '../support/keys.ts';
import type { TestPostgres } from '../support/postgres.ts';
import { start } from '../support/postgres.ts';
import { newFile } from '../support/stores.ts';
import { closeStages, Stage } from './stage.ts';

/** A database that can be made to take nothing any more, as in life, and then to take everything again. */
interface Failing {
  store: Store;
  lose(): Promise<void>;
  mend(): Promise<void>;
}

/** SQLite whose file may not grow: what a full disk answers, SQLITE_FULL (https://sqlite.org/pragma.html#pragma_max_page_count). */
async function fullSqlite(): Promise<Failing> {
  const { url, remove } = newFile();
  const pragma = vi.spyOn(Driver.prototype, 'pragma');
  const store = await openStore(url, { keys: testKeys, onError: () => undefined });
  const writing = pragma.mock.contexts.find((one) => !(one as Database).readonly) as Database;
  pragma.mockRestore();
  cleaning.push(() => store.close().then(remove));
  return {
    store,
    lose: () => Promise.resolve(void writing.pragma('max_page_count = 1')),
    mend: () => Promise.resolve(void writing.pragma('max_page_count = 1000000')),
  };
}

let server: TestPostgres;
let schemas = 0;
let cleaning: (() => Promise<unknown>)[] = [];

/** A server of its own that is shut down. */
async function goneServer(): Promise<Failing> {
  const store = await openStore(`${server.url}?schema=zone_${String((schemas += 1))}`, {
    keys: testKeys,
    onError: () => undefined,
  });
  cleaning.push(() => store.close());
  return { store, lose: () => server.halt(), mend: () => server.resume() };
}

describe.each([
  { engine: 'SQLite on a full disk', make: fullSqlite },
  { engine: 'PostgreSQL that is shut down', make: goneServer },
])('$engine', ({ make }) => {
  let stage: Stage;
  let failing: Failing;
  const written: Inbound[] = [];

  beforeAll(async () => {
    if (make === goneServer) server = await start();
  });
  afterAll(async () => {
    if (make === goneServer) await server.stop();
  });
  beforeEach(async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    written.length = 0;
    failing = await make();
    stage = new Stage(failing.store);
    stage.clock.settle(() => stage.bot.storage.idle());
    await stage.begin([
      { name: '张阿姨', roles: ['resident'] },
      { name: '李叔', roles: ['resident'] },
      { name: '值01', roles: ['duty_officer'] },
    ]);
    stage.bot.storage.start();
    await stage.rest();
  });
  afterEach(async () => {
    await stage.bot.storage.stop();
    await closeStages();
    for (const clean of cleaning) await clean();
    cleaning = [];
    vi.restoreAllMocks();
  });

  /** Somebody writes; the platform is told whether it is kept. */
  const writes = async (who: string, text: string, group?: string): Promise<void> => {
    const n = written.length + 1;
    written.push({
      platform: 'telegram',
      updateId: `late ${String(n)}`,
      sentAt: stage.clock.now(),
      room:
        group === undefined ? { externalId: who, kind: 'direct' } : { externalId: group, kind: 'group', title: group },
      sender: { externalId: who, name: who },
      event: { kind: 'message', messageId: `l${String(n)}`, text, attachments: [], mentionsBot: false, edited: false },
      raw: JSON.stringify({ pad: 'x'.repeat(20_000) }),
    });
    await deliver(n - 1);
  };
  const deliver = async (from = 0): Promise<string[]> => {
    const tries = written.slice(from).map((inbound) => stage.chats.telegram.receive(inbound));
    const states = (await Promise.allSettled(tries)).map(({ status }) => status);
    await stage.rest();
    return states;
  };

  it('whoever tells of an emergency hears at once whom to call, the command hears why, and later all of it is dealt with', async () => {
    await failing.lose();
    await writes('张阿姨', '快点!!厂里着火了 浓烟 西塘工业区这边');
    await writes('张阿姨', '快来人啊 火越来越大');
    await writes('李叔', '着火了着火了 西塘工业区', '村群');
    await writes('李叔', '你好');
    expect(await deliver()).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
    stage.holds('张阿姨', /拨打 110\/119\/120[\s\S]*别等我/);
    stage.holds('村群', /拨打 110\/119\/120/);
    stage.holds('李叔');
    await stage.later(180);
    stage.holds('指挥群', /存不下消息，请改用电话[\s\S]*从 20:00 起/);
    expect(stage.bot.storage.lostSince).not.toBeNull();

    await failing.mend();
    await stage.later(10);
    expect(stage.sees('指挥群', '又能存消息了')).toMatch(/20:00–20:03/);
    expect(stage.bot.storage.lostSince).toBeNull();
    expect(await deliver()).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'fulfilled']);
    expect(stage.sees('张阿姨', 'I-')).toContain('已报');
    expect((await stage.incident()).words).toContain('厂里着火了');
    expect(stage.sees('指挥群', '西塘工业区')).toContain('着火');
    expect(stage.sees('指挥群', '晚到')).toContain('I-2611-0001 是 20:00 报的，隔了3分');
    expect(await deliver()).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'fulfilled']);
    expect(await failing.store.read.incidents.latest(10)).toHaveLength(1);
  });

  it('what is over at once is told to nobody but those in danger', async () => {
    await failing.lose();
    await writes('李叔', '你好');
    await failing.mend();
    await stage.later(30);
    await deliver();
    stage.holds('指挥群');
    stage.sees('李叔', '可以这样说');
    await stage.end();
  });

  it('a quiet hour: the command hears of it though nobody writes', async () => {
    await failing.lose();
    if (make === fullSqlite) await writes('李叔', '你好');
    await stage.later(60);
    stage.holds('指挥群', /存不下消息/);
    await failing.mend();
    await stage.later(10);
    stage.holds('指挥群', /存不下消息/, '又能存消息了');
    await deliver();
    expect(stage.sees('指挥群', '又能存消息了')).not.toContain('你好');
  });
});
