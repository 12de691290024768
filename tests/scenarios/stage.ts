import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { assemble } from '../../assemble.ts';
import type { Bot } from '../../assemble.ts';
import type { Links } from '../../bot/links.ts';
import type { Skill } from '../../core/catalogue.ts';
import type { Instant } from '../../core/clock.ts';
import type { Card, CardAction, Inbound, InboundMessage, Platform, Verb } from '../../core/message.ts';
import { tapData } from '../../core/message.ts';
import type { FileId, IdentityId, PersonId, PlaceId, PlanId, RoomId, TeamId } from '../../core/ids.ts';
import type { Incident, Order } from '../../core/incident.ts';
import type { Duty, Person, Place, Role, RoomPurpose } from '../../core/people.ts';
import type { KeyedHash } from '../../core/point-word.ts';
import type { Store } from '../../core/ports/store.ts';
import { usualPatrolRules, type PatrolRules } from '../../core/zone/patrol-rules.ts';
import { usualPrivateRules, type PrivateRules } from '../../core/zone/private-rules.ts';
import type { Work, ZoneFacts } from '../../handlers/work.ts';
import { usualHazardRules, type HazardRules } from '../../core/zone/hazard-rules.ts';
import { usualTiming } from '../../core/zone/timing.ts';
import type { FakeClock } from '../support/clock.ts';
import { fakeClock } from '../support/clock.ts';
import type { FakeChat } from '../support/fake-chat.ts';
import { fakeChat } from '../support/fake-chat.ts';
import { countingIds } from '../support/ids.ts';
import { quietLog, quietMetrics } from '../support/quiet.ts';

/** Somebody of a story: a call sign is all it takes; the rest has usual values. */
export interface Cast {
  name: string;
  roles?: readonly Role[];
  skills?: readonly Skill[];
  duty?: Duty;
  platform?: Platform;
  /** Metres east of the centre; null: position unknown. */
  metresEast?: number | null;
  phone?: string;
  gender?: 'female' | 'male';
}

const centre = { lat: 28.905, lon: 120.055 };
const metreOfLongitude = 1 / (111_320 * Math.cos((centre.lat * Math.PI) / 180));

/** Where somebody is who stands so many metres east of the centre. */
export const eastOf = (metres: number): { lat: number; lon: number } => ({
  lat: centre.lat,
  lon: centre.lon + metres * metreOfLongitude,
});

const open = new Set<Stage>();

/** Stops every stage of a test; before its database is closed. */
export async function closeStages(): Promise<void> {
  for (const stage of open) await stage.close();
  open.clear();
}

/** The words of points in stories: what only the program knows. */
export const keyed: KeyedHash = (text) => createHash('sha256').update(`story\n${text}`).digest('hex');

/** Limits of the fake platforms' abilities as the real ones declare them. */
const abilities = {
  telegram: {},
  wechat: {
    buttons: false,
    editWindowMs: 0,
    reactions: false,
    returnsMessageId: false,
    stableIds: false,
    photoByEdit: false,
  },
  web: {},
} as const;

const links: Links = {
  order: (order) => `https://qunfang.test/o/${order.token}`,
  incident: (incident) => `https://qunfang.test/i/${incident.number}`,
  hazard: (hazard) => `https://qunfang.test/h/${hazard.number}`,
  place: (place) => `https://qunfang.test/places/${place.code}`,
  month: (_whose, month) => `https://qunfang.test/m/${month}`,
  calendar: (token) => `https://qunfang.test/calendar/${token}.ics`,
  login: (reader) => `https://qunfang.test/wechat/login?k=${reader}`,
  matter: ({ number }, reader) => `https://qunfang.test/private/m/${number}?k=${reader}`,
  tell: (_kind, reader) => `https://qunfang.test/private/tell/0?k=${reader}`,
  session: ({ number }, n) => `https://qunfang.test/private/s/${number}/${String(n)}.ics`,
  ownData: (reader) => `https://qunfang.test/private/data?k=${reader}`,
  map: ({ lat, lon }) => `https://map.test/${lat.toFixed(5)},${lon.toFixed(5)}`,
};

/**
 * A zone with its people and groups on fake platforms: a story is told by what people say and tap, and by what they then see.
 * `end` proves that nothing was sent that the story did not tell of.
 */
export class Stage {
  readonly clock: FakeClock;
  readonly chats: Record<Platform, FakeChat>;
  readonly store: Store;
  /** The program that runs now; see `restart`. */
  bot: Bot;
  /** Where a stored photo lies on disk; a stage has no disk unless a story gives it one. */
  photoPath: (id: FileId) => Promise<string | null> = () => Promise.resolve(null);
  readonly #hazards: HazardRules;
  #patrols: PatrolRules;
  readonly #privateMatters: PrivateRules;
  readonly #timeZone: string;
  readonly #people = new Map<string, { person: Person; platform: Platform }>();
  readonly #places: Place[] = [];
  readonly #groups = new Map<string, { platform: Platform; id: string }>();
  readonly #told = new Set<string>();
  /** When each message was first sent, as a platform tells it with an edit. */
  readonly #written = new Map<string, Instant>();
  readonly #ids = countingIds();
  #updates = 0;

  /** @param how another time zone than Shanghai's, and another instant than 20:00 on 22 November 2026 there */
  constructor(
    store: Store,
    hazards: HazardRules = usualHazardRules,
    patrols: PatrolRules = usualPatrolRules,
    how: { timeZone?: string; at?: Instant; privateMatters?: PrivateRules } = {},
  ) {
    open.add(this);
    this.store = store;
    this.clock = fakeClock(how.at);
    this.#timeZone = how.timeZone ?? 'Asia/Shanghai';
    const chat = (platform: Platform): FakeChat =>
      fakeChat({ now: () => this.clock.now(), platform, capabilities: abilities[platform] });
    this.chats = { telegram: chat('telegram'), wechat: chat('wechat'), web: chat('web') };
    this.#hazards = hazards;
    this.#patrols = patrols;
    this.#privateMatters = how.privateMatters ?? usualPrivateRules;
    this.bot = this.#assemble();
    this.clock.settle(() => this.bot.sender.idle());
    this.clock.settle(() => this.bot.timers.idle());
  }

  #assemble(): Bot {
    const facts = (): ZoneFacts => ({
      name: '东城',
      timeZone: this.#timeZone,
      timing: usualTiming,
      hazards: this.#hazards,
      patrols: this.#patrols,
      privateMatters: this.#privateMatters,
      places: this.#places.filter(({ active }) => active),
    });
    return assemble({
      store: this.store,
      adapters: Object.values(this.chats),
      alarm: this.clock,
      ids: this.#ids,
      metrics: quietMetrics,
      log: quietLog,
      zone: facts,
      keyed,
      links,
      photoPath: (id) => this.photoPath(id),
    });
  }

  /** Sets the usual scene: a command group, a squad group, a village group, a plan for fires and one for drownings. */
  async begin(cast: readonly Cast[]): Promise<void> {
    for (const chat of Object.values(this.chats)) await chat.start(this.bot.receive);
    await this.store.transaction(async (tx) => {
      const now = this.clock.now();
      const rescuers: PersonId[] = [];
      for (const [index, one] of cast.entries()) {
        const person: Person = {
          id: this.#ids.next<PersonId>(now),
          callSign: one.name,
          name: one.name,
          phone: one.phone ?? `199-0000-${String(index).padStart(4, '0')}`,
          language: 'zh',
          roles: one.roles ?? ['rescuer'],
          duty: one.duty ?? 'on_duty',
          certificates: (one.skills ?? []).map((skill) => ({ skill, validUntil: null })),
          base: one.metresEast === null ? null : eastOf(one.metresEast ?? 1_000 + index * 100),
          ...(one.gender === undefined ? {} : { gender: one.gender }),
          active: true,
        };
        await tx.people.put(person);
        if (person.roles.includes('rescuer')) rescuers.push(person.id);
        const platform = one.platform ?? 'telegram';
        this.#people.set(one.name, { person, platform });
        const roomId = this.#ids.next<RoomId>(now);
        await tx.rooms.put({
          id: roomId,
          platform,
          externalId: one.name,
          kind: 'direct',
          purpose: 'direct',
          title: one.name,
          language: 'zh',
          teamId: null,
          state: 'open',
        });
        await tx.people.putIdentity({
          id: this.#ids.next<IdentityId>(now),
          personId: person.id,
          platform,
          externalId: one.name,
          roomId,
          state: 'open',
        });
      }
      const teamId = this.#ids.next<TeamId>(now);
      await tx.people.putTeam({
        id: teamId,
        code: 'S1',
        kind: 'rescue',
        name: '一队',
        leaderId: null,
        memberIds: rescuers,
        active: true,
      });
      for (const [name, purpose] of [
        ['指挥群', 'command'],
        ['救援群', 'squad'],
        ['村群', 'village'],
      ] as const) {
        await this.#putGroup(tx, name, purpose, 'telegram', purpose === 'squad' ? teamId : null);
      }
      await tx.places.putPlan({
        id: this.#ids.next<PlanId>(now),
        code: 'fire',
        name: '火灾',
        kind: 'fire',
        level: null,
        seats: [
          { skill: 'fire_operator', count: 2 },
          { skill: 'first_aid', count: 1 },
        ],
        safetyLines: { zh: ['先断电，不进浓烟'], en: ['Cut the power first, stay out of smoke'] },
        checklist: { zh: [], en: [] },
        warnPlaces: [],
        active: true,
      });
      await tx.places.putPlan({
        id: this.#ids.next<PlanId>(now),
        code: 'drowning',
        name: '溺水',
        kind: 'drowning',
        level: null,
        seats: [{ skill: 'surface_water', count: 1 }],
        safetyLines: { zh: ['穿救生衣，不徒手下水'], en: ['Wear a life jacket, do not jump in'] },
        checklist: { zh: [], en: [] },
        warnPlaces: [],
        active: true,
      });
      const place: Place = {
        id: this.#ids.next<PlaceId>(now),
        code: 'XT',
        kind: 'market',
        name: '西塘工业区',
        aliases: ['西塘工业园'],
        position: centre,
        area: '西',
        active: true,
      };
      await tx.places.put(place);
      this.#places.push(place);
    });
    this.bot.sender.start();
    this.bot.timers.start();
    await this.rest();
  }

  async #putGroup(
    tx: Parameters<Parameters<Store['transaction']>[0]>[0],
    name: string,
    purpose: RoomPurpose,
    platform: Platform,
    teamId: TeamId | null,
  ): Promise<void> {
    this.#groups.set(name, { platform, id: name });
    await tx.rooms.put({
      id: this.#ids.next<RoomId>(this.clock.now()),
      platform,
      externalId: name,
      kind: 'group',
      purpose,
      title: name,
      language: 'zh',
      teamId,
      state: 'open',
    });
  }

  /** Adds a group of some purpose on some platform. */
  async group(name: string, purpose: RoomPurpose, platform: Platform): Promise<void> {
    await this.store.transaction((tx) => this.#putGroup(tx, name, purpose, platform, null));
  }

  /** Adds a place that the zone knows. */
  async place(place: Omit<Place, 'id' | 'aliases' | 'active'>): Promise<void> {
    const known: Place = { ...place, id: this.#ids.next<PlaceId>(this.clock.now()), aliases: [], active: true };
    await this.store.transaction((tx) => tx.places.put(known));
    this.#places.push(known);
  }

  /** The zone file is brought in anew: other rules for patrols, and places that are no longer there. */
  async rezone(patrols: PatrolRules, gone: readonly string[] = []): Promise<void> {
    this.#patrols = patrols;
    for (const place of this.#places) {
      if (!gone.includes(place.code)) continue;
      place.active = false;
      await this.store.transaction((tx) => tx.places.put(place));
    }
  }

  /** A place of the zone by its code. */
  placeOf(code: string): Place {
    const found = this.#places.find((place) => place.code === code);
    if (found === undefined) throw new Error(`No place is called ${code}`);
    return found;
  }

  /** Adds a team with its people, in a group of its own. */
  async team(team: {
    code: string;
    name: string;
    leader: string | null;
    members: readonly string[];
    room: string;
    platform?: Platform;
  }): Promise<void> {
    const { code, name, leader, members, room, platform = 'telegram' } = team;
    const id = this.#ids.next<TeamId>(this.clock.now());
    await this.store.transaction(async (tx) => {
      const memberIds = members.map((member) => this.person(member).id);
      const leaderId = leader === null ? null : this.person(leader).id;
      await tx.people.putTeam({ id, code, kind: 'patrol', name, leaderId, memberIds, active: true });
      await this.#putGroup(tx, room, 'patrol', platform, id);
    });
  }

  /** Does something as the program does it, in one transaction, and lets it have its effects. */
  async does<Result>(run: (work: Work) => Promise<Result>): Promise<Result> {
    const result = await this.store.transaction((tx) => run(this.bot.workIn(tx)));
    await this.rest();
    return result;
  }

  /** Another program takes over where this one stopped: nothing but the database is left of it. */
  async restart(): Promise<void> {
    await this.bot.timers.stop();
    await this.bot.sender.stop();
    this.bot = this.#assemble();
    for (const chat of Object.values(this.chats)) await chat.start(this.bot.receive);
    this.bot.sender.start();
    this.bot.timers.start();
    await this.rest();
  }

  /** Waits until nothing that is due is left to do, edits that are held back for a second included. */
  async rest(): Promise<void> {
    await this.clock.advance(1_100);
  }

  /** Moves the clock on, with all that happens on the way. */
  async later(seconds: number): Promise<void> {
    await this.clock.advance(seconds * 1_000);
  }

  /** Moves on by days, from one thing that falls due to the next; whoever only looks whether there is anything sleeps meanwhile. */
  async daysLater(days: number): Promise<void> {
    const until = this.clock.now() + days * 86_400_000;
    while (this.clock.now() < until) {
      const due = (await this.store.read.timers.nextDueAt()) ?? until;
      this.clock.skip(Math.max(0, Math.min(due, until) - this.clock.now()));
      await this.clock.advance(1_100);
    }
  }

  /** Somebody writes, in a direct chat when no group is named, and now where the story names no other instant. */
  async says(
    who: string,
    text: string,
    extra: { in?: string; message?: Partial<InboundMessage>; sentAt?: Instant } = {},
  ): Promise<void> {
    const event: InboundMessage = {
      kind: 'message',
      messageId: `m${this.#updates + 1}`,
      text,
      attachments: [],
      mentionsBot: false,
      edited: false,
      ...extra.message,
    };
    const written = `${extra.in ?? who} ${event.messageId}`;
    if (!event.edited) this.#written.set(written, extra.sentAt ?? this.clock.now());
    const writtenAt = this.#written.get(written);
    const edit = event.edited && writtenAt !== undefined ? { writtenAt } : {};
    await this.#event(who, extra.in, { ...edit, ...event }, extra.sentAt);
  }

  /** Somebody sends where they are. */
  async isAt(who: string, metresEast: number): Promise<void> {
    await this.says(who, '', { message: { position: { ...eastOf(metresEast), live: true }, edited: true } });
  }

  /** Somebody taps the newest button of this verb in a room; the answer is what the tap is answered with. */
  async taps(who: string, verb: Verb, extra: { in?: string; value?: string } = {}): Promise<string> {
    const action = this.action(extra.in ?? who, verb, extra.value);
    return this.tapsData(who, tapData(action), extra.in);
  }

  /** Somebody taps something with this data, whatever it is. */
  async tapsData(who: string, data: string, room?: string): Promise<string> {
    const tapId = `t${this.#updates + 1}`;
    await this.#event(who, room, { kind: 'tap', data, tapId });
    const chat = this.chats[this.platformOf(room ?? who)];
    return chat.taps.find((tap) => tap.tapId === tapId)?.text ?? '';
  }

  async #event(
    who: string,
    room: string | undefined,
    event: Inbound['event'],
    sentAt = this.clock.now(),
  ): Promise<void> {
    this.#updates += 1;
    const platform = this.platformOf(room ?? who);
    await this.chats[platform].receive({
      platform,
      updateId: String(this.#updates),
      sentAt,
      room: room === undefined ? { externalId: who, kind: 'direct' } : { externalId: room, kind: 'group', title: room },
      sender: { externalId: who, name: who },
      event,
      raw: '{}',
    });
    await this.rest();
  }

  /** How many things people have sent and tapped so far. */
  get actions(): number {
    return this.#updates;
  }

  platformOf(name: string): Platform {
    return this.#groups.get(name)?.platform ?? this.#people.get(name)?.platform ?? 'telegram';
  }

  person(name: string): Person {
    const found = this.#people.get(name);
    if (found === undefined) throw new Error(`Nobody is called ${name}`);
    return found.person;
  }

  /** Cards that stand in a room, oldest first. */
  cards(room: string): Card[] {
    return this.chats[this.platformOf(room)]
      .standing(room)
      .flatMap(({ outgoing }) => (outgoing.kind === 'card' ? [outgoing.card] : []));
  }

  /** The text of the newest message of a room that matches; fails the story when there is none. It is then told of. */
  sees(room: string, pattern: RegExp | string): string {
    const standing = this.chats[this.platformOf(room)].standing(room);
    const found = standing.findLast(
      ({ outgoing }) => outgoing.kind === 'card' && matches(textOf(outgoing.card), pattern),
    );
    const texts = this.cards(room).map(textOf).join('\n———\n');
    if (found?.outgoing.kind !== 'card') return expect.fail(`${room} does not see ${String(pattern)} but:\n${texts}`);
    this.#told.add(`${room} ${found.messageId}`);
    return textOf(found.outgoing.card);
  }

  /** All messages of the bot that stand in a room, oldest first, each by some of its words; all are told of thereby. */
  holds(room: string, ...words: readonly (RegExp | string)[]): void {
    const standing = this.chats[this.platformOf(room)].standing(room);
    const cards = standing.flatMap(({ messageId, outgoing }) =>
      outgoing.kind === 'card' ? [{ messageId, text: textOf(outgoing.card) }] : [],
    );
    const expected = words.map((one): unknown =>
      typeof one === 'string' ? expect.stringContaining(one) : expect.stringMatching(one),
    );
    expect(cards.map(({ text }) => text)).toEqual(expected);
    for (const { messageId } of cards) this.#told.add(`${room} ${messageId}`);
  }

  /** Nothing in the room matches. */
  seesNot(room: string, pattern: RegExp | string): void {
    for (const card of this.cards(room)) expect(textOf(card)).not.toMatch(pattern);
  }

  /** The newest button of a verb that stands in a room. */
  action(room: string, verb: Verb, value?: string): CardAction {
    for (const card of this.cards(room).toReversed()) {
      const found = card.actions
        .flat()
        .find((one) => one.verb === verb && (value === undefined || one.value === value));
      if (found !== undefined) return found;
    }
    const texts = this.cards(room).map(textOf).join('\n———\n');
    return expect.fail(`${room} has no button ${verb} ${value ?? ''}:\n${texts}`);
  }

  async incident(): Promise<Incident> {
    const [newest] = await this.store.read.incidents.latest(1);
    if (newest === undefined) throw new Error('There is no incident');
    return newest;
  }

  async orderOf(name: string): Promise<Order> {
    const { id } = await this.incident();
    const order = (await this.store.read.incidents.orders(id)).find(
      ({ personId }) => personId === this.person(name).id,
    );
    if (order === undefined) throw new Error(`${name} has no order`);
    return order;
  }

  /** Every message that stands anywhere was told of in the story; nothing waits; every chain of the trace holds. */
  async end(): Promise<void> {
    await this.rest();
    const untold = Object.values(this.chats).flatMap((chat) => {
      const rooms = new Set(chat.sends.map(({ room }) => room));
      return [...rooms].flatMap((room) =>
        chat
          .standing(room)
          .filter(({ messageId, outgoing }) => outgoing.kind === 'card' && !this.#told.has(`${room} ${messageId}`))
          .map(({ outgoing }) => `${room}: ${outgoing.kind === 'card' ? textOf(outgoing.card) : ''}`),
      );
    });
    expect(untold).toEqual([]);
    expect(await this.store.read.outbox.depth()).toEqual([]);
    expect((await this.store.read.trace.verify()).broken).toEqual([]);
  }

  /** Nothing runs any more. */
  async close(): Promise<void> {
    await this.bot.timers.stop();
    await this.bot.sender.stop();
  }
}

const matches = (text: string, pattern: RegExp | string): boolean =>
  typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text);

/** All words of a card, buttons and links included, as a reader sees them. */
export function textOf(card: Card): string {
  const buttons = card.actions.map((row) => row.map(({ label }) => `[${label}]`).join(' '));
  const urls = card.links.map(({ label, url }) => `${label} ${url}`);
  const head = [card.banner, card.title].filter((text) => text !== undefined);
  return [...head, ...card.lines.map(({ text }) => text), ...urls, ...buttons].join('\n');
}
