import { describe, expect, it } from 'vitest';
import { checkZone } from '../../../core/zone.ts';
import type { ZoneIssue } from '../../../core/zone/fault.ts';
import { noon } from '../../support/zone-file.ts';

const zone = {
  name: '青石开发区',
  timeZone: 'Asia/Shanghai',
  centre: [28.905, 120.055],
  languages: ['zh', 'en'],
};
const officer = { callSign: '值01', roles: ['duty_officer'], identities: { web: 'officer' } };
const command = { platform: 'web', id: 'command', purpose: 'command' };
const general = { code: 'G-01', name: '总体应急预案', safety: { zh: ['先看清'], en: ['Look first'] } };
const file = (more: object = {}): object => ({ zone, people: [officer], rooms: [command], plans: [general], ...more });

function issues(data: unknown, now = noon): readonly ZoneIssue[] {
  const check = checkZone(data, now);
  return check.ok ? check.warnings : check.issues;
}
const found = (data: unknown): string[] => issues(data).map(({ path, code }) => `${path.join('.')} ${code}`);
const person = (more: object): object => file({ people: [officer, { callSign: '东01', ...more }] });

describe('a zone file', () => {
  it('without slips has neither errors nor warnings, and every default filled in', () => {
    const check = checkZone(file(), noon);
    expect(check).toMatchObject({ ok: true, warnings: [] });
    if (!check.ok) return;
    expect(check.zone.timing).toMatchObject({ waveTimerSeconds: 30, onSceneRadiusMetres: 150 });
    expect(check.zone.people[0]).toEqual({
      callSign: '值01',
      name: '值01',
      phone: '',
      language: 'zh',
      roles: ['duty_officer'],
      duty: 'off',
      certificates: [],
      base: null,
      identities: { web: 'officer' },
    });
    expect(check.zone.rooms[0]).toEqual({
      platform: 'web',
      externalId: 'command',
      purpose: 'command',
      title: '',
      language: 'zh',
      team: null,
    });
  });

  it('speaks its first language to people and rooms that name none', () => {
    const check = checkZone(file({ zone: { ...zone, languages: ['en'] } }), noon);
    expect(check.ok && check.zone.people[0]?.language).toBe('en');
    expect(check.ok && check.zone.rooms[0]?.language).toBe('en');
  });

  it.each([null, undefined, 7, 'zone', [], [{}]])('that is %j is refused, not crashed on', (data) => {
    expect(checkZone(data, noon).ok).toBe(false);
  });

  it('makes a team’s rooms rooms of that team, for what such teams do', () => {
    const teams = [
      { code: 'SQ-01', name: '水上救援队', kind: 'rescue', rooms: { telegram: -1001234567890, web: 'squad' } },
      { code: 'YJ-01', name: '义警一队', kind: 'patrol', rooms: { wechat: 'room@1' } },
    ];
    const check = checkZone(file({ teams }), noon);
    expect(check.ok && check.zone.rooms.slice(1)).toMatchObject([
      { platform: 'telegram', externalId: '-1001234567890', purpose: 'squad', team: 'SQ-01', title: '水上救援队' },
      { platform: 'web', externalId: 'squad', purpose: 'squad', team: 'SQ-01' },
      { platform: 'wechat', externalId: 'room@1', purpose: 'patrol', team: 'YJ-01' },
    ]);
  });
});

describe('the shape is refused', () => {
  it('with every slip named in one round', () => {
    const slips = file({
      zone: { ...zone, timeZone: 'Asia/Nowhere', centre: [120.055, 28.905], languages: ['de'] },
      people: [
        { callSign: '东 01', phone: '12', roles: ['dutyofficer'], skils: [], base: [28.9], duty: 'sleeping' },
        {
          name: '',
          skills: [{ skill: 'first-aid', validUntil: '2027-02-30' }],
          identities: { telegram: 'abc', irc: 'x' },
        },
        7,
      ],
      timing: { waveTimerSeconds: 1, waveTimerSecs: 3, onSceneRadiusMetres: 2.5 },
      plans: [{ code: 'G-01', name: '总', kind: 'fires', seats: [{ skill: 'rope', count: 0 }], safety: { zh: 'x' } }],
    });
    expect(found(slips).sort()).toEqual(
      [
        'zone.timeZone expected',
        'zone.centre expected',
        'zone.languages.0 unknown_value',
        'people.0.callSign expected',
        'people.0.phone expected',
        'people.0.roles.0 unknown_value',
        'people.0.skils unknown_field',
        'people.0.base expected',
        'people.0.duty unknown_value',
        'people.1.callSign required',
        'people.1.name expected',
        'people.1.skills.0.skill unknown_value',
        'people.1.skills.0.validUntil expected',
        'people.1.identities.telegram expected',
        'people.1.identities.irc unknown_field',
        'people.2 expected',
        'timing.waveTimerSeconds out_of_bounds',
        'timing.onSceneRadiusMetres expected',
        'timing.waveTimerSecs unknown_field',
        'plans.0.kind unknown_value',
        'plans.0.seats.0.count out_of_bounds',
        'plans.0.safety.zh expected',
      ].sort(),
    );
  });

  it('with a guess at what was meant', () => {
    const slips = person({ roles: ['dutyofficer'], skils: [] });
    expect(issues(slips)).toMatchObject([
      { code: 'unknown_value', nearest: 'duty_officer' },
      { code: 'unknown_field', nearest: 'skills' },
    ]);
  });

  it('with a hint when latitude and longitude are swapped', () => {
    expect(issues(person({ base: [120.05, 28.9] }))).toMatchObject([{ what: 'position_swapped' }]);
    expect(issues(person({ base: [190, 28.9] }))).toMatchObject([{ what: 'position' }]);
    expect(issues(person({ base: ['28.9', 120] }))).toMatchObject([{ what: 'position' }]);
  });

  it.each([
    '13812345678',
    '199-0000-0001',
    '0579-88880000',
    '110',
    '400-123-4567',
    '+86 138 1234 5678',
    95598,
    '62123456',
  ])('except for a telephone number like %s', (phone) => expect(found(person({ phone }))).toEqual([]));

  it.each(['12345678901', '1381234567', '138123456789', 'call me', '199-0000-xxxx', '', '++86', 1.5])(
    'for a telephone number like %s',
    (phone) => expect(found(person({ phone }))).toEqual(['people.1.phone expected']),
  );

  it.each(['2027-02-29', '2027-2-1', '27-02-01', '2027/03/31', 20270331, 'soon'])('for a date like %s', (validUntil) =>
    expect(found(person({ skills: [{ skill: 'aed', validUntil }] }))).toEqual([
      'people.1.skills.0.validUntil expected',
    ]),
  );

  it('for names over several lines and of only spaces', () => {
    expect(found(person({ name: '张\n三' }))).toEqual(['people.1.name expected']);
    expect(found(person({ name: '   ' }))).toEqual(['people.1.name expected']);
  });

  it('for keys that would reach into the program', () => {
    expect(found(JSON.parse('{"__proto__": {"ok": true}}'))).toContain('__proto__ unknown_field');
    expect(found(file({ constructor: {} }))).toEqual(['constructor unknown_field']);
  });
});

describe('references are refused', () => {
  it('to people, teams and places that are not there', () => {
    const slips = file({
      teams: [{ code: 'SQ-01', name: '水上', kind: 'rescue', leader: '值1', members: ['值01', '东09'] }],
      rooms: [command, { platform: 'web', id: 'squad', purpose: 'squad', team: 'SQ-1' }],
      plans: [{ ...general, warn: ['XX-01'] }],
    });
    expect(issues(slips)).toMatchObject([
      { path: ['teams', 0, 'leader'], code: 'unknown_person', nearest: '值01' },
      { path: ['teams', 0, 'members', 1], code: 'unknown_person' },
      { path: ['rooms', 1, 'team'], code: 'unknown_team', nearest: 'SQ-01' },
      { path: ['plans', 0, 'warn', 0], code: 'unknown_place', nearest: null },
    ]);
  });

  it('when a key stands twice', () => {
    const place = { code: 'A-01', kind: 'village', name: '西塘村' };
    const slips = file({
      people: [
        officer,
        { ...officer, identities: { web: 'other' } },
        { callSign: '东01', identities: { web: 'officer' }, skills: [{ skill: 'aed' }, { skill: 'aed' }] },
      ],
      teams: [{ code: 'SQ-01', name: '水上', kind: 'rescue', members: ['东01', '东01'], rooms: { web: 'command' } }],
      places: [place, { ...place, name: '西塘' }],
      plans: [general, general, { ...general, code: 'W-01', kind: 'fire', seats: [{ count: 1 }, { count: 2 }] }],
    });
    expect(found(slips)).toEqual([
      'people.1.callSign duplicate',
      'people.2.skills.1.skill duplicate',
      'people.2.identities.web duplicate',
      'teams.0.members.1 duplicate',
      'rooms.0.id duplicate',
      'places.1.code duplicate',
      'plans.1.code duplicate',
      'plans.2.seats.1 duplicate',
    ]);
  });

  it('without taking long over thousands of them', () => {
    const people = Array.from({ length: 3_000 }, (_, i) => ({ callSign: `队员${i}` }));
    const members = Array.from({ length: 500 }, (_, i) => `无人${i}`);
    const teams = [{ code: 'SQ-01', name: '水上', kind: 'rescue', members }];
    expect(issues(file({ people: [officer, ...people], teams }))).toHaveLength(500);
  });
});

describe('warnings', () => {
  it('point at a zone that cannot call anybody out', () => {
    expect(found({ zone })).toEqual(['people no_officer', 'rooms no_command_room', 'plans no_general_plan']);
  });

  it('point at people who may be called and have no chat', () => {
    const people = [
      officer,
      { callSign: '东01', roles: ['rescuer'], duty: 'reachable' },
      { callSign: '东02', roles: ['rescuer'], duty: 'off' },
      { callSign: '东03', roles: ['rescuer'], duty: 'on_duty', identities: { web: 'dong03' } },
      { callSign: '民01', roles: ['resident'], duty: 'reachable' },
    ];
    expect(found(file({ people }))).toEqual(['people.1 no_channel']);
  });

  it('point at certificates from the day after their last, in the zone’s time', () => {
    const data = person({ skills: [{ skill: 'aed', validUntil: '2026-11-22' }, { skill: 'rope' }] });
    const expired = (now: number): readonly string[] => issues(data, now).map(({ code }) => code);
    expect(expired(Date.UTC(2026, 10, 22, 15, 59))).toEqual([]);
    expect(expired(Date.UTC(2026, 10, 22, 16, 0))).toEqual(['expired']);
  });

  it('point at positions outside the zone, at sea, or nowhere', () => {
    const bounds = [
      [28.8, 120],
      [29, 120.1],
    ];
    const places = [
      { code: 'A-01', kind: 'village', name: '西塘村', position: [28.9, 120.05] },
      { code: 'A-02', kind: 'village', name: '樟塘村', position: [28.9, 122.5] },
      { code: 'A-03', kind: 'village', name: '无名村', position: [0, 0] },
    ];
    expect(found(file({ zone: { ...zone, bounds }, places }))).toEqual([
      'places.1.position outside_bounds',
      'places.2.position outside_bounds',
    ]);
    expect(issues(file({ places }))).toMatchObject([
      { path: ['places', 1, 'position'], code: 'far_away', km: 238 },
      { path: ['places', 2, 'position'], code: 'far_away' },
    ]);
    expect(found(file({ zone: { ...zone, bounds: bounds.toReversed() } }))).toEqual(['zone.bounds expected']);
  });

  it('point at names that two places share, not at a place that repeats its own', () => {
    const places = [
      { code: 'A-01', kind: 'village', name: '西塘村', aliases: ['西塘', '西塘村'] },
      { code: 'A-02', kind: 'market', name: '西塘菜市场', aliases: ['西塘'] },
    ];
    expect(issues(file({ places }))).toMatchObject([
      { path: ['places', 1, 'aliases', 0], code: 'same_name', first: ['places', 0, 'aliases', 0] },
    ]);
  });

  it('point at plans without safety lines in a language of the zone, and at seats that nobody can take', () => {
    const fire = {
      code: 'W-01',
      name: '火灾',
      kind: 'fire',
      seats: [{ skill: 'rope', count: 1 }],
      safety: { zh: ['先断电'] },
    };
    expect(found(file({ plans: [general, fire] }))).toEqual([
      'plans.1 no_safety_lines',
      'plans.1.seats.0.skill nobody_holds',
    ]);
  });
});
