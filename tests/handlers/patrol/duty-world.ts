import type { Heard } from '../../../bot/heard.ts';
import { routePatrol } from '../../../bot/route-patrol.ts';
import type { Instant } from '../../../core/clock.ts';
import type { IdentityId, PersonId, RoomId, ShiftId, TeamId } from '../../../core/ids.ts';
import type { InboundMessage } from '../../../core/message.ts';
import type { Notice } from '../../../core/notice.ts';
import type { TapResult } from '../../../core/tap-result.ts';
import type { Person, Role, Room, RoomPurpose, Team } from '../../../core/people.ts';
import type { ShiftView } from '../../../core/ports/shifts.ts';
import type { Store } from '../../../core/ports/store.ts';
import { read } from '../../../core/reading/read.ts';
import type { Shift, ShiftPoint } from '../../../core/shift.ts';
import { patrolRulesSchema, type PatrolRules } from '../../../core/zone/patrol-rules.ts';
import { usualTiming } from '../../../core/zone/timing.ts';
import { askMissing } from '../../../handlers/patrol/ask-missing.ts';
import { checkSilence } from '../../../handlers/patrol/check-silence.ts';
import { closeShift } from '../../../handlers/patrol/close-shift.ts';
import { chaseHandover } from '../../../handlers/patrol/hand-over.ts';
import { remindShift } from '../../../handlers/patrol/remind-shift.ts';
import { setShiftTimers } from '../../../handlers/patrol/set-shift-timers.ts';
import { startShift } from '../../../handlers/patrol/start-shift.ts';
import { takeShiftTap, type ShiftVerb } from '../../../handlers/patrol/take-shift-tap.ts';
import type { Work } from '../../../handlers/work.ts';
import { deliverAll } from '../../support/deliver-all.ts';
import { countingIds } from '../../support/ids.ts';
import { personOf, roomOf } from '../../support/incident-factory.ts';
import { shiftAt, shiftOf, shiftPersonOf, shiftPointOf } from '../../support/shift-factory.ts';
import { passTime } from '../../support/pass-time.ts';

const minute = 60_000;

const dueOf: Readonly<Record<string, (work: Work, id: ShiftId) => Promise<void>>> = {
  shift_remind: remindShift,
  shift_start: startShift,
  shift_points: askMissing,
  shift_silence: checkSilence,
  shift_close: closeShift,
  shift_handover: chaseHandover,
};

/** Teams with their groups and shifts; what is said is read and routed, what is due is done, and what the bot says is told by kinds. */
export class DutyWorld {
  readonly store: Store;
  /** 14:00 in Shanghai; the usual shift begins at 20:00. */
  now: Instant = shiftAt - 6 * 60 * minute;
  rules: PatrolRules = patrolRulesSchema.parse({});
  can = { react: true, edit: true };
  readonly #ids = countingIds();
  readonly #people = new Map<string, Person>();
  readonly #rooms = new Map<string, Room>();
  readonly #teams = new Map<string, Team>();
  readonly #read = new Map<RoomId, number>();
  #messages = 0;

  constructor(store: Store) {
    this.store = store;
  }

  /** The usual scene: two teams with a group each, their leaders, an officer in the command group. */
  async begin(rules: Partial<PatrolRules> = {}): Promise<void> {
    this.rules = patrolRulesSchema.parse(rules);
    await this.room('指挥群', 'command');
    await this.person('值班', '值01', ['duty_officer']);
    await this.person('周队', '东00', ['leader']);
    for (const [name, callSign] of [
      ['王建国', '东01'],
      ['何小兵', '东02'],
      ['李强', '东03'],
    ] as const) {
      await this.person(name, callSign);
    }
    await this.team('东队', '周队', ['王建国', '何小兵', '李强']);
    await this.room('东队群', 'patrol', '东队');
    await this.person('吴队', '西00', ['leader']);
    await this.person('赵云', '西01');
    await this.person('钱多', '西02');
    await this.team('西队', '吴队', ['赵云', '钱多']);
    await this.room('西队群', 'patrol', '西队');
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
        patrols: this.rules,
        places: [],
      },
      can: () => this.can,
      keepPrivate: () => undefined,
      notify: () => {},
    };
  }

  async run<Result>(handle: (work: Work) => Promise<Result>): Promise<Result> {
    const result = await this.store.transaction((tx) => handle(this.work(tx)));
    await deliverAll(this.store, this.now, () => `b${String((this.#messages += 1))}`);
    return result;
  }

  /** `mute`: the bot can write to them nowhere. */
  async person(
    name: string,
    callSign: string,
    roles: readonly Role[] = ['volunteer'],
    how: { mute?: boolean } = {},
  ): Promise<Person> {
    const id = this.#ids.next<PersonId>(this.now);
    const person = personOf({ id, callSign, name, phone: '13800000000', roles, certificates: [] });
    await this.store.transaction((tx) => tx.people.put(person));
    this.#people.set(name, person);
    if (how.mute === true) return person;
    const room = await this.room(name, 'direct');
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

  async team(name: string, leader: string, members: readonly string[]): Promise<Team> {
    const team: Team = {
      id: this.#ids.next<TeamId>(this.now),
      code: name,
      kind: 'patrol',
      name,
      leaderId: this.of(leader).id,
      memberIds: members.map((member) => this.of(member).id),
      active: true,
    };
    await this.store.transaction((tx) => tx.people.putTeam(team));
    this.#teams.set(name, team);
    return team;
  }

  async room(name: string, purpose: RoomPurpose, team: string | null = null): Promise<Room> {
    const room = roomOf({
      id: this.#ids.next<RoomId>(this.now),
      externalId: name,
      kind: purpose === 'direct' ? 'direct' : 'group',
      purpose,
      title: name,
      teamId: team === null ? null : this.teamOf(team).id,
    });
    await this.store.transaction((tx) => tx.rooms.put(room));
    this.#rooms.set(name, room);
    return room;
  }

  of(name: string): Person {
    return found(this.#people.get(name), name);
  }

  teamOf(name: string): Team {
    return found(this.#teams.get(name), name);
  }

  roomOf(name: string): Room {
    return found(this.#rooms.get(name), name);
  }

  /** A shift of a team for its crew, planned; with so many points that are due by its end. */
  async shift(
    team: string,
    crew: readonly string[],
    given: Partial<Shift> & { pointCount?: number; dueAt?: Instant } = {},
  ): Promise<ShiftId> {
    const { pointCount = 0, dueAt, ...rest } = given;
    const { id: teamId } = this.teamOf(team);
    const shift = shiftOf({ teamIds: [teamId], name: `${team}夜巡`, ...rest });
    const view: ShiftView = {
      shift,
      people: crew.map((name) => shiftPersonOf({ shiftId: shift.id, personId: this.of(name).id, teamId })),
      points: Array.from({ length: pointCount }, (_, i) =>
        shiftPointOf({ shiftId: shift.id, n: i + 1, dueAt: dueAt ?? shift.endsAt }),
      ),
    };
    await this.run(async (work) => {
      await work.tx.shifts.add(view);
      await setShiftTimers(work, view);
    });
    return shift.id;
  }

  async view(id: ShiftId): Promise<ShiftView> {
    return found(await this.store.read.shifts.view(id), id);
  }

  /** State of each of the crew, by name. */
  async crew(id: ShiftId): Promise<Record<string, string>> {
    const { people } = await this.view(id);
    const names = new Map([...this.#people.values()].map((person) => [person.id, person.name]));
    return Object.fromEntries(people.map(({ personId, state }) => [names.get(personId) ?? '', state]));
  }

  /** A point is seen, as a check-in would have it. */
  async see(id: ShiftId, n: number): Promise<void> {
    const point = found(
      (await this.view(id)).points.find((one) => one.n === n),
      `point ${String(n)}`,
    );
    await this.run((work) => work.tx.shifts.putPoint({ ...point, state: 'seen' } satisfies ShiftPoint));
  }

  /** Somebody writes words, in the own direct chat when no group is named. True: they were of a shift. */
  async says(who: string, text: string, group: string = who, photos = 0): Promise<boolean> {
    const room = this.roomOf(group);
    const person = this.of(who);
    return this.run(async (work) => {
      const shifts = await work.tx.shifts.current(person.id, room.teamId, work.now);
      const reading = read({
        text,
        photos,
        location: false,
        room: room.purpose === 'other' ? 'village' : room.purpose,
        openOrder: false,
        openShift: shifts.length > 0,
        openCase: false,
        openQuestion: null,
        quote: null,
      });
      const message: InboundMessage = {
        kind: 'message',
        messageId: `m${(this.#messages += 1)}`,
        text,
        attachments: Array.from({ length: photos }, (_, i) => ({ kind: 'photo', ref: `p${String(i)}` }) as const),
        mentionsBot: false,
        edited: false,
      };
      const heard: Heard = { work, room, person, message, reading, orders: [], quoted: null, question: null, shifts };
      return routePatrol(heard);
    });
  }

  async taps(who: string, id: ShiftId, verb: ShiftVerb, value = ''): Promise<TapResult> {
    const view = await this.view(id);
    return this.run((work) => takeShiftTap(work, view, this.of(who), verb, value));
  }

  /** Everything that stands new in a room since it was last asked, by kind; reactions are `👌`. */
  async heard(name: string): Promise<string[]> {
    return (await this.said(name)).map((notice) => (notice.kind === 'reaction' ? notice.emoji : notice.kind));
  }

  async said(name: string): Promise<Notice[]> {
    const room = this.roomOf(name);
    const all = await this.store.read.outbox.history(room.id, 1_000);
    const from = this.#read.get(room.id) ?? 0;
    this.#read.set(room.id, all.length);
    return all.slice(from).map(({ notice }) => notice);
  }

  /** How many messages of the bot stand in a room, without reactions: what was edited is one. */
  async messages(name: string): Promise<number> {
    const all = await this.store.read.outbox.history(this.roomOf(name).id, 1_000);
    return new Set(all.filter(({ notice }) => notice.kind !== 'reaction').map(({ messageId }) => messageId)).size;
  }

  /** What was heard so far is forgotten everywhere. */
  async forget(): Promise<void> {
    for (const name of this.#rooms.keys()) await this.said(name);
  }

  /** Moves on to an instant, doing on the way whatever falls due. */
  until(at: Instant): Promise<void> {
    return passTime(this, at, (work, kind, subject) => found(dueOf[kind], kind)(work, subject as ShiftId));
  }

  /** Moves on by minutes. */
  later(minutes: number): Promise<void> {
    return this.until(this.now + minutes * minute);
  }

  /** Moves on to so many minutes after 20:00. */
  at(minutes: number): Promise<void> {
    return this.until(shiftAt + minutes * minute);
  }

  async trace(id: ShiftId): Promise<string[]> {
    return (await this.store.read.trace.of(`shift:${id}`)).map(({ what }) => what);
  }

  /** Timers that wait. */
  waiting(): Promise<number> {
    return this.store.read.timers.waiting();
  }
}

function found<Thing>(thing: Thing | null | undefined, name: string): Thing {
  if (thing === null || thing === undefined) throw new Error(`there is no ${name}`);
  return thing;
}
