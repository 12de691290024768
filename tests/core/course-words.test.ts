import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSideValue, readTimeValue, timeValue } from '../../core/course-tap.ts';
import { numberIn, readMediatorWords } from '../../core/mediator-words.ts';
import { overlap, proposedSession, sessionDue, withAnswer } from '../../core/session-steps.ts';
import { saidTimes } from '../../core/session-times.ts';
import { timesMeant } from '../../core/times-meant.ts';
import type { PersonId } from '../../core/ids.ts';
import { partyOf } from '../support/matter-factory.ts';

const now = Date.UTC(2026, 10, 22, 12);
const timeZone = 'Asia/Shanghai';
const parties = [partyOf(), partyOf({ key: 'b', name: '东(风*五金' })];
/** What people write about times and sides, in any order and company. */
const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      ...[
        '周三',
        '下周五',
        '下下周一',
        '明天',
        '2月29日',
        '31号',
        '12/31',
        '下午',
        '晚上',
        '3点',
        '两点半',
        '25:61',
        '15:00',
      ],
      ...[
        '到',
        '或者',
        '改到',
        '定',
        '开过了',
        '没来',
        'A方',
        '对方',
        '备注',
        '延长',
        '谈不拢',
        'M-2611-0042',
        '0042',
        ' ',
        '，',
      ],
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  ),
  { maxLength: 12 },
);

describe('whatever somebody writes', () => {
  it('is read without a throw, and never as a time that is over or months away', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const words = parts.join('');
        const { times } = saidTimes(words, now, timeZone);
        for (const at of times) {
          expect(at).toBeGreaterThan(now);
          expect(at).toBeLessThan(now + 93 * 86_400_000);
        }
        expect(times).toEqual([...new Set(times)].toSorted((a, b) => a - b));
        const said = readMediatorWords(numberIn(words).rest, { parties, now, timeZone });
        if (said !== null && 'side' in said && said.side !== null) expect(['a', 'b', 'all']).toContain(said.side);
        const meant = timesMeant(words, { times: [now + 1, now + 86_400_000] }, now, timeZone);
        if (Array.isArray(meant)) for (const i of meant) expect([0, 1]).toContain(i);
      }),
      { numRuns: 400 },
    );
  });

  it('no value of a button is taken for another one', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (value) => {
        const read = readTimeValue(value);
        if (read !== null) {
          const { side: whose, ...said } = read;
          expect(timeValue(whose === null ? said : { ...said, side: whose })).toBe(value);
        }
        const side = readSideValue(value, ['yes', 'no']);
        if (side !== null) expect([side.said, `${side.side ?? ''}:${side.said}`]).toContain(value);
      }),
    );
  });
});

describe('whatever the sides answer', () => {
  const hour = 3_600_000;
  const answers = fc.array(
    fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom<number | 'none' | 'all'>(0, 1, 2, 'none', 'all')),
    { maxLength: 8 },
  );

  it('only a time that both said to suit is found, the earliest of them, and none that is over', () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: 0, max: 5 }), (said, passed) => {
        const times = [now + hour, now + 2 * hour, now + 3 * hour];
        const from = { n: 1, times, minutes: 60, placeWords: '', form: 'joint', mediatorId: 'm' as PersonId } as const;
        const session = said.reduce((sum, [key, what]) => withAnswer(sum, key, what), proposedSession(from));
        const at = now + passed * hour;
        const found = overlap(session, parties, at);
        const common = times.filter(
          (time, i) => time > at && parties.every(({ key }) => session.answers[key]?.includes(i) === true),
        );
        if (found.kind === 'found') expect(found.at).toBe(common[0]);
        else expect(common.length === 0 || found.kind === 'waiting').toBe(true);
      }),
    );
  });

  it('reminders come to an end, whenever the timer wakes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 * hour }), { maxLength: 20 }), (steps) => {
        const times = [now + 30 * hour, now + 50 * hour];
        const from = { n: 1, times, minutes: 60, placeWords: '', form: 'joint', mediatorId: 'm' as PersonId } as const;
        let session = proposedSession({ ...from, askedAt: now });
        const told: string[] = [];
        let at = now;
        for (const step of steps) {
          at += step;
          const due = sessionDue(session, at);
          if (due.reminder !== null) told.push(due.reminder);
          session = { ...session, reminded: [...session.reminded, ...due.passed] };
          expect(due.nextAt === null || due.nextAt > at).toBe(true);
        }
        expect(told.length).toBe(new Set(told).size);
      }),
    );
  });
});
