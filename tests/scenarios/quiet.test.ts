import { afterEach, describe, expect, it, type TestContext } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { hazardStage, photo, reports } from './hazard-stage.ts';
import { patrolStage } from './patrol-stage.ts';
import { closeStages, Stage } from './stage.ts';

/** What a flow cost those who live in the groups. `npm run bench:quiet` prints it. */
export interface Quiet {
  flow: string;
  /** What people sent and tapped. */
  actions: number;
  /** New messages of the bot in groups, in the busiest one, and to people alone; edits and reactions, which nobody hears. */
  groups: number;
  busiest: number;
  direct: number;
  edits: number;
  reactions: number;
}

declare module 'vitest' {
  interface TaskMeta {
    quiet?: Quiet;
  }
}

/** Counts what the bot said while people acted. */
async function measured(
  { task }: TestContext,
  { flow, stage, groups }: { flow: string; stage: Stage; groups: readonly string[] },
  act: () => Promise<void>,
): Promise<Quiet> {
  const before = stage.actions;
  const calls = Object.values(stage.chats).map((chat) => ({ chat, from: chat.sends.length }));
  await act();
  const sends = calls.flatMap(({ chat, from }) => chat.sends.slice(from));
  const said = sends.filter(({ outgoing }) => outgoing.kind === 'card' && outgoing.edit === null);
  const perGroup = groups.map((name) => said.filter(({ room }) => room === name).length);
  const quiet: Quiet = {
    flow,
    actions: stage.actions - before,
    groups: perGroup.reduce((sum, count) => sum + count, 0),
    busiest: Math.max(0, ...perGroup),
    direct: said.filter(({ room }) => !groups.includes(room)).length,
    edits: sends.filter(({ outgoing }) => outgoing.kind === 'card' && outgoing.edit !== null).length,
    reactions: sends.filter(({ outgoing }) => outgoing.kind === 'reaction').length,
  };
  task.meta.quiet = quiet;
  return quiet;
}

const minutes = (count: number): number => count * 60;
const groups = ['指挥群', '救援群', '村群', '夜巡群'];

const chatter = [
  '今天好冷啊',
  '谁有充电宝',
  '哈哈哈',
  '明天谁开车？',
  '孩子放假了，家里真吵',
  '收到',
  '好的',
  '👍',
  '那家烧烤还开着',
  '手套我放车上了',
];

eachEngine((database) => {
  afterEach(closeStages);

  describe('how quiet the bot is', () => {
    for (const platform of ['telegram', 'wechat'] as const) {
      it(`an ordinary night of 30 points on ${platform}`, async (context) => {
        const stage = await patrolStage(database.store, { points: 30, platform });
        const flow = `a night of 30 points, ${platform}`;
        const quiet = await measured(context, { flow, stage, groups }, async () => {
          await stage.later(minutes(31));
          for (const name of ['队长', '东01', '东02']) await stage.says(name, '到岗', { in: '夜巡群' });
          await stage.later(minutes(32));
          for (let point = 0; point < 30; point += 1) {
            await stage.says(point % 2 === 0 ? '东01' : '东02', '', { in: '夜巡群', message: photo() });
            await stage.later(330);
          }
          await stage.says('东01', '收队 里程8.6公里', { in: '夜巡群' });
        });
        expect(quiet.actions).toBe(34);
        expect(quiet.busiest).toBeLessThanOrEqual(6);
        expect(quiet.direct).toBeLessThanOrEqual(2);
      });
    }

    it('ordinary talk in a patrol’s group and in a village, on duty and off', async (context) => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      const quiet = await measured(context, { flow: 'ordinary talk of 40 messages', stage, groups }, async () => {
        for (const room of ['夜巡群', '村群'])
          for (const who of ['东01', '警01']) for (const words of chatter) await stage.says(who, words, { in: room });
      });
      expect(quiet).toMatchObject({ actions: 40, groups: 0, direct: 0 });
    });

    it('a fire, from the first words to the last safe return', async (context) => {
      const stage = new Stage(database.store);
      const crew = ['东01', '东02', '东03'].map((name, at) => ({
        name,
        skills: [at < 2 ? ('fire_operator' as const) : ('first_aid' as const)],
      }));
      const others = [
        { name: '张阿姨', roles: ['resident'] as const, duty: 'off' as const },
        { name: '值01', roles: ['duty_officer'] as const },
      ];
      await stage.begin([...others, ...crew]);
      const quiet = await measured(context, { flow: 'a fire with three rescuers', stage, groups }, async () => {
        await stage.says('张阿姨', '厂里着火了 浓烟 西塘工业区');
        await stage.taps('值01', 'confirm', { in: '指挥群' });
        await stage.taps('值01', 'call_out', { in: '指挥群' });
        for (const { name } of crew) for (const verb of ['accept', 'underway'] as const) await stage.taps(name, verb);
        for (const { name } of crew) await stage.taps(name, 'on_scene');
        await stage.taps('值01', 'stand_down', { in: '指挥群' });
        for (const { name } of crew) await stage.taps(name, 'safe');
      });
      expect((await stage.incident()).state).toBe('closed');
      // The card and the report in each group.
      expect(quiet.busiest).toBeLessThanOrEqual(3);
      expect(quiet.direct).toBeLessThanOrEqual(quiet.actions);
    });

    it('a hazard, from the report to a content reporter', async (context) => {
      const stage = await hazardStage(database.store);
      const quiet = await measured(context, { flow: 'a hazard to its verified end', stage, groups }, async () => {
        await reports(stage);
        await stage.taps('值01', 'hazard_grade', { in: '指挥群', value: 'ordinary' });
        await stage.says('网01', '接了 三天内弄好');
        await stage.says('网01', '', { message: photo() });
        await stage.says('网01', '弄好了');
        await stage.says('安01', '合格');
        await stage.says('张阿姨', '满意');
      });
      expect(quiet.busiest).toBeLessThanOrEqual(1);
      expect(quiet.direct).toBeLessThanOrEqual(9);
    });

    it('leave with somebody who stands in', async (context) => {
      const stage = await patrolStage(database.store);
      const quiet = await measured(context, { flow: 'leave with a stand-in', stage, groups }, async () => {
        await stage.says('东01', '今晚来不了 警01替我', { in: '夜巡群' });
        await stage.taps('警01', 'request_agree');
        await stage.taps('队长', 'request_grant');
      });
      expect(quiet.groups).toBeLessThanOrEqual(1);
      expect(quiet.direct).toBeLessThanOrEqual(4);
    });
  });
});
