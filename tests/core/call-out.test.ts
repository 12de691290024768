import { describe, expect, it } from 'vitest';
import { planWave, waveSize } from '../../core/call-out.ts';
import { rankCandidates } from '../../core/candidates.ts';
import type { IncidentId, OrderId, PersonId, RoomId, SeatId, Token } from '../../core/ids.ts';
import type { Order, Seat } from '../../core/incident.ts';
import type { Candidate } from '../../core/people.ts';
import type { Skill } from '../../core/catalogue.ts';
import { usualTiming } from '../../core/zone/timing.ts';

const now = Date.UTC(2028, 1, 29, 12);
const target = { lat: 28.9, lon: 120 };
const ask = { target, now, today: '2028-02-29', timing: usualTiming };

function candidate(name: string, skills: readonly Skill[], more: Partial<Candidate> & { km?: number } = {}): Candidate {
  return {
    person: {
      id: name as PersonId,
      callSign: name,
      name,
      phone: '',
      language: 'zh',
      roles: ['rescuer'],
      duty: 'reachable',
      certificates: skills.map((skill) => ({ skill, validUntil: null })),
      base: more.km === undefined ? null : { lat: 28.9 + more.km / 111.2, lon: 120 },
      active: true,
      ...more.person,
    },
    channels: more.channels ?? [{ platform: 'telegram', roomId: name as RoomId }],
    position: more.position ?? null,
    busy: more.busy ?? false,
  };
}

const seat = (id: string, skill: Skill | null, needed: number, taken = 0): Seat => ({
  id: id as SeatId,
  incidentId: 'i' as IncidentId,
  skill,
  needed,
  taken,
  origin: 'plan',
  words: '',
});

const asked = (person: string, seatId: string, more: Partial<Order> = {}): Order => ({
  id: `o-${person}` as OrderId,
  incidentId: 'i' as IncidentId,
  seatId: seatId as SeatId,
  personId: person as PersonId,
  wave: 1,
  code: 'A7K',
  token: 't' as Token,
  answer: 'open',
  reason: '',
  door: null,
  standbyRank: null,
  platform: 'telegram',
  channelsTried: 1,
  distanceMetres: null,
  travelMinutes: null,
  positionAt: null,
  createdAt: now,
  waitUntil: now + 30_000,
  sentAt: null,
  deliveredAt: null,
  seenAt: null,
  answeredAt: null,
  acceptedAt: null,
  etaAt: null,
  underwayAt: null,
  onSceneAt: null,
  doneAt: null,
  releasedAt: null,
  safeAt: null,
  ...more,
});

describe('who is asked first', () => {
  const order = (candidates: readonly Candidate[]): string[] =>
    rankCandidates(candidates, { ...ask, skill: null }).ranked.map(({ candidate: { person } }) => person.id);

  it('on duty before reachable, near before far, known before unknown', () => {
    const far = candidate('far', [], { km: 9 });
    const near = candidate('near', [], { km: 1 });
    const unknown = candidate('unknown', []);
    const duty = candidate('duty', [], { km: 20 });
    expect(order([unknown, far, { ...duty, person: { ...duty.person, duty: 'on_duty' } }, near])).toEqual([
      'duty',
      'near',
      'far',
      'unknown',
    ]);
  });

  it('a position that has grown old counts no more; the base does', () => {
    const position = { ...target, at: now - 31 * 60_000, source: 'live' as const };
    expect(order([candidate('was-here', [], { km: 5, position }), candidate('near', [], { km: 2 })])).toEqual([
      'near',
      'was-here',
    ]);
    const fresh = { ...position, at: now - 29 * 60_000 };
    expect(order([candidate('near', [], { km: 2 }), candidate('is-here', [], { km: 5, position: fresh })])).toEqual([
      'is-here',
      'near',
    ]);
  });

  it('a certificate counts until the end of its last day, on a leap day too', () => {
    const until = (day: string): Candidate => {
      const one = candidate(day, []);
      return { ...one, person: { ...one.person, certificates: [{ skill: 'diving', validUntil: day }] } };
    };
    const ranking = rankCandidates([until('2028-02-29'), until('2028-02-28')], { ...ask, skill: 'diving' });
    expect(ranking.ranked.map(({ candidate: { person } }) => person.id)).toEqual(['2028-02-29']);
    expect(ranking.passedOver).toMatchObject([{ person: { id: '2028-02-28' }, why: 'certificate_expired' }]);
  });

  it('tells for each person passed over why', () => {
    const off = candidate('off', ['rope']);
    const ranking = rankCandidates(
      [
        candidate('no-skill', ['diving']),
        { ...off, person: { ...off.person, duty: 'off' } },
        candidate('busy', ['rope'], { busy: true }),
        candidate('unreachable', ['rope'], { channels: [] }),
      ],
      { ...ask, skill: 'rope' },
    );
    expect(ranking.ranked).toEqual([]);
    expect(ranking.passedOver.map(({ why }) => why)).toEqual(['no_certificate', 'off_duty', 'busy', 'no_channel']);
  });
});

describe('a wave', () => {
  it('is a little larger than the need', () => {
    expect([0, 1, 2, 3, 10].map((empty) => waveSize(empty, 50))).toEqual([0, 2, 3, 5, 15]);
  });

  it('leaves the only diver for the diver’s seat', () => {
    const both = candidate('both', ['diving', 'first_aid'], { km: 1 });
    const medic = candidate('medic', ['first_aid'], { km: 5 });
    const plan = planWave([seat('aid', 'first_aid', 1), seat('dive', 'diving', 1)], [], [both, medic], ask);
    expect(plan.askings.map((one) => [one.seat.id, one.ranked.candidate.person.id])).toEqual([
      ['dive', 'both'],
      ['aid', 'medic'],
    ]);
    expect(plan.short).toEqual([]);
  });

  it('asks nobody twice and nobody while enough are still being asked', () => {
    const people = ['a', 'b', 'c', 'd'].map((name) => candidate(name, ['boat']));
    const orders = [asked('a', 's', { answer: 'declined' }), asked('b', 's'), asked('c', 's')];
    expect(planWave([seat('s', 'boat', 1)], orders, people, ask).askings).toEqual([]);
    const later = { ...ask, now: now + 30_000 };
    const next = planWave([seat('s', 'boat', 1)], orders, people, later);
    expect(next.askings.map((one) => one.ranked.candidate.person.id)).toEqual(['d']);
  });

  it('names the seats that cannot be filled', () => {
    const plan = planWave([seat('s', 'boat', 2)], [], [candidate('a', ['boat'])], ask);
    expect(plan.short.map(({ id }) => id)).toEqual(['s']);
  });
});
