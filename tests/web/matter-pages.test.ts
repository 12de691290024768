import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Matter, MatterBody, MatterPerson } from '../../core/matter.ts';
import type { PersonId } from '../../core/ids.ts';
import { bodyOf, matterNoteOf, matterOf, partyOf } from '../support/matter-factory.ts';
import { scene } from '../support/photos.ts';
import { eachEngine } from '../support/stores.ts';
import { formOf, type Filled } from './forms.ts';
import { webStage, wordsOf } from './web-stage.ts';

const day = 86_400_000;

eachEngine((database) => {
  const web = webStage(database);
  let matter: Matter;

  const id = (name: string): PersonId => web.stage.person(name).id;
  const now = async (): Promise<Matter> => (await database.store.read.matters.byId(matter.id)) ?? matter;
  const trace = async (): Promise<string[]> =>
    (await database.store.read.trace.of(`matter:${matter.id}`)).map(({ what }) => what);
  const pathOf = (url: string | null): string => {
    const { pathname, search } = new URL(url ?? '');
    return pathname + search;
  };
  const pageOf = (name: string, at = web.stage.clock.now()): string => pathOf(web.links.matter(matter, id(name), at));
  const open = (path: string): Promise<Response> => Promise.resolve(web.app.request(path));
  const press = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    Promise.resolve(web.app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers }));
  const pressed = async (name: string, fields: Record<string, string>): Promise<string> =>
    wordsOf(await press(pageOf(name), fields));

  /** A case of 张阿姨 against 老板, in the hands of 喜哥. */
  const put = async (given: Partial<Matter>, body: Partial<MatterBody> = {}): Promise<void> => {
    matter = matterOf({
      state: 'accepted',
      tellerId: id('张阿姨'),
      ownerId: id('喜哥'),
      reportedAt: web.stage.clock.now(),
      acceptedAt: web.stage.clock.now(),
      body: bodyOf({
        about: 'wages',
        facts: ['他三个月没发工钱 <b>还骂我</b>'],
        sumYuan: 18_600,
        parties: [
          partyOf({ personId: id('张阿姨'), name: '张阿姨', phone: '19900001111', consent: 'yes' }),
          partyOf({ key: 'b', role: 'respondent', personId: id('老板'), name: '老板', consent: 'yes' }),
        ],
        ...body,
      }),
      ...given,
    });
    const people: Omit<MatterPerson, 'matterId'>[] = [
      { personId: id('张阿姨'), standing: 'teller' },
      { personId: id('老板'), standing: 'party' },
      { personId: id('喜哥'), standing: 'owner' },
    ];
    await database.store.transaction(async (tx) => {
      await tx.matters.add(matter);
      await tx.matters.setPeople(matter.id, people);
      await tx.matters.addNote(matterNoteOf(matter.id, id('喜哥'), { side: 'b', words: '老板私下说手头紧' }));
    });
  };

  beforeEach(async () => {
    await web.stage.begin([
      { name: '张阿姨', roles: ['resident'], duty: 'off' },
      { name: '老板', roles: ['resident'], duty: 'off' },
      { name: '喜哥', roles: ['mediator'] },
      { name: '值01', roles: ['duty_officer'] },
    ]);
  });

  describe('the page of a private matter', () => {
    it('shows a number and a button, and does nothing, until somebody presses it', async () => {
      await put({});
      const response = await open(pageOf('喜哥'));
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('referrer-policy')).toBe('no-referrer');
      const html = await response.text();
      expect(html).toContain(matter.number);
      for (const secret of ['工钱', '18,600', '张阿姨', '老板']) expect(html).not.toContain(secret);
      expect(await trace()).toEqual([]);
    });

    it('keeps every look in its trace, and shows whoever has it everything', async () => {
      await put({});
      const html = await (await press(pageOf('喜哥'), { act: 'look' })).text();
      expect(html).toContain('&lt;b&gt;还骂我&lt;/b&gt;');
      expect(html).toContain('19900001111');
      expect(html).toContain('老板私下说手头紧');
      expect(html).toContain('value="agreement_written"');
      expect(await trace()).toEqual(['matter_looked']);
    });

    it('shows a side what the sides share, and never what the other one said', async () => {
      await put({});
      const other = await pressed('老板', { act: 'look' });
      for (const secret of ['工钱', '18,600', '19900001111', '手头紧']) expect(other).not.toContain(secret);
      expect(other).toContain('张阿姨');
      expect(await pressed('张阿姨', { act: 'look' })).toContain('他三个月没发工钱');
    });

    it('opens for nobody else, and does not say whether there is such a matter', async () => {
      await put({});
      const stranger = await press(pageOf('值01'), { act: 'look' });
      expect(stranger.status).toBe(404);
      expect(await trace()).toEqual([]);
      const forged = await open(`/private/m/${matter.number}?k=nobody.abc.def`);
      expect(forged.status).toBe(404);
      expect(await forged.text()).toContain('这个链接打不开');
      const words = await (await open(`/private/m/M-2611-9999?k=x`)).text();
      expect(words).toContain('这个链接打不开');
    });

    it('says kindly that a link has run out, and where to get another', async () => {
      await put({});
      const path = pageOf('张阿姨', web.stage.clock.now() - 5 * day);
      const response = await open(path);
      expect(response.status).toBe(410);
      expect(await response.text()).toContain('发“我的调解”');
    });

    it('takes no form of another site', async () => {
      await put({});
      const response = await press(pageOf('喜哥'), { act: 'look' }, { 'sec-fetch-site': 'cross-site' });
      expect(response.status).toBe(403);
      expect(await trace()).toEqual([]);
    });

    it('lets whoever has it write the agreement row by row, and tells what is wrong without losing it', async () => {
      await put({});
      const wrong = await press(pageOf('喜哥'), { act: 'agreement_written', from1: 'b', to1: 'a', amount1: '五千' });
      expect(await wordsOf(wrong.clone())).toContain('请写整数元');
      expect(await wrong.text()).toContain('value="五千"');
      expect(await pressed('喜哥', { act: 'agreement_written' })).toContain('至少写一项');
      expect(await now()).toMatchObject({ state: 'accepted' });
      const rows = { from1: 'b', to1: 'a', amount1: '5,000', due1: '2026-12-31', from2: 'b', to2: 'a', what2: '道歉' };
      await press(pageOf('喜哥'), { act: 'agreement_written', words: '欠薪', ...rows });
      const { state, body } = await now();
      expect(state).toBe('agreed');
      expect(body.agreement?.terms).toMatchObject([
        { from: 'b', to: 'a', amountYuan: 5_000, dueOn: '2026-12-31' },
        { amountYuan: null, words: '道歉' },
      ]);
    });

    it('lets a side sign, and say that it paid, by a press', async () => {
      await put({});
      await press(pageOf('喜哥'), { act: 'agreement_written', from1: 'b', to1: 'a', amount1: '5000' });
      expect(await (await press(pageOf('老板'), { act: 'look' })).text()).toContain('value="matter_sign.yes"');
      expect(await pressed('老板', { act: 'matter_sign.yes' })).toContain('签好了');
      await press(pageOf('张阿姨'), { act: 'matter_sign.yes' });
      await press(pageOf('喜哥'), { act: 'matter_sign.seal' });
      expect((await now()).state).toBe('effective');
      expect(await pressed('老板', { act: 'matter_paid.1' })).toContain('等对方确认');
      expect(await pressed('张阿姨', { act: 'matter_got.1' })).toContain('确认了');
    });

    it('keeps a note, a record and times of whoever has it, and of nobody else', async () => {
      await put({});
      expect(await pressed('喜哥', { act: 'times', t1: '2026-12-01T15:00', t2: 'gibberish' })).toContain('发出去问了');
      expect((await now()).body.sessions).toMatchObject([{ times: [Date.parse('2026-12-01T07:00:00Z')] }]);
      await press(pageOf('喜哥'), { act: 'record', words: '各让一步' });
      expect((await now()).body.sessions.at(-1)?.record).toBe('各让一步');
      await press(pageOf('喜哥'), { act: 'note', side: 'a', words: '她想早点了结' });
      expect(await database.store.read.matters.notes(matter.id)).toContainEqual(
        expect.objectContaining({ side: 'a', words: '她想早点了结' }),
      );
      const before = await now();
      await press(pageOf('老板'), { act: 'record', words: '我来记' });
      await press(pageOf('老板'), { act: 'agreement_oral', amount1: '1' });
      expect(await now()).toMatchObject({ state: before.state, body: { agreement: null } });
    });

    it('lets whoever has it name the sides, and a third one, and nobody else', async () => {
      await put({});
      const third = { act: 'name', side: 'c', name: '包工头老王', phone: '138 1234 5678' };
      await pressed('老板', third);
      expect((await now()).body.parties).toHaveLength(2);
      expect(await pressed('喜哥', { act: 'look' })).toContain('第三方（还有谁有关，加上）');
      const page = await pressed('喜哥', third);
      expect(page).toContain('记下了');
      expect((await now()).body.parties[2]).toMatchObject({
        key: 'c',
        role: 'third',
        name: '包工头老王',
        phone: '13812345678',
      });
      expect(page).toMatch(/第三方[:：]?\s*包工头老王[\s\S]*13812345678/);
      await pressed('喜哥', { act: 'name', side: 'b', name: '', phone: '0579-88886666' });
      expect((await now()).body.parties[1]).toMatchObject({ name: '老板', phone: '057988886666' });
      expect(await pressed('喜哥', { act: 'name', side: 'c', name: ' ', phone: '' })).toContain('请写名字，或者电话');
      expect(await pressed('喜哥', { act: 'name', side: 'z', name: '谁' })).toContain('没找到');
      expect((await now()).body.parties).toHaveLength(3);
      // It is a side like any other: its times, its terms, its notes.
      await pressed('喜哥', { act: 'note', side: 'c', words: '愿意出面' });
      const notes = await database.store.read.matters.notes(matter.id);
      expect(notes.find(({ side }) => side === 'c')?.words).toBe('愿意出面');
      await press(pageOf('喜哥'), { act: 'agreement_written', from1: 'c', to1: 'a', amount1: '5000' });
      expect((await now()).body.agreement?.terms).toMatchObject([{ from: 'c', to: 'a' }]);
      expect(await pressed('张阿姨', { act: 'look' })).toMatch(/包工头老王 → 你 5,000 元/);
    });

    it('offers no agreement by word of mouth where there is danger', async () => {
      await put({}, { danger: 'violence' });
      expect(await (await press(pageOf('喜哥'), { act: 'look' })).text()).not.toContain('value="agreement_oral"');
      const told = await pressed('喜哥', { act: 'agreement_oral', from1: 'b', to1: 'a', amount1: '1' });
      expect(told).toContain('请写下来');
    });

    it('speaks English to who reads English', async () => {
      await put({});
      const person = { ...web.stage.person('张阿姨'), language: 'en' as const };
      await database.store.transaction((tx) => tx.people.put(person));
      expect(await wordsOf(await open(pageOf('张阿姨')))).toContain('Look who stands near you');
    });
  });

  describe('the page on which somebody tells', () => {
    const tellPage = (name: string, n = 0): string => {
      const kinds = ['dispute', 'crime_clue', 'women_adviser'] as const;
      return web.links.tellPath(kinds[n] ?? 'dispute', id(name), web.stage.clock.now());
    };
    const tell = (path: string, filled: Filled): Promise<Response> =>
      Promise.resolve(web.app.request(path, { method: 'POST', body: formOf(filled) }));
    const newest = async (): Promise<Matter | undefined> => (await database.store.read.matters.list({}, 1))[0];

    it('takes the whole telling at once, and says the number and what comes next', async () => {
      const path = tellPage('张阿姨');
      expect(await wordsOf(await open(path))).toContain('发生了什么');
      const response = await tell(path, {
        facts: '老板拖了三个月工钱',
        about: 'wages',
        other_name: '恒达五金厂',
        sum: '1.86万',
        people: '12人',
        woman: '1',
        self_name: '张阿姨',
        self_phone: '199-0000-1111',
      });
      const found = await newest();
      expect(await wordsOf(response)).toContain(`交上去了，编号 ${found?.number ?? ''}`);
      expect(found).toMatchObject({ door: 'page', tellerId: id('张阿姨') });
      expect(found?.body).toMatchObject({ about: 'wages', facts: ['老板拖了三个月工钱'], sumYuan: 18_600, people: 12 });
      expect(found?.body.wish.womanMediator).toBe(true);
      expect(found?.body.parties).toMatchObject([{ phone: '19900001111' }, { key: 'b', name: '恒达五金厂' }]);
    });

    it('takes a third side along, though nobody can say who the other one is', async () => {
      await tell(tellPage('张阿姨'), { facts: '工钱没给', third_name: '包工头老王', third_phone: '138-1234-5678' });
      expect((await newest())?.body.parties).toMatchObject([
        { key: 'a' },
        { key: 'b', name: '' },
        { key: 'c', role: 'third', name: '包工头老王', phone: '13812345678' },
      ]);
      expect(await wordsOf(await tell(tellPage('老板'), { facts: '一样', third_phone: '没有' }))).toContain(
        '电话好像不对',
      );
    });

    it('keeps photos of papers, and shows them to whoever told of it and to nobody by an address', async () => {
      const picture = sharp(await scene(3, { width: 640, height: 480 }));
      const photo = new File([new Uint8Array(await picture.jpeg().toBuffer())], 'a.jpg');
      await tell(tellPage('张阿姨'), { facts: '欠条在这里', photo: [photo] });
      const found = await newest();
      expect(found?.body.fileIds).toHaveLength(1);
      if (found === undefined) throw new Error('nothing was told');
      matter = found;
      const html = await (await press(pageOf('张阿姨'), { act: 'look' })).text();
      expect(html.match(/<img src="data:image\/jpeg;base64,/g)).toHaveLength(1);
      expect(html).not.toContain('/photos/');
    });

    it('says which photo is not with it, and takes the telling all the same', async () => {
      const none = new File(['no photo at all'], 'a.jpg', { type: 'image/jpeg' });
      const words = await wordsOf(await tell(tellPage('张阿姨'), { facts: '欠条在这里', photo: [none] }));
      expect(words).toContain('不是照片');
      expect(await newest()).toMatchObject({ state: 'screened', body: { fileIds: [] } });
    });

    it('keeps what was filled in when something is wrong, and stores nothing', async () => {
      const path = tellPage('张阿姨');
      const response = await tell(path, { facts: '邻居占了我的地', self_phone: '没有' });
      expect(response.status).toBe(422);
      const html = await response.text();
      expect(html).toContain('电话好像不对');
      expect(html).toContain('邻居占了我的地');
      expect((await tell(path, {})).status).toBe(422);
      expect(await newest()).toBeUndefined();
    });

    it('says first whom to ring where somebody is in danger', async () => {
      const html = await (await tell(tellPage('张阿姨'), { facts: '我老公又打我，我很怕' })).text();
      expect(html.indexOf('tel:110')).toBeGreaterThan(0);
      expect(html.indexOf('tel:110')).toBeLessThan(html.indexOf('交上去了'));
      expect((await newest())?.body.danger).toBe('violence');
    });

    it('lets the reception desk write for somebody who cannot, and nobody else', async () => {
      await tell(tellPage('喜哥'), {
        desk: '1',
        facts: '不识字，来说工钱',
        self_name: '老陈',
        self_phone: '19900003333',
      });
      expect(await newest()).toMatchObject({ door: 'desk', tellerId: null });
      expect((await newest())?.body.parties).toContainEqual(
        expect.objectContaining({ key: 'a', name: '老陈', phone: '19900003333', personId: null }),
      );
      expect(await (await open(tellPage('张阿姨'))).text()).not.toContain('name="desk"');
    });

    it('keeps no name of whoever gives a clue without one', async () => {
      await tell(tellPage('张阿姨', 1), { facts: '后山有人放贷收车', nameless: '1' });
      const found = await newest();
      expect(found).toMatchObject({ kind: 'crime_clue', tellerId: null });
      expect(JSON.stringify(found)).not.toContain('张阿姨');
    });

    it('opens only for whom its link was signed, and for that kind', async () => {
      const path = tellPage('张阿姨');
      expect((await open(path.replace('/tell/0', '/tell/1'))).status).toBe(404);
      expect((await open('/private/tell/0?k=x')).status).toBe(404);
      const old = web.links.tellPath('dispute', id('张阿姨'), web.stage.clock.now() - 6 * day);
      expect((await open(old)).status).toBe(410);
    });
  });
});
