import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workingCalendar } from '../../core/working-days.ts';
import { sumDeadline, zoneInstant } from '../../core/deadline.ts';
import type { Hazard } from '../../core/hazard.ts';
import { canStep, hazardSteps, type HazardState, type HazardStep } from '../../core/hazard.ts';
import { meantHazards } from '../../core/hazard-choice.ts';
import { suggestGrade } from '../../core/hazard-grade.ts';
import { dueStep, overdueSteps } from '../../core/hazard-overdue.ts';
import { checkersFor, daysFor, hazardArea, hazardPosition, leadersFor, ownersFor } from '../../core/hazard-owner.ts';
import { drawRecheck } from '../../core/hazard-recheck.ts';
import { findTwin } from '../../core/hazard-twin.ts';
import type { HazardId, HazardReportId, PersonId, PlaceId, Token } from '../../core/ids.ts';
import type { Person, Place } from '../../core/people.ts';
import { mayOnDraft, mayOnHazard, maySeeHazard, standingsOf } from '../../core/hazard-permission.ts';
import { hazardRulesSchema, usualHazardRules } from '../../core/zone/hazard-rules.ts';
import { hazardOf } from '../support/hazard-factory.ts';

const at = (date: string, clock = '10:00'): number => zoneInstant(date, clock, 'Asia/Shanghai');
const person = (id: string, roles: Person['roles'] = []): Person => ({
  id: id as PersonId,
  callSign: id,
  name: id,
  phone: '',
  language: 'zh',
  roles,
  duty: 'on_duty',
  certificates: [],
  base: null,
  active: true,
});
const place = (code: string, kind: Place['kind'], name: string, lat: number, area = ''): Place => ({
  id: code as PlaceId,
  code,
  kind,
  name,
  aliases: [],
  position: { lat, lon: 120 },
  area,
  active: true,
});

describe('the steps of a hazard', () => {
  it('leave a closed one alone, but for opening it again', () => {
    const closed = { state: 'closed', outcome: 'resolved' } as const;
    const steps = Object.keys(hazardSteps) as HazardStep[];
    expect(steps.filter((step) => canStep(closed, step))).toEqual(['reopen']);
    for (const outcome of ['not_hazard', 'withdrawn', 'merged'] as const) {
      expect(steps.filter((step) => canStep({ state: 'closed', outcome }, step))).toEqual([]);
    }
  });

  it('let only what is fixed be checked', () => {
    const states: HazardState[] = ['reported', 'graded', 'assigned', 'accepted', 'fixed', 'closed'];
    expect(states.filter((state) => canStep({ state, outcome: null }, 'recheck'))).toEqual(['fixed']);
  });
});

describe('who may', () => {
  const owner = person('owner', ['grid_worker']);
  const hazard = { ownerId: owner.id, leaderId: 'leader' as PersonId, fixedById: 'fixer' as PersonId };
  const reports = [{ id: 'r' as HazardReportId, personId: 'teller' as PersonId }];

  it('check: never the fixer, never the owner, whatever their roles', () => {
    fc.assert(
      fc.property(
        fc.subarray(['grid_worker', 'safety_officer', 'leader', 'duty_officer', 'admin'] as const),
        (roles) => {
          for (const id of ['fixer', 'owner']) {
            expect(mayOnHazard(person(id, roles), 'hazard_pass', hazard, reports)).toBe(false);
            expect(mayOnHazard(person(id, roles), 'hazard_fail', hazard, reports)).toBe(false);
          }
        },
      ),
    );
    expect(mayOnHazard(person('other', ['grid_worker']), 'hazard_pass', hazard, reports)).toBe(true);
    expect(mayOnHazard(person('other', ['resident']), 'hazard_pass', hazard, reports)).toBe(false);
  });

  it.each([
    ['hazard_grade', ['officer', 'leader']],
    ['hazard_accept', ['owner']],
    ['hazard_extend', ['officer', 'leader']],
    ['hazard_supervise', ['officer', 'leader']],
    ['hazard_withdraw', ['teller']],
    ['hazard_rate', ['teller']],
    ['hazard_reopen', ['officer', 'leader', 'teller']],
  ] as const)('%s: %s', (verb, allowed) => {
    const people = [
      person('officer', ['duty_officer']),
      person('leader', ['leader']),
      owner,
      person('teller'),
      person('stranger', ['grid_worker', 'rescuer', 'mediator']),
    ];
    expect(people.filter((one) => mayOnHazard(one, verb, hazard, reports)).map(({ id }) => id)).toEqual(allowed);
  });

  it('do anything once inactive, or with a verb that is not a hazard’s: nobody', () => {
    expect(standingsOf({ ...owner, active: false }, hazard, reports).size).toBe(0);
    expect(mayOnHazard(person('officer', ['admin']), 'call_out', hazard, reports)).toBe(false);
    expect(maySeeHazard(person('stranger', ['resident']), hazard, reports)).toBe(false);
  });

  it('answer a draft: its person alone', () => {
    const draft = { personId: owner.id };
    expect(mayOnDraft(owner, 'hazard_file', draft)).toBe(true);
    expect(mayOnDraft(owner, 'hazard_grade', draft)).toBe(false);
    expect(mayOnDraft(person('officer', ['admin']), 'hazard_file', draft)).toBe(false);
  });
});

describe('the suggested grade', () => {
  const facts = { kinds: ['fire_equipment'] as const, words: '灭火器过期了', people: null };

  it('is ordinary without a reason', () => {
    expect(suggestGrade(facts, usualHazardRules)).toEqual({ grade: 'ordinary', reasons: [] });
  });

  it('names the order, the kind and the words', () => {
    const told = { kinds: ['combustible_dust'] as const, words: '粉尘积了好厚一层', people: null };
    const { grade, reasons } = suggestGrade(told, usualHazardRules);
    expect(grade).toBe('major');
    expect(reasons).toMatchObject([{ rule: 'dust', because: ['combustible_dust', '积'] }]);
    expect(reasons[0]?.source).toContain('第十一条');
  });

  it('thinks of many people behind one staircase', () => {
    const told = { kinds: ['rental'] as const, words: '就一个楼梯', people: 20 };
    expect(suggestGrade(told, usualHazardRules).reasons.map(({ rule }) => rule)).toEqual([
      'crowded_rental',
      'many_people',
    ]);
  });

  it('follows the zone’s own line before the built-in ones', () => {
    const { grading } = hazardRulesSchema.parse({
      grading: [{ kinds: ['no_certificate'], grade: 'ordinary', reason: { zh: '先查证', en: 'check papers first' } }],
    });
    const told = { kinds: ['no_certificate'] as const, words: '没证', people: null };
    const { grade, reasons } = suggestGrade(told, { grading });
    expect(grade).toBe('ordinary');
    expect(reasons.map(({ rule }) => rule)).toEqual([null, 'certificates']);
  });
});

describe('who has it put right', () => {
  const places = [
    place('CUN-1', 'village', '上桥村', 28.9, '东片'),
    place('CUN-2', 'village', '西塘村', 28.95, '西片'),
    place('QY-0217', 'enterprise', '永固五金', 28.901, '上桥工业区'),
  ];
  const rules = hazardRulesSchema.parse({
    owners: [
      { places: ['QY-0217'], owners: ['安01'] },
      { areas: ['东片'], kinds: ['gas'], owners: ['燃01'] },
      { areas: ['东片'], owners: ['网01', '网02'] },
      { owners: ['网02'] },
    ],
    leaders: [{ areas: ['上桥'], leader: '领01' }],
    days: [{ kinds: ['gas'], grade: 'major', days: 3 }],
  });
  const at1 = hazardArea(places, null, { lat: 28.9005, lon: 120 });

  it('is found by place, area and kind, the first line first', () => {
    expect(ownersFor(rules, hazardArea(places, places[2]!, null), ['other'])).toEqual(['安01', '网01', '网02']);
    expect(ownersFor(rules, at1, ['gas'])).toEqual(['燃01', '网01', '网02']);
    expect(ownersFor(rules, at1, ['road'])).toEqual(['网01', '网02']);
    expect(ownersFor(rules, hazardArea(places, null, null), ['road'])).toEqual(['网02']);
  });

  it('knows an area by the nearest village, with and without 村', () => {
    expect(at1).toMatchObject({ area: '上桥村', names: ['上桥村', '东片'] });
    expect(leadersFor(rules, at1, ['road'])).toEqual(['领01']);
    expect(checkersFor(rules, at1, ['road'])).toEqual([]);
    expect(hazardArea(places, null, { lat: 10, lon: 10 })).toEqual({ area: '', names: [], placeCode: '' });
  });

  it('has the days of the first line that fits, else the grade’s', () => {
    expect(daysFor(rules, ['gas'], 'major')).toBe(3);
    expect(daysFor(rules, ['gas'], 'ordinary')).toBe(5);
    expect(daysFor(rules, ['road'], 'major')).toBe(15);
  });

  it('does not take the middle of a village for the spot', () => {
    expect(hazardPosition(null, places[0]!)).toBeNull();
    expect(hazardPosition({ lat: 1, lon: 2 }, places[0]!)).toEqual({ lat: 1, lon: 2 });
    expect(hazardPosition(null, place('CD', 'charger', '充电桩', 28.9))).toEqual({ lat: 28.9, lon: 120 });
  });
});

describe('seen before', () => {
  const now = at('2026-11-23');
  const known = hazardOf({ kinds: ['road'], position: { lat: 28.9, lon: 120 }, reportedAt: now - 3 * 86_400_000 });
  const telling = {
    kinds: ['road'] as const,
    placeId: null,
    placeWords: '',
    position: { lat: 28.9003, lon: 120 },
    at: now,
  };

  it('is the same kind within 50 metres and 14 days', () => {
    expect(findTwin([known], telling, usualHazardRules)).toMatchObject({ sure: 'same' });
    const far = { ...telling, position: { lat: 28.901, lon: 120 } };
    expect(findTwin([known], far, usualHazardRules)).toBeNull();
    expect(findTwin([{ ...known, reportedAt: now - 15 * 86_400_000 }], telling, usualHazardRules)).toBeNull();
    expect(findTwin([known], { ...telling, kinds: ['gas'] }, usualHazardRules)).toBeNull();
    expect(findTwin([{ ...known, state: 'closed' }], telling, usualHazardRules)).toBeNull();
  });

  it('is only a maybe somewhere in the same large place', () => {
    const placeId = 'P' as PlaceId;
    const there = hazardOf({ kinds: ['road'], position: null, placeId, placeWords: '上桥村', reportedAt: now });
    const vague = { ...telling, position: null, placeId, placeWords: '上桥村' };
    expect(findTwin([there], vague, usualHazardRules)).toMatchObject({ sure: 'maybe' });
    const house = { ...there, placeWords: '上桥村36号' };
    expect(findTwin([house], { ...vague, placeWords: '上桥村 36号' }, usualHazardRules)).toMatchObject({
      sure: 'same',
    });
  });

  it('is not another house of the same village', () => {
    const placeId = 'P' as PlaceId;
    const there = hazardOf({ kinds: ['road'], position: null, placeId, placeWords: '上桥村36号', reportedAt: now });
    const other = { ...telling, position: null, placeId, placeWords: '上桥村38号' };
    expect(findTwin([there], other, usualHazardRules)).toBeNull();
  });

  it('joins nothing that is only "other": a human is asked at the same spot, and nobody in a large place', () => {
    const other = { ...known, kinds: ['other'] as const };
    expect(findTwin([other], { ...telling, kinds: ['other'] }, usualHazardRules)).toMatchObject({ sure: 'maybe' });
    const placeId = 'P' as PlaceId;
    const there = { ...other, position: null, placeId, placeWords: '上桥村' };
    const vague = { ...telling, kinds: ['other'] as const, position: null, placeId, placeWords: '上桥村' };
    expect(findTwin([there], vague, usualHazardRules)).toBeNull();
  });

  it('is a maybe where the pictures look alike', () => {
    const elsewhere = { ...telling, position: null };
    const photos = { distance: () => 6, atMost: 8 };
    expect(findTwin([known], elsewhere, usualHazardRules, photos)).toMatchObject({ sure: 'maybe' });
    expect(findTwin([known], elsewhere, usualHazardRules, { ...photos, atMost: 5 })).toBeNull();
  });

  it('is the nearest of several', () => {
    const nearer = { ...known, id: 'nearer' as HazardId, position: { lat: 28.9002, lon: 120 } };
    expect(findTwin([known, nearer], telling, usualHazardRules)?.hazard.id).toBe('nearer');
  });
});

describe('the second look', () => {
  const ordinary = { round: 1, grade: 'ordinary', handling: 'by_deadline' } as const;

  it('is certain for major, supervised and returned ones', () => {
    const token = 'T' as Token;
    expect(drawRecheck({ ...ordinary, token, grade: 'major' }, 0)).toMatchObject({ checked: true, why: 'major' });
    expect(drawRecheck({ ...ordinary, token, handling: 'supervised' }, 0)).toMatchObject({ checked: true });
    expect(drawRecheck({ ...ordinary, token, round: 2 }, 0)).toMatchObject({ checked: true, why: 'returned' });
  });

  it('is drawn by lot for ordinary ones: the same lot each time, the share over many', () => {
    const draws = Array.from({ length: 5_000 }, (_, i) => drawRecheck({ ...ordinary, token: `K${i}` as Token }, 20));
    const share = draws.filter(({ checked }) => checked).length / draws.length;
    expect(share).toBeGreaterThan(0.18);
    expect(share).toBeLessThan(0.22);
    expect(drawRecheck({ ...ordinary, token: 'K7' as Token }, 20)).toEqual(draws[7]);
    expect(draws.every(({ lot, checked }) => lot !== null && checked === lot < 20)).toBe(true);
  });

  it('never happens with a share of nothing, always with all', () => {
    fc.assert(
      fc.property(fc.string(), (token) => {
        expect(drawRecheck({ ...ordinary, token: token as Token }, 0).checked).toBe(false);
        expect(drawRecheck({ ...ordinary, token: token as Token }, 100).checked).toBe(true);
      }),
    );
  });
});

describe('the alarms of a deadline', () => {
  const rules = { timeZone: 'Asia/Shanghai', calendar: workingCalendar(), workStart: '08:30', workEnd: '17:30' };
  const terms = {
    startAt: at('2026-11-23'),
    given: { unit: 'working_days', count: 5 },
    extensions: [],
    pauses: [],
  } as const;
  const steps = overdueSteps(sumDeadline(terms, rules), usualHazardRules.overdue, rules);

  it('come a working day before, on the day, one and three after, then leader, then supervision', () => {
    expect(steps.map(({ step, at: when }) => [step.to, step.days, when])).toEqual([
      ['owner', -1, at('2026-11-27', '08:30')],
      ['owner', 0, at('2026-11-30', '08:30')],
      ['owner', 1, at('2026-12-01', '08:30')],
      ['owner', 3, at('2026-12-03', '08:30')],
      ['leader', 5, at('2026-12-07', '08:30')],
      ['supervision', 10, at('2026-12-14', '08:30')],
    ]);
  });

  it('that were slept through are one: the last', () => {
    expect(dueStep(steps, 0, at('2026-12-02'))).toEqual({
      step: { to: 'owner', days: 1 },
      taken: 3,
      nextAt: at('2026-12-03', '08:30'),
    });
    expect(dueStep(steps, 3, at('2026-12-02')).step).toBeNull();
    expect(dueStep(steps, 6, at('2027-12-02'))).toEqual({ step: null, taken: 6, nextAt: null });
  });

  it('do not remind of a deadline of a day before it has begun', () => {
    const short = sumDeadline({ ...terms, given: { unit: 'working_days', count: 1 } }, rules);
    expect(overdueSteps(short, usualHazardRules.overdue, rules)[0]?.step).toEqual({ to: 'owner', days: 0 });
  });
});

describe('which of their hazards somebody means', () => {
  const list: Hazard[] = [
    hazardOf({ number: 'H-2611-0042', kinds: ['electrical'], words: '配电箱没有门', placeWords: '3号车间' }),
    hazardOf({ number: 'H-2611-0043', kinds: ['fire_equipment'], words: '灭火器过期', placeWords: '食堂' }),
  ];
  const hint = { number: null, kinds: [], placeId: null, placeWords: '', words: '' };
  const meant = (more: object): string[] => meantHazards(list, { ...hint, ...more }).map(({ number }) => number);

  it('is told by the number or its end', () => {
    expect(meant({ number: 'H-2611-0043' })).toEqual(['H-2611-0043']);
    expect(meant({ number: '0042' })).toEqual(['H-2611-0042']);
    expect(meant({ number: '9999' })).toEqual([]);
  });

  it('is told by kind, place or words', () => {
    expect(meant({ kinds: ['electrical'] })).toEqual(['H-2611-0042']);
    expect(meant({ placeWords: '食堂' })).toEqual(['H-2611-0043']);
    expect(meant({ words: '之前说的配电箱没门，已整改' })).toEqual(['H-2611-0042']);
  });

  it('stays open when nothing tells them apart', () => {
    expect(meant({ words: '已整改' })).toHaveLength(2);
  });
});
