import { beforeEach, describe, expect, it } from 'vitest';
import { pointWord } from '../../core/point-word.ts';
import type { ShiftId } from '../../core/ids.ts';
import { eachEngine } from '../support/stores.ts';
import { knownTeam, shiftOf, shiftPersonOf, shiftPointOf } from '../support/shift-factory.ts';
import { webStage, wordsOf } from './web-stage.ts';

const minute = 60_000;

eachEngine((database) => {
  const web = webStage(database);
  const now = (): number => web.stage.clock.now();
  const open = async (
    path: string,
    init: RequestInit = {},
  ): Promise<{ status: number; words: string; answer: Response }> => {
    const answer = await web.app.request(path, init);
    return { status: answer.status, words: await wordsOf(answer.clone()), answer };
  };
  const post = (path: string, cookie = '', fields: Record<string, string> = {}) =>
    open(path, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', origin: 'https://qunfang.test' },
      body: new URLSearchParams(fields).toString(),
    });
  const place = (code: string) => {
    const found = web.stage.bot.workIn({} as never).zone.places.find((one) => one.code === code);
    if (found === undefined) throw new Error(`no place ${code}`);
    return found;
  };
  let shift: ShiftId;

  beforeEach(async () => {
    await web.stage.begin([
      { name: '值01', roles: ['duty_officer'] },
      { name: '西01', roles: ['volunteer'] },
      { name: '荷01', roles: ['volunteer'] },
    ]);
    for (const [code, name] of [
      ['XT-01', '樟塘村口'],
      ['XT-02', '井头'],
      ['HT-01', '荷塘'],
    ] as const) {
      await web.stage.place({ code, kind: 'junction', name, position: null, area: '' });
    }
    const { store } = database;
    const team = await knownTeam(store, { memberIds: [web.stage.person('西01').id] });
    const row = shiftOf({ startsAt: now() - minute, state: 'running', teamIds: [team.id] });
    shift = row.id;
    await store.transaction((tx) =>
      tx.shifts.add({
        shift: row,
        people: [shiftPersonOf({ shiftId: row.id, personId: web.stage.person('西01').id, teamId: team.id })],
        points: ['XT-01', 'XT-02'].map((code, index) =>
          shiftPointOf({
            shiftId: row.id,
            n: index + 1,
            placeId: place(code).id,
            name: place(code).name,
            dueAt: row.endsAt,
          }),
        ),
      }),
    );
  });

  describe('the screen at a point', () => {
    it('shows the word in both languages until the next one comes, and then that', async () => {
      const path = web.links.pointPath({ code: 'XT-01' });
      const first = pointWord(web.links.keyed, place('XT-01').id, now());
      const { status, words, answer } = await open(path);
      expect(status).toBe(200);
      expect(words).toContain(first.words.zh);
      expect(words).toContain(first.words.en);
      const refresh = Number(/http-equiv="refresh" content="(\d+)"/.exec(await answer.text())?.[1]);
      expect(refresh).toBe(Math.ceil((first.untilAt - now()) / 1_000) + 1);
      await web.stage.clock.advance(first.untilAt + 1 - now());
      expect((await open(path)).words).not.toContain(first.words.zh);
    });

    it('is shown to nobody without its address', async () => {
      const key = web.links.pointPath({ code: 'XT-01' }).split('k=')[1] ?? '';
      for (const path of ['/point/XT-01', '/point/XT-01?k=x', `/point/XT-02?k=${key}`, `/point/NO-1?k=${key}`]) {
        expect((await open(path)).status).toBe(404);
      }
    });

    it('is found on the page of the place, by whoever sets it up', async () => {
      const pageOf = async (who: string): Promise<string> => {
        const address = web.links.place({ code: 'XT-01' }, web.stage.person(who).id, now()) ?? '';
        return (await web.app.request(address.replace('https://qunfang.test', ''))).text();
      };
      const path = web.links.pointPath({ code: 'XT-01' });
      expect(await pageOf('值01')).toContain(path);
      expect(await pageOf('西01')).not.toContain(path);
    });
  });

  describe('a phone that is known', () => {
    const phone = (who: string, at = now()): string => web.links.phonePath(web.stage.person(who).id, at);
    const cookieOf = async (who: string): Promise<string> => {
      const { answer, status } = await post(phone(who));
      expect(status).toBe(200);
      const cookie = answer.headers.get('set-cookie') ?? '';
      expect(cookie).toMatch(/HttpOnly; Secure; SameSite=Lax/);
      return cookie.split(';')[0] ?? '';
    };
    const points = async (): Promise<string[]> =>
      ((await database.store.read.shifts.view(shift))?.points ?? []).map(({ state }) => state);

    it('checks in at the point whose sign was scanned, by its button and not before', async () => {
      const cookie = await cookieOf('西01');
      expect((await open('/p/XT-02', { headers: { cookie } })).words).toContain('巡逻到这里');
      expect((await open('/p/XT-02')).words).not.toContain('巡逻到这里');
      const { words } = await open('/p/XT-02/here', { headers: { cookie } });
      expect(words).toContain('巡到 井头 了？');
      expect(await points()).toEqual(['open', 'open']);
      expect((await post('/p/XT-02/here', cookie)).words).toContain('井头');
      expect(await points()).toEqual(['open', 'seen']);
      await post('/p/XT-02/here', cookie);
      const checkIns = await database.store.read.shifts.checkIns(shift);
      expect(checkIns).toMatchObject([{ n: 2, source: 'code', photos: 0, personId: web.stage.person('西01').id }]);
    });

    it('has no duty elsewhere, nor has somebody else here', async () => {
      const own = await cookieOf('西01');
      expect((await post('/p/HT-01/here', own)).words).toContain('现在没有你的班');
      const other = await cookieOf('荷01');
      expect((await post('/p/XT-02/here', other)).words).toContain('现在没有你的班');
      expect(await points()).toEqual(['open', 'open']);
    });

    it('is not known without its link, with a forged or an old one, or from another site', async () => {
      expect((await post('/p/XT-02/here')).status).toBe(403);
      expect((await post('/p/XT-02/here', 'patrol_phone=x.y.z')).status).toBe(403);
      expect((await post('/phone?k=x')).status).toBe(404);
      const old = phone('西01', now() - 200 * 24 * 60 * minute);
      expect((await post(old)).status).toBe(410);
      const foreign = await open(phone('西01'), { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } });
      expect(foreign.status).toBe(403);
      expect(foreign.answer.headers.get('set-cookie')).toBeNull();
    });

    it('is found on the page of one’s own months', async () => {
      const monthOf = async (reader: string, of: string): Promise<string> => {
        const whose = { personId: web.stage.person(of).id };
        const address = web.links.month(whose, '2026-11', web.stage.person(reader).id, now()) ?? '';
        return (await web.app.request(address.replace('https://qunfang.test', ''))).text();
      };
      expect(await monthOf('西01', '西01')).toContain(phone('西01'));
      expect(await monthOf('值01', '西01')).not.toContain('/phone?k=');
    });

    it('is asked for by a button; opening the link does nothing', async () => {
      const { answer, words } = await open(phone('西01'));
      expect(words).toContain('西01');
      expect(answer.headers.get('set-cookie')).toBeNull();
    });
  });
});
