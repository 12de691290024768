import type { CheckIn, Find } from '../../core/check-in.ts';
import type { Instant } from '../../core/clock.ts';
import type { CheckInId, FindId, PersonId, RequestId, RoomId, ShiftId, TeamId, Token } from '../../core/ids.ts';
import type { CalendarFeed, PersonMonth, ShiftView, ShiftWrites, TrackPoint } from '../../core/ports/shifts.ts';
import type { LogLine, Shift, ShiftPerson, ShiftPoint, ShiftRequest } from '../../core/shift.ts';
import type { Handle } from '../handle.ts';
import { runMany } from '../query-many.ts';
import * as records from './check-in-queries.ts';
import { first } from './rows.ts';
import { currentDuties, inOrder } from './shift-duties.ts';
import { countMonths } from './shift-months.ts';
import * as queries from './shift-queries.ts';
import { checkInOf, checkInRow, findOf, findRow, lookupOf, shiftPersonRow, shiftTeamRows } from './shift-row.ts';
import type { CheckInRow, FindRow, Whose } from './shift-row.ts';

/** Shifts, who is in them, where they go, and what they tell of it. */
export class SqlShifts implements ShiftWrites {
  readonly #handle: Handle;

  constructor(handle: Handle) {
    this.#handle = handle;
  }

  async byId(id: ShiftId): Promise<Shift | null> {
    return first(await this.#handle.run(queries.shiftById, { id }));
  }

  async byToken(token: Token): Promise<Shift | null> {
    return first(await this.#handle.run(queries.shiftByToken, { token }));
  }

  async view(id: ShiftId): Promise<ShiftView | null> {
    return this.#viewOf(await this.byId(id));
  }

  async lock(id: ShiftId): Promise<ShiftView | null> {
    return this.#viewOf(first(await this.#handle.run(queries.shiftByIdLocked, { id })));
  }

  async ofRoster(rosterCode: string, date: string): Promise<Shift | null> {
    return first(await this.#handle.run(queries.shiftOfRoster, { rosterCode, date }));
  }

  async current(personId: PersonId, teamId: TeamId | null, now: Instant): Promise<ShiftView[]> {
    const ids = await currentDuties(this.#handle, personId, teamId, now);
    if (ids.length === 0) return [];
    return inOrder(await this.#viewsOf(await this.#handle.run(queries.shiftsByIds, { ids })), personId);
  }

  async between(from: Instant, to: Instant, whose?: Whose): Promise<ShiftView[]> {
    return this.#viewsOf(await this.#shiftsBetween({ from, to }, whose));
  }

  async #shiftsBetween(span: { from: Instant; to: Instant }, whose: Whose | undefined): Promise<Shift[]> {
    if (whose === undefined) return this.#handle.run(queries.shiftsBetween, span);
    const rows = await ('personId' in whose
      ? this.#handle.run(queries.shiftsOfPerson, { ...span, personId: whose.personId })
      : this.#handle.run(queries.shiftsOfTeam, { ...span, teamId: whose.teamId }));
    return rows.map(({ shift }) => shift);
  }

  running(): Promise<Shift[]> {
    return this.#handle.run(queries.runningShifts, {});
  }

  async #viewOf(shift: Shift | null): Promise<ShiftView | null> {
    return shift && first(await this.#viewsOf([shift]));
  }

  /** Two statements for any number of shifts. */
  async #viewsOf(shifts: readonly Shift[]): Promise<ShiftView[]> {
    if (shifts.length === 0) return [];
    const ids = shifts.map(({ id }) => id);
    const [people, points] = await Promise.all([
      this.#handle.run(queries.peopleOfShifts, { ids }),
      this.#handle.run(queries.pointsOfShifts, { ids }),
    ]);
    const peopleOf = Map.groupBy(people, ({ shiftId }) => shiftId);
    const pointsOf = Map.groupBy(points, ({ shiftId }) => shiftId);
    return shifts.map((shift) => ({
      shift,
      people: peopleOf.get(shift.id) ?? [],
      points: pointsOf.get(shift.id) ?? [],
    }));
  }

  async checkIns(shiftId: ShiftId): Promise<CheckIn[]> {
    return (await this.#handle.run(records.checkInsOfShift, { shiftId })).map(checkInOf);
  }

  async checkIn(id: CheckInId): Promise<CheckIn | null> {
    return oneCheckIn(await this.#handle.run(records.checkInById, { id }));
  }

  async checkInByToken(token: Token): Promise<CheckIn | null> {
    return oneCheckIn(await this.#handle.run(records.checkInByToken, { token }));
  }

  async checkInByMessage(roomId: RoomId, messageId: string): Promise<CheckIn | null> {
    return oneCheckIn(await this.#handle.run(records.checkInByMessage, { roomId, messageId }));
  }

  async checkInByAlbum(roomId: RoomId, albumId: string): Promise<CheckIn | null> {
    return oneCheckIn(await this.#handle.run(records.checkInByAlbum, { roomId, albumId }));
  }

  async request(id: RequestId): Promise<ShiftRequest | null> {
    return first(await this.#handle.run(records.requestById, { id }));
  }

  async requestByToken(token: Token): Promise<ShiftRequest | null> {
    return first(await this.#handle.run(records.requestByToken, { token }));
  }

  requests(shiftId: ShiftId): Promise<ShiftRequest[]> {
    return this.#handle.run(records.requestsOfShift, { shiftId });
  }

  requestsByMessage(roomId: RoomId, messageId: string): Promise<ShiftRequest[]> {
    return this.#handle.run(records.requestsByMessage, { roomId, messageId });
  }

  openRequests(shiftId: ShiftId): Promise<ShiftRequest[]> {
    return this.#handle.run(records.openRequests, { shiftId });
  }

  undecidedRequests(limit: number): Promise<ShiftRequest[]> {
    return this.#handle.run(records.undecidedRequests, { limit });
  }

  async undecidedFinds(limit: number): Promise<Find[]> {
    return (await this.#handle.run(records.undecidedFinds, { limit })).map(findOf);
  }

  async find(id: FindId): Promise<Find | null> {
    return oneFind(await this.#handle.run(records.findById, { id }));
  }

  async findByToken(token: Token): Promise<Find | null> {
    return oneFind(await this.#handle.run(records.findByToken, { token }));
  }

  async finds(shiftId: ShiftId): Promise<Find[]> {
    return (await this.#handle.run(records.findsOfShift, { shiftId })).map(findOf);
  }

  log(shiftId: ShiftId): Promise<LogLine[]> {
    return this.#handle.run(records.logOfShift, { shiftId });
  }

  track(shiftId: ShiftId): Promise<TrackPoint[]> {
    return this.#handle.run(records.trackOfShift, { shiftId });
  }

  months(from: Instant, to: Instant, whose?: Whose): Promise<PersonMonth[]> {
    return countMonths(this.#handle, { from, to }, whose);
  }

  async feed(token: Token): Promise<CalendarFeed | null> {
    return first(await this.#handle.run(records.feedByToken, { token }));
  }

  async feedOf(whose: Whose): Promise<CalendarFeed | null> {
    return first(
      await ('personId' in whose
        ? this.#handle.run(records.feedOfPerson, whose)
        : this.#handle.run(records.feedOfTeam, whose)),
    );
  }

  async add({ shift, people, points }: ShiftView): Promise<boolean> {
    if ((await this.#handle.run(queries.addShift, shift)).changed === 0) return false;
    const rows = people.map((person, rank) => shiftPersonRow(person, rank, lookupOf(shift)));
    await runMany(this.#handle, queries.addTeams, shiftTeamRows(shift));
    await runMany(this.#handle, queries.addPeople, rows);
    await runMany(this.#handle, queries.addPoints, points);
    return true;
  }

  async put(shift: Shift): Promise<void> {
    const before = first(await this.#handle.run(queries.lookedUpBy, { id: shift.id }));
    await this.#handle.run(queries.putShift, shift);
    // Most writes only say that something was heard: what people and teams are found by stays as it is.
    if (before === null || lookupKey(before) === lookupKey(shift)) return;
    await this.#handle.run(queries.lookUpPeople, { shiftId: shift.id, ...lookupOf(shift) });
    await this.#handle.run(queries.dropTeams, { shiftId: shift.id });
    await runMany(this.#handle, queries.addTeams, shiftTeamRows(shift));
  }

  async putPerson(person: ShiftPerson): Promise<void> {
    const shift = first(await this.#handle.run(queries.lookedUpBy, { id: person.shiftId }));
    if (shift === null) throw new Error(`There is no shift ${person.shiftId}`);
    await this.#handle.run(queries.putPersonRow, { ...person, ...lookupOf(shift) });
  }

  async removePerson(shiftId: ShiftId, personId: PersonId): Promise<void> {
    await this.#handle.run(queries.dropPerson, { shiftId, personId });
  }

  async putPoint(point: ShiftPoint): Promise<void> {
    await this.#handle.run(queries.putPointRow, point);
  }

  async setPoints(shiftId: ShiftId, points: readonly ShiftPoint[]): Promise<void> {
    await this.#handle.run(queries.dropPoints, { shiftId });
    await runMany(this.#handle, queries.addPoints, points);
  }

  async addCheckIn(checkIn: CheckIn): Promise<void> {
    await this.#handle.run(records.addCheckIn, checkInRow(checkIn));
  }

  async putCheckIn(checkIn: CheckIn): Promise<void> {
    await this.#handle.run(records.putCheckIn, checkInRow(checkIn));
  }

  async putRequest(request: ShiftRequest): Promise<void> {
    await this.#handle.run(records.putRequest, request);
  }

  async putFind(find: Find): Promise<void> {
    await this.#handle.run(records.putFind, findRow(find));
  }

  async addLogLine(line: LogLine): Promise<void> {
    await this.#handle.run(records.addLogLine, line);
  }

  async putLogLine(line: LogLine): Promise<void> {
    await this.#handle.run(records.putLogLine, line);
  }

  async addTrackPoint(point: TrackPoint): Promise<void> {
    await this.#handle.run(records.addTrackPoint, point);
  }

  async forgetTracks(before: Instant): Promise<number> {
    return (await this.#handle.run(records.forgetTracks, { before })).changed;
  }

  async putFeed(feed: CalendarFeed): Promise<void> {
    await this.#handle.run(feed.personId === null ? records.putFeedOfTeam : records.putFeedOfPerson, feed);
  }
}

/** Everything that people and teams find a shift by. */
function lookupKey(shift: Pick<Shift, 'state' | 'startsAt' | 'teamIds'>): string {
  return JSON.stringify([lookupOf(shift), shift.teamIds]);
}

function oneCheckIn(rows: readonly CheckInRow[]): CheckIn | null {
  const row = first(rows);
  return row && checkInOf(row);
}

function oneFind(rows: readonly FindRow[]): Find | null {
  const row = first(rows);
  return row && findOf(row);
}
