import { describe, expect, it } from 'vitest';
import { afterActionReport } from '../../core/after-action.ts';
import type { TraceEntry } from '../../core/ports/trace.ts';
import type { TraceWord } from '../../core/trace.ts';
import {
  heldBy,
  incidentOf,
  officerOf,
  orderOf,
  personOf,
  placeOf,
  reportedAt,
  reportOf,
  seatOf,
  viewOf,
} from '../support/incident-factory.ts';

const officer = officerOf();
const witness = personOf({ callSign: null, name: '王秀英', roles: ['resident'] });
const qiang = personOf({ callSign: '东01', name: '张强' });
const si = personOf({ callSign: '东02', name: '李四' });
const wu = personOf({ callSign: '东03', name: '王五' });
const place = placeOf();
const at = (seconds: number): number => reportedAt + seconds * 1_000;

function entry(what: TraceWord, seconds: number, actor: { id: TraceEntry['actorId'] } | null, data = {}): TraceEntry {
  return { subject: 'incident:1', what, actorId: actor?.id ?? null, at: at(seconds), data };
}

const incident = incidentOf({
  state: 'closed',
  outcome: 'resolved',
  placeId: place.id,
  reporterId: witness.id,
  officerId: officer.id,
  confirmedAt: at(20),
  calledOutAt: at(60),
  stoodDownAt: at(2_400),
  closedAt: at(3_000),
});
const seat = seatOf({ needed: 2, taken: 2 });
const need = seatOf({ skill: 'diving', needed: 1, taken: 0, origin: 'need' });
const own = { seatId: seat.id, createdAt: at(60) };
const orders = [
  heldBy(qiang, {
    ...own,
    acceptedAt: at(80),
    etaAt: at(500),
    underwayAt: at(120),
    onSceneAt: at(400),
    safeAt: at(2_500),
  }),
  heldBy(si, { ...own, acceptedAt: at(130), safeAt: at(2_700) }),
  { ...orderOf({ ...own, personId: wu.id, answer: 'withdrawn', acceptedAt: at(70) }), person: wu },
  { ...orderOf({ ...own, answer: 'lapsed' }), person: personOf() },
  { ...orderOf({ ...own, answer: 'unreachable' }), person: personOf() },
  { ...orderOf({ ...own, answer: 'declined' }), person: personOf() },
  { ...orderOf({ ...own, answer: 'released', standbyRank: 1 }), person: personOf() },
];
const trace = [
  entry('reported', 0, witness, { words: '我是王秀英，电话13812345678，着火了' }),
  entry('confirmed', 20, officer, { kind: 'fire' }),
  entry('called_out', 60, officer),
  entry('wave', 60, null, { wave: 1, asked: ['a', 'b', 'c'] }),
  entry('order_sent', 61, null, { order: 'x' }),
  entry('accepted', 70, wu, { door: 'button' }),
  entry('accepted', 80, qiang, { door: 'words' }),
  entry('withdrawn', 100, wu, { words: '家里有事' }),
  entry('accepted', 130, si, { door: 'link' }),
  entry('eta', 140, qiang, { minutes: 6 }),
  entry('on_scene', 400, qiang),
  entry('stood_down', 2_400, officer, { outcome: 'resolved' }),
  entry('safe', 2_500, qiang),
  entry('safe', 2_700, si),
  entry('closed', 3_000, null),
];
const view = viewOf(incident, { officer, place, seats: [seat, need], orders, reports: [reportOf(), reportOf()] });
const report = afterActionReport(view, trace, 'Asia/Shanghai');

describe('the after-action report', () => {
  it.each([
    ['the year', '2026-12-31T23:59:50+08:00', '2026-12-31', '01-01 00:00:50'],
    ['February in a leap year', '2028-02-28T23:59:50+08:00', '2028-02-28', '02-29 00:00:50'],
    ['the 29th of February', '2028-02-29T23:59:50+08:00', '2028-02-29', '03-01 00:00:50'],
  ])('says the date where the end of %s comes in between', (_what, reported, date, called) => {
    const begun = Date.parse(reported);
    const shift = begun - reportedAt;
    const later = trace.map((one) => ({ ...one, at: one.at + shift }));
    const order = heldBy(qiang, { ...own, acceptedAt: at(80) + shift });
    const seen = viewOf({ ...incident, reportedAt: begun }, { officer, place, seats: [seat], orders: [order] });
    const report = afterActionReport(seen, later, 'Asia/Shanghai');
    expect(report.date).toBe(date);
    expect(report.timeline.slice(0, 3).map(({ clock }) => clock)).toEqual([
      '23:59:50',
      `${called.slice(0, 5)} 00:00:10`,
      called,
    ]);
    expect(report.people[0]?.accepted).toBe(`${called.slice(0, 5)} 00:01:10`);
  });

  it('measures every step', () => {
    const seconds = Object.fromEntries(
      report.spans.map(({ what, milliseconds }) => [what, (milliseconds ?? NaN) / 1_000]),
    );
    expect(seconds).toEqual({
      report_to_confirm: 20,
      confirm_to_orders: 40,
      orders_to_first_accept: 10,
      orders_to_seats_full: 20,
      orders_to_first_on_scene: 340,
      stand_down_to_all_safe: 300,
      report_to_close: 3_000,
    });
  });

  it('draws the acceptances as they rose and fell', () => {
    expect(report.acceptCurve).toEqual([
      { sinceOrdersMs: 10_000, held: 1 },
      { sinceOrdersMs: 20_000, held: 2 },
      { sinceOrdersMs: 40_000, held: 1 },
      { sinceOrdersMs: 70_000, held: 2 },
    ]);
  });

  it('counts everybody who was asked once', () => {
    const { orders: asked, ...parts } = report.asked;
    expect(parts).toEqual({ accepted: 2, withdrawn: 1, standby: 1, declined: 1, unanswered: 1, undelivered: 1 });
    expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(asked);
  });

  it('tells the time of everything to the second, in the zone’s time', () => {
    expect(report.timeline[0]).toMatchObject({ clock: '14:02:00', what: 'reported' });
    expect(report.timeline.find(({ what }) => what === 'wave')).toMatchObject({
      clock: '14:03:00',
      actor: { kind: 'program' },
      facts: { wave: 1, asked: 3 },
    });
    expect(report.timeline.find(({ what }) => what === 'eta')).toMatchObject({
      actor: { kind: 'rescuer', name: '东01 张强' },
      facts: { minutes: 6 },
    });
    expect(report.timeline.map(({ what }) => what)).not.toContain('order_sent');
  });

  it('never names the reporter, nor repeats a witness’s words or why somebody could not come', () => {
    expect(JSON.stringify(report)).not.toMatch(/王秀英|13812345678|家里有事/);
    expect(report.timeline[0]?.actor).toEqual({ kind: 'somebody' });
  });

  it('lists who went, the first to accept first', () => {
    expect(report.people.map(({ name }) => name)).toEqual(['东03 王五', '东01 张强', '东02 李四']);
    expect(report.people[1]).toMatchObject({
      accepted: '14:03:20',
      tookMs: 20_000,
      onScene: '14:08:40',
      safe: '14:43:40',
      skill: 'first_aid',
    });
  });

  it('gives a score to a drill alone', () => {
    expect(report.score).toBeNull();
    const drill = afterActionReport({ ...view, incident: { ...incident, drill: true } }, trace, 'Asia/Shanghai');
    expect(drill.score?.total).toBe(99);
    expect(drill.score?.parts.find(({ part }) => part === 'seats')).toMatchObject({ filled: 2, needed: 2 });
    const never = incidentOf({ drill: true, state: 'closed', outcome: 'not_incident' });
    expect(afterActionReport(viewOf(never), [], 'Asia/Shanghai').score).toBeNull();
  });

  it('of an incident that has only begun leaves out what has not happened', () => {
    const begun = afterActionReport(viewOf(incidentOf()), [], 'Asia/Shanghai');
    expect(begun.spans.every(({ milliseconds }) => milliseconds === null)).toBe(true);
    expect(begun.timeline).toEqual([]);
  });

  it('does not call everybody safe while one is away', () => {
    const away = viewOf(incident, { orders: [...orders, heldBy(personOf())] });
    const { spans } = afterActionReport(away, trace, 'Asia/Shanghai');
    expect(spans.find(({ what }) => what === 'stand_down_to_all_safe')?.milliseconds).toBeNull();
  });
});
