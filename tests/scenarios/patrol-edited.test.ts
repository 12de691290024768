import { afterEach, describe, expect, it } from 'vitest';
import { eachEngine } from '../support/stores.ts';
import { patrolStage, tonight } from './patrol-stage.ts';
import { closeStages, type Stage } from './stage.ts';

const room = { in: '夜巡群' };
const minutes = (count: number): number => count * 60;
const sent = (stage: Stage, who: string, text: string): Promise<void> =>
  stage.says(who, text, { ...room, message: { messageId: 'w1' } });
const edits = (stage: Stage, who: string, text: string): Promise<void> =>
  stage.says(who, text, { ...room, message: { messageId: 'w1', edited: true } });

/** The days, counted from today, on which this person is on leave. */
async function leaveOf(stage: Stage, who: string): Promise<number[]> {
  const now = stage.clock.now();
  const views = await stage.store.read.shifts.between(now, now + 4 * 86_400_000);
  const { id } = stage.person(who);
  return views.flatMap(({ people }, day) =>
    people.some(({ personId, state }) => personId === id && state === 'leave') ? [day] : [],
  );
}

async function stateOf(stage: Stage, who: string): Promise<string | undefined> {
  const { id } = stage.person(who);
  return (await tonight(stage)).people.find(({ personId }) => personId === id)?.state;
}

eachEngine((database) => {
  afterEach(closeStages);

  describe('a wish whose words are edited', () => {
    it('is of the new day, also on the leader’s card', async () => {
      const stage = await patrolStage(database.store);
      await sent(stage, '东01', '明晚请假');
      stage.sees('队长', '东01 请假：明晚');
      await edits(stage, '东01', '后天请假');
      stage.sees('队长', /东01 请假：明晚[^]*撤回了/);
      stage.sees('队长', /东01 请假：后天/);
      await stage.says('队长', '同意');
      expect(await leaveOf(stage, '东01')).toEqual([2]);
    });

    it('keeps its card where the day stays', async () => {
      const stage = await patrolStage(database.store);
      await sent(stage, '东01', '明晚请假');
      await edits(stage, '东01', '明晚请假，孩子发烧');
      expect(await stage.store.read.shifts.undecidedRequests(9)).toHaveLength(1);
      stage.sees('队长', '“明晚请假，孩子发烧”');
    });

    it.each(['今晚不请假了 写错', '写错了', '今晚我能来'])('is taken back by %s', async (words) => {
      const stage = await patrolStage(database.store);
      await sent(stage, '东02', '今晚请假');
      await edits(stage, '东02', words);
      stage.sees('夜巡群', '撤回了');
      expect(await stage.store.read.shifts.undecidedRequests(9)).toEqual([]);
      expect(stage.sees('队长', '撤回了')).not.toContain('[');
    });

    it('stands once it is decided, and whoever asked reads how to take it back', async () => {
      const stage = await patrolStage(database.store);
      await sent(stage, '东01', '明晚请假');
      await stage.taps('队长', 'request_grant');
      await edits(stage, '东01', '后天请假');
      stage.sees('夜巡群', /11月23日的假已经定了，没跟着变。不要了，说“取消11月23日的请假”/);
      expect(await leaveOf(stage, '东01')).toEqual([1]);
      await stage.says('东01', '取消11月23日的请假', room);
      expect(await leaveOf(stage, '东01')).toEqual([]);
    });

    it('is not moved by what 明晚 means a day later', async () => {
      const stage = await patrolStage(database.store);
      await sent(stage, '东01', '后天请假');
      await stage.daysLater(1);
      await edits(stage, '东01', '后天请假，家里有事');
      const [request, ...others] = await stage.store.read.shifts.undecidedRequests(9);
      expect(others).toEqual([]);
      expect((await stage.store.read.shifts.byId(request?.shiftId ?? ('' as never)))?.date).toBe('2026-11-24');
      await edits(stage, '东01', '不请假了');
      stage.sees('夜巡群', /11月24日的假还在等队长定，没跟着变/);
    });
  });

  describe('a wish that is over', () => {
    it.each(['明晚请假。', '明晚请假 家里有事', '请假 明晚'])('is not asked for again by %s', async (words) => {
      const stage = await patrolStage(database.store);
      await sent(stage, '东01', '明晚请假');
      await stage.says('队长', '不同意');
      const before = stage.chats.telegram.sends.length;
      await edits(stage, '东01', words);
      expect(stage.chats.telegram.sends).toHaveLength(before);
      await stage.daysLater(1);
      await edits(stage, '东01', `${words}了`);
      expect(await stage.store.read.shifts.undecidedRequests(9)).toEqual([]);
    });

    it('is another one for another day', async () => {
      const stage = await patrolStage(database.store);
      await sent(stage, '东01', '明晚请假');
      await stage.says('队长', '不同意');
      await edits(stage, '东01', '后天请假');
      stage.sees('队长', '东01 请假：后天');
    });

    it('counts its days from when it was written', async () => {
      const stage = await patrolStage(database.store);
      await sent(stage, '东01', '后天请价');
      await stage.daysLater(1);
      await edits(stage, '东01', '后天请假');
      stage.sees('队长', '东01 请假：明晚');
    });
  });

  describe('a wrong name that is put right', () => {
    it('takes back what was asked for whom it named', async () => {
      const stage = await patrolStage(database.store);
      await sent(stage, '东01', '东02明晚请假');
      stage.sees('队长', '东02 请假：明晚');
      await edits(stage, '东01', '东03明晚请假');
      const open = await stage.store.read.shifts.undecidedRequests(9);
      expect(open.map(({ personId }) => personId)).toEqual([stage.person('东03').id]);
      stage.sees('队长', /东02 请假：明晚[^]*撤回了/);
    });

    it('takes it back where the words want it no more', async () => {
      const stage = await patrolStage(database.store);
      await sent(stage, '东01', '东02明晚请假');
      await edits(stage, '东01', '写错了');
      stage.sees('夜巡群', '撤回了');
      expect(await stage.store.read.shifts.undecidedRequests(9)).toEqual([]);
    });

    it('leaves what the other one asked for as well', async () => {
      const stage = await patrolStage(database.store);
      await stage.says('东02', '明晚请假', room);
      await sent(stage, '东01', '东02明晚请假 她发烧');
      await edits(stage, '东01', '东03明晚请假');
      const open = await stage.store.read.shifts.undecidedRequests(9);
      expect(open.map(({ personId }) => personId).toSorted()).toEqual(
        [stage.person('东02').id, stage.person('东03').id].toSorted(),
      );
    });

    it('is told to a leader, whose words had granted it', async () => {
      const stage = await patrolStage(database.store);
      await sent(stage, '队长', '东02明晚请假');
      expect(await leaveOf(stage, '东02')).toEqual([1]);
      await edits(stage, '队长', '东02明晚请假。');
      expect(await leaveOf(stage, '东02')).toEqual([1]);
      await edits(stage, '队长', '东03明晚请假');
      stage.sees('夜巡群', '不要了，说“取消东02 11月23日的请假”');
      await stage.says('队长', '取消东02 11月23日的请假', room);
      expect(await leaveOf(stage, '东02')).toEqual([]);
    });
  });

  describe('words of a shift that had no effect', () => {
    it('are read once they are put right', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      await sent(stage, '东01', '道岗');
      await edits(stage, '东01', '到岗');
      expect(await stateOf(stage, '东01')).toBe('present');
    });

    it('ask for leave once they do', async () => {
      const stage = await patrolStage(database.store);
      await sent(stage, '东01', '明晚请价');
      await edits(stage, '东01', '明晚请假');
      stage.sees('队长', '东01 请假：明晚');
    });

    it('end the shift once they say so, and do nothing twice', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      await stage.says('东01', '到岗', room);
      await sent(stage, '东01', '手队');
      await edits(stage, '东01', '收队');
      expect((await tonight(stage)).shift.state).toBe('closing');
      const before = stage.chats.telegram.sends.length;
      await edits(stage, '东01', '收队了');
      expect(stage.chats.telegram.sends).toHaveLength(before);
    });

    it('end no shift a second time that was taken back, nor long after they were written', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      await stage.says('东01', '到岗', room);
      await sent(stage, '东01', '收队');
      await stage.says('东01', '还没收队', room);
      await edits(stage, '东01', '收队了');
      expect((await tonight(stage)).shift.state).toBe('running');
      await stage.says('东01', '今晚好冷', { ...room, message: { messageId: 'w2' } });
      await stage.later(minutes(15));
      await stage.says('东01', '收队', { ...room, message: { messageId: 'w2', edited: true } });
      expect((await tonight(stage)).shift.state).toBe('running');
    });

    it('stay talk where they are talk', async () => {
      const stage = await patrolStage(database.store);
      await stage.later(minutes(61));
      const before = stage.chats.telegram.sends.length;
      await sent(stage, '东01', '今晚好冷');
      await edits(stage, '东01', '今晚好冷啊');
      expect(stage.chats.telegram.sends).toHaveLength(before);
      expect(await stateOf(stage, '东01')).toBe('expected');
    });
  });
});
