import { describe, expect, it } from 'vitest';
import { writeYaml } from '../../../bot/zone/write-yaml.ts';
import { plainZone } from '../../../core/zone/plain.ts';
import { findings, smallZone, zoneOf } from '../../support/zone-file.ts';

const [head = '', tail = ''] = smallZone.split('rooms:\n');

/** A small zone with three crews, two places and these lines of patrols. */
const zone = (...lines: string[]): string => `${head}  - {callSign: 甲}
  - {callSign: 乙}
  - {callSign: 丙}
rooms:
${tail}teams:
  - {code: A, name: 甲队, kind: patrol, leader: 甲, members: [甲, 乙], rooms: {web: a}}
  - {code: B, name: 乙队, kind: patrol, leader: 乙, members: [乙, 丙], rooms: {web: b}}
  - {code: C, name: 丙队, kind: patrol, members: [丙]}
places:
  - {code: P-1, kind: waterside, name: 大塘, position: [28.9, 120.05]}
  - {code: P-2, kind: village, name: 西塘村}
patrols:
${lines.map((line) => `  ${line}\n`).join('')}`;

const route = 'routes: [{code: R, name: 线路, points: [{place: P-1}]}]';
const roster = (more: string, rule = 'FREQ=DAILY', turns = 'A'): string =>
  `rosters: [{code: N, name: 夜巡, turns: [${turns}], start: "2026-11-01T20:00", rule: ${rule}, minutes: 360${more}}]`;
const what = (text: string): string[] => findings(text).map((line) => line.replace(/^\S+ /, ''));

describe('patrols in a zone file', () => {
  it('need nothing but a roster', () => {
    const text = zone(roster(''));
    expect(findings(text)).toEqual([]);
    expect(zoneOf(text).patrols.rosters[0]).toMatchObject({
      kind: 'patrol',
      minimum: 2,
      holidays: 'as_usual',
      gear: [],
    });
  });

  it('come back from their text without a change', () => {
    const text = zone(
      'planDays: 20',
      'policeContacts: [值01]',
      'answers: line',
      'gridDay: {minutes: 200}',
      'meetings: [{team: A, meeting: P-1}]',
      'routes:',
      '  - {code: R, name: 线路, order: random, points: [{place: P-1, by: "22:00", proof: true, task: 看水位}]}',
      'rosters:',
      '  - {code: N, name: 夜巡, turns: [A, [B, C]], start: "2026-11-01T20:00", rule: FREQ=DAILY, minutes: 360, route: R,',
      '     meeting: 村委会门口, handsOverTo: N, holidays: off, gear: [{item: vest, count: 3}, {item: 车钥匙}], minimum: 3,',
      '     exceptions: [{date: 2026-12-24, teams: [A, B]}, {date: 2026-12-31, cancelled: true}]}',
    );
    const first = zoneOf(text);
    const written = writeYaml(plainZone(first), []);
    expect(zoneOf(written)).toEqual(first);
    expect(writeYaml(plainZone(zoneOf(written)), [])).toBe(written);
  });

  it('write only what is not usual', () => {
    const written = writeYaml(plainZone(zoneOf(zone(route, roster(', route: R')))), []);
    expect(written).toContain(
      `patrols:
  routes:
    - {"code": "R", "name": "线路", "points": [{"place": "P-1"}]}
  rosters:
    - {"code": "N", "name": "夜巡", "turns": ["A"], "start": "2026-11-01T20:00", "rule": "FREQ=DAILY", "minutes": 360, "route": "R"}
`,
    );
    expect(writeYaml(plainZone(zoneOf(smallZone)), [])).not.toContain('patrols');
  });

  it('say where they are wrong', () => {
    const text = zone(roster('', 'FREQ=HOURLY'));
    const [, line = '', column = '', words = ''] = /^(\d+):(\d+) (.*)$/.exec(findings(text)[0] ?? '') ?? [];
    expect(words).toBe(
      'patrols.rosters.0.rule: a roster has one shift a day at most: for two shifts write two rosters',
    );
    expect(text.split('\n')[Number(line) - 1]?.slice(Number(column) - 1)).toMatch(/^FREQ=HOURLY,/);
  });

  it.each([
    [roster('', 'FREQ=DALY'), 'patrols.rosters.0.rule: expected a rule such as FREQ=DAILY'],
    [
      roster('', 'FREQ=DAILY;BYWEEKNO=3'),
      'patrols.rosters.0.rule: BYWEEKNO is no part of a roster’s rule'.replace('’', "'"),
    ],
    [roster('', 'FREQ=MONTHLY;INTERVAL=20'), 'patrols.rosters.0.rule: expected INTERVAL of at most 12 here'],
    [roster('', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'), 'patrols.rosters.0.rule: there is no day'],
    [
      roster('', 'FREQ=WEEKLY;BYDAY=SA'),
      'patrols.rosters.0.start: the rule has no shift on this day; the first one would be on 2026-11-07',
    ],
    [roster('', 'FREQ=DAILY', 'A, Bb'), 'patrols.rosters.0.turns.1: no team has the code Bb; did you mean B?'],
    [roster('', 'FREQ=DAILY', '[A, X]'), 'patrols.rosters.0.turns.0.1: no team has the code X'],
    [
      roster('', 'FREQ=DAILY', '[A, A]'),
      'patrols.rosters.0.turns.0.1: A stands already at patrols.rosters.0.turns.0.0',
    ],
    [roster('', 'FREQ=DAILY', '{team: A}'), 'patrols.rosters.0.turns.0: expected the code of a team'],
    [roster(', route: R1'), 'patrols.rosters.0.route: no route has the code R1'],
    [roster(', handsOverTo: M'), 'patrols.rosters.0.handsOverTo: no roster has the code M; did you mean N?'],
    [
      roster(', exceptions: [{date: 2026-12-01, teams: [Z]}]'),
      'patrols.rosters.0.exceptions.0.teams.0: no team has the code Z',
    ],
    [
      roster(', exceptions: [{date: 2026-12-01}, {date: 2026-12-01}]'),
      'patrols.rosters.0.exceptions.1.date: 2026-12-01 stands already',
    ],
    [roster(', kind: walk'), 'patrols.rosters.0.kind: walk is not one of patrol, round'],
    [roster(', minumum: 3'), 'patrols.rosters.0.minumum: there is no field minumum here; did you mean minimum?'],
    [
      'routes: [{code: R, name: 线路, points: [{place: P-9}]}]',
      'patrols.routes.0.points.0.place: no place has the code P-9',
    ],
    [
      'routes: [{code: R, name: 线路, points: [{place: P-1, by: "25:00"}]}]',
      'patrols.routes.0.points.0.by: expected a time of day like 08:30',
    ],
    [
      'routes: [{code: R, name: 线路, points: [{place: P-1}]}, {code: R, name: 又一条, points: [{place: P-1}]}]',
      'patrols.routes.1.code: R stands already',
    ],
    ['meetings: [{team: Z, meeting: 村口}]', 'patrols.meetings.0.team: no team has the code Z'],
    [
      'meetings: [{team: A, meeting: 村口}, {team: A, meeting: 桥头}]',
      'patrols.meetings.1.team: A stands already at patrols.meetings.0.team',
    ],
    ['policeContacts: [警01]', 'patrols.policeContacts.0: nobody has the call sign 警01; did you mean 值01?'],
    [
      roster('').replace('2026-11-01T20:00', '2026-11-31T20:00'),
      'patrols.rosters.0.start: expected a date and time of day like 2026-11-01T20:00',
    ],
    [
      roster('').replace('2026-11-01T20:00', '2026-11-01 20:00'),
      'patrols.rosters.0.start: expected a date and time of day',
    ],
  ])('are refused: %s', (line, expected) => {
    const errors = what(zone(line));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(expected);
  });

  it('are pointed out where a team cannot do it', () => {
    expect(what(zone(roster('', 'FREQ=DAILY', 'C')))).toEqual([
      'patrols.rosters.0.turns: warning: the team C has 1 member, fewer than the 2 that a shift needs',
      'patrols.rosters.0.turns: warning: the team C has no leader: nobody there hears of gaps or grants leave',
      'patrols.rosters.0.turns: warning: the team C has no group, and some of its people no chat: nothing reaches them',
    ]);
  });

  it('are pointed out where somebody is in two shifts at once, once', () => {
    const both = zone(
      'rosters:',
      '  - {code: N1, name: 前班, turns: [A], start: "2026-11-01T20:00", rule: FREQ=DAILY, minutes: 180}',
      '  - {code: N2, name: 后班, turns: [B], start: "2026-11-01T22:30", rule: FREQ=DAILY, minutes: 180}',
      '  - {code: N3, name: 第三班, turns: [A], start: "2026-11-02T01:30", rule: FREQ=DAILY, minutes: 60}',
      '  - {code: N4, name: 每月检查, kind: round, turns: [B], start: "2026-11-01T09:00", rule: FREQ=MONTHLY, minutes: 9000}',
    );
    expect(what(both)).toEqual([
      'patrols.rosters.1.turns: warning: 乙 is in a shift of N1 at the same time, first on 2026-11-22',
    ]);
  });

  it('are pointed out where a point has no position, and where an exception changes nothing', () => {
    const text = zone(
      'routes: [{code: R, name: 线路, points: [{place: P-2}]}]',
      'rosters:',
      '  - {code: N, name: 夜巡, turns: [A], start: "2026-11-01T20:00", rule: FREQ=WEEKLY, minutes: 360, route: R,',
      '     exceptions: [{date: 2026-11-20, minutes: 60}, {date: 2026-11-30, minutes: 60}, {date: 2026-11-29, cancelled: true}]}',
    );
    expect(what(text)).toEqual([
      'patrols.routes.0.points.0.place: warning: the place P-2 has no position: photos there cannot be told near or far',
      'patrols.rosters.0.exceptions.1.date: warning: the roster has no shift on 2026-11-30: this changes nothing',
    ]);
  });
});
