import { createHmac } from 'node:crypto';
import { routeCheckIn, routeSign } from '../../bot/route-check-in.ts';
import { routeFind } from '../../bot/route-find.ts';
import type { Heard } from '../../bot/heard.ts';
import type { CheckIn, Find } from '../../core/check-in.ts';
import type { ShiftId, TeamId } from '../../core/ids.ts';
import type { Attachment, InboundMessage, Position } from '../../core/message.ts';
import type { Notice } from '../../core/notice.ts';
import type { Person, Place, Room } from '../../core/people.ts';
import { pointWord } from '../../core/point-word.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import type { Store } from '../../core/ports/store.ts';
import { read } from '../../core/reading/read.ts';
import type { Shift, ShiftPoint } from '../../core/shift.ts';
import { patrolRulesSchema, type PatrolRules } from '../../core/zone/patrol-rules.ts';
import { askMissing } from '../../handlers/patrol/ask-missing.ts';
import { askWhichPoint } from '../../handlers/patrol/ask-which-point.ts';
import type { Work } from '../../handlers/work.ts';
import { HazardWorld, north } from '../handlers/hazard/hazard-world.ts';
import { shiftOf, shiftPersonOf, shiftPointOf } from './shift-factory.ts';

/** 23 November 2026, 20:00 in Shanghai: the night begins. */
export const eight = Date.UTC(2026, 10, 23, 12);
const minute = 60_000;

/** What somebody sends; with nothing else, words. */
export interface Sending {
  text?: string;
  photos?: number;
  /** The group; missing: the sender's direct chat. */
  in?: string;
  album?: string;
  position?: Position;
  /** Quotes this message. */
  quotes?: string;
  forwarded?: boolean;
  /** The message that is changed. */
  edits?: string;
  /** The same message comes a second time. */
  again?: string;
  start?: string;
}

/** The same hash as everywhere in these tests. */
const keyed = (text: string): string => createHmac('sha256', 'test').update(text).digest('hex');

/** A zone at night: teams in their groups, a walk of six points, and what they send, read and routed as by the bot. */
export class CheckInWorld extends HazardWorld {
  patrols: PatrolRules = patrolRulesSchema.parse({});
  readonly #teams = new Map<string, TeamId>();
  #sent = 0;

  /** 西塘队 with 西01 to 西04 and its leader 西队, in its group; six places, 400 m apart. */
  async beginNight(rules: Record<string, unknown> = {}): Promise<void> {
    this.now = eight;
    await this.begin();
    this.patrols = patrolRulesSchema.parse({ policeContacts: ['民警'], ...rules });
    for (const name of ['西01', '西02', '西03', '西04']) await this.person(name, ['volunteer']);
    await this.person('西队', ['leader']);
    await this.person('民警', ['volunteer']);
    const walk = ['樟塘村口', '井头', '永固厂', '渡口', '岗头', '活动中心'];
    for (const [index, name] of walk.entries()) {
      await this.place(`XT-0${String(index + 1)}`, 'junction', name, north(6_000 + index * 400));
    }
    await this.team('西塘队', ['西01', '西02', '西03', '西04'], '西队');
  }

  override work(tx: Work['tx']): Work {
    const work = super.work(tx);
    return { ...work, zone: { ...work.zone, patrols: this.patrols }, keyed };
  }

  /** A team with its group of the same name. */
  async team(name: string, members: readonly string[], leader: string | null = null): Promise<void> {
    const id = `team-${name}` as TeamId;
    await this.store.transaction((tx) =>
      tx.people.putTeam({
        id,
        code: name,
        kind: 'patrol',
        name,
        leaderId: leader === null ? null : this.of(leader).id,
        memberIds: members.map((member) => this.of(member).id),
        active: true,
      }),
    );
    const room = await this.group(name, 'patrol');
    await this.store.transaction((tx) => tx.rooms.put({ ...room, teamId: id }));
    this.#teams.set(name, id);
  }

  override room(name: string): Room {
    return { ...super.room(name), teamId: this.#teams.get(name) ?? null };
  }

  teamId(name: string): TeamId {
    const id = this.#teams.get(name);
    if (id === undefined) throw new Error(`no team ${name}`);
    return id;
  }

  /** A running walk of a team past these places, three hours from 20:00; whatever is given differs. */
  async walks(
    given: Partial<Shift> & { team?: string; crew?: readonly string[]; codes?: readonly string[] } = {},
    points: Readonly<Record<number, Partial<ShiftPoint>>> = {},
  ): Promise<ShiftId> {
    const {
      team = '西塘队',
      crew = ['西01', '西02'],
      codes = [1, 2, 3, 4, 5, 6].map((n) => `XT-0${n}`),
      ...more
    } = given;
    const shift = shiftOf({ startsAt: eight, state: 'running', teamIds: [this.teamId(team)], ...more });
    const view: ShiftView = {
      shift,
      people: crew.map((name) =>
        shiftPersonOf({ shiftId: shift.id, personId: this.of(name).id, teamId: this.teamId(team) }),
      ),
      points: codes.map((code, index) => {
        const place: Place = this.placed(code);
        const n = index + 1;
        return shiftPointOf({
          shiftId: shift.id,
          n,
          placeId: place.id,
          name: place.name,
          dueAt: shift.endsAt,
          ...points[n],
        });
      }),
    };
    await this.store.transaction((tx) => tx.shifts.add(view));
    return shift.id;
  }

  /** Somebody sends a message, some seconds after the last; it is read and routed. @returns its id, and whether it was dealt with */
  async sends(who: string, sending: Sending = {}): Promise<{ messageId: string; taken: boolean }> {
    const message = this.#message(sending);
    const person = this.of(who);
    const room = this.room(sending.in ?? who);
    const taken = await this.run(async (work) => {
      const heard = await this.#heard(work, person, room, message);
      if (message.start !== undefined) return routeSign(heard);
      return (await routeFind(heard)) || routeCheckIn(heard);
    });
    return { messageId: message.messageId, taken };
  }

  /** A photo in the team's group. */
  async photoOf(who: string, text = '', more: Sending = {}): Promise<string> {
    return (await this.sends(who, { text, photos: 1, in: '西塘队', ...more })).messageId;
  }

  #message(sending: Sending): InboundMessage {
    const { text = '', photos = 0, album, position, quotes, forwarded, edits, again, start } = sending;
    const messageId = edits ?? again ?? `s${(this.#sent += 1)}`;
    const attachments = Array.from({ length: photos }, (_, index): Attachment => {
      const ref = `${messageId}-${index}`;
      return { kind: 'photo', ref, uniqueRef: ref, ...(forwarded === true ? { forwarded } : {}) };
    });
    return {
      kind: 'message',
      messageId,
      text,
      attachments,
      ...(position === undefined ? {} : { position: { ...position, live: false } }),
      ...(quotes === undefined ? {} : { quote: { messageId: quotes, text: '' } }),
      ...(album === undefined ? {} : { albumId: album }),
      mentionsBot: false,
      edited: edits !== undefined,
      ...(start === undefined ? {} : { start }),
    };
  }

  async #heard(work: Work, person: Person, room: Room, message: InboundMessage): Promise<Heard> {
    const shifts = await work.tx.shifts.current(person.id, room.teamId, work.now);
    const question = await work.tx.rooms.question(room.id, person.id, work.now);
    const reading = read(
      {
        text: message.text,
        photos: message.attachments.length,
        location: message.position !== undefined,
        room: room.purpose === 'other' ? 'village' : room.purpose,
        openOrder: false,
        openShift: shifts.length > 0,
        openCase: false,
        openQuestion: question === null ? null : question.kind === 'which_point' ? 'point' : question.kind,
        quote: message.quote?.text ?? null,
      },
      { places: work.zone.places },
    );
    return { work, person, room, message, reading, orders: [], quoted: null, question, shifts };
  }

  /** Time goes by, and what is due of check-ins and points is done. */
  async passes(minutes: number): Promise<void> {
    const until = this.now + minutes * minute;
    while (this.now < until) {
      this.now = Math.min(until, this.now + 10_000);
      await this.#runTimers();
    }
  }

  async #runTimers(): Promise<void> {
    const timers = await this.store.read.timers.upcoming(1_000);
    for (const { kind, subject, dueAt } of timers) {
      if (dueAt > this.now || (kind !== 'shift_ask' && kind !== 'shift_points')) continue;
      await this.run(async (work) => {
        await work.tx.timers.cancel(kind, subject);
        if (kind === 'shift_ask') await askWhichPoint(work, subject as CheckIn['id']);
        else await askMissing(work, subject as ShiftId);
      });
    }
  }

  async view(id: ShiftId): Promise<ShiftView> {
    const view = await this.store.read.shifts.view(id);
    if (view === null) throw new Error('no such shift');
    return view;
  }

  /** The points as a row of words: `seen open open`. */
  async points(id: ShiftId): Promise<string> {
    return (await this.view(id)).points.map(({ state }) => state).join(' ');
  }

  async checkIns(id: ShiftId): Promise<CheckIn[]> {
    return this.store.read.shifts.checkIns(id);
  }

  /** Every check-in as `n state source photos`. */
  async told(id: ShiftId): Promise<string[]> {
    return (await this.checkIns(id)).map(({ n, state, source, photos }) => `${n ?? '-'} ${state} ${source} ${photos}`);
  }

  async finds(id: ShiftId): Promise<Find[]> {
    return this.store.read.shifts.finds(id);
  }

  /** Notices that were said in a room, without cards and reactions. */
  async spoken(name: string): Promise<Notice['kind'][]> {
    const all = await this.store.read.outbox.history(this.room(name).id, 1_000);
    return all.map(({ notice }) => notice.kind).filter((kind) => kind !== 'reaction' && kind !== 'shift_card');
  }

  async reactions(name: string): Promise<string[]> {
    const all = await this.store.read.outbox.history(this.room(name).id, 1_000);
    return all.flatMap(({ notice }) => (notice.kind === 'reaction' ? [notice.messageId] : []));
  }

  /** The word that stands at a place now. */
  wordAt(code: string): string {
    return pointWord(keyed, this.placed(code).id, this.now).words.zh;
  }
}

/** A zone at night in this database. */
export async function nightIn(store: Store, rules: Record<string, unknown> = {}): Promise<CheckInWorld> {
  const world = new CheckInWorld(store);
  await world.beginNight(rules);
  return world;
}
