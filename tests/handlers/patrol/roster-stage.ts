import type { ShiftId, TeamId, Token } from '../../../core/ids.ts';
import type { TapResult } from '../../../core/tap-result.ts';
import type { ShiftView } from '../../../core/ports/shifts.ts';
import type { Store } from '../../../core/ports/store.ts';
import type { Shift, ShiftRequest } from '../../../core/shift.ts';
import { shiftSubject } from '../../../core/shift.ts';
import { askLeave, type Wish } from '../../../handlers/patrol/ask-leave.ts';
import { decideRequest, type RequestVerb } from '../../../handlers/patrol/decide-request.ts';
import type { Cast } from '../../scenarios/stage.ts';
import { Stage } from '../../scenarios/stage.ts';
import { shiftOf, shiftPersonOf } from '../../support/shift-factory.ts';

const hour = 3_600_000;
const on = { roles: ['volunteer'], duty: 'off' } as const;

/** Two teams with a group each and their leaders, an officer, and somebody of no team. */
export const rosterCast: readonly Cast[] = [
  { name: '队长', ...on },
  { name: '东01', ...on },
  { name: '东02', ...on },
  { name: '东03', ...on },
  { name: '西长', ...on },
  { name: '西01', ...on },
  { name: '西02', ...on },
  { name: '值01', roles: ['duty_officer'] },
  { name: '路人', roles: ['resident'], duty: 'off' },
];

/** A zone with two patrol teams, and what their people wish and decide. It is 20:00 on 22 November 2026, a Sunday. */
export class RosterStage extends Stage {
  readonly #teams = new Map<string, TeamId>();

  async beginRoster(cast: readonly Cast[] = rosterCast): Promise<this> {
    await this.begin(cast);
    const east = ['队长', '东01', '东02', '东03'];
    await this.team({ code: 'DP', name: '东片队', leader: '队长', members: east, room: '东片群' });
    await this.team({ code: 'XP', name: '西片队', leader: '西长', members: ['西长', '西01', '西02'], room: '西片群' });
    for (const { id, name } of await this.store.read.people.teams()) this.#teams.set(name, id);
    return this;
  }

  teamId(name: string): TeamId {
    const id = this.#teams.get(name);
    if (id === undefined) throw new Error(`no team is called ${name}`);
    return id;
  }

  /** Plans a shift of the east team, so many hours from now and three hours long where nothing else is given. */
  async shift(
    people: readonly string[],
    given: Partial<Shift> & { inHours?: number; hours?: number; team?: string } = {},
  ): Promise<ShiftId> {
    const { inHours = 24, hours = 3, team = '东片队', ...fields } = given;
    const teamId = this.teamId(team);
    const startsAt = this.clock.now() + inHours * hour;
    const date = Temporal.Instant.fromEpochMilliseconds(startsAt).toZonedDateTimeISO('Asia/Shanghai').toPlainDate();
    const shift = shiftOf({
      startsAt,
      endsAt: startsAt + hours * hour,
      date: date.toString(),
      teamIds: [teamId],
      changedAt: this.clock.now(),
      ...fields,
    });
    const crew = people.map((name) => shiftPersonOf({ shiftId: shift.id, personId: this.person(name).id, teamId }));
    await this.store.transaction((tx) => tx.shifts.add({ shift, people: crew, points: [] }));
    return shift.id;
  }

  async view(id: ShiftId): Promise<ShiftView> {
    const view = await this.store.read.shifts.view(id);
    if (view === null) throw new Error('no such shift');
    return view;
  }

  /** Who is in a shift as what: `东01 expected`, `东03 expected for 东01`. */
  async crew(id: ShiftId): Promise<string[]> {
    const { people } = await this.view(id);
    const names = new Map(
      (await this.store.read.people.byIds(people.map(({ personId }) => personId))).map((one) => [one.id, one.name]),
    );
    return people.map(({ personId, state, standsInForId, guest }) => {
      const instead = standsInForId === null ? '' : ` for ${names.get(standsInForId) ?? '?'}`;
      return `${names.get(personId) ?? '?'} ${state}${instead}${guest ? ', a guest' : ''}`;
    });
  }

  /** Somebody wishes to be away from a shift, to swap, or that somebody stands in. */
  async asks(
    who: string,
    id: ShiftId,
    wish: { with?: string; exchange?: ShiftId; words?: string } = {},
  ): Promise<TapResult> {
    return this.does(async (work) => {
      const view = await work.tx.shifts.lock(id);
      if (view === null) throw new Error('no such shift');
      const exchange = wish.exchange === undefined ? null : await work.tx.shifts.byId(wish.exchange);
      const asked: Wish = {
        kind: exchange !== null ? 'swap' : wish.with === undefined ? 'leave' : 'stand_in',
        withPerson: wish.with === undefined ? null : this.person(wish.with),
        withShift: exchange,
        words: wish.words ?? '',
      };
      return askLeave(work, view, this.person(who), asked);
    });
  }

  /** The newest request, decided or not. */
  async request(): Promise<ShiftRequest> {
    if (this.#token === null) {
      const [newest] = await this.store.read.shifts.undecidedRequests(10);
      if (newest === undefined) throw new Error('nobody asked for anything');
      this.#token = newest.token;
    }
    const found = await this.store.read.shifts.requestByToken(this.#token);
    if (found === null) throw new Error('no such request');
    return found;
  }

  #token: Token | null = null;

  /** Somebody taps a button of the request. */
  async decides(who: string, verb: RequestVerb): Promise<TapResult> {
    const { token } = await this.request();
    const person = await this.store.read.people.byId(this.person(who).id);
    if (person === null) throw new Error(`nobody is called ${who}`);
    return this.does((work) => decideRequest(work, token, person, verb));
  }

  /** What was written down of a shift. */
  async traceOf(id: ShiftId): Promise<string[]> {
    return (await this.store.read.trace.of(shiftSubject({ id }))).map(({ what }) => what);
  }
}

/** A stage that has begun. */
export async function rosterStage(store: Store, cast?: readonly Cast[]): Promise<RosterStage> {
  return new RosterStage(store).beginRoster(cast);
}
