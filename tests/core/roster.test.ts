import { describe, expect, it } from 'vitest';
import { occurrencesOf, takesOver, teamsOfRoster, type Occurrence } from '../../core/roster.ts';
import { workingCalendar } from '../../core/working-days.ts';
import { rosterSchema, type Roster } from '../../core/zone/patrol-rules.ts';
import type { z } from 'zod';

const shanghai = 'Asia/Shanghai';
const at = (local: string, timeZone = shanghai): number =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds;

function roster(says: Partial<z.input<typeof rosterSchema>> = {}): Roster {
  return rosterSchema.parse({
    code: 'YJ',
    name: '义警夜巡',
    turns: ['A', 'B', 'C'],
    start: '2026-11-01T20:00',
    rule: 'FREQ=DAILY',
    minutes: 360,
    ...says,
  });
}

function occurrences(of: Roster, from: string, to: string, timeZone = shanghai): readonly Occurrence[] {
  const found = occurrencesOf(of, workingCalendar(), timeZone, at(from, timeZone), at(to, timeZone));
  if (!found.ok) throw new Error(JSON.stringify(found.fault));
  return found.occurrences;
}
const turns = (of: Roster, from: string, to: string): string[] =>
  occurrences(of, from, to).map(({ date, teams }) => `${date.slice(5)} ${teams.join('+')}`);

describe('a roster', () => {
  it('gives each team its night in turn', () => {
    expect(turns(roster(), '2026-11-01T00:00', '2026-11-05T00:00')).toEqual([
      '11-01 A',
      '11-02 B',
      '11-03 C',
      '11-04 A',
    ]);
  });

  it('says the same team for a night, whenever it is asked', () => {
    expect(turns(roster(), '2026-11-04T00:00', '2026-11-05T00:00')).toEqual(['11-04 A']);
    expect(turns(roster(), '2027-11-01T00:00', '2027-11-02T00:00')).toEqual(['11-01 C']);
  });

  it('has a night of 34 squads come round on the 35th', () => {
    const squads = Array.from({ length: 34 }, (_, i) => `YJ-${i + 1}`);
    const nights = occurrences(roster({ turns: squads }), '2026-11-01T00:00', '2026-12-06T00:00');
    expect(nights[0]?.teams).toEqual(['YJ-1']);
    expect(nights[34]).toMatchObject({ date: '2026-12-05', teams: ['YJ-1'] });
  });

  it('ends after midnight, on the next day', () => {
    const [night] = occurrences(roster(), '2026-11-01T00:00', '2026-11-02T00:00');
    expect(night).toEqual({
      rosterCode: 'YJ',
      date: '2026-11-01',
      startsAt: at('2026-11-01T20:00'),
      endsAt: at('2026-11-02T02:00'),
      teams: ['A'],
    });
  });

  it('keeps its date where it begins an hour after midnight', () => {
    const late = roster({ start: '2026-11-02T01:00' });
    expect(turns(late, '2026-11-02T00:00', '2026-11-03T00:00')).toEqual(['11-02 A']);
    expect(turns(late, '2026-11-02T02:00', '2026-11-03T02:00')).toEqual(['11-03 B']);
  });

  it('lasts six hours also in the night of a clock change', () => {
    const nights = occurrences(
      roster({ start: '2026-10-24T22:00' }),
      '2026-10-24T00:00',
      '2026-10-26T00:00',
      'Europe/Berlin',
    );
    expect(nights.map(({ startsAt, endsAt }) => (endsAt - startsAt) / 3_600_000)).toEqual([6, 6]);
    expect(nights[0]?.endsAt).toBe(Temporal.Instant.from('2026-10-25T03:00+01:00').epochMilliseconds);
  });

  it('lets two villages go together', () => {
    const joint = roster({ turns: [['HC-01', 'HC-02'], 'YX-01'] });
    expect(turns(joint, '2026-11-01T00:00', '2026-11-03T00:00')).toEqual(['11-01 HC-01+HC-02', '11-02 YX-01']);
    expect(teamsOfRoster(joint)).toEqual(['HC-01', 'HC-02', 'YX-01']);
  });

  it('uses the turn of a cancelled night up, so that every other night stays', () => {
    const storm = roster({ exceptions: [{ date: '2026-11-02', cancelled: true }] });
    expect(turns(storm, '2026-11-01T00:00', '2026-11-05T00:00')).toEqual(['11-01 A', '11-03 C', '11-04 A']);
  });

  it('lets others take a night, at other times, in the turn of those whose it was', () => {
    const swapped = roster({
      exceptions: [{ date: '2026-11-02', teams: ['X', 'Y'], start: '18:30', minutes: 90 }],
    });
    expect(turns(swapped, '2026-11-01T00:00', '2026-11-04T00:00')).toEqual(['11-01 A', '11-02 X+Y', '11-03 C']);
    expect(occurrences(swapped, '2026-11-02T00:00', '2026-11-03T00:00')[0]).toMatchObject({
      startsAt: at('2026-11-02T18:30'),
      endsAt: at('2026-11-02T20:00'),
    });
    expect(teamsOfRoster(swapped)).toEqual(['A', 'B', 'C', 'X', 'Y']);
  });

  it('finds a night that was put forward to where it is now', () => {
    const early = roster({ exceptions: [{ date: '2026-11-02', start: '06:00' }] });
    expect(turns(early, '2026-11-02T00:00', '2026-11-02T12:00')).toEqual(['11-02 B']);
    expect(turns(early, '2026-11-02T12:00', '2026-11-03T00:00')).toEqual([]);
  });

  it('passes over days off without using a turn up', () => {
    // Friday 30 October 2026; the next working day is Monday.
    const office = roster({ start: '2026-10-30T09:00', holidays: 'off' });
    expect(turns(office, '2026-10-30T00:00', '2026-11-05T00:00')).toEqual(['10-30 A', '11-02 B', '11-03 C', '11-04 A']);
    expect(turns(office, '2026-11-04T00:00', '2026-11-05T00:00')).toEqual(['11-04 A']);
  });

  it('works on a weekend of 调休, and stays away in the Spring Festival', () => {
    const office = roster({ start: '2026-02-13T09:00', holidays: 'off' });
    expect(turns(office, '2026-02-13T00:00', '2026-02-26T00:00')).toEqual(['02-13 A', '02-14 B', '02-24 C', '02-25 A']);
  });

  it('takes place on a day off that an exception names', () => {
    const office = roster({
      start: '2026-10-30T09:00',
      holidays: 'off',
      exceptions: [
        { date: '2026-10-31', start: '10:00' },
        { date: '2026-11-01', cancelled: true },
      ],
    });
    expect(turns(office, '2026-10-30T00:00', '2026-11-03T00:00')).toEqual(['10-30 A', '10-31 B', '11-02 C']);
  });

  it('says why its rule cannot be', () => {
    expect(occurrencesOf(roster({ rule: 'FREQ=HOURLY' }), workingCalendar(), shanghai, 0, 1)).toEqual({
      ok: false,
      fault: { code: 'rule_too_dense' },
    });
  });
});

describe('who takes over', () => {
  const first = occurrences(roster({ minutes: 180 }), '2026-11-01T00:00', '2026-11-02T00:00')[0]!;

  it('is whoever begins when it ends', () => {
    const second = occurrences(
      roster({ code: 'YX-2', start: '2026-11-01T23:00' }),
      '2026-11-01T00:00',
      '2026-11-04T00:00',
    );
    expect(takesOver(first, second, [first])?.date).toBe('2026-11-01');
  });

  it('is the same desk a day later', () => {
    const desk = occurrences(roster({ minutes: 1_440 }), '2026-11-01T00:00', '2026-11-04T00:00');
    expect(takesOver(desk[0]!, desk, desk)).toBe(desk[1]);
  });

  it('is nobody where its own roster has the next night before', () => {
    const own = occurrences(roster({ minutes: 180 }), '2026-11-01T00:00', '2026-11-04T00:00');
    const late = occurrences(roster({ start: '2026-11-01T23:00' }), '2026-11-02T00:00', '2026-11-04T00:00');
    expect(takesOver(own[0]!, late, own)).toBeNull();
    expect(takesOver(own[1]!, late, own)).toBe(late[0]);
  });

  it('is nobody where the next begins days later', () => {
    expect(takesOver(first, occurrences(roster(), '2026-11-03T00:00', '2026-11-05T00:00'), [first])).toBeNull();
  });
});
