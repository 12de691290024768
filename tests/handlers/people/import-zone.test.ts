import { describe, expect, it } from 'vitest';
import { plainZone } from '../../../core/zone/plain.ts';
import type { ZoneFile } from '../../../core/zone/settle.ts';
import { lastImport, storedPrivateRules, storedProfile, storedTiming } from '../../../core/zone/stored.ts';
import type { SectionSummary, ZoneSummary } from '../../../core/zone/summary.ts';
import type { IdentityId, PersonId } from '../../../core/ids.ts';
import { exportZone } from '../../../handlers/people/export-zone.ts';
import { importZone } from '../../../handlers/people/import-zone.ts';
import { writeYaml } from '../../../bot/zone/write-yaml.ts';
import { countingIds } from '../../support/ids.ts';
import { eachEngine, type TestDatabase } from '../../support/stores.ts';
import { matterOf } from '../../support/matter-factory.ts';
import { patrolZone } from '../../support/patrol-zone.ts';
import { noon, zoneOf } from '../../support/zone-file.ts';

const head = `
zone:
  name: 青石开发区
  timeZone: Asia/Shanghai
  centre: [28.905, 120.055]
  languages: [zh, en]
`;
const full = `${head}
timing: {waveTimerSeconds: 20}
people:
  - {callSign: 值01, name: 王敏, gender: female, roles: [duty_officer, leader], duty: on_duty, identities: {web: officer}}
  - callSign: 东01
    phone: 199-0000-0001
    roles: [rescuer]
    skills: [{skill: aed, validUntil: 2027-03-31}, {skill: rope}]
    base: [28.9138, 120.0392]
    duty: reachable
    identities: {telegram: 4711, web: dong01}
  - {callSign: 西02, language: en, roles: [rescuer]}
teams:
  - {code: SQ-01, name: 水上救援队, kind: rescue, leader: 西02, members: [西02, 东01], rooms: {telegram: -1001, web: squad}}
  - {code: ZB-01, name: 值班室, kind: duty, members: [值01]}
rooms:
  - {platform: web, id: command, purpose: command, title: 指挥群}
  - {platform: web, id: hall, purpose: other}
places:
  - {code: XX-01, kind: school, name: 西塘小学, aliases: [西小], position: [28.911, 120.036], area: 西片}
  - {code: QY-01, kind: enterprise, name: 恒固五金, contact: {name: 王师傅, phone: 110}, colour: red, tags: [ammonia]}
plans:
  - {code: G-01, name: 总体, seats: [{count: 4}], safety: {zh: [先看清], en: [Look first]}}
  - {code: W-02, name: 火灾, kind: fire, level: II, seats: [{skill: aed, count: 1}], checklist: {zh: [点名]}, warn: [XX-01]}
`;

const zone = zoneOf(full);
const section = (parts: Partial<SectionSummary>): SectionSummary => ({
  added: [],
  changed: [],
  retired: [],
  unchanged: 0,
  ...parts,
});
const nothing = (people: number, teams: number, rooms: number, places: number, plans: number): ZoneSummary => ({
  profileChanged: false,
  people: section({ unchanged: people }),
  teams: section({ unchanged: teams }),
  rooms: section({ unchanged: rooms }),
  places: section({ unchanged: places }),
  plans: section({ unchanged: plans }),
});

/** Imports into the test's database, each time under its own fingerprint. */
function importer(database: TestDatabase): (file: ZoneFile) => Promise<ZoneSummary> {
  const ids = countingIds();
  let imports = 0;
  return (file) => {
    const fingerprint = `file ${(imports += 1)}`;
    return database.store.transaction((tx) => importZone({ tx, now: noon, ids }, file, fingerprint, null));
  };
}

describe('importing a zone', () => {
  eachEngine((database) => {
    it('adds everything, and its export is the same zone', async () => {
      const summary = await importer(database)(zone);
      expect(summary).toEqual({
        profileChanged: true,
        people: section({ added: ['值01', '东01', '西02'] }),
        teams: section({ added: ['SQ-01', 'ZB-01'] }),
        rooms: section({ added: ['web:command', 'web:hall', 'telegram:-1001', 'web:squad'] }),
        places: section({ added: ['XX-01', 'QY-01'] }),
        plans: section({ added: ['G-01', 'W-02'] }),
      });
      const exported = await exportZone(database.store.read);
      expect(exported).toEqual(zone);
      expect(zoneOf(writeYaml(plainZone(exported), ['again']))).toEqual(zone);
    });

    it('of the same file twice changes nothing', async () => {
      const run = importer(database);
      await run(zone);
      expect(await run(zone)).toEqual(nothing(3, 2, 4, 2, 2));
      expect((await database.store.read.people.all()).length).toBe(3);
    });

    it('changes what differs and leaves the rest', async () => {
      const run = importer(database);
      await run(zone);
      const next = zoneOf(
        full
          .replace('waveTimerSeconds: 20', 'waveTimerSeconds: 25')
          .replace('validUntil: 2027-03-31', 'validUntil: 2028-03-31')
          .replace('members: [西02, 东01]', 'members: [东01]')
          .replace('aliases: [西小]', 'aliases: [西小, 小学]')
          .replace('title: 指挥群', 'title: 指挥一群'),
      );
      expect(await run(next)).toEqual({
        profileChanged: true,
        people: section({ changed: ['东01'], unchanged: 2 }),
        teams: section({ changed: ['SQ-01'], unchanged: 1 }),
        rooms: section({ changed: ['web:command'], unchanged: 3 }),
        places: section({ changed: ['XX-01'], unchanged: 1 }),
        plans: section({ unchanged: 2 }),
      });
      expect(await exportZone(database.store.read)).toEqual(next);
    });

    it('retires what the file no longer names, deletes nothing, and takes it back', async () => {
      const run = importer(database);
      await run(zone);
      const summary = await run(zoneOf(`${head}people:\n  - {callSign: 值01, roles: [duty_officer]}\n`));
      expect(summary).toMatchObject({
        people: { retired: ['东01', '西02'] },
        teams: { retired: ['SQ-01', 'ZB-01'] },
        rooms: { retired: ['web:command', 'web:hall', 'telegram:-1001', 'web:squad'] },
        places: { retired: ['QY-01', 'XX-01'] },
        plans: { retired: ['G-01', 'W-02'] },
      });
      const { read } = database.store;
      expect(await read.people.byCallSign('东01')).toMatchObject({ active: false });
      expect(await read.places.byCode('XX-01')).toMatchObject({ active: false });
      expect(await read.rooms.withPurpose('command')).toEqual([]);
      expect((await exportZone(read)).people.map(({ callSign }) => callSign)).toEqual(['值01']);

      const before = await read.people.byCallSign('东01');
      expect(await run(zone)).toMatchObject({
        people: { added: [], changed: ['值01', '东01', '西02'] },
        places: { added: [], changed: ['XX-01', 'QY-01'] },
      });
      expect((await read.people.byCallSign('东01'))?.id).toBe(before?.id);
      expect(await exportZone(read)).toEqual(zone);
    });

    it('gives everybody with an id a direct room, so that the bot can write first', async () => {
      await importer(database)(zone);
      const { read } = database.store;
      const person = await read.people.byCallSign('东01');
      const channels = await read.people.channelsOf(person!.id);
      const rooms = await Promise.all(channels.map(({ roomId }) => read.rooms.byId(roomId)));
      expect(rooms).toMatchObject([
        { platform: 'telegram', externalId: '4711', kind: 'direct', purpose: 'direct' },
        { platform: 'web', externalId: 'direct:dong01', kind: 'direct' },
      ]);
      expect(await read.people.channelsOf((await read.people.byCallSign('西02'))!.id)).toEqual([]);
    });

    it('makes whoever wrote before, nameless, the person of the file', async () => {
      const { store } = database;
      const stranger = { id: 'stranger' as PersonId, callSign: null, name: 'Li', phone: '', language: 'zh' } as const;
      await store.transaction(async (tx) => {
        await tx.people.put({
          ...stranger,
          roles: ['resident'],
          duty: 'off',
          certificates: [],
          base: null,
          active: true,
        });
        await tx.people.putIdentity({
          id: 'identity' as IdentityId,
          personId: stranger.id,
          platform: 'telegram',
          externalId: '4711',
          roomId: null,
          state: 'open',
        });
      });
      await importer(database)(zone);
      expect(await store.read.people.bySender('telegram', '4711')).toMatchObject({ person: { callSign: '东01' } });
      expect(await store.read.people.identitiesOf(stranger.id)).toEqual([]);
    });

    it('leaves what people changed in chat, until the file says something new', async () => {
      const run = importer(database);
      await run(zone);
      const { store } = database;
      const person = (await store.read.people.byCallSign('东01'))!;
      const [telegram] = await store.read.people.identitiesOf(person.id);
      await store.transaction(async (tx) => {
        await tx.people.put({ ...person, duty: 'off', language: 'en' });
        await tx.people.putIdentity({ ...telegram!, externalId: '4712' });
        const squad = (await tx.rooms.byExternal('web', 'squad'))!;
        await tx.rooms.put({ ...squad, purpose: 'patrol', teamId: null });
      });
      const other = full.replace('phone: 199-0000-0001', 'phone: 199-0000-0009');
      expect(await run(zoneOf(other))).toMatchObject({ people: { changed: ['东01'] }, rooms: { changed: [] } });
      expect(await store.read.people.byCallSign('东01')).toMatchObject({
        phone: '199-0000-0009',
        duty: 'off',
        language: 'en',
      });
      expect(await store.read.people.bySender('telegram', '4711')).toBeNull();
      expect(await store.read.rooms.byExternal('web', 'squad')).toMatchObject({ purpose: 'patrol' });

      const said = other.replace('duty: reachable', 'duty: on_duty').replace('telegram: 4711', 'telegram: 4713');
      await run(zoneOf(said));
      expect(await store.read.people.byCallSign('东01')).toMatchObject({ duty: 'on_duty', language: 'en' });
      expect(await store.read.people.bySender('telegram', '4712')).toBeNull();
      expect(await store.read.people.bySender('telegram', '4713')).toMatchObject({ person: { callSign: '东01' } });
    });

    it('lets two people swap their ids', async () => {
      const run = importer(database);
      const two = (a: string, b: string): ZoneFile =>
        zoneOf(
          `${head}people:\n  - {callSign: 甲, identities: {web: ${a}}}\n  - {callSign: 乙, identities: {web: ${b}}}\n`,
        );
      await run(two('x', 'y'));
      await run(two('y', 'x'));
      const { people } = database.store.read;
      expect(await people.bySender('web', 'y')).toMatchObject({ person: { callSign: '甲' } });
      expect(await people.bySender('web', 'x')).toMatchObject({ person: { callSign: '乙' } });
      expect(await exportZone(database.store.read)).toEqual(two('y', 'x'));
    });

    it('does not open a room again that has moved to another id', async () => {
      const run = importer(database);
      await run(zone);
      await database.store.transaction(async (tx) => {
        const room = (await tx.rooms.byExternal('telegram', '-1001'))!;
        await tx.rooms.put({ ...room, externalId: '-1002' });
      });
      expect(await run(zone)).toMatchObject({ rooms: { added: [], retired: [] } });
      expect(await database.store.read.rooms.byExternal('telegram', '-1001')).toBeNull();
      expect(await database.store.read.rooms.byExternal('telegram', '-1002')).toMatchObject({ purpose: 'squad' });
    });

    it('brings rosters and routes in and out again, and says when they change', async () => {
      const run = importer(database);
      const lines = [
        'routes: [{code: R, name: 线路, order: random, points: [{place: P-1, by: "22:00", proof: true}]}]',
        'rosters: [{code: N, name: 夜巡, turns: [A, [A, B]], start: "2026-11-01T20:00", rule: FREQ=DAILY, minutes: 360, route: R}]',
      ];
      const patrolling = zoneOf(patrolZone(...lines));
      await run(patrolling);
      expect((await exportZone(database.store.read)).patrols).toEqual(patrolling.patrols);
      expect(await run(patrolling)).toMatchObject({ profileChanged: false });
      const longer = zoneOf(patrolZone(...lines.map((line) => line.replace('minutes: 360', 'minutes: 300'))));
      expect(await run(longer)).toMatchObject({ profileChanged: true });
    });

    it('brings the rules for private matters in and out again', async () => {
      const run = importer(database);
      await run(zone);
      const rooms = 'rooms: [{code: TJ, name: 喜哥调解室, kinds: [wages], mediators: [喜哥]}]';
      const people = 'people:\n  - {callSign: 喜哥, roles: [mediator]}\n';
      const mediating = zoneOf(full.replace('people:\n', `private: {takeMinutes: 30, ${rooms}}\n${people}`));
      expect(await run(mediating)).toMatchObject({ profileChanged: true, people: { added: ['喜哥'] } });
      expect(await storedPrivateRules(database.store.read.settings)).toMatchObject({
        takeMinutes: 30,
        helpMinutes: 10,
      });
      expect(await exportZone(database.store.read)).toMatchObject({ privateMatters: mediating.privateMatters });
      expect(await run(mediating)).toMatchObject({ profileChanged: false });
    });

    it('looks at once at the matters of a mediator who is no longer in the file', async () => {
      const run = importer(database);
      await run(zoneOf(full.replace('people:\n', 'people:\n  - {callSign: 喜哥, roles: [mediator]}\n')));
      const { store } = database;
      const mediator = await store.read.people.byCallSign('喜哥');
      const matter = matterOf({ state: 'assigned', ownerId: mediator!.id });
      await store.transaction(async (tx) => {
        await tx.matters.add(matter);
        await tx.matters.setPeople(matter.id, [{ personId: mediator!.id, standing: 'owner' }]);
      });
      await run(zone);
      expect(await store.read.timers.upcoming(9)).toMatchObject([
        { kind: 'matter_offer', subject: matter.id, dueAt: noon },
      ]);
    });

    it('is all or nothing', async () => {
      const { store } = database;
      const ids = countingIds();
      const lost = store.transaction(async (tx) => {
        await importZone({ tx, now: noon, ids }, zone, 'file', null);
        throw new Error('the power is gone');
      });
      await expect(lost).rejects.toThrow('the power is gone');
      expect(await store.read.people.all()).toEqual([]);
      expect(await lastImport(store.read.settings)).toBeNull();
      await expect(exportZone(store.read)).rejects.toMatchObject({ code: 'not_found' });
    });

    it('notes the zone, its timing, the file and who did it', async () => {
      await importer(database)(zone);
      const { settings, trace } = database.store.read;
      expect(await storedProfile(settings)).toEqual(zone.profile);
      expect(await storedTiming(settings)).toEqual(zone.timing);
      expect(await lastImport(settings)).toEqual({ fingerprint: 'file 1', at: noon });
      expect(await trace.of('zone')).toMatchObject([
        { what: 'zone_imported', actorId: null, data: { people: { added: 3 }, plans: { added: 2 } } },
      ]);
    });

    it('reads a timing that was stored before a field was there', async () => {
      await database.store.transaction((tx) => tx.settings.put('zone.timing', { waveTimerSeconds: 45 }));
      expect(await storedTiming(database.store.read.settings)).toMatchObject({
        waveTimerSeconds: 45,
        onSceneRadiusMetres: 150,
      });
    });
  });
});
