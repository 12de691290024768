import { afterEach, describe, expect, it } from 'vitest';
import { forgetRecord } from '../../handlers/people/forget-record.ts';
import { forgetOld } from '../../jobs/forget-old.ts';
import { forgetRecords } from '../../jobs/forget-records.ts';
import { rawContent, rawRows, readableIn } from '../support/raw-content.ts';
import { eachEngine } from '../support/stores.ts';
import { hazardOf, hazardStage, photo, reports } from './hazard-stage.ts';
import { patrolStage, tonight, walk } from './patrol-stage.ts';
import { closeStages, Stage } from './stage.ts';

const days = { incidents: 60, hazards: 60, shifts: 60, messages: 30, notices: 30, positions: 30, drafts: 30 };
const records = {
  incidents: ['incidents', 'reports', 'seats', 'orders', 'files', 'trace'],
  hazards: ['hazards', 'hazard_reports', 'hazard_tellers', 'hazard_drafts', 'hazard_texts', 'files', 'trace'],
  shifts: ['shifts', 'shift_people', 'shift_points', 'check_ins', 'finds', 'shift_log', 'shift_requests', 'trace'],
};

/** What the program does at night. */
async function night(stage: Stage, later = 0): Promise<void> {
  const clock = { now: () => stage.clock.now() + later * 86_400_000 };
  await forgetRecords(stage.store, clock, days, (tx, record) => forgetRecord(stage.bot.workIn(tx), record));
  await forgetOld(stage.store, clock, days);
}

eachEngine((database) => {
  afterEach(closeStages);

  const idsOf = (stage: Stage, ...names: string[]): string[] => names.map((name) => stage.person(name).id);
  const found = async (tables: readonly string[], words: readonly string[]): Promise<string[]> => {
    const rows = await rawRows(database, tables);
    return words.filter((word) => rows.includes(word));
  };
  /** What somebody finds who has the database alone, once the program has closed it. */
  const leftOver = async (stage: Stage, tables: readonly string[], words: readonly string[]): Promise<string[]> => {
    await closeStages();
    await stage.store.close();
    return readableIn(await rawContent(database, [...tables, 'inbox', 'notices']), words);
  };

  describe('when its time is over', () => {
    it('of a hazard stay number, kind, place, dates and outcome, and nobody who told of it or fixed it', async () => {
      const stage = await hazardStage(database.store);
      await reports(stage, '张阿姨', '永固五金的消防通道被货堵了，老板姓胡');
      await stage.taps('值01', 'hazard_grade', { in: '指挥群', value: 'ordinary' });
      await stage.taps('网01', 'hazard_accept', { value: 'deadline' });
      await stage.says('网01', '', { message: photo() });
      await stage.taps('网01', 'hazard_fixed');
      await stage.taps('安01', 'hazard_pass');
      const before = await hazardOf(stage);
      const who = idsOf(stage, '张阿姨', '网01', '安01', '值01');
      expect(await found(records.hazards, ['老板姓胡', ...who])).toEqual(['老板姓胡', ...who]);
      await stage.daysLater(59);
      await night(stage);
      expect((await hazardOf(stage)).words).not.toBe('');
      await stage.daysLater(2);
      await night(stage);
      const { number, kinds, placeId, reportedAt, closedAt, outcome, grade } = before;
      expect(await hazardOf(stage)).toMatchObject({ number, kinds, placeId, reportedAt, closedAt, outcome, grade });
      expect(await found(records.hazards, ['老板姓胡', ...who])).toEqual([]);
      expect(await stage.store.read.files.ofSubject(`hazard:${before.id}`)).toMatchObject([
        { state: 'lost', personId: null, attachment: { ref: '' } },
        { state: 'lost', personId: null, attachment: { ref: '' } },
      ]);
      const trace = await stage.store.read.trace.of(`hazard:${before.id}`);
      expect(trace.map(({ what }) => what)).toEqual(expect.arrayContaining(['reported', 'fixed', 'closed']));
      expect(trace.at(-1)?.what).toBe('record_forgotten');
      expect((await stage.store.read.trace.verify()).broken).toEqual([]);
      expect((await stage.store.read.trace.of('zone')).filter(({ data }) => data.hazards === 1)).toHaveLength(1);
      expect(await stage.store.read.personalData.toForget('hazards', stage.clock.now(), 9)).toEqual([]);
      expect(await leftOver(stage, records.hazards, ['老板姓胡'])).toEqual([]);
    });

    it('a hazard that is open is never touched, however old', async () => {
      const stage = await hazardStage(database.store);
      await reports(stage);
      await stage.taps('值01', 'hazard_grade', { in: '指挥群', value: 'ordinary' });
      const open = await hazardOf(stage);
      await night(stage, 4_000);
      expect(await hazardOf(stage)).toEqual(open);
    });

    it('of an incident stay who many were called and how fast they came, but not who', async () => {
      const stage = new Stage(database.store);
      await stage.begin([
        { name: '张阿姨', roles: ['resident'], duty: 'off' },
        { name: '值01', roles: ['duty_officer'] },
        { name: '东01', skills: ['fire_operator'] },
        { name: '东02', skills: ['fire_operator'] },
        { name: '东03', skills: ['first_aid'] },
      ]);
      await stage.says('张阿姨', '快点!!厂里着火了 浓烟 西塘工业区这边，是老胡家的厂');
      await stage.taps('值01', 'confirm', { in: '指挥群' });
      await stage.taps('值01', 'call_out', { in: '指挥群' });
      await stage.taps('东01', 'accept');
      await stage.says('东02', '去不了，在外婆家');
      const [running] = await stage.store.read.incidents.running();
      const id = running?.id;
      if (id === undefined) throw new Error('There is no incident');
      await night(stage, 4_000);
      expect(await found(records.incidents, ['老胡家', '在外婆家'])).toEqual(['老胡家', '在外婆家']);
      await stage.taps('东01', 'underway');
      await stage.taps('值01', 'stand_down', { in: '指挥群' });
      await stage.taps('东01', 'safe');
      const before = await stage.store.read.incidents.view(id);
      expect(before?.incident.state).toBe('closed');
      const who = idsOf(stage, '张阿姨', '值01', '东01', '东02', '东03');
      await stage.daysLater(61);
      await night(stage);
      expect(await found(records.incidents, ['老胡家', '在外婆家', ...who])).toEqual([]);
      const after = await stage.store.read.incidents.view(id);
      const facts = ({ answer, acceptedAt, safeAt }: { answer: string; acceptedAt: unknown; safeAt: unknown }) =>
        JSON.stringify([answer, acceptedAt, safeAt]);
      expect(after?.orders.map(facts).sort()).toEqual(before?.orders.map(facts).sort());
      expect(new Set(after?.orders.map(({ personId }) => personId)).size).toBe(
        new Set(before?.orders.map(({ personId }) => personId)).size,
      );
      expect(after?.incident).toMatchObject({ number: before?.incident.number, outcome: before?.incident.outcome });
      expect((await stage.store.read.trace.verify()).broken).toEqual([]);
      expect(await leftOver(stage, records.incidents, ['老胡家', '在外婆家'])).toEqual([]);
    });

    it('of a shift stay how many came, for how long and which points they saw, but not who', async () => {
      const stage = await patrolStage(database.store);
      const room = { in: '夜巡群' };
      await stage.later(60 * 60);
      for (const name of ['东01', '东02', '东03']) await stage.says(name, '到了', room);
      for (const name of walk) await stage.says('东01', `${name} 胡家门口有人`, { ...room, message: photo() });
      await stage.says('东01', '巡完了 收队 里程3.2公里', room);
      const before = await tonight(stage);
      expect(before.shift.state).toBe('ended');
      const { id } = before.shift;
      const who = idsOf(stage, '东01', '东02', '东03');
      const checkIns = await stage.store.read.shifts.checkIns(id);
      expect(checkIns.length).toBeGreaterThan(0);
      await night(stage, 61);
      const after = await stage.store.read.shifts.view(id);
      expect(after?.shift).toMatchObject({ date: before.shift.date, state: 'ended', distanceKm: 3.2 });
      expect(after?.people.map(({ state, minutes }) => [state, minutes])).toEqual(
        before.people.map(({ state, minutes }) => [state, minutes]),
      );
      expect(await stage.store.read.shifts.checkIns(id)).toHaveLength(checkIns.length);
      const rows = JSON.stringify([after, await stage.store.read.shifts.checkIns(id)]);
      expect([...who, '胡家门口'].filter((word) => rows.includes(word))).toEqual([]);
      expect((await stage.store.read.trace.of(`shift:${id}`)).at(-1)?.what).toBe('record_forgotten');
      expect((await stage.store.read.trace.verify()).broken).toEqual([]);
      expect(await leftOver(stage, records.shifts, ['胡家门口'])).toEqual([]);
    });
  });
});
