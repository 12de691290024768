import type { Instant } from '../../../core/clock.ts';
import type { Hazard } from '../../../core/hazard.ts';
import type { HazardVerb } from '../../../core/hazard-verb.ts';
import type { FileId, HazardId, IdentityId, PersonId, PlaceId, RoomId } from '../../../core/ids.ts';
import type { Position, RoomKind } from '../../../core/message.ts';
import type { Notice } from '../../../core/notice.ts';
import type { HazardResult, Refusal } from '../../../core/tap-result.ts';
import type { Person, Place, Role, Room, RoomPurpose } from '../../../core/people.ts';
import type { Store } from '../../../core/ports/store.ts';
import type { TimerKind } from '../../../core/ports/timers.ts';
import { hazardRulesSchema, type HazardRules } from '../../../core/zone/hazard-rules.ts';
import { usualTiming } from '../../../core/zone/timing.ts';
import { takeHazardTap } from '../../../handlers/hazard/take-hazard-tap.ts';
import type { HazardPiece, Taken } from '../../../handlers/hazard/take-report.ts';
import { takeReport } from '../../../handlers/hazard/take-report.ts';
import { whenHazardDue } from '../../../handlers/hazard/when-due.ts';
import type { Work } from '../../../handlers/work.ts';
import { deliverAll } from '../../support/deliver-all.ts';
import { countingIds } from '../../support/ids.ts';
import { personOf, roomOf } from '../../support/incident-factory.ts';
import { passTime } from '../../support/pass-time.ts';

/** 23 November 2026 is a Monday; 10:00 in Shanghai. */
export const monday = Date.UTC(2026, 10, 23, 2);

export const centre: Position = { lat: 28.905, lon: 120.055 };
/** So many metres to the north of the centre. */
export const north = (metres: number): Position => ({ lat: centre.lat + metres / 111_195, lon: centre.lon });

/** A zone with people in direct chats and groups; handlers run in its database, and what they say is told by kinds. */
export class HazardWorld {
  readonly store: Store;
  now: Instant = monday;
  rules: HazardRules = hazardRulesSchema.parse({});
  /** What the fake platforms can: buttons are never asked about here. */
  can: ReturnType<Work['can']> = { react: true, edit: true };
  readonly #ids = countingIds();
  readonly #people = new Map<string, Person>();
  readonly #rooms = new Map<string, Room>();
  readonly #places: Place[] = [];
  readonly #read = new Map<RoomId, number>();
  #messages = 0;

  constructor(store: Store) {
    this.store = store;
  }

  /** The usual scene: a resident, two owners, a leader, an officer, a checker; a command group, a village group. */
  async begin(rules: Partial<HazardRules> = {}): Promise<void> {
    this.rules = hazardRulesSchema.parse({
      owners: [{ owners: ['网一', '网二'] }],
      leaders: [{ leader: '领导' }],
      checkers: [{ checkers: ['复查', '网一'] }],
      ...rules,
    });
    await this.group('指挥群', 'command');
    await this.group('村群', 'village');
    await this.person('张阿姨', ['resident']);
    await this.person('李叔', ['resident']);
    await this.person('网一', ['grid_worker']);
    await this.person('网二', ['grid_worker']);
    await this.person('复查', ['safety_officer']);
    await this.person('领导', ['leader']);
    await this.person('值班', ['duty_officer']);
    await this.place('SQ', 'village', '上桥村', north(2_000));
    await this.place('QY-0217', 'enterprise', '永固五金', north(500), '东区');
    await this.place('CD-1', 'charger', '上桥充电桩', north(2_050), '上桥村');
  }

  work(tx: Work['tx']): Work {
    return {
      tx,
      now: this.now,
      ids: this.#ids,
      zone: {
        name: '东城',
        timeZone: 'Asia/Shanghai',
        timing: usualTiming,
        hazards: this.rules,
        places: this.#places,
      },
      can: () => this.can,
      keepPrivate: () => undefined,
      notify: () => {},
    };
  }

  /** Runs a handler in a transaction of its own, and lets everything that it said be sent. */
  async run<Result>(handle: (work: Work) => Promise<Result>): Promise<Result> {
    const result = await this.store.transaction((tx) => handle(this.work(tx)));
    await deliverAll(this.store, this.now, () => `b${String((this.#messages += 1))}`);
    return result;
  }

  async person(name: string, roles: readonly Role[], options: { mute?: boolean } = {}): Promise<Person> {
    const id = this.#ids.next<PersonId>(this.now);
    const person = personOf({ id, callSign: name, name, phone: '', roles, certificates: [] });
    await this.store.transaction((tx) => tx.people.put(person));
    this.#people.set(name, person);
    if (options.mute === true) return person;
    const room = await this.#room(name, 'direct', 'direct');
    await this.store.transaction((tx) =>
      tx.people.putIdentity({
        id: this.#ids.next<IdentityId>(this.now),
        personId: person.id,
        platform: 'telegram',
        externalId: name,
        roomId: room.id,
        state: 'open',
      }),
    );
    return person;
  }

  /** Somebody leaves: no longer active. */
  async leaves(name: string): Promise<void> {
    const gone: Person = { ...this.of(name), active: false };
    this.#people.set(name, gone);
    await this.store.transaction((tx) => tx.people.put(gone));
  }

  async group(name: string, purpose: RoomPurpose): Promise<Room> {
    return this.#room(name, 'group', purpose);
  }

  async #room(name: string, kind: RoomKind, purpose: RoomPurpose): Promise<Room> {
    const id = this.#ids.next<RoomId>(this.now);
    const room = roomOf({ id, externalId: name, kind, purpose, title: name });
    await this.store.transaction((tx) => tx.rooms.put(room));
    this.#rooms.set(name, room);
    return room;
  }

  async place(code: string, kind: Place['kind'], name: string, position: Position, area = ''): Promise<Place> {
    const place: Place = {
      id: this.#ids.next<PlaceId>(this.now),
      code,
      kind,
      name,
      aliases: [],
      position,
      area,
      active: true,
    };
    await this.store.transaction((tx) => tx.places.put(place));
    this.#places.push(place);
    return place;
  }

  of(name: string): Person {
    const person = this.#people.get(name);
    if (person === undefined) throw new Error(`nobody is called ${name}`);
    return person;
  }

  room(name: string): Room {
    const room = this.#rooms.get(name);
    if (room === undefined) throw new Error(`no room is called ${name}`);
    return room;
  }

  placed(code: string): Place {
    const place = this.#places.find((one) => one.code === code);
    if (place === undefined) throw new Error(`no place ${code}`);
    return place;
  }

  /** Somebody sends words that read like a hazard; in the own direct chat when no group is named. */
  async tells(who: string, words: string, told: Partial<HazardPiece> & { in?: string } = {}): Promise<Taken> {
    const { in: group, ...more } = told;
    return this.run((work) =>
      takeReport(work, {
        person: this.of(who),
        room: this.room(group ?? who),
        via: 'chat',
        messageId: `m${(this.#messages += 1)}`,
        quotedMessageId: null,
        albumId: null,
        words,
        kinds: [],
        placeWords: '',
        position: null,
        severity: 'ordinary',
        people: null,
        anonymous: false,
        fileIds: [],
        offer: false,
        ...more,
      }),
    );
  }

  /** Somebody sends a photo, which belongs to nothing yet. */
  async photo(who: string, group?: string): Promise<FileId> {
    const id = this.#ids.next<FileId>(this.now);
    const room = this.room(group ?? who);
    await this.store.transaction((tx) =>
      tx.files.add({
        id,
        platform: room.platform,
        roomId: room.id,
        personId: this.of(who).id,
        messageId: `m${(this.#messages += 1)}`,
        attachment: { kind: 'photo', ref: id },
        albumId: null,
        incidentId: null,
        subject: null,
        role: null,
        receivedAt: this.now,
        state: 'waiting',
        sha256: null,
        mime: null,
        sizeBytes: null,
        why: '',
        attempts: 0,
        dueAt: this.now,
        shownAt: null,
      }),
    );
    return id;
  }

  /** Somebody taps a button of a hazard, or says its word with a reason. */
  async taps(
    who: string,
    id: HazardId,
    verb: HazardVerb,
    value = '',
    words = '',
  ): Promise<HazardResult | Refusal | null> {
    const { token } = await this.hazard(id);
    return this.run((work) =>
      takeHazardTap(work, token, { person: this.of(who), verb, value, words, roomId: this.room(who).id }),
    );
  }

  async hazard(id: HazardId): Promise<Hazard> {
    const hazard = await this.store.read.hazards.byId(id);
    if (hazard === null) throw new Error('no such hazard');
    return hazard;
  }

  /** A hazard that somebody has told of, complete. */
  async reported(who = '张阿姨', told: Partial<HazardPiece> & { in?: string } = {}): Promise<HazardId> {
    const result = await this.tells(who, '灭火器过期了', {
      kinds: ['fire_equipment'],
      placeWords: '上桥村36号',
      ...told,
    });
    if (result.kind !== 'hazard_filed') throw new Error(`not filed: ${result.kind}`);
    const hazard = await this.store.read.hazards.byNumber(result.number);
    if (hazard === null) throw new Error('not there');
    return hazard.id;
  }

  /** Reported, graded, assigned to 网一 and accepted. */
  async accepted(grade: 'ordinary' | 'major' = 'ordinary'): Promise<HazardId> {
    const id = await this.reported();
    await this.taps('值班', id, 'hazard_grade', grade);
    await this.taps('网一', id, 'hazard_accept', 'deadline');
    return id;
  }

  /** Accepted, and fixed with a photo. */
  async fixed(grade: 'ordinary' | 'major' = 'major'): Promise<HazardId> {
    const id = await this.accepted(grade);
    this.now += 60_000;
    await this.photo('网一');
    await this.taps('网一', id, 'hazard_fixed');
    return id;
  }

  /** Everything said in a room since it was last asked, by kind, oldest first. */
  async heard(name: string): Promise<string[]> {
    return (await this.said(name)).map((notice) => notice.kind);
  }

  /** How many messages of the bot stand in a room: what was edited is one. */
  async messages(name: string): Promise<number> {
    const all = await this.store.read.outbox.history(this.room(name).id, 1_000);
    return new Set(all.map(({ messageId }) => messageId)).size;
  }

  async said(name: string): Promise<Notice[]> {
    const room = this.room(name);
    const all = await this.store.read.outbox.history(room.id, 1_000);
    const from = this.#read.get(room.id) ?? 0;
    this.#read.set(room.id, all.length);
    return all.slice(from).map(({ notice }) => notice);
  }

  /** What was heard so far is forgotten everywhere. */
  async forget(): Promise<void> {
    for (const name of this.#rooms.keys()) await this.said(name);
  }

  /** Moves on to an instant, doing on the way whatever falls due. */
  until(at: Instant): Promise<void> {
    return passTime(this, at, (work, kind, subject) =>
      whenHazardDue[kind as Extract<TimerKind, `hazard_${string}`>](work, subject),
    );
  }

  /** Moves on by days and hours of the clock. */
  later({ days = 0, hours = 0, minutes = 0 }: { days?: number; hours?: number; minutes?: number }): Promise<void> {
    return this.until(this.now + ((days * 24 + hours) * 60 + minutes) * 60_000);
  }

  async trace(id: HazardId): Promise<string[]> {
    return (await this.store.read.trace.of(`hazard:${id}`)).map(({ what }) => what);
  }
}
