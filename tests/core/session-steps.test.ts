import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../core/ids.ts';
import { blankBody } from '../../core/matter.ts';
import type { Party } from '../../core/party.ts';
import type { Session } from '../../core/session.ts';
import {
  bookedAt,
  calledOff,
  openSession,
  overlap,
  proposedSession,
  sessionDue,
  withAnswer,
  withSession,
} from '../../core/session-steps.ts';

const hour = 3_600_000;
const now = Date.UTC(2026, 10, 22, 12);
const wednesday = Date.UTC(2026, 10, 25, 7);
const thursday = Date.UTC(2026, 10, 26, 2);

function party(key: string): Party {
  const nobody = {
    name: '',
    phone: '',
    personId: null,
    people: 1,
    proxy: null,
    consent: 'yes',
    consentAt: now,
  } as const;
  return { key, role: key === 'a' ? 'applicant' : 'respondent', ...nobody };
}
const sides = [party('a'), party('b')];

function proposed(given: Partial<Session> = {}): Session {
  const session = proposedSession({
    n: 1,
    times: [thursday, wednesday],
    minutes: 90,
    placeWords: '二楼调解室',
    form: 'joint',
    mediatorId: 'mediator' as PersonId,
    askedAt: now,
  });
  return { ...session, ...given };
}

describe('times to choose from', () => {
  it('are three at the most, each once, the earliest first', () => {
    const times = [thursday, wednesday, thursday, thursday + hour, thursday + 2 * hour];
    expect(proposedSession({ ...proposed(), times }).times).toEqual([wednesday, thursday, thursday + hour]);
  });

  it('wait for the sides that have not answered', () => {
    const answered = withAnswer(proposed(), 'a', 0);
    expect(overlap(answered, sides, now)).toEqual({ kind: 'waiting', sides: ['b'] });
  });

  it('come to the earliest that suits everybody', () => {
    const both = withAnswer(withAnswer(proposed(), 'a', 'all'), 'b', 1);
    expect(overlap(both, sides, now)).toEqual({ kind: 'found', at: thursday });
    expect(overlap(withAnswer(both, 'b', 0), sides, now)).toEqual({ kind: 'found', at: wednesday });
  });

  it('come to nothing as soon as none is left that can suit all', () => {
    expect(overlap(withAnswer(withAnswer(proposed(), 'a', 0), 'b', 1), sides, now)).toEqual({ kind: 'none' });
    expect(overlap(withAnswer(proposed(), 'a', 'none'), sides, now)).toEqual({ kind: 'none' });
  });

  it('do not count once they are over', () => {
    const both = withAnswer(withAnswer(proposed(), 'a', 0), 'b', 'all');
    expect(overlap(both, sides, wednesday)).toEqual({ kind: 'none' });
  });

  it('are added by more taps, kept by the same tap, and taken back by none of them', () => {
    const twice = withAnswer(withAnswer(proposed(), 'a', 0), 'a', 0);
    expect(twice.answers).toEqual({ a: [0] });
    expect(withAnswer(twice, 'a', 1).answers).toEqual({ a: [0, 1] });
    expect(withAnswer(twice, 'a', 'none').answers).toEqual({ a: [] });
    expect(withAnswer(twice, 'a', 7).answers).toEqual({ a: [0] });
  });

  it('are asked of one side alone where the sides do not meet', () => {
    const apart = withAnswer(proposed({ form: 'apart', side: 'a' }), 'a', 1);
    expect(overlap(apart, sides, now)).toEqual({ kind: 'found', at: thursday });
  });
});

describe('a session', () => {
  it('stands in its matter once, under its number', () => {
    const body = withSession(withSession(blankBody, proposed()), bookedAt(proposed(), wednesday, now));
    expect(body.sessions).toHaveLength(1);
    expect(openSession(body)?.state).toBe('booked');
    expect(openSession(withSession(body, calledOff(proposed())))).toBeNull();
  });

  it('has a higher sequence each time it is moved or called off, and not when it is booked first', () => {
    const booked = bookedAt(proposed(), wednesday, now);
    const moved = bookedAt(booked, thursday, now);
    expect([booked.sequence, moved.sequence, calledOff(moved).sequence]).toEqual([0, 1, 2]);
  });

  /** All reminders of a session with their hours from its beginning, as its timer finds them. */
  function reminders(session: Session, from: number): string[] {
    const told: string[] = [];
    let one = session;
    let at: number | null = from;
    for (let turn = 0; at !== null && turn < 20; turn += 1) {
      const due = sessionDue(one, at);
      const start = one.startsAt ?? one.times[0] ?? 0;
      if (due.reminder !== null) told.push(`${due.reminder} ${String((at - start) / hour)}`);
      if (due.lapsed) told.push('lapsed');
      one = { ...one, reminded: [...one.reminded, ...due.passed] };
      at = due.nextAt;
    }
    return told;
  }

  it('is due at whole milliseconds, at whatever instant its times were proposed', () => {
    for (const askedAt of [now, now + 1, wednesday - 20 * hour + 3]) {
      const { nextAt } = sessionDue(proposed({ askedAt }), askedAt);
      expect(Number.isSafeInteger(nextAt), String(nextAt)).toBe(true);
    }
  });

  it('is reminded of the day before and an hour before, and asked about after it', () => {
    expect(reminders(bookedAt(proposed(), wednesday, now), now)).toEqual(['day -24', 'hour -1', 'over 2', 'again 26']);
  });

  it('booked for today has no reminder of the day before; in an hour, none at all', () => {
    const soon = now + 5 * hour;
    expect(reminders(bookedAt(proposed(), soon, now), now)).toEqual(['hour -1', 'over 2', 'again 26']);
    expect(reminders(bookedAt(proposed(), now + hour / 2, now), now)).toEqual(['over 2', 'again 26']);
  });

  it('is not reminded of late, when the program stood still', () => {
    expect(sessionDue(bookedAt(proposed(), wednesday, now), wednesday + 1)).toMatchObject({ reminder: null });
    const days = sessionDue(bookedAt(proposed(), wednesday, now), wednesday + 90 * hour);
    expect(days).toMatchObject({ reminder: 'again', passed: ['over', 'again'], nextAt: null });
  });

  it('whose times nobody has answered asks once more, and lapses with the last of them', () => {
    expect(reminders(proposed(), now)).toEqual(['asked -43', 'lapsed']);
    const today = proposed({ times: [now + 4 * hour] });
    expect(reminders(today, now)).toEqual(['asked -2', 'lapsed']);
  });
});
