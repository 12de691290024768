import type { Instant } from '../../../core/clock.ts';
import type { IdentityId, MatterId, PersonId, RoomId, TeamId, TimerId } from '../../../core/ids.ts';
import { blankBody, type Matter, type MatterBody, type MatterStanding } from '../../../core/matter.ts';
import type { MatterVerb } from '../../../core/matter-verb.ts';
import type { Notice } from '../../../core/notice.ts';
import type { Person, Place, Room, RoomPurpose } from '../../../core/people.ts';
import type { MatterResult } from '../../../core/private-notice.ts';
import type { Store } from '../../../core/ports/store.ts';
import type { TimerKind } from '../../../core/ports/timers.ts';
import { privateRulesSchema, type PrivateRules } from '../../../core/zone/private-rules.ts';
import type { z } from 'zod';
import { usualTiming } from '../../../core/zone/timing.ts';
import { screenMatter } from '../../../handlers/matter/screen-matter.ts';
import { takeMatterTap } from '../../../handlers/matter/take-matter-tap.ts';
import { whenMatterDue } from '../../../handlers/matter/when-due.ts';
import type { Work } from '../../../handlers/work.ts';
import { deliverAll } from '../../support/deliver-all.ts';
import { countingIds } from '../../support/ids.ts';
import { matterOf, partyOf } from '../../support/matter-factory.ts';
import { passTime } from '../../support/pass-time.ts';

/** 23 November 2026, 10:00 in Shanghai; a Monday. */
export const monday = Date.UTC(2026, 10, 23, 2);

type Rules = z.input<typeof privateRulesSchema>;

/** Rooms near to far: two in the village, three at 喜哥's, one at the centre with a desk, one in the joint team. */
export const usualRooms: NonNullable<Rules['rooms']> = [
  {
    code: '村',
    name: '村调委会',
    level: 'local',
    areas: ['西塘村'],
    kinds: ['wages', 'neighbour'],
    mediators: ['村一', '村二'],
  },
  { code: '喜', name: '喜哥调解室', kinds: ['wages'], mediators: ['喜哥', '喜二', '喜三'] },
  { code: '中', name: '中心', level: 'zone', mediators: ['中一'], desk: ['前台'] },
  { code: '联', name: '联合调解团队', level: 'joint', mediators: ['联一', '中一'] },
  { code: '法', name: '法律顾问', matters: ['legal_question'], mediators: ['律师'] },
  { code: '线', name: '线索专员', matters: ['crime_clue'], mediators: ['专员'] },
  { code: '门', name: '一码到家', matters: ['help_request'], mediators: ['网一', '网二'] },
];

/** A zone with mediators in direct chats; handlers run in its database, and what they say is told by kinds. */
export class MatterWorld {
  readonly store: Store;
  now: Instant = monday;
  rules: PrivateRules = privateRulesSchema.parse({});
  /** Whether the fake platforms can edit what they sent. */
  edit = true;
  readonly #ids = countingIds();
  readonly #people = new Map<string, Person>();
  readonly #rooms = new Map<string, Room>();
  readonly #places: Place[] = [];
  readonly #read = new Map<RoomId, number>();
  #messages = 0;

  constructor(store: Store) {
    this.store = store;
  }

  async begin(rules: Rules = {}): Promise<void> {
    this.rules = privateRulesSchema.parse({ rooms: usualRooms, ...rules });
    await this.person('张阿姨', { roles: ['resident'], phone: '199-0000-0001' });
    await this.person('领导', { roles: ['leader'] });
    await this.person('值班', { roles: ['duty_officer'] });
    const signs = this.rules.rooms.flatMap(({ mediators, desk }) => [...mediators, ...desk]);
    for (const sign of new Set(signs)) await this.person(sign, { gender: sign.endsWith('二') ? 'female' : 'male' });
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
        privateMatters: this.rules,
        places: this.#places,
      },
      can: () => ({ react: true, edit: this.edit }),
      keepPrivate: () => undefined,
      notify: () => undefined,
    };
  }

  /** Runs a handler in a transaction of its own, and lets everything that it said be sent. */
  async run<Result>(handle: (work: Work) => Promise<Result>): Promise<Result> {
    const result = await this.store.transaction((tx) => handle(this.work(tx)));
    await deliverAll(this.store, this.now, () => `b${(this.#messages += 1)}`);
    return result;
  }

  /** Somebody with a direct chat; `mute`: nothing reaches them. */
  async person(name: string, { mute = false, ...given }: Partial<Person> & { mute?: boolean } = {}): Promise<Person> {
    const person: Person = {
      id: this.#ids.next<PersonId>(this.now),
      callSign: name,
      name,
      phone: '',
      language: 'zh',
      roles: ['mediator'],
      duty: 'on_duty',
      certificates: [],
      base: null,
      active: true,
      ...given,
    };
    await this.store.transaction((tx) => tx.people.put(person));
    this.#people.set(name, person);
    if (mute) return person;
    const room = await this.group(name, 'direct');
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

  /** Somebody changes: goes off duty, leaves, is found to be a woman. */
  async changes(name: string, given: Partial<Person>): Promise<void> {
    const person: Person = { ...this.of(name), ...given };
    this.#people.set(name, person);
    await this.store.transaction((tx) => tx.people.put(person));
  }

  async group(name: string, purpose: RoomPurpose, teamId: TeamId | null = null): Promise<Room> {
    const room: Room = {
      id: this.#ids.next<RoomId>(this.now),
      platform: 'telegram',
      externalId: name,
      kind: purpose === 'direct' ? 'direct' : 'group',
      purpose,
      title: name,
      language: 'zh',
      teamId,
      state: 'open',
    };
    await this.store.transaction((tx) => tx.rooms.put(room));
    this.#rooms.set(name, room);
    return room;
  }

  /** A mediation room's team with a group of its own. */
  async team(code: string, group: string): Promise<void> {
    const id = this.#ids.next<TeamId>(this.now);
    await this.store.transaction((tx) =>
      tx.people.putTeam({ id, code, kind: 'mediation', name: group, leaderId: null, memberIds: [], active: true }),
    );
    await this.group(group, 'mediation', id);
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

  /** A matter that 张阿姨 has handed in, screened and offered. */
  async filed(given: Partial<Matter> = {}, body: Partial<MatterBody> = {}): Promise<MatterId> {
    const teller = this.of('张阿姨');
    const parties = [
      partyOf({ personId: teller.id, phone: teller.phone, name: '张阿姨', consent: 'yes', consentAt: this.now }),
      partyOf({ key: 'b', role: 'respondent', name: '恒固五金厂' }),
    ];
    const matter = matterOf({
      state: 'reported',
      tellerId: teller.id,
      roomId: this.room('张阿姨').id,
      begunAt: this.now,
      reportedAt: this.now,
      changedAt: this.now,
      body: { ...blankBody, about: 'wages', facts: ['老板欠钱'], parties, area: '西塘村', ...body },
      ...given,
    });
    await this.run(async (work) => {
      await work.tx.matters.add(matter);
      if (matter.tellerId !== null)
        await work.tx.matters.setPeople(matter.id, [{ personId: matter.tellerId, standing: 'teller' }]);
      await screenMatter(work, matter);
    });
    return matter.id;
  }

  /** Somebody taps a button of a matter, or says its word with more behind it. */
  async taps(who: string, id: MatterId, verb: MatterVerb, words = '', value = ''): Promise<MatterResult | null> {
    const roomId = this.room(who).id;
    return this.run((work) => takeMatterTap(work, { id }, { person: this.of(who), verb, value, words, roomId }));
  }

  async matter(id: MatterId): Promise<Matter> {
    const matter = await this.store.read.matters.byId(id);
    if (matter === null) throw new Error('no such matter');
    return matter;
  }

  /** The names of those who are this to it, sorted. */
  async those(id: MatterId, standing: MatterStanding): Promise<string[]> {
    const people = await this.store.read.matters.people(id);
    const ids = new Set(people.filter((one) => one.standing === standing).map(({ personId }) => personId));
    return [...this.#people].flatMap(([name, person]) => (ids.has(person.id) ? [name] : []));
  }

  /** Everything said in a room since it was last asked, by kind, oldest first. */
  async heard(name: string): Promise<string[]> {
    return (await this.said(name)).map(({ kind }) => kind);
  }

  /** The same with what each says; a question that is drawn anew in its place is nothing new. */
  async said(name: string): Promise<Notice[]> {
    const room = this.room(name);
    const all = await this.store.read.outbox.history(room.id, 1_000);
    const from = this.#read.get(room.id) ?? 0;
    this.#read.set(room.id, all.length);
    return all.slice(from).flatMap(({ notice }) => ('over' in notice ? [] : notice));
  }

  /** What was heard so far is forgotten everywhere. */
  async forget(): Promise<void> {
    for (const name of this.#rooms.keys()) await this.said(name);
  }

  /** Moves on to an instant, doing on the way whatever falls due. */
  until(at: Instant): Promise<void> {
    return passTime(this, at, (work, kind, subject) =>
      whenMatterDue[kind as Extract<TimerKind, `matter_${string}`>](work, subject),
    );
  }

  /** Moves on by minutes. */
  later(minutes: number): Promise<void> {
    return this.until(this.now + minutes * 60_000);
  }

  async trace(id: MatterId): Promise<string[]> {
    return (await this.store.read.trace.of(`matter:${id}`)).map(({ what }) => what);
  }

  /** When something falls due; null: it does not. */
  async dueIn(kind: TimerKind): Promise<number | null> {
    const timers = await this.store.read.timers.upcoming(100);
    const found: { id: TimerId; dueAt: number } | undefined = timers.find((timer) => timer.kind === kind);
    return found === undefined ? null : (found.dueAt - this.now) / 60_000;
  }
}
