import { afterEach, describe, expect, it } from 'vitest';
import type { Platform } from '../../core/message.ts';
import { eachEngine } from '../support/stores.ts';
import { crew, patrolStage } from './patrol-stage.ts';
import { closeStages, type Stage } from './stage.ts';

const minutes = (count: number): number => count * 60;
const walk = { start: '2026-11-22T21:00', rule: 'FREQ=DAILY', minutes: 180, route: 'DX' };
const roster = (code: string, name: string, more: object = {}) => ({ ...walk, code, name, turns: [code], ...more });

eachEngine((database) => {
  afterEach(closeStages);

  /** 总队 leads a team in the west and one in the south, and walks with neither. */
  const twoTeams = async (
    rosters = [roster('XP', '西片夜巡'), roster('NP', '南片夜巡')],
    leaderOn: Platform = 'telegram',
  ): Promise<Stage> => {
    const cast = [
      ...crew(),
      { name: '总队', roles: ['volunteer' as const], platform: leaderOn },
      ...['西01', '西02', '南01', '南02'].map((name) => ({ name, roles: ['volunteer' as const] })),
    ];
    const stage = await patrolStage(database.store, {
      cast,
      rules: { rosters },
      teams: [
        { code: 'XP', name: '西片队', leader: '总队', members: ['西01', '西02'], room: '西片群' },
        { code: 'NP', name: '南片队', leader: '总队', members: ['南01', '南02'], room: '南片群' },
      ],
    });
    await stage.later(minutes(61));
    return stage;
  };
  const stateOf = async (stage: Stage, name: string): Promise<string | undefined> =>
    (await stage.store.read.shifts.between(0, stage.clock.now() + 1)).find(({ shift }) => shift.name === name)?.shift
      .state;
  const musters = async (stage: Stage): Promise<void> => {
    await stage.says('西01', '到岗', { in: '西片群' });
    await stage.says('南01', '到岗', { in: '南片群' });
  };

  describe('a leader alone with the bot, who walks with no team', () => {
    it('ends by 收队 the one shift that a team of theirs has out', async () => {
      const stage = await twoTeams([roster('XP', '西片夜巡')]);
      await musters(stage);
      await stage.says('总队', '收队 里程3.5公里');
      stage.sees('总队', '还有 5 个点没看到照片');
      expect(await stateOf(stage, '西片夜巡')).toBe('closing');
      const [view] = await stage.store.read.shifts.between(0, stage.clock.now());
      expect(view?.shift.distanceKm).toBe(3.5);
      expect(view?.people.map(({ personId }) => personId)).not.toContain(stage.person('总队').id);
    });

    it('is asked which one where two are out, and ends it with one tap', async () => {
      const stage = await twoTeams();
      await musters(stage);
      await stage.says('总队', '收队');
      stage.sees('总队', /收哪一班？\n今晚 21:00–次日00:00 西片夜巡\n今晚 21:00–次日00:00 南片夜巡/);
      const labels = stage.cards('总队').flatMap(({ actions }) => actions.flat().map(({ label }) => label));
      expect(labels).toEqual(['21:00 西片夜巡', '21:00 南片夜巡']);
      const south = (await stage.store.read.shifts.between(0, stage.clock.now())).find(
        ({ shift }) => shift.name === '南片夜巡',
      );
      await stage.tapsData('总队', `${south?.shift.token ?? ''}.shift_end`);
      expect(await stateOf(stage, '南片夜巡')).toBe('closing');
      expect(await stateOf(stage, '西片夜巡')).toBe('running');
    });

    it('is told on WeChat which word ends which', async () => {
      const stage = await twoTeams(undefined, 'wechat');
      await musters(stage);
      await stage.says('总队', '收队');
      const [, code] = /西片夜巡 ([0-9A-Z]{4})\n/.exec(stage.sees('总队', '收哪一班？')) ?? [];
      stage.sees('总队', `收队 ${code ?? '?'}`);
      await stage.says('总队', `收队 ${code ?? ''}`);
      expect(await stateOf(stage, '西片夜巡')).toBe('closing');
      expect(await stateOf(stage, '南片夜巡')).toBe('running');
    });

    it('hears in a word that there is none to end', async () => {
      const stage = await twoTeams([roster('XP', '西片夜巡', { start: '2026-11-23T21:00' })]);
      await stage.says('总队', '收队');
      stage.sees('总队', '现在没有对得上的班');
    });

    it('asks 今晚怎么样 and reads how each of them stands', async () => {
      const stage = await twoTeams();
      await stage.says('西01', '到岗', { in: '西片群' });
      await stage.says('西01', '1号', { in: '西片群', message: { attachments: [{ kind: 'photo', ref: 'p1' }] } });
      await stage.later(minutes(25));
      await stage.says('总队', '今晚怎么样？');
      stage.sees(
        '总队',
        /🟢 南片夜巡 21:00\S*\n21:00 开始的，还没有人说到岗[\s\S]*🟢 西片夜巡 21:00\S*\n到岗 1\/2：✓西01[\s\S]*点位 1\/5 · 最近 21:01 上桥村口/,
      );
      await stage.says('总队', '谁没到');
      expect(
        stage.cards('总队').filter(({ lines }) => lines.some(({ text }) => text.includes('西片夜巡'))),
      ).toHaveLength(2);
    });

    it('reads of a night that is over how it went, and who comes next', async () => {
      const stage = await twoTeams([roster('XP', '西片夜巡')]);
      await stage.says('西01', '到岗', { in: '西片群' });
      await stage.says('西01', '收队', { in: '西片群' });
      await stage.later(minutes(16));
      await stage.says('总队', '今晚怎么样');
      stage.sees('总队', /⚪ 西片夜巡 已收队\n21:01 收队，0\/5 个点。辛苦了！\n没看到：上桥村口、井头桥/);
    });

    it('in the group the same words are talk', async () => {
      const stage = await twoTeams();
      await stage.says('西01', '今晚怎么样', { in: '西片群' });
      stage.seesNot('西片群', /还在等[\s\S]*还在等/);
      expect(stage.cards('西片群')).toHaveLength(2);
    });

    it('nobody else ends anything by it', async () => {
      const stage = await twoTeams();
      await musters(stage);
      await stage.says('值01', '收队');
      await stage.says('警01', '收队');
      expect(await stateOf(stage, '西片夜巡')).toBe('running');
      expect(stage.cards('警01').flatMap(({ actions }) => actions.flat())).toEqual([]);
    });
  });

  describe('an officer in no team who asks how the night goes', () => {
    const musters4 = async (): Promise<Stage> => {
      const next = roster('XP', '西片夜巡', { start: '2026-11-22T23:30' });
      const stage = await twoTeams([roster('DP', '东片夜巡'), roster('NP', '南片夜巡'), next]);
      await stage.says('东01', '到岗', { in: '夜巡群' });
      await stage.says('东01', '1号', { in: '夜巡群', message: { attachments: [{ kind: 'photo', ref: 'p1' }] } });
      await stage.later(minutes(25));
      return stage;
    };
    const lines =
      /^各班情况\n⚠️ 南片夜巡 21:00\S*：21:00 开始的，还没有人说到岗\n🟢 东片夜巡 21:00\S*：到岗 1\/4 · 点位 1\/5 · 最近 21:01 上桥村口\n今晚 23:30\S* 西片夜巡：2 人$/;

    it.each([undefined, '指挥群'])('reads a line of each, first what is to be looked at (%s)', async (where) => {
      const stage = await musters4();
      await stage.says('值01', '今晚怎么样？', where === undefined ? {} : { in: where });
      stage.sees(where ?? '值01', lines);
      await stage.later(minutes(60));
      await stage.says('值01', '各队情况', where === undefined ? {} : { in: where });
      stage.sees(where ?? '值01', /⚠️ 东片夜巡 \S+：1小时25分没有消息 · 到岗 1\/4 · 点位 1\/5/);
    });

    it('reads of the morning after what was not seen', async () => {
      const stage = await musters4();
      await stage.later(minutes(360));
      await stage.says('值01', '昨晚怎么样');
      stage.sees('值01', /⚪ 南片夜巡 没有人到\n[\s\S]*⚪ 东片夜巡 已收队：\S+ · 点位 1\/5 · 没看到 井头桥、大塘沿/);
    });

    it('hears that there is no shift, and nobody else hears of other teams', async () => {
      const stage = await twoTeams([roster('XP', '西片夜巡', { start: '2026-11-24T21:00' })]);
      await stage.says('值01', '今晚怎么样');
      stage.sees('值01', '今晚各队都没有班。');
      await stage.says('警01', '今晚怎么样');
      await stage.says('东01', '今晚怎么样', { in: '指挥群' });
      await stage.says('值01', '今晚怎么样', { in: '村群' });
      for (const where of ['警01', '指挥群', '村群']) stage.seesNot(where, /班/);
    });
  });

  describe('an officer who was given the numbers of a silent crew', () => {
    /** Both crews came and were heard no more; the west alone with `one`. */
    const silent = async (one = false): Promise<Stage> => {
      const stage = await twoTeams(one ? [roster('XP', '西片夜巡')] : undefined);
      await musters(stage);
      await stage.later(minutes(72));
      stage.sees('指挥群', '没有消息');
      return stage;
    };
    const awaited = async (stage: Stage): Promise<string[]> =>
      (await stage.store.read.shifts.running()).filter(({ welfare }) => welfare !== null).map(({ name }) => name);

    it.each(['联系上了，平安', '联系到他了 没事', '平安'])('%s settles the one alarm that is open', async (words) => {
      const stage = await silent(true);
      expect(await awaited(stage)).toEqual(['西片夜巡']);
      await stage.says('值01', words);
      expect(await awaited(stage)).toEqual([]);
      stage.sees('指挥群', /西片夜巡平安：\d\d:\d\d 值01 联系上了他们/);
      stage.holds('值01', '记下了：他们平安，不用再打。');
    });

    it('is asked which one it was where two are silent', async () => {
      const stage = await silent();
      await stage.says('值01', '联系上了，平安');
      stage.sees('值01', /联系上的是哪一班，他们都平安吗？[\s\S]*西片夜巡[\s\S]*南片夜巡/);
      expect(await awaited(stage)).toHaveLength(2);
      await stage.taps('值01', 'shift_safe');
      expect(await awaited(stage)).toEqual(['南片夜巡']);
    });

    it('says in the command group that they got through, and is asked how they are', async () => {
      const stage = await silent(true);
      await stage.says('值01', '联系上了', { in: '指挥群' });
      stage.sees('指挥群', '他们都平安吗？');
      expect(await awaited(stage)).toEqual(['西片夜巡']);
      await stage.taps('值01', 'shift_safe', { in: '指挥群' });
      expect(await awaited(stage)).toEqual([]);
    });

    it.each(['没联系上', '联系上了，人摔伤了'])('%s settles nothing', async (words) => {
      const stage = await silent(true);
      await stage.says('值01', words);
      expect(await awaited(stage)).toEqual(['西片夜巡']);
    });

    it('nobody else settles it', async () => {
      const stage = await silent(true);
      await stage.says('警01', '联系上了，平安');
      expect(await awaited(stage)).toEqual(['西片夜巡']);
    });
  });
});
