import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { incidentKinds, skills } from '../../core/catalogue.ts';
import { choosePlan } from '../../core/choose-plan.ts';
import { findPlace } from '../../core/find-place.ts';
import { boxContains } from '../../core/geo.ts';
import type { PlaceId, PlanId } from '../../core/ids.ts';
import { occurrencesOf, teamsOfRoster } from '../../core/roster.ts';
import { workingCalendar } from '../../core/working-days.ts';
import { demoZone } from '../../zones/generate-demo.ts';
import { load, noon, zoneOf } from '../support/zone-file.ts';

const committed = readFileSync(new URL('../../zones/demo.yaml', import.meta.url), 'utf8');
const zone = zoneOf(committed);
const places = zone.places.map((place) => ({ ...place, id: place.code as PlaceId, active: true }));
const plans = zone.plans.map((plan) => ({ ...plan, id: plan.code as PlanId, active: true }));
const count = (kind: string): number => zone.places.filter((place) => place.kind === kind).length;

describe('the demo zone', () => {
  it('is what its generator makes, every time', () => {
    expect(demoZone()).toBe(committed);
    expect(demoZone()).toBe(demoZone());
  });

  it('is small enough to begin with', () => {
    expect(Buffer.byteLength(committed)).toBeLessThan(600_000);
  });

  it('has nothing to warn about but certificates that ran out, one in ten', () => {
    const loaded = load(committed);
    if (!loaded.ok) throw new Error('the demo zone has errors');
    const warnings = loaded.warnings();
    expect(warnings.filter(({ text }) => !text.includes('ran out'))).toEqual([]);
    const certificates = zone.people.flatMap((person) => person.certificates).length;
    expect(warnings.length / certificates).toBeGreaterThan(0.07);
    expect(warnings.length / certificates).toBeLessThan(0.13);
  });

  it('has the villages, enterprises, stations and teams of a development zone', () => {
    expect(count('village')).toBe(21);
    expect(count('enterprise')).toBe(1_706);
    expect(count('micro_fire_station')).toBe(40);
    expect(count('charger')).toBe(17);
    expect(zone.teams.filter(({ kind }) => kind === 'micro_fire_station')).toHaveLength(40);
    expect(zone.teams.filter(({ kind }) => kind === 'patrol')).toHaveLength(40);
    expect(zone.teams.filter(({ kind }) => kind === 'rescue')).toHaveLength(15);
    const colours = Map.groupBy(zone.places, (place) => place.details?.colour);
    expect((['red', 'orange', 'yellow', 'blue'] as const).map((colour) => colours.get(colour)?.length)).toEqual([
      34, 136, 510, 1020,
    ]);
    const tagged = (tag: string): number => zone.places.filter(({ details }) => details?.tags?.includes(tag)).length;
    expect(['涉氨', '可燃爆粉尘', '危险化学品', '喷涂'].map(tagged)).toEqual([9, 21, 8, 124]);
  });

  it('lies inside its bounds', () => {
    const { bounds } = zone.profile;
    const outside = zone.places.filter(({ position }) => position !== null && !boxContains(bounds!, position));
    expect(outside).toEqual([]);
  });

  it('masks every telephone number', () => {
    const phones = [
      ...zone.people.map(({ phone }) => phone),
      ...zone.places.flatMap(({ details }) => details?.contact?.phone ?? []),
      ...zone.profile.dutyPhones.map(({ phone }) => phone),
    ];
    expect(phones.filter((phone) => !/^199-0000-\d{4}$/.test(phone))).toEqual([]);
    expect(new Set(phones).size).toBe(phones.length);
  });

  it('names nobody on a chat outside the machine', () => {
    const platforms = new Set([
      ...zone.people.flatMap(({ identities }) => Object.keys(identities)),
      ...zone.rooms.map(({ platform }) => platform),
    ]);
    expect([...platforms]).toEqual(['web']);
  });

  it.each([
    ['厂里着火了 浓烟 西塘工业区这边', 'YQ-01'],
    ['西塘园区有个厂冒烟', 'YQ-01'],
    ['西塘菜市场有人晕倒了', 'SC-01'],
    ['有人掉水里了！渡口码头', 'SA-01'],
    ['西塘村口有人摔倒', 'CUN-16'],
    ['喜哥调解室在哪', 'TJ-01'],
  ])('finds the place of %s', (text, code) => {
    expect(findPlace(places, { text })?.code).toBe(code);
  });

  it.each(['买了新屋要装修', '我家在街西边', '今晚吃什么'])('finds no place in %s', (text) => {
    expect(findPlace(places, { text })).toBeNull();
  });

  it('has 39 plans, one for every kind of incident, with lines in both languages', () => {
    expect(zone.plans).toHaveLength(39);
    expect(zone.plans.filter(({ kind }) => kind === null).map(({ code }) => code)).toEqual(['G-01']);
    for (const { code } of incidentKinds) expect(choosePlan(plans, code, 'unclassified')?.kind).toBe(code);
    for (const plan of zone.plans) {
      expect(plan.seats.length, plan.code).toBeGreaterThan(0);
      for (const lines of [plan.safetyLines, plan.checklist]) {
        expect(lines.en.length, plan.code).toBe(lines.zh.length);
        expect(lines.zh.length, plan.code).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it('has at most one plan for a kind and level', () => {
    const keys = zone.plans.map(({ kind, level }) => `${String(kind)} ${String(level)}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has somebody with a valid certificate for every seat of every plan', () => {
    const held = new Set(
      zone.people.flatMap(({ certificates }) =>
        certificates.filter(({ validUntil }) => (validUntil ?? '9') > '2030').map(({ skill }) => skill),
      ),
    );
    const wanted = new Set(zone.plans.flatMap(({ seats }) => seats.flatMap(({ skill }) => skill ?? [])));
    expect([...wanted].filter((skill) => !held.has(skill))).toEqual([]);
    expect(skills.length).toBeGreaterThan(wanted.size - 1);
  });

  it('has the cast of the rehearsal room', () => {
    const web = (id: string): string | undefined =>
      zone.people.find(({ identities }) => identities.web === id)?.callSign;
    expect(['zhang', 'dong01', 'xi02', 'officer'].map(web)).toEqual(['民01', '东01', '西02', '值01']);
    const rooms = zone.rooms.filter(({ purpose }) => purpose !== 'patrol');
    expect(rooms.map(({ externalId, purpose, team }) => [externalId, purpose, team])).toEqual([
      ['command', 'command', null],
      ['village', 'village', null],
      ['desk', 'other', 'ZB-01'],
      ['squad', 'squad', 'SQ-00'],
    ]);
    const callable = zone.people.filter(({ duty, roles }) => duty !== 'off' && roles.includes('rescuer'));
    expect(callable.length).toBeGreaterThan(30);
    expect(callable.every(({ identities }) => identities.web !== undefined)).toBe(true);
  });

  it('has a squad on its way every night, each in turn, and a group for every team that goes', () => {
    const { rosters } = zone.patrols;
    const calendar = workingCalendar();
    const between = [noon, noon + 35 * 86_400_000] as const;
    const nights = (code: string): string[] => {
      const found = occurrencesOf(
        rosters.find((one) => one.code === code)!,
        calendar,
        'Asia/Shanghai',
        ...between,
      );
      return found.ok ? found.occurrences.map(({ teams }) => teams.join()) : [];
    };
    expect(nights('PB-YJ')).toHaveLength(35);
    expect(new Set(nights('PB-YJ')).size).toBe(34);
    expect(nights('PB-HC').slice(0, 3)).toEqual(['HC-02', 'HC-01', 'HC-02']);
    expect(rosters.map(({ kind }) => kind)).toEqual(['patrol', 'patrol', 'patrol', 'patrol', 'desk', 'round']);
    const withRoom = new Set(zone.rooms.map(({ team }) => team));
    expect(rosters.flatMap(teamsOfRoster).filter((code) => !withRoom.has(code))).toEqual([]);
  });

  it('walks routes of a night’s length, where every place is known', () => {
    const walked = zone.patrols.routes.filter(({ code }) => code !== 'XL-JSG');
    expect(walked.every(({ points }) => points.length >= 8 && points.length <= 30)).toBe(true);
    const byCode = new Map(zone.places.map((place) => [place.code, place]));
    const names = walked.flatMap(({ points }) => points.map(({ place }) => byCode.get(place)?.kind));
    expect([...new Set(names)].sort()).toEqual([
      'charger',
      'enterprise_gate',
      'flood_point',
      'market',
      'parking',
      'police_post',
      'power_room',
      'school',
      'village_entrance',
      'waterside',
    ]);
  });
});
