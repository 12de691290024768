import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matterRoute, type RouteAsk } from '../../core/matter-route.ts';
import { matterRoomSchema, type MatterRoom } from '../../core/zone/private-rules.ts';
import { disputeKinds } from '../../core/catalogue.ts';
import { dangers, matterKinds } from '../../core/matter.ts';

const room = (code: string, more: object = {}): MatterRoom => matterRoomSchema.parse({ code, name: code, ...more });

const village = room('村', {
  level: 'local',
  areas: ['西塘村'],
  kinds: ['neighbour', 'wages'],
  maxYuan: 50_000,
  maxPeople: 10,
});
const firm = room('厂', { level: 'local', places: ['QY-1'], kinds: ['wages', 'work_injury'], maxYuan: 50_000 });
const wages = room('喜哥', { kinds: ['wages', 'work_injury', 'loan'], maxYuan: 1_000_000, maxPeople: 30 });
const logistics = room('聪哥', { areas: ['溪东物流园'] });
const family = room('和事嫂', { kinds: ['family', 'neighbour', 'inheritance_support'] });
const women = room('女人e家', { matters: ['women_adviser', 'dispute'], kinds: ['domestic_violence', 'family'] });
const centre = room('中心', { level: 'zone', maxYuan: 1_000_000 });
const joint = room('联合', { level: 'joint' });
const clue = room('线索', { matters: ['crime_clue'] });
const rooms = [joint, centre, wages, logistics, family, women, clue, village, firm];

const ask = (more: Partial<RouteAsk>): RouteAsk => ({
  kind: 'dispute',
  about: 'wages',
  where: { names: [], placeCode: '' },
  sumYuan: null,
  people: null,
  wishRoom: '',
  danger: null,
  ...more,
});
const way = (more: Partial<RouteAsk>): string[] =>
  matterRoute(rooms, ask(more)).map(({ room: code, why }) => `${code} ${why.join(' ')}`);

describe('the way of a private matter', () => {
  it('begins at the firm’s own committee, goes on to the room for its kind, then to all, then to the joint team', () => {
    expect(way({ where: { names: ['西塘工业区'], placeCode: 'QY-1' } })).toEqual([
      '厂 enterprise',
      '喜哥 kind',
      '中心 zone',
      '联合 joint',
    ]);
  });

  it('begins at the village’s own, with or without its 村', () => {
    for (const name of ['西塘', '西塘村'])
      expect(way({ about: 'neighbour', where: { names: [name], placeCode: '' } })[0]).toBe('村 village');
  });

  it('goes to the room of its part before the room of its kind', () => {
    expect(way({ where: { names: ['溪东物流园'], placeCode: '' } }).slice(0, 2)).toEqual(['聪哥 area', '喜哥 kind']);
  });

  it('passes over a room that does not take so much, and says so', () => {
    const where = { names: [], placeCode: 'QY-1' };
    expect(way({ where, sumYuan: 50_000 })[0]).toBe('厂 enterprise');
    expect(way({ where, sumYuan: 50_001 })[0]).toBe('喜哥 kind sum');
    expect(way({ sumYuan: 2_000_000 })).toEqual(['联合 joint sum']);
  });

  it('passes over a room that does not take so many people', () => {
    expect(way({ people: 31 })).toEqual(['中心 zone people', '联合 joint']);
    expect(way({ people: 31, sumYuan: 1_000_001 })).toEqual(['联合 joint sum people']);
  });

  it('goes first to the room that was asked for, if that may take it, from wherever', () => {
    expect(way({ about: 'neighbour', wishRoom: '和事嫂', where: { names: ['西塘村'], placeCode: '' } })).toEqual([
      '和事嫂 wished',
      '村 village',
      '中心 zone',
      '联合 joint',
    ]);
    expect(way({ wishRoom: '聪哥' })[0]).toBe('聪哥 wished');
  });

  it.each([
    ['another kind', { wishRoom: '和事嫂' }],
    ['too much', { wishRoom: '村', sumYuan: 60_000 }],
    ['no such room', { wishRoom: '没有' }],
    ['another sort of matter', { wishRoom: '线索' }],
  ])('says that a wish could not be met: %s', (_, more) => {
    expect(way(more)[0]).toBe('喜哥 kind wish_not_taken');
  });

  it('leads violence at home neither next door nor to a joint session, whatever was wished', () => {
    const where = { names: ['西塘村'], placeCode: 'QY-1' };
    for (const more of [{ about: 'domestic_violence' }, { about: 'family', danger: 'violence' }] as const) {
      const stops = way({ ...more, where, wishRoom: '联合' });
      expect(stops.some((stop) => /联合|村|厂/.test(stop))).toBe(false);
      expect(stops.at(-1)).toBe('中心 zone');
    }
    expect(way({ about: 'domestic_violence' })).toEqual(['女人e家 kind', '中心 zone']);
  });

  it('leads a crowd to the joint team first', () => {
    expect(way({ danger: 'crowd', people: 15 })[0]).toBe('联合 joint danger');
  });

  it('leads no other danger next door', () => {
    expect(way({ danger: 'threat', where: { names: ['西塘村'], placeCode: 'QY-1' } })[0]).toBe('喜哥 kind danger');
  });

  it('of a dispute that nobody has named goes to those who take all', () => {
    expect(way({ about: null })).toEqual(['中心 zone', '联合 joint']);
  });

  it('of a clue goes to its officer alone', () => {
    expect(way({ kind: 'crime_clue', about: null, wishRoom: '喜哥' })).toEqual(['线索 kind wish_not_taken']);
    expect(way({ kind: 'legal_question', about: null })).toEqual([]);
  });

  it('ends with those who take all else, when no room says that it takes it', () => {
    const few = [wages, room('中心', { level: 'zone', kinds: ['wages'] })];
    expect(matterRoute(few, ask({ about: 'medical' }))).toEqual([{ room: '中心', why: ['nobody_else'] }]);
    expect(matterRoute([], ask({}))).toEqual([]);
  });

  it('visits no room twice, none that does not take it, and has a reason for each', () => {
    const one = fc.record({
      kind: fc.constantFrom(...matterKinds.map(({ code }) => code)),
      about: fc.option(fc.constantFrom(...disputeKinds.map(({ code }) => code))),
      where: fc.record({
        names: fc.subarray(['西塘', '西塘村', '溪东物流园']),
        placeCode: fc.constantFrom('', 'QY-1', 'QY-2'),
      }),
      sumYuan: fc.option(fc.nat(3_000_000)),
      people: fc.option(fc.nat(100)),
      wishRoom: fc.constantFrom('', ...rooms.map(({ code }) => code)),
      danger: fc.option(fc.constantFrom(...dangers)),
    });
    fc.assert(
      fc.property(one, (asked) => {
        const stops = matterRoute(rooms, asked);
        expect(new Set(stops.map(({ room: code }) => code)).size).toBe(stops.length);
        for (const stop of stops) {
          const found = rooms.find(({ code }) => code === stop.room);
          expect(found?.matters).toContain(asked.kind);
          expect(stop.why.length).toBeGreaterThan(0);
          if (asked.about === 'domestic_violence') expect(found?.level).not.toBe('joint');
        }
      }),
    );
  });
});
