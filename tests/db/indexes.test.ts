import Driver from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { Tx } from '../../core/ports/store.ts';
import { Handle } from '../../db/handle.ts';
import { Compiler } from '../../db/query.ts';
import { SqlTx } from '../../db/sql-tx.ts';
import { sqliteBuilders } from '../../db/sqlite/builders.ts';
import { Connection } from '../../db/sqlite/connection.ts';
import { sqliteDialect } from '../../db/sqlite/dialect.ts';
import { migrateSqlite } from '../../db/sqlite/migrate-sqlite.ts';
import { sqliteTables } from '../../db/sqlite/tables.ts';
import {
  identityOf,
  incidentOf,
  orderOf,
  personOf,
  placeOf,
  planOf,
  reportOf,
  roomOf,
  seatOf,
} from '../support/incident-factory.ts';
import { draftOf, hazardOf, hazardReportOf } from '../support/hazard-factory.ts';
import { matterNoteOf, matterOf, openingOf } from '../support/matter-factory.ts';
import {
  checkInOf,
  findOf,
  logLineOf,
  shiftOf,
  shiftPersonOf,
  shiftPointOf,
  shiftRequestOf,
} from '../support/shift-factory.ts';
import { fileOf, inboxEntryOf, noticeOf, now, timerOf, traceOf } from './samples.ts';
import { testSealing } from '../support/keys.ts';

const person = personOf();
const place = placeOf();
const room = roomOf({ kind: 'direct' });
const incident = incidentOf();
const seat = seatOf({ incidentId: incident.id });
const order = orderOf({ incidentId: incident.id, seatId: seat.id, personId: person.id });
const notice = noticeOf(room.id, { slot: 's' });
const file = fileOf(room.id, person.id);
const hazard = hazardOf({ position: { lat: 1, lon: 1 } });
const hazardReport = hazardReportOf({ hazardId: hazard.id });
const matter = matterOf();
const opening = openingOf(matter.id, person.id);
const draft = draftOf({ personId: person.id, roomId: room.id });
const photo = {
  fileId: file.id,
  width: 1,
  height: 1,
  camera: { takenAt: null, position: null, orientation: null, device: null },
  damaged: false,
  hash: '0123456789abcdef',
  mirroredHash: null,
  sharedSha256: null,
  smallSha256: null,
};
const team = {
  id: 'team' as never,
  code: 'A',
  kind: 'rescue',
  name: '',
  leaderId: null,
  memberIds: [person.id],
  active: true,
} as const;
const shift = shiftOf({ rosterCode: 'XQ-01', teamIds: [team.id] });
const shiftPerson = shiftPersonOf({ shiftId: shift.id, personId: person.id, teamId: team.id });
const shiftPoint = shiftPointOf({ shiftId: shift.id, n: 1 });
const ofShift = { shiftId: shift.id, personId: person.id, roomId: room.id };
const checkIn = checkInOf({ ...ofShift, messageId: '1', albumId: 'a' });
const request = shiftRequestOf(ofShift);
const find = findOf(ofShift);
const logLine = logLineOf({ shiftId: shift.id, personId: person.id });
const feed = { token: 'T' as never, personId: person.id, teamId: null, madeAt: now };
const question = { roomId: room.id, personId: person.id, kind: 'eta', subject: '', expiresAt: now } as const;
const lanes = { platforms: ['telegram'] as const, now, leaseUntil: now + 1, limit: 8 };

/** Everything that happens while people talk, ordered so that each finds what it needs. */
const calls: Record<string, (tx: Tx) => Promise<unknown>> = {
  'people.put': (tx) => tx.people.put(person),
  'people.putTeam': (tx) => tx.people.putTeam(team),
  'rooms.put': (tx) => tx.rooms.put(room),
  'people.putIdentity': (tx) => tx.people.putIdentity(identityOf(person, { roomId: room.id })),
  'people.putPosition': (tx) => tx.people.putPosition(person.id, { lat: 1, lon: 1, at: now, source: 'live' }),
  'people.byId': (tx) => tx.people.byId(person.id),
  'people.byIds': (tx) => tx.people.byIds([person.id]),
  'people.byPhone': (tx) => tx.people.byPhone('138 0000 0001'),
  'people.byCallSign': (tx) => tx.people.byCallSign('东03'),
  'people.bySender': (tx) => tx.people.bySender('telegram', '1'),
  'people.identitiesOf': (tx) => tx.people.identitiesOf(person.id),
  'people.withRole': (tx) => tx.people.withRole('rescuer'),
  'people.candidates': (tx) => tx.people.candidates(),
  'people.channelsOf': (tx) => tx.people.channelsOf(person.id),
  'people.lastPosition': (tx) => tx.people.lastPosition(person.id),
  'people.teamsOf': (tx) => tx.people.teamsOf(person.id),
  'people.teamsByIds': (tx) => tx.people.teamsByIds([team.id]),
  'people.setDuty': (tx) => tx.people.setDuty(person.id, 'off'),
  'people.putBindCode': (tx) => tx.people.putBindCode({ code: 'A', personId: person.id, expiresAt: now, usedAt: null }),
  'people.bindCode': (tx) => tx.people.bindCode('A'),
  'people.useBindCode': (tx) => tx.people.useBindCode('A', now),
  'rooms.byId': (tx) => tx.rooms.byId(room.id),
  'rooms.byExternal': (tx) => tx.rooms.byExternal('telegram', '-100'),
  'rooms.withPurpose': (tx) => tx.rooms.withPurpose('command'),
  'rooms.ofTeam': (tx) => tx.rooms.ofTeam(team.id),
  'rooms.groupsOn': (tx) => tx.rooms.groupsOn('telegram'),
  'rooms.ask': (tx) => tx.rooms.ask(question),
  'rooms.question': (tx) => tx.rooms.question(room.id, person.id, now),
  'rooms.answered': (tx) => tx.rooms.answered(room.id, person.id),
  'places.put': (tx) => tx.places.put(place),
  'placeColours.put': (tx) =>
    tx.placeColours.put({ placeId: place.id, token: 'T' as never, colour: 'blue', proposal: null }),
  'placeColours.of': (tx) => tx.placeColours.of(place.id),
  'placeColours.byToken': (tx) => tx.placeColours.byToken('T' as never),
  'placeColours.lock': (tx) => tx.placeColours.lock(place.id),
  'places.byCode': (tx) => tx.places.byCode('QY-0217'),
  'places.putPlan': (tx) => tx.places.putPlan(planOf()),
  'incidents.add': (tx) => tx.incidents.add(incident),
  'incidents.put': (tx) => tx.incidents.put(incident),
  'incidents.lock': (tx) => tx.incidents.lock(incident.id),
  'incidents.byToken': (tx) => tx.incidents.byToken(incident.token),
  'incidents.byNumber': (tx) => tx.incidents.byNumber(incident.number),
  'incidents.latest': (tx) => tx.incidents.latest(10),
  'incidents.addReport': (tx) => tx.incidents.addReport(reportOf({ incidentId: incident.id })),
  'incidents.addSeat': (tx) => tx.incidents.addSeat(seat),
  'incidents.putSeat': (tx) => tx.incidents.putSeat(seat),
  'incidents.claimSeat': (tx) => tx.incidents.claimSeat(seat.id),
  'incidents.freeSeat': (tx) => tx.incidents.freeSeat(seat.id),
  'incidents.addOrders': (tx) => tx.incidents.addOrders([order]),
  'incidents.putOrder': (tx) => tx.incidents.putOrder(order),
  'incidents.lockOrder': (tx) => tx.incidents.lockOrder(order.id),
  'incidents.markOrder': (tx) => tx.incidents.markOrder(order.id, 'seenAt', now),
  'incidents.order': (tx) => tx.incidents.order(order.id),
  'incidents.orderByToken': (tx) => tx.incidents.orderByToken(order.token),
  'incidents.orderByCode': (tx) => tx.incidents.orderByCode('A7K'),
  'incidents.currentOrders': (tx) => tx.incidents.currentOrders(person.id),
  'incidents.lastOrder': (tx) => tx.incidents.lastOrder(person.id),
  'incidents.standbys': (tx) => tx.incidents.standbys(incident.id),
  'incidents.standbysBefore': (tx) => tx.incidents.standbysBefore(incident.id, 3),
  'incidents.view': (tx) => tx.incidents.view(incident.id),
  'hazards.add': (tx) => tx.hazards.add(hazard),
  'hazards.put': (tx) => tx.hazards.put(hazard),
  'hazards.lock': (tx) => tx.hazards.lock(hazard.id),
  'hazards.addReport': (tx) => tx.hazards.addReport(hazardReport),
  'hazards.putReport': (tx) => tx.hazards.putReport(hazardReport),
  'hazards.addDraft': (tx) => tx.hazards.addDraft(draft),
  'hazards.putDraft': (tx) => tx.hazards.putDraft(draft),
  'hazards.lockDraft': (tx) => tx.hazards.lockDraft(draft.id),
  'hazards.byId': (tx) => tx.hazards.byId(hazard.id),
  'hazards.byIds': (tx) => tx.hazards.byIds([hazard.id]),
  'hazards.byToken': (tx) => tx.hazards.byToken(hazard.token),
  'hazards.byNumber': (tx) => tx.hazards.byNumber(hazard.number),
  'hazards.view': (tx) => tx.hazards.view(hazard.id),
  'hazards.report': (tx) => tx.hazards.report(hazardReport.id),
  'hazards.tellers': (tx) => tx.hazards.tellers(hazard.id),
  'hazards.shareTellers': (tx) => tx.hazards.shareTellers(hazard.id, hazard.id),
  'hazards.reportByMessage': (tx) => tx.hazards.reportByMessage(room.id, '1'),
  'hazards.draftByToken': (tx) => tx.hazards.draftByToken(draft.token),
  'hazards.offeredIn': (tx) => tx.hazards.offeredIn(room.id, 0),
  'hazards.draftsOf': (tx) => tx.hazards.draftsOf(person.id, room.id, 0),
  'hazards.ofOwner': (tx) => tx.hazards.ofOwner(person.id, 10),
  'hazards.ofLeader': (tx) => tx.hazards.ofLeader(person.id, 10),
  'hazards.hasCase': (tx) => tx.hazards.hasCase(person.id, 0),
  'hazards.ofReporter': (tx) => tx.hazards.ofReporter(person.id, 0, 10),
  'hazards.awaitingCheck': (tx) => tx.hazards.awaitingCheck(10),
  'hazards.awaitingOfficer': (tx) => tx.hazards.awaitingOfficer(10),
  'hazards.ofPlace': (tx) => tx.hazards.ofPlace('place' as never, 10),
  'hazards.ofRoom': (tx) => tx.hazards.ofRoom(room.id, 10),
  'hazards.changedInRoomSince': (tx) => tx.hazards.changedInRoomSince(room.id, now, 10),
  'hazards.near': (tx) =>
    tx.hazards.near({ position: { lat: 1, lon: 1 }, radiusMetres: 50, placeId: 'place' as never, since: 0 }),
  'hazards.list': (tx) => tx.hazards.list({}, 10, { reportedAt: now, id: hazard.id }),
  'hazards.list open': (tx) => tx.hazards.list({ status: 'open' }, 10, null),
  'hazards.list of an area': (tx) => tx.hazards.list({ area: 'a', from: 1, to: 2 }, 10, null),
  'hazards.list of a kind': (tx) => tx.hazards.list({ kind: 'gas', status: 'closed' }, 10, null),
  'hazards.page': (tx) => tx.hazards.page({ kinds: ['gas', 'road'], status: 'open', from: 1, to: 2 }, 10, 20),
  'hazards.byNumbers': (tx) => tx.hazards.byNumbers([hazard.number]),
  'hazards.search': (tx) => tx.hazards.search('灭火器 过期', 10),
  'hazards.ownersDueBy': (tx) => tx.hazards.ownersDueBy(now),
  'hazards.leadersOverdue': (tx) => tx.hazards.leadersOverdue(now),
  'hazards.roomsChangedSince': (tx) => tx.hazards.roomsChangedSince(now),
  'hazards.countOfPlace': (tx) => tx.hazards.countOfPlace('place' as never, now),
  'hazards.lastOfPlace': (tx) => tx.hazards.lastOfPlace('place' as never),
  'shifts.add': (tx) => tx.shifts.add({ shift, people: [shiftPerson], points: [shiftPoint] }),
  'shifts.put': (tx) => tx.shifts.put(shift),
  'shifts.put otherwise': (tx) => tx.shifts.put({ ...shift, state: 'running' }),
  'shifts.lock': (tx) => tx.shifts.lock(shift.id),
  'shifts.view': (tx) => tx.shifts.view(shift.id),
  'shifts.byToken': (tx) => tx.shifts.byToken(shift.token),
  'shifts.ofRoster': (tx) => tx.shifts.ofRoster('XQ-01', shift.date),
  'shifts.current': (tx) => tx.shifts.current(person.id, team.id, now),
  'shifts.between': (tx) => tx.shifts.between(0, now),
  'shifts.between of a team': (tx) => tx.shifts.between(0, now, { teamId: team.id }),
  'shifts.between of a person': (tx) => tx.shifts.between(0, now, { personId: person.id }),
  'shifts.running': (tx) => tx.shifts.running(),
  'shifts.putPerson': (tx) => tx.shifts.putPerson(shiftPerson),
  'shifts.putPoint': (tx) => tx.shifts.putPoint(shiftPoint),
  'shifts.setPoints': (tx) => tx.shifts.setPoints(shift.id, [shiftPoint]),
  'shifts.addCheckIn': (tx) => tx.shifts.addCheckIn(checkIn),
  'shifts.putCheckIn': (tx) => tx.shifts.putCheckIn(checkIn),
  'shifts.checkIns': (tx) => tx.shifts.checkIns(shift.id),
  'shifts.checkIn': (tx) => tx.shifts.checkIn(checkIn.id),
  'shifts.checkInByToken': (tx) => tx.shifts.checkInByToken(checkIn.token),
  'shifts.checkInByMessage': (tx) => tx.shifts.checkInByMessage(room.id, '1'),
  'shifts.checkInByAlbum': (tx) => tx.shifts.checkInByAlbum(room.id, 'a'),
  'shifts.putRequest': (tx) => tx.shifts.putRequest(request),
  'shifts.request': (tx) => tx.shifts.request(request.id),
  'shifts.requestByToken': (tx) => tx.shifts.requestByToken(request.token),
  'shifts.requests': (tx) => tx.shifts.requests(shift.id),
  'shifts.requestsByMessage': (tx) => tx.shifts.requestsByMessage(room.id, 'm1'),
  'shifts.openRequests': (tx) => tx.shifts.openRequests(shift.id),
  'shifts.undecidedRequests': (tx) => tx.shifts.undecidedRequests(9),
  'shifts.undecidedFinds': (tx) => tx.shifts.undecidedFinds(9),
  'shifts.putFind': (tx) => tx.shifts.putFind(find),
  'shifts.find': (tx) => tx.shifts.find(find.id),
  'shifts.findByToken': (tx) => tx.shifts.findByToken(find.token),
  'shifts.finds': (tx) => tx.shifts.finds(shift.id),
  'shifts.addLogLine': (tx) => tx.shifts.addLogLine(logLine),
  'shifts.putLogLine': (tx) => tx.shifts.putLogLine(logLine),
  'shifts.log': (tx) => tx.shifts.log(shift.id),
  'shifts.addTrackPoint': (tx) =>
    tx.shifts.addTrackPoint({ shiftId: shift.id, personId: person.id, at: now, lat: 1, lon: 1 }),
  'shifts.track': (tx) => tx.shifts.track(shift.id),
  'shifts.forgetTracks': (tx) => tx.shifts.forgetTracks(now),
  'shifts.months': (tx) => tx.shifts.months(0, now),
  'shifts.months of a team': (tx) => tx.shifts.months(0, now, { teamId: team.id }),
  'shifts.months of a person': (tx) => tx.shifts.months(0, now, { personId: person.id }),
  'shifts.putFeed': (tx) => tx.shifts.putFeed(feed),
  'shifts.putFeed of a team': (tx) =>
    tx.shifts.putFeed({ ...feed, token: 'U' as never, personId: null, teamId: team.id }),
  'shifts.feed': (tx) => tx.shifts.feed(feed.token),
  'shifts.feedOf a person': (tx) => tx.shifts.feedOf({ personId: person.id }),
  'shifts.feedOf a team': (tx) => tx.shifts.feedOf({ teamId: team.id }),
  'shifts.removePerson': (tx) => tx.shifts.removePerson(shift.id, person.id),
  'matters.add': (tx) => tx.matters.add(matter),
  'matters.put': (tx) => tx.matters.put(matter),
  'matters.lock': (tx) => tx.matters.lock(matter.id),
  'matters.view': (tx) => tx.matters.view(matter.id),
  'matters.byToken': (tx) => tx.matters.byToken(matter.token),
  'matters.byNumber': (tx) => tx.matters.byNumber(matter.number),
  'matters.setReceipt': (tx) => tx.matters.setReceipt(matter.id, 'R'),
  'matters.byReceipt': (tx) => tx.matters.byReceipt('R'),
  'matters.setPeople': (tx) => tx.matters.setPeople(matter.id, [{ personId: person.id, standing: 'teller' }]),
  'matters.telling': (tx) => tx.matters.telling(person.id),
  'matters.ofPerson': (tx) => tx.matters.ofPerson(person.id, ['teller'], { over: false, limit: 9 }),
  'matters.ofPerson over': (tx) => tx.matters.ofPerson(person.id, ['teller'], { over: true, limit: 9 }),
  'matters.concerns': (tx) => tx.matters.concerns(person.id),
  'matters.list': (tx) => tx.matters.list({}, 9),
  'matters.list of a room': (tx) => tx.matters.list({ roomCode: 'XG', kinds: ['dispute'], from: 0 }, 9),
  'matters.addNote': (tx) => tx.matters.addNote(matterNoteOf(matter.id, person.id)),
  'matters.removeNote': (tx) => tx.matters.removeNote(matterNoteOf(matter.id, person.id).id),
  'matters.notes': (tx) => tx.matters.notes(matter.id),
  'matters.putOpening': (tx) => tx.matters.putOpening(opening),
  'matters.opening': (tx) => tx.matters.opening(opening.id),
  'matters.openingByToken': (tx) => tx.matters.openingByToken(opening.token),
  'matters.toForget': (tx) => tx.matters.toForget(now, 9),
  'matters.forget': (tx) => tx.matters.forget(matter.id, now),
  'inbox.add': (tx) => tx.inbox.add([inboxEntryOf('1')]),
  'inbox.seal': (tx) => tx.inbox.seal(inboxEntryOf('2')),
  'outbox.add': (tx) => tx.outbox.add([notice, noticeOf(room.id)]),
  'outbox.claimLanes and finish': async (tx) => {
    const [claim] = await tx.outbox.claimLanes({ ...lanes, lease: 'a' });
    if (!claim) throw new Error('Nothing was claimed');
    await tx.outbox.add([noticeOf(room.id, { slot: 's' })]);
    await tx.outbox.finish([{ claim, outcome: { kind: 'retry', dueAt: now, error: '' }, at: now, laneDueAt: now }]);
    const [again] = await tx.outbox.claimLanes({ ...lanes, lease: 'b' });
    if (!again) throw new Error('Nothing was claimed again');
    const sent = { kind: 'sent', messageId: '1', contentHash: '' } as const;
    await tx.outbox.finish([{ claim: again, outcome: sent, at: now, laneDueAt: now }]);
  },
  'outbox.claimAdded': async (tx) => {
    await tx.outbox.add([noticeOf(room.id, { slot: 'a' })]);
    await tx.outbox.claimAdded({ ...lanes, lease: 'c' });
  },
  'outbox.sentAs': (tx) => tx.outbox.sentAs(room.id, '1'),
  'outbox.standingIn': (tx) => tx.outbox.standingIn(room.id, 's'),
  'outbox.standingFrom': (tx) => tx.outbox.standingFrom(room.id, 's'),
  'outbox.voidSlot': (tx) => tx.outbox.voidSlot('s'),
  'outbox.handOver': (tx) => tx.outbox.handOver(room.id, 's', 't'),
  'timers.set': (tx) => tx.timers.set(timerOf('a')),
  'timers.nextDueAt': (tx) => tx.timers.nextDueAt(),
  'timers.claimDue': (tx) => tx.timers.claimDue({ now, leaseUntil: now, lease: 'a', limit: 10 }),
  'timers.finish': (tx) => tx.timers.finish(timerOf('a').id, 'a'),
  'timers.cancel': (tx) => tx.timers.cancel('wave', 'a'),
  'trace.append and of': async (tx) => {
    await tx.trace.append(traceOf());
    await tx.trace.of('zone');
  },
  'files.add': (tx) => tx.files.add(file),
  'files.put': (tx) => tx.files.put(file),
  'files.waiting': (tx) => tx.files.waiting(now, 10),
  'files.ofIncident': (tx) => tx.files.ofIncident(incident.id),
  'files.lock': (tx) => tx.files.lock(file.id),
  'files.ofSubject': (tx) => tx.files.ofSubject('hazard:h'),
  'files.ofSubjects': (tx) => tx.files.ofSubjects(['hazard:h', 'check_in:c']),
  'files.ofAlbum': (tx) => tx.files.ofAlbum(room.id, 'a'),
  'files.ofMessage': (tx) => tx.files.ofMessage(room.id, 'm'),
  'files.recentIn': (tx) => tx.files.recentIn(room.id, now),
  'files.recentOf': (tx) => tx.files.recentOf(room.id, person.id, now),
  'files.toSeal': (tx) => tx.files.toSeal(9),
  'files.toRemove': (tx) => tx.files.toRemove(9),
  'files.sealedByOthers': (tx) => tx.files.sealedByOthers('12345678', '', 9),
  'files.isUsed': (tx) => tx.files.isUsed('abc'),
  'files.sameBytes': (tx) => tx.files.sameBytes({ id: file.id, sha256: 'abc' }, 9),
  'photos.remove': (tx) => tx.photos.remove(file.id),
  'photos.put': (tx) => tx.photos.put(photo),
  'photos.of': (tx) => tx.photos.of(file.id),
  'photos.seenBefore': (tx) => tx.photos.seenBefore(photo, 6),
  'personalData.putConsent': (tx) => tx.personalData.putConsent(person.id, { askedAt: now, agreedAt: null }),
  'personalData.consent': (tx) => tx.personalData.consent(person.id),
  'personalData.messages': (tx) => tx.personalData.messages([], ''),
  'personalData.erasures': (tx) => tx.personalData.erasures(),
  'personalData.forgetOld messages': (tx) => tx.personalData.forgetOld('messages', now, 9),
  'personalData.forgetOld notices': (tx) => tx.personalData.forgetOld('notices', 0, 9),
  'personalData.toForget incidents': (tx) => tx.personalData.toForget('incidents', now, 9),
  'personalData.toForget hazards': (tx) => tx.personalData.toForget('hazards', now, 9),
  'personalData.toForget shifts': (tx) => tx.personalData.toForget('shifts', now, 9),
  'personalData.forgetRecord incident': (tx) =>
    tx.personalData.forgetRecord({ kind: 'incidents', id: incident.id }, now),
  'personalData.forgetRecord hazard': (tx) => tx.personalData.forgetRecord({ kind: 'hazards', id: hazard.id }, now),
  'personalData.forgetRecord shift': (tx) => tx.personalData.forgetRecord({ kind: 'shifts', id: shift.id }, now),
  'trace.empty': (tx) => tx.trace.empty('zone'),
  'settings.put': (tx) => tx.settings.put('a', 1),
  'settings.get': (tx) => tx.settings.get('a'),
  'settings.take': (tx) => tx.settings.take('a', 1),
  'webMessages.of': (tx) => tx.webMessages.of(['a'], 10),
};

/** These look at all that is open, through an index that holds nothing else. */
const wholeIndexes = [
  'SCAN orders USING INDEX orders_engaged',
  'SCAN incidents USING INDEX incidents_running',
  'SCAN incidents USING INDEX incidents_reported',
  'SCAN hazards USING INDEX hazards_open',
  'SCAN hazards USING INDEX hazards_undecided',
  'SCAN hazards USING INDEX hazards_unchecked',
  'SCAN matters USING INDEX matters_begun',
  'SCAN erasures USING INDEX erasures_open',
  'SCAN files USING INDEX files_to_seal',
  'SCAN files USING INDEX files_to_remove',
  'SCAN shifts USING INDEX shifts_running',
  'SCAN shift_requests USING INDEX shift_requests_open',
  'SCAN finds USING INDEX finds_told',
];

/**
 * Tables that the statement does not name are those of foreign keys, looked through only if a key has been broken before in
 * the same statement; `due` is a list that the statement itself has just made.
 */
function scansTable(detail: string, sql: string): boolean {
  const table = /^SCAN (\w+)/.exec(detail)?.[1];
  if (table === undefined || ['due', 'json_each', 'CONSTANT'].includes(table)) return false;
  return sql.includes(`"${table}"`) && !wholeIndexes.includes(detail);
}

function planReader() {
  const database = new Driver(':memory:');
  migrateSqlite(database);
  const asked: string[] = [];
  const prepare = database.prepare.bind(database);
  database.prepare = (sql: string) => {
    asked.push(sql);
    return prepare(sql);
  };
  const compiler = new Compiler({ db: sqliteBuilders(), tables: sqliteTables, dialect: sqliteDialect });
  const handle = new Handle(new Connection(database, compiler));
  const explain = (sql: string) => {
    const holes = Array.from({ length: sql.split('?').length - 1 }, () => null);
    return (prepare(`explain query plan ${sql}`).all(...holes) as { detail: string }[]).map(({ detail }) => detail);
  };
  return { handle, asked, explain };
}

describe('on SQLite', () => {
  test('no query that runs while people talk reads a whole table', async () => {
    const { handle, asked, explain } = planReader();
    const tx = new SqlTx(handle, testSealing);
    const scans: string[] = [];
    for (const [name, call] of Object.entries(calls)) {
      asked.length = 0;
      await call(tx);
      for (const sql of asked)
        scans.push(
          ...explain(sql)
            .filter((detail) => scansTable(detail, sql))
            .map((detail) => `${name}: ${detail}`),
        );
    }
    expect(scans).toEqual([]);
  });

  test('no query lets SQLite see a value while it plans, for it would plan anew for the next value', async () => {
    const { handle, asked } = planReader();
    const tx = new SqlTx(handle, testSealing);
    for (const call of Object.values(calls)) await call(tx);
    expect(asked.filter((sql) => /[^+]\?/.test(sql))).toEqual([]);
    expect(asked.filter((sql) => sql.includes('+?')).length).toBeGreaterThan(100);
  });
});
