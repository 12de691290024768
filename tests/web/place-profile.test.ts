import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../core/people.ts';
import { actOnHazard } from '../../handlers/hazard/take-hazard-tap.ts';
import { eachEngine } from '../support/stores.ts';
import { fieldOf, formOf } from './forms.ts';
import { webStage, wordsOf } from './web-stage.ts';

const day = 86_400_000;

eachEngine((database) => {
  const web = webStage(database);
  const open = async (path: string): Promise<{ status: number; html: string; words: string }> => {
    const answer = await web.app.request(path);
    const words = await wordsOf(answer.clone());
    return { status: answer.status, html: await answer.text(), words };
  };
  const now = (): number => web.stage.clock.now();
  const pathOf = (who: string, code = 'QY-0217', at = now()): string =>
    (web.links.place({ code }, web.stage.person(who).id, at) ?? '').replace('https://qunfang.test', '');
  const sheetsOf = (who: string): string => web.links.sheetsPath(web.stage.person(who).id, now());
  const tell = async (words: string): Promise<void> => {
    const token = fieldOf((await open('/p/QY-0217')).html, 'token');
    await web.app.request('/p/QY-0217', { method: 'POST', body: formOf({ token, words }) });
  };
  const decide = async (number: string, verb: 'hazard_grade' | 'hazard_reject', value: string): Promise<void> => {
    await database.store.transaction(async (tx) => {
      const hazard = await tx.hazards.byNumber(number);
      if (hazard === null) throw new Error('no such hazard');
      const act = { person: web.stage.person('值01'), verb, value, words: '', roomId: null };
      await actOnHazard(web.stage.bot.workIn(tx), hazard, act);
    });
  };

  beforeEach(async () => {
    await web.stage.begin([
      { name: '值01', roles: ['duty_officer'] },
      { name: '林队', roles: ['leader'] },
      { name: '网01', roles: ['grid_worker'] },
      { name: '李叔', roles: ['resident'] },
    ]);
    const details = { contact: { name: '王厂长', phone: '0579-8888-0000' }, colour: 'yellow', tags: ['喷涂'] } as const;
    await web.stage.place({
      code: 'QY-0217',
      kind: 'enterprise',
      name: '永固五金',
      position: null,
      area: '东区',
      details,
    });
    await tell('消防通道被货物堵死了');
    await tell('路灯坏了');
    await decide('H-2611-0001', 'hazard_grade', 'major');
    await decide('H-2611-0002', 'hazard_reject', '');
  });

  describe('the page of a place', () => {
    it('shows an officer all of it: the colour with why, whom to ring, what is open and what ended', async () => {
      const { status, words, html } = await open(pathOf('值01'));
      expect(status).toBe(200);
      expect(words).toContain('永固五金（QY-0217）');
      expect(words).toContain('风险颜色：🟡 黄色');
      expect(words).toContain('有重大隐患没销号：H-2611-0001');
      expect(words).toContain('规则建议改为 🔴 红色');
      expect(words).toContain('王厂长 0579-8888-0000');
      expect(words).toContain('喷涂');
      expect(html).toContain('tel:057988880000');
      const [hazard = ''] = /\/h\/H-2611-0001\?k=[^"]+/.exec(html) ?? [];
      expect((await open(hazard.replaceAll('&amp;', '&'))).words).toContain('H-2611-0001');
      expect(words).toMatch(/最近结束的\s*H-2611-0002.*核实不是隐患/);
    });

    it('shows whoever works there what is open, and a resident no more than what hangs on the wall', async () => {
      const work = (await open(pathOf('网01'))).words;
      expect(work).toContain('H-2611-0001');
      expect(work).not.toMatch(/王厂长|黄色|喷涂|H-2611-0002|二维码/);
      const { words, html } = await open(pathOf('李叔'));
      expect(words).toContain('片区：东区');
      expect(words).not.toMatch(/H-2611|王厂长|黄色|喷涂|二维码/);
      expect(html).toContain('href="/p/QY-0217"');
    });

    it('goes by the right that somebody has when it is opened', async () => {
      const path = pathOf('林队');
      expect((await open(path)).words).toContain('王厂长');
      const put = (person: Person): Promise<void> => database.store.transaction((tx) => tx.people.put(person));
      await put({ ...web.stage.person('林队'), roles: ['resident'] });
      expect((await open(path)).words).not.toMatch(/王厂长|H-2611/);
      await put({ ...web.stage.person('林队'), active: false });
      expect((await open(path)).status).toBe(404);
    });

    it('opens for nobody without a key of this very place, and not for ever', async () => {
      const key = new URL(pathOf('值01'), 'https://qunfang.test').searchParams.get('k') ?? '';
      for (const path of ['/places/QY-0217', '/places/QY-0217?k=x', `/places/XT?k=${key}`, pathOf('值01', 'QY-9999')])
        expect((await open(path)).status).toBe(404);
      expect((await open(pathOf('值01', 'QY-0217', now() - 40 * day))).status).toBe(410);
      expect((await web.app.request(pathOf('值01'), { method: 'POST' })).status).toBe(404);
    });
  });

  describe('the codes to print', () => {
    it('are led to from a place’s page, for who may print', async () => {
      const { html } = await open(pathOf('林队'));
      const [sheet = ''] = /\/places\/qr\/sheets\?[^"]+/.exec(html) ?? [];
      const printed = await open(sheet.replaceAll('&amp;', '&'));
      expect(printed.words).toContain('永固五金');
      expect(printed.html.match(/<svg/g)).toHaveLength(1);
      expect(printed.html).toContain('class="sheets a4"');
      // The policy of our pages lets no style of a page's own through.
      expect(printed.html).not.toContain('<style');
      const style = await web.app.request('/places/sheets.css');
      expect(style.headers.get('content-type')).toContain('text/css');
      expect(await style.text()).toContain('@page');
    });

    it('are chosen by area, by kind or one by one', async () => {
      const form = await open(sheetsOf('值01'));
      expect(form.words).toContain('东区（1）');
      const sheets = (more: string): ReturnType<typeof open> =>
        open(sheetsOf('值01').replace('/qr?', '/qr/sheets?') + more);
      expect((await sheets('')).html.match(/<svg/g)).toHaveLength(2);
      expect((await sheets(`&area=${encodeURIComponent('东区')}`)).words).not.toContain('西塘工业区');
      expect((await sheets('&kind=market')).words).toContain('西塘工业区');
      expect((await sheets('&codes=xt%20qy-0217')).html.match(/<svg/g)).toHaveLength(2);
      const unknown = await sheets('&codes=QY-1%3Cb%3E');
      expect(unknown.status).toBe(422);
      expect(unknown.words).toContain('没有这些编号：QY-1<B>');
      expect((await sheets('&kind=village')).words).toContain('一个点位也没有');
    });

    it('that are too many for a page are asked to be fewer', async () => {
      for (let i = 0; i < 300; i += 1) {
        await web.stage.place({
          code: `P-${String(i)}`,
          kind: 'rescue_pole',
          name: `杆${String(i)}`,
          position: null,
          area: '',
        });
      }
      const { status, words } = await open(sheetsOf('值01').replace('/qr?', '/qr/sheets?'));
      expect(status).toBe(422);
      expect(words).toContain('选了 302 个，一次最多 300 个');
    }, 30_000);

    it('are for leaders, officers and administrators alone', async () => {
      for (const who of ['网01', '李叔']) expect((await open(sheetsOf(who))).status).toBe(404);
      expect((await open('/places/qr')).status).toBe(404);
      expect((await open('/places/qr?k=a.b.c')).status).toBe(404);
    });
  });
});
