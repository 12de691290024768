import { describe, expect, it } from 'vitest';
import { writeYaml } from '../../../bot/zone/write-yaml.ts';
import { plainZone } from '../../../core/zone/plain.ts';
import { findings, smallZone, zoneOf } from '../../support/zone-file.ts';

const [head = '', tail = ''] = smallZone.split('rooms:\n');

/** A small zone with two mediators, one of them a woman, a firm, and these lines for private matters. */
const zone = (...lines: string[]): string => `${head}  - {callSign: 喜哥, roles: [mediator], gender: male}
  - {callSign: 和事嫂, roles: [mediator], gender: female}
rooms:
${tail}places:
  - {code: QY-1, kind: enterprise, name: 恒固五金厂, position: [28.9, 120.05]}
private:
${lines.map((line) => `  ${line}\n`).join('')}`;

const all = `rooms: [{code: A, name: 综合调解室, mediators: [喜哥, 和事嫂],
    matters: [dispute, crime_clue, women_adviser, counselling, help_request, service_order, legal_question]}]`;
const what = (text: string): string[] => findings(text).map((line) => line.replace(/^\S+ /, ''));

describe('private matters in a zone file', () => {
  it('need nothing but a room and somebody to call', () => {
    const text = zone(all, 'onCall: [值01]');
    expect(findings(text)).toEqual([]);
    expect(zoneOf(text).privateMatters).toMatchObject({ takeMinutes: 60, helpMinutes: 10 });
    expect(zoneOf(text).privateMatters.rooms[0]).toMatchObject({ level: 'special', kinds: [], desk: [] });
  });

  it('come back from their text without a change', () => {
    const text = zone(
      'takeMinutes: 45',
      'onCall: [值01]',
      'police: {onScene: [喜哥], responsible: [和事嫂], centre: [值01]}',
      'keepDays: {crime_clue: 2000}',
      'lines: [{name: {zh: 报警, en: police}, phone: "110"}, {dangers: [violence], name: {zh: 妇联, en: women}, phone: 12338}]',
      'rooms:',
      '  - {code: A, name: 企业调解室, level: local, places: [QY-1], kinds: [wages], maxYuan: 50000, maxPeople: 9, mediators: [喜哥]}',
      '  - {code: B, name: 女人e家, matters: [women_adviser, dispute], mediators: [和事嫂], desk: [值01], place: 二楼, phone: "110"}',
    );
    const first = zoneOf(text);
    const written = writeYaml(plainZone(first), []);
    expect(zoneOf(written)).toEqual(first);
    expect(writeYaml(plainZone(zoneOf(written)), [])).toBe(written);
  });

  it('write only what is not usual', () => {
    const written = writeYaml(
      plainZone(zoneOf(zone('rooms: [{code: A, name: 甲, areas: [西塘村], mediators: [喜哥]}]'))),
      [],
    );
    expect(written).toContain(`private:
  rooms:
    - {"code": "A", "name": "甲", "areas": ["西塘村"], "mediators": ["喜哥"]}
`);
    expect(writeYaml(plainZone(zoneOf(smallZone)), [])).not.toContain('private');
  });

  it('name mediators who are there and are mediators, and firms that are there', () => {
    const text = zone(
      'rooms: [{code: A, name: 甲, mediators: [喜哥, 值01, 希哥], desk: [谁], places: [QY-2]}]',
      'onCall: [没人]',
    );
    expect(what(text)).toEqual([
      'private.rooms.0.mediators.1: 值01 is no mediator (roles must name mediator)',
      'private.rooms.0.mediators.2: nobody has the call sign 希哥; did you mean 喜哥?',
      'private.rooms.0.desk.0: nobody has the call sign 谁',
      'private.rooms.0.places.0: no place has the code QY-2; did you mean QY-1?',
      'private.onCall.0: nobody has the call sign 没人',
    ]);
  });

  it('may name anybody for what is no dispute', () => {
    const rooms = all.replace('}]', '}, {code: B, name: 线索专员, matters: [crime_clue], mediators: [值01]}]');
    expect(findings(zone(rooms, 'onCall: [值01]'))).toEqual([]);
  });

  it.each([
    ['rooms: [{code: A, name: 甲}, {code: A, name: 乙}]', /rooms\.1\.code: A stands already/],
    ['rooms: [{code: A, name: 甲, mediators: [喜哥, 喜哥]}]', /mediators\.1: 喜哥 stands already/],
    ['rooms: [{code: A, name: 甲, kind: [wages]}]', /no field kind.*kinds/],
    ['rooms: [{code: A, name: 甲, kinds: [wage]}]', /wage is not one of wages/],
    ['lines: []', /private\.lines/],
    ['lines: [{name: {zh: 报警, en: police, de: x}, phone: "110"}]', /no field de/],
    ['police: {scene: [喜哥]}', /no field scene/],
    ['takeMinutes: 4', /takeMinutes/],
  ])('say where they are wrong: %s', (line, words) => {
    expect(what(zone(line)).join('\n')).toMatch(words);
  });

  it('are warned about where they would leave somebody alone', () => {
    const text = zone(
      'rooms:',
      '  - {code: A, name: 劳资调解室, kinds: [wages, work_injury], mediators: [喜哥]}',
      '  - {code: B, name: 村调解室, areas: [西塘村]}',
    );
    const warnings = what(text);
    expect(warnings).toContain(
      'private.rooms: warning: no room takes “neighbours” from everywhere: it goes to the rooms of last resort',
    );
    expect(warnings.some((line) => line.includes('“wages”'))).toBe(false);
    expect(warnings.some((line) => line.includes('“clue on crime”'))).toBe(true);
    expect(warnings).toContain(
      'private.rooms.1.mediators: warning: B has no mediators: matters go straight on to the next room',
    );
    expect(warnings).toContain(
      'private.rooms: warning: there is no woman among the mediators: who wishes for one has to be rung up',
    );
    expect(warnings).toContain(
      'private: warning: nobody is on call (onCall) for people in danger: the duty officers are called instead',
    );
  });

  it('raise no warning where a zone says nothing of them', () => {
    expect(findings(smallZone)).toEqual([]);
  });
});
