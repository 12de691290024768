import { describe, expect, it } from 'vitest';
import type { Notice } from '../../../core/notice.ts';
import type { Session } from '../../../core/session.ts';
import { moveSession } from '../../../handlers/dispute/book-session.ts';
import { takeDangers } from '../../../handlers/matter/take-danger.ts';
import { holdSession } from '../../../handlers/dispute/hold-session.ts';
import { writeAgreement } from '../../../handlers/dispute/write-agreement.ts';
import { eachEngine } from '../../support/stores.ts';
import { CourseWorld, day, hour, thursday, wednesday } from './course-world.ts';

/** No edit of what stands there: times that need no answer any more, a meeting that was told before. */
const isNew = (notice: Notice): boolean =>
  notice.kind !== 'matter_times' && !(notice.kind === 'matter_session' && notice.step === 'past');

eachEngine((database) => {
  async function accepted(body: object = {}, stranger = false): Promise<CourseWorld> {
    const world = await CourseWorld.begin(database.store, body, stranger);
    if (stranger) {
      await world.taken();
      await world.does('喜哥', 'matter_consent', 'b:yes');
      await world.forget();
    } else await world.accepted();
    if ((await world.current()).state === 'assigned') await world.does('喜哥', 'matter_consent', 'b:yes');
    await world.forget();
    return world;
  }
  const last = async (world: CourseWorld): Promise<Session> => {
    const session = (await world.current()).body.sessions.at(-1);
    if (session === undefined) throw new Error('There is no session');
    return session;
  };
  async function booked(): Promise<CourseWorld> {
    const world = await accepted();
    await world.proposes({ times: [wednesday, thursday] });
    await world.does('张阿姨', 'matter_time', '1:all');
    await world.does('老板', 'matter_time', '1:0');
    await world.forget();
    return world;
  }

  describe('times', () => {
    it('are asked of both sides privately, and the first that suits both is booked', async () => {
      const world = await accepted();
      expect(await world.proposes({ times: [thursday, wednesday] })).toEqual({ kind: 'matter_times_sent', times: 2 });
      for (const who of ['张阿姨', '老板']) expect(await world.heard(who)).toEqual(['matter_times']);
      expect(await world.does('张阿姨', 'matter_time', '1:all')).toEqual({ kind: 'matter_time_noted' });
      expect(await world.does('老板', 'matter_time', '1:1')).toEqual({ kind: 'matter_booked', at: thursday });
      expect(await last(world)).toMatchObject({ state: 'booked', startsAt: thursday, placeWords: '喜哥调解室' });
      expect((await world.current()).state).toBe('mediating');
      for (const who of ['张阿姨', '老板', '喜哥']) expect(await world.heard(who)).toContain('matter_session');
    });

    it('that suit nobody in common are told to the mediator once', async () => {
      const world = await accepted();
      await world.proposes({ times: [wednesday, thursday] });
      await world.does('张阿姨', 'matter_time', '1:0');
      await world.forget();
      await world.does('老板', 'matter_time', '1:1');
      await world.does('老板', 'matter_time', '1:1');
      expect(await world.heard('喜哥')).toEqual(expect.arrayContaining(['matter_times_answered']));
      await world.forget();
      await world.does('张阿姨', 'matter_time', '1:1');
      expect(await last(world)).toMatchObject({ state: 'booked', startsAt: thursday });
    });

    it('are wanted again when all of them are over', async () => {
      const world = await accepted();
      expect(await world.proposes({ times: [world.now - hour] })).toEqual({ kind: 'matter_times_wanted' });
      expect((await world.current()).body.sessions).toEqual([]);
    });

    it('come after consent, and not before', async () => {
      const world = await CourseWorld.begin(database.store);
      await world.taken();
      expect(await world.proposes({ times: [wednesday] })).toEqual({ kind: 'matter_not_yet', need: 'consent' });
      expect(await world.does('喜哥', 'matter_times')).toEqual({ kind: 'matter_not_yet', need: 'consent' });
    });

    it('of a side that was rung are said by the mediator, and by nobody else for another', async () => {
      const world = await accepted({}, true);
      await world.proposes({ times: [wednesday, thursday] });
      expect(await world.does('张阿姨', 'matter_time', 'b:1:0')).toEqual({ kind: 'matter_not_yours' });
      await world.does('张阿姨', 'matter_time', '1:0');
      expect(await world.does('喜哥', 'matter_time', 'b:1:0')).toEqual({ kind: 'matter_booked', at: wednesday });
    });

    it('of a proposal that was replaced are not taken for those of the new one', async () => {
      const world = await accepted();
      await world.proposes({ times: [wednesday] });
      await world.proposes({ times: [thursday] });
      expect(await world.does('老板', 'matter_time', '1:0')).toMatchObject({ kind: 'matter_already' });
      expect((await last(world)).answers).toEqual({});
      for (const forged of ['', '9:0', '2:7', '2:none:1', 'x:2:0'])
        expect(await world.does('老板', 'matter_time', forged)).not.toMatchObject({ kind: 'matter_booked' });
    });

    it('that nobody answers are asked about once more, and lapse', async () => {
      const world = await accepted();
      await world.proposes({ times: [wednesday, thursday] });
      await world.does('张阿姨', 'matter_time', '1:0');
      await world.forget();
      await world.until(world.now + 25 * hour);
      expect(await world.heard('老板')).toEqual(['matter_times']);
      expect(await world.heard('张阿姨')).toEqual([]);
      expect(await world.heard('喜哥')).toEqual(['matter_times_answered']);
      await world.until(thursday + hour);
      expect((await last(world)).state).toBe('cancelled');
      expect(await world.heard('喜哥')).toEqual(['matter_work']);
      expect(await world.dueIn('matter_session')).toBeNull();
    });

    it('tapped by both at once book one session', async () => {
      const world = await accepted();
      await world.proposes({ times: [wednesday] });
      await Promise.all([
        world.does('张阿姨', 'matter_time', '1:0'),
        world.does('老板', 'matter_time', '1:0'),
        world.does('老板', 'matter_time', '1:0'),
      ]);
      expect(await last(world)).toMatchObject({ state: 'booked', answers: { a: [0], b: [0] } });
      expect((await world.trace(world.id)).filter((what) => what === 'session_booked')).toHaveLength(1);
    });
  });

  describe('a booked session', () => {
    it('is reminded of the day before and an hour before; afterwards its mediator is asked, twice', async () => {
      const world = await booked();
      await world.until(wednesday - day + 1);
      for (const who of ['张阿姨', '老板', '喜哥'])
        expect(await world.said(who)).toEqual([expect.objectContaining({ kind: 'matter_session', step: 'day' })]);
      await world.until(wednesday - hour + 1);
      for (const who of ['张阿姨', '老板', '喜哥'])
        expect(await world.said(who)).toEqual([expect.objectContaining({ step: 'hour' })]);
      await world.until(wednesday + 2 * hour);
      expect(await world.heard('喜哥')).toEqual(['matter_session_over']);
      await world.until(wednesday + 5 * day);
      expect(await world.heard('喜哥')).toEqual(['matter_session_over']);
      for (const who of ['张阿姨', '老板']) expect(await world.heard(who)).toEqual([]);
    });

    it('that is moved has a newer invitation and its reminders again', async () => {
      const world = await booked();
      await world.until(wednesday - hour + 1);
      await world.forget();
      const result = await world.step(async (work, matter) =>
        moveSession(work, matter, await last(world), thursday, world.of('喜哥').id),
      );
      expect(result).toEqual({ kind: 'matter_booked', at: thursday });
      expect(await last(world)).toMatchObject({ startsAt: thursday, sequence: 1, answers: {} });
      for (const who of ['张阿姨', '老板', '喜哥'])
        expect(await world.said(who)).toContainEqual(expect.objectContaining({ step: 'changed' }));
      await world.until(thursday - hour + 1);
      expect(await world.said('老板')).toEqual([expect.objectContaining({ step: 'hour' })]);
    });

    it('cannot be moved into the past', async () => {
      const world = await booked();
      const move = world.step(async (work, matter) =>
        moveSession(work, matter, await last(world), world.now - 1, world.of('喜哥').id),
      );
      expect(await move).toEqual({ kind: 'matter_times_wanted' });
    });

    it('to which a side cannot come after all is told to the mediator, once', async () => {
      const world = await booked();
      expect(await world.does('老板', 'matter_time', '1:none')).toEqual({ kind: 'matter_time_noted' });
      await world.does('老板', 'matter_time', '1:none');
      expect(await world.heard('喜哥')).toEqual(['matter_times_answered']);
      expect((await last(world)).state).toBe('booked');
      expect(await world.does('老板', 'matter_time', '1:0')).toEqual({ kind: 'matter_booked', at: wednesday });
    });

    it('that is off is off for everybody, and no reminder comes', async () => {
      const world = await booked();
      expect(await world.does('喜哥', 'matter_cancel')).toEqual({ kind: 'matter_session_off' });
      for (const who of ['张阿姨', '老板'])
        expect((await world.said(who)).filter(isNew)).toEqual([
          expect.objectContaining({ kind: 'matter_session', step: 'off' }),
        ]);
      expect(await last(world)).toMatchObject({ state: 'cancelled', sequence: 1 });
      expect((await world.current()).state).toBe('accepted');
      await world.until(wednesday + day);
      expect(await world.heard('老板')).toEqual([]);
      expect(await world.does('喜哥', 'matter_cancel')).toEqual({ kind: 'matter_not_yet', need: 'session' });
    });

    it('is cancelled by nobody but its mediator', async () => {
      const world = await booked();
      for (const who of ['张阿姨', '老板', '喜二'])
        expect(await world.does(who, 'matter_cancel')).toEqual({ kind: 'matter_not_yours' });
    });
  });

  describe('afterwards', () => {
    it('the mediator records it, at once or when asked for', async () => {
      const world = await booked();
      await world.until(wednesday + hour);
      await world.forget();
      expect(await world.does('喜哥', 'matter_held')).toEqual({ kind: 'matter_words_wanted', what: 'record' });
      expect(await last(world)).toMatchObject({ state: 'held', record: '' });
      await world.step((work, matter) => holdSession(work, matter, world.of('喜哥'), '双方都说了经过'));
      await world.step((work, matter) => holdSession(work, matter, world.of('喜哥'), '约好下周再谈'));
      expect(await last(world)).toMatchObject({ record: '双方都说了经过\n约好下周再谈' });
      expect((await world.trace(world.id)).filter((what) => what === 'session_held')).toHaveLength(1);
      await world.until(wednesday + 3 * day);
      expect(await world.heard('喜哥')).not.toContain('matter_session_over');
    });

    it('a record that is never written is asked for once more the next day', async () => {
      const world = await booked();
      await world.until(wednesday + hour);
      await world.does('喜哥', 'matter_held');
      await world.forget();
      await world.until(wednesday + 4 * day);
      expect(await world.heard('喜哥')).toEqual(['matter_session_over']);
      await world.step((work, matter) => holdSession(work, matter, world.of('喜哥'), '谈了一半'));
      expect(await last(world)).toMatchObject({ state: 'held', record: '谈了一半' });
    });

    it('people who met without an appointment have a record too', async () => {
      const world = await accepted();
      expect(await world.does('喜哥', 'matter_held', '', '路上碰到，都愿意谈')).toEqual({ kind: 'matter_noted' });
      expect(await last(world)).toMatchObject({ state: 'held', startsAt: world.now, record: '路上碰到，都愿意谈' });
      expect((await world.current()).state).toBe('mediating');
    });

    it('a side that did not come is no side that refused: other times are found', async () => {
      const world = await booked();
      await world.until(wednesday + 10 * 60_000);
      await world.forget();
      expect(await world.does('喜哥', 'matter_absent', 'b')).toEqual({ kind: 'matter_times_wanted' });
      expect(await last(world)).toMatchObject({ state: 'missed', absent: ['b'] });
      for (const who of ['张阿姨', '老板'])
        expect((await world.said(who)).filter(isNew)).toEqual([
          expect.objectContaining({ kind: 'matter_turn', turn: 'session_off' }),
        ]);
      expect(await world.does('喜哥', 'matter_absent', 'a')).toEqual({ kind: 'matter_times_wanted' });
      expect((await last(world)).absent).toEqual(['b', 'a']);
      expect(await world.proposes({ times: [thursday + day] })).toMatchObject({ kind: 'matter_times_sent' });
    });

    it('nobody stayed away from what has not begun', async () => {
      const world = await booked();
      expect(await world.does('喜哥', 'matter_absent', 'b')).toEqual({ kind: 'matter_not_yet', need: 'session' });
    });
  });

  describe('where there was violence', () => {
    it('no meeting is offered, and each side has a time of its own', async () => {
      const world = await accepted({ danger: 'violence' });
      expect(await world.proposes({ times: [wednesday, thursday] })).toEqual({ kind: 'matter_no_meeting' });
      await world.proposes({ times: [wednesday], side: 'a' });
      expect(await world.heard('张阿姨')).toEqual(['matter_times']);
      expect(await world.heard('老板')).toEqual([]);
      await world.proposes({ times: [thursday], side: 'b' });
      expect(await world.does('老板', 'matter_time', '1:0')).toEqual({ kind: 'matter_not_yours' });
      await world.does('张阿姨', 'matter_time', '1:0');
      await world.does('老板', 'matter_time', '2:0');
      const { sessions } = (await world.current()).body;
      expect(sessions.map(({ state, side, form }) => [state, side, form])).toEqual([
        ['booked', 'a', 'apart'],
        ['booked', 'b', 'apart'],
      ]);
      await world.forget();
      await world.until(wednesday - hour + 1);
      expect(await world.heard('老板')).toEqual(['matter_session']);
    });

    it('that comes to light later, the meeting is off, and only who told of it is told so by the bot', async () => {
      const world = await booked();
      await world.step((work, matter) => takeDangers(work, matter, ['violence']));
      const told = await world.said('张阿姨');
      expect(told.filter(isNew).map(({ kind }) => kind)).toEqual(['matter_safety', 'matter_session']);
      expect(await world.heard('老板')).toEqual([]);
      expect(await world.heard('喜哥')).toContain('matter_work');
      expect(await last(world)).toMatchObject({ state: 'cancelled', sequence: 1 });
      expect((await world.current()).state).toBe('accepted');
      await world.until(wednesday + day);
      expect(await world.heard('老板')).toEqual([]);
      expect(await world.proposes({ times: [world.now + day] })).toEqual({ kind: 'matter_no_meeting' });
    });

    it('the reminder of one side’s talk goes to that side alone', async () => {
      const world = await accepted({ danger: 'threat' });
      await world.proposes({ times: [wednesday], side: 'a', settled: true });
      expect(await world.heard('老板')).toEqual([]);
      await world.forget();
      await world.until(wednesday - hour + 1);
      expect(await world.heard('老板')).toEqual([]);
      expect(await world.heard('张阿姨')).toEqual(['matter_session', 'matter_session']);
    });
  });

  it('books at once what was settled by phone', async () => {
    const world = await accepted();
    expect(await world.proposes({ times: [wednesday], settled: true, minutes: 60 })).toEqual({
      kind: 'matter_booked',
      at: wednesday,
    });
    expect(await last(world)).toMatchObject({ state: 'booked', minutes: 60, sequence: 0 });
  });

  it('agreed on by phone meanwhile, nobody is asked for a time any more', async () => {
    const world = await accepted();
    await world.proposes({ times: [wednesday, thursday] });
    await world.step((work, matter) =>
      writeAgreement(work, matter, world.of('喜哥'), { form: 'written', words: '老板12月10日前付3万' }),
    );
    await world.forget();
    await world.until(thursday);
    for (const who of ['张阿姨', '老板', '喜哥']) expect(await world.heard(who)).toEqual([]);
    expect(await last(world)).toMatchObject({ state: 'cancelled' });
  });

  it('a session booked in half an hour needs no reminder', async () => {
    const world = await accepted();
    await world.proposes({ times: [world.now + hour / 2], settled: true });
    await world.forget();
    await world.until(world.now + hour);
    for (const who of ['张阿姨', '老板']) expect(await world.heard(who)).toEqual([]);
  });
});
