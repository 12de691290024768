import { afterEach, describe, expect, it } from 'vitest';
import { pointWord } from '../../core/point-word.ts';
import { planShifts } from '../../handlers/patrol/plan-shifts.ts';
import { eachEngine } from '../support/stores.ts';
import { photo } from './hazard-stage.ts';
import { patrolRules, patrolStage, tonight, walk } from './patrol-stage.ts';
import { closeStages, keyed, textOf, type Stage } from './stage.ts';

const room = { in: '夜巡群' };
const picture = () => ({ ...room, message: photo() });
const minutes = (count: number): number => count * 60;
const states = async (stage: Stage): Promise<string[]> => (await tonight(stage)).points.map(({ state }) => state);

eachEngine((database) => {
  afterEach(closeStages);

  describe('the zone file is brought in anew in the middle of the night', () => {
    it('and tonight’s walk stays as it is, a place that is gone included; tomorrow’s is the new one', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      await stage.says('东01', '1号', picture());
      const shorter = { code: 'DX', name: '东线', points: [{ place: 'XD-05' }, { place: 'XD-01' }] };
      await stage.rezone(patrolRules(walk.length, { routes: [shorter] }), ['XD-03']);
      await stage.does(planShifts);
      await stage.says('东01', '大塘沿', picture());
      await stage.says('东02', '', picture());
      expect(await states(stage)).toEqual(['seen', 'open', 'seen', 'seen', 'open']);
      stage.sees('夜巡群', /点位 3\/5[\s\S]*5号 渡口/);
      const [, tomorrow] = await stage.store.read.shifts.between(0, stage.clock.now() + 2 * 86_400_000);
      expect(tomorrow?.points.map(({ name }) => name)).toEqual(['渡口', '上桥村口']);
    });

    it('by which tonight’s roster is gone; who is out there still is summed up', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      for (let n = 1; n <= 5; n += 1) await stage.says('东01', `${String(n)}号`, picture());
      await stage.rezone(patrolRules(walk.length, { rosters: [] }));
      await stage.does(planShifts);
      await stage.says('东01', '收队', room);
      stage.sees('夜巡群', /小结[\s\S]*点位 5\/5/);
      const ahead = await stage.store.read.shifts.between(stage.clock.now(), stage.clock.now() + 9 * 86_400_000);
      expect(ahead).toEqual([]);
    });
  });

  describe('a point with a word of its own', () => {
    const route = {
      code: 'DX',
      name: '东线',
      points: ['XD-01', 'XD-02', 'XD-03', 'XD-04', 'XD-05'].map((place) => ({ place, proof: place === 'XD-05' })),
    };
    const wordAt = (stage: Stage): string => pointWord(keyed, stage.placeOf('XD-05').id, stage.clock.now()).words.zh;

    it('is seen with the word that stands there, and not without it', async () => {
      const stage = await patrolStage(database.store, { rules: { routes: [route] } });
      await stage.later(minutes(61));
      await stage.says('东01', '渡口', picture());
      stage.sees('夜巡群', '渡口 的口令没对上');
      expect((await states(stage)).at(-1)).toBe('open');
      await stage.says('东01', wordAt(stage), room);
      expect((await states(stage)).at(-1)).toBe('seen');
    });

    it('is not seen with the word of half an hour before, and is with that of the last quarter', async () => {
      const stage = await patrolStage(database.store, { rules: { routes: [route] } });
      await stage.later(minutes(61));
      const old = wordAt(stage);
      await stage.later(minutes(31));
      await stage.says('东01', `渡口 ${old}`, picture());
      expect((await states(stage)).at(-1)).toBe('open');
      const last = wordAt(stage);
      await stage.later(minutes(15));
      await stage.says('东02', `渡口 ${last}`, picture());
      expect((await states(stage)).at(-1)).toBe('seen');
    });
  });

  describe('a leap day', () => {
    it('has its night, which ends in March, and can be asked for leave from', async () => {
      const stage = await patrolStage(database.store, { at: Date.UTC(2028, 1, 28, 12) });
      await stage.says('东02', '明晚请假', room);
      const [, leapNight, next] = await stage.store.read.shifts.between(0, stage.clock.now() + 3 * 86_400_000);
      expect([leapNight?.shift.date, next?.shift.date]).toEqual(['2028-02-29', '2028-03-01']);
      const asked = await stage.store.read.shifts.openRequests(leapNight?.shift.id ?? ('' as never));
      expect(asked.map(({ personId }) => personId)).toEqual([stage.person('东02').id]);
      await stage.later(minutes(24 * 60 + 61));
      await stage.says('东01', '2月29号 到岗', room);
      await stage.says('东01', '收队', room);
      await stage.later(minutes(60));
      stage.sees('夜巡群', /2月29日 东片夜巡 小结/);
    });
  });

  describe('the night in which the clocks are changed', () => {
    const roster = { code: 'DP', name: '东片夜巡', turns: ['DP'], rule: 'FREQ=DAILY', minutes: 360, route: 'DX' };
    const berlin = { timeZone: 'Europe/Berlin' };

    it('in spring lasts its six hours, is summed up after them, and counts them', async () => {
      const rules = { rosters: [{ ...roster, start: '2027-03-20T23:00' }] };
      // Saturday, 27 March 2027, 22:00 in Berlin.
      const stage = await patrolStage(database.store, { ...berlin, rules, at: Date.UTC(2027, 2, 27, 21) });
      await stage.later(minutes(59));
      stage.sees('夜巡群', '23:00–次日06:00');
      await stage.later(minutes(2));
      await stage.says('东01', '到岗', room);
      for (let hour = 0; hour < 6; hour += 1) {
        await stage.later(minutes(55));
        await stage.says('东01', '', picture());
      }
      await stage.later(minutes(70));
      const { shift, people } = await tonight(stage);
      expect(shift).toMatchObject({ state: 'ended', date: '2027-03-27' });
      expect(people.find(({ personId }) => personId === stage.person('东01').id)?.minutes).toBe(360);
      stage.sees('夜巡群', /小结[\s\S]*点位 5\/5/);
    });

    it('in autumn, when three o’clock comes twice, is one night and not two', async () => {
      const rules = { rosters: [{ ...roster, start: '2027-10-20T23:00', minutes: 300 }] };
      // Saturday, 30 October 2027, 22:00 in Berlin.
      const stage = await patrolStage(database.store, { ...berlin, rules, at: Date.UTC(2027, 9, 30, 20) });
      await stage.later(minutes(61));
      stage.sees('夜巡群', '23:00–次日03:00');
      const views = await stage.store.read.shifts.between(0, stage.clock.now() + 2 * 86_400_000);
      const starts = views.map(({ shift }) => shift.startsAt);
      expect(starts.slice(1).map((at, n) => (at - (starts[n] ?? 0)) / 3_600_000)).toEqual(
        starts.slice(1).map((_, n) => (n === 0 ? 25 : 24)),
      );
    });

    it('in autumn asks about each point once, and counts the five hours that it lasts', async () => {
      const points = [{ place: 'XD-01', by: '02:30' }, { place: 'XD-02' }];
      const rules = {
        rosters: [{ ...roster, start: '2027-10-20T23:00', minutes: 300 }],
        routes: [{ code: 'DX', name: '东线', points }],
      };
      const stage = await patrolStage(database.store, { ...berlin, rules, at: Date.UTC(2027, 9, 30, 20) });
      await stage.later(minutes(61));
      await stage.says('东01', '到岗', room);
      for (let half = 0; half < 10; half += 1) {
        await stage.later(minutes(30));
        await stage.says('东01', '一切正常', room);
      }
      stage.seesNot('夜巡群', '小结\n');
      await stage.later(minutes(30));
      stage.sees('夜巡群', /小结[\s\S]*没看到：上桥村口、井头桥/);
      const asked = stage.cards('夜巡群').filter((card) => textOf(card).startsWith('这一班已经小结'));
      expect(asked).toHaveLength(2);
      const { shift, people, points: walked } = await tonight(stage);
      expect(shift.state).toBe('ended');
      expect(people.find(({ personId }) => personId === stage.person('东01').id)?.minutes).toBe(300);
      // Of the two half past twos the first.
      expect(walked[0]?.dueAt).toBe(Date.UTC(2027, 9, 31, 0, 30));
    });
  });
});
