import { describe, expect, it } from 'vitest';
import { readSideValue, readTimeValue, sideValue, timeValue } from '../../core/course-tap.ts';
import {
  canStep,
  courseSteps,
  invited,
  isAware,
  mediationEndsAt,
  meetsApart,
  readerOf,
  sideOf,
  speaksFor,
  stepRefusal,
  type CourseStep,
} from '../../core/dispute.ts';
import type { PersonId } from '../../core/ids.ts';
import { blankBody, dangers, type MatterState } from '../../core/matter.ts';
import type { Party } from '../../core/party.ts';
import { tapData } from '../../core/message.ts';
import { readTap } from '../../bot/route-tap.ts';

const [li, chen] = ['li', 'chen'] as PersonId[];
function party(key: string, given: Partial<Party> = {}): Party {
  const nobody = { name: key, phone: '', personId: null, people: 1, proxy: null, consent: null, consentAt: null };
  return { key, role: 'respondent', ...nobody, ...given };
}
const steps = Object.keys(courseSteps) as CourseStep[];
const at = (state: MatterState) => ({ state, body: blankBody });

describe('the course of a mediation', () => {
  it('starts no session before all sides agree', () => {
    for (const state of ['reported', 'screened', 'assigned'] as const) {
      expect(stepRefusal(at(state), 'propose')).toEqual({ kind: 'matter_not_yet', need: 'consent' });
      expect(stepRefusal(at(state), 'hold')).toEqual({ kind: 'matter_not_yet', need: 'consent' });
    }
  });

  it('hears a no at any time until something is agreed', () => {
    for (const state of ['reported', 'screened', 'assigned', 'accepted', 'mediating', 'suspended'] as const)
      expect(canStep({ state }, 'note_consent')).toBe(true);
    expect(canStep({ state: 'effective' }, 'note_consent')).toBe(false);
  });

  it('does nothing any more once it is archived, nor while it is being told but wait', () => {
    for (const step of steps) {
      expect(stepRefusal(at('archived'), step)).toEqual({ kind: 'matter_already', state: 'archived' });
      expect(canStep({ state: 'telling' }, step)).toBe(false);
    }
  });

  it('rests until it goes on: no session is arranged meanwhile', () => {
    expect(stepRefusal(at('suspended'), 'propose')).toEqual({ kind: 'matter_already', state: 'suspended' });
    expect(canStep({ state: 'suspended' }, 'go_on')).toBe(true);
    expect(canStep({ state: 'mediating' }, 'go_on')).toBe(false);
  });

  it('wants a session before somebody can have stayed away from it', () => {
    expect(stepRefusal(at('accepted'), 'miss')).toEqual({ kind: 'matter_not_yet', need: 'session' });
  });
});

describe('where somebody was in danger', () => {
  it.each(dangers)('no meeting is offered: %s', (danger) => {
    expect(meetsApart({ danger, about: 'wages' })).toBe(true);
  });

  it('nor where there was violence at home, however it was told', () => {
    expect(meetsApart({ danger: null, about: 'domestic_violence' })).toBe(true);
    expect(meetsApart({ danger: null, about: 'family' })).toBe(false);
  });
});

describe('a side', () => {
  const parties = [party('a'), party('b', { personId: chen ?? null })];
  const matter = { tellerId: li ?? null, body: { ...blankBody, parties } };

  it('is known by itself, and whoever told is the first one', () => {
    expect(sideOf(matter, 'li')).toBe('a');
    expect(sideOf(matter, 'chen')).toBe('b');
    expect(sideOf(matter, 'wang')).toBeNull();
    expect(parties.map((one) => readerOf(matter, one))).toEqual(['li', 'chen']);
  });

  it('is somebody else where it was told for them', () => {
    const told = { tellerId: li ?? null, body: { ...blankBody, parties: [party('a', { personId: chen ?? null })] } };
    expect(sideOf(told, 'li')).toBeNull();
  });

  it('is spoken for by its proxy only when it agreed to that', () => {
    const proxy = { name: '儿子', phone: '199', relation: '儿子', agreed: null };
    expect(speaksFor(party('b', { proxy }))).toMatchObject({ name: 'b' });
    expect(speaksFor(party('b', { proxy: { ...proxy, agreed: false } }))).toMatchObject({ name: 'b' });
    expect(speaksFor(party('b', { proxy: { ...proxy, agreed: true } }))).toMatchObject({ name: '儿子' });
  });

  it('that did not tell of it knows of nothing until it is asked', () => {
    expect([isAware(party('a')), isAware(party('b'))]).toEqual([true, false]);
    expect(isAware(party('b', { consent: 'unreached' }))).toBe(false);
    expect(isAware(party('b', { consent: 'asked' }))).toBe(true);
  });

  it('is asked to its own talk alone', () => {
    expect(invited({ side: 'b' }, parties).map(({ key }) => key)).toEqual(['b']);
    expect(invited({}, parties).map(({ key }) => key)).toEqual(['a', 'b']);
  });
});

describe('the month of a mediation', () => {
  const accepted = Date.UTC(2026, 10, 22, 12);

  it('ends with the thirtieth day after it was accepted', () => {
    const ends = mediationEndsAt({ acceptedAt: accepted, body: blankBody }, 30, 'Asia/Shanghai');
    expect(ends).toBe(Temporal.ZonedDateTime.from('2026-12-23T00:00[Asia/Shanghai]').epochMilliseconds);
  });

  it('ends later when all agreed to that, and never before it was accepted', () => {
    const body = { ...blankBody, extension: { untilAt: 5, askedDays: 15, agreed: [] } };
    expect(mediationEndsAt({ acceptedAt: accepted, body }, 30, 'Asia/Shanghai')).toBe(5);
    expect(mediationEndsAt({ acceptedAt: null, body: blankBody }, 30, 'Asia/Shanghai')).toBeNull();
  });
});

describe('what the buttons of a mediation carry', () => {
  const token = 'T000000000000001' as Parameters<typeof tapData>[0]['token'];

  it.each([
    { session: 2, said: 0 },
    { session: 12, said: 'none', side: 'b' },
    { session: 1, said: 'all' },
  ] as const)('a time comes back as it went: %o', (value) => {
    const data = tapData({ token, verb: 'matter_time', value: timeValue(value) });
    expect(readTimeValue(readTap(data)?.value ?? '')).toEqual({ side: null, ...value });
  });

  it('so does what is said for a side', () => {
    const data = tapData({ token, verb: 'matter_consent', value: sideValue('unreached', 'b') });
    expect(readSideValue(readTap(data)?.value ?? '', ['yes', 'unreached'])).toEqual({ side: 'b', said: 'unreached' });
    expect(readSideValue('yes', ['yes'])).toEqual({ side: null, said: 'yes' });
  });

  it.each(['', 'x', '2', ':0', '2:9x', 'bb:2:0', '2:none:1', 'b:yes; drop', '9999:0'])(
    'is refused when forged: %s',
    (value) => {
      expect(readTimeValue(value)).toBeNull();
      expect(readSideValue(value, ['yes', 'no'])).toBeNull();
    },
  );
});
