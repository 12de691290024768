import type {
  IdentityId,
  IncidentId,
  OrderId,
  PersonId,
  PlaceId,
  PlanId,
  ReportId,
  RoomId,
  SeatId,
  Token,
} from '../../core/ids.ts';
import type { Incident, Order, Report, Seat } from '../../core/incident.ts';
import type { Candidate, Identity, Person, Place, Plan, Room } from '../../core/people.ts';
import type { IncidentView } from '../../core/ports/incidents.ts';

/** 22 November 2026, 14:02:00 in Shanghai: when the incidents of these tests are reported. */
export const reportedAt = Date.parse('2026-11-22T06:02:00Z');

let made = 0;
/** An id that no other thing of this test run has. */
function next<Id extends string>(kind: string): Id {
  made += 1;
  return `${kind}-${made}` as Id;
}

const token = (): Token => `tok${String((made += 1)).padStart(13, '0')}` as Token;

/** A rescuer, unless said otherwise. */
export function personOf(parts: Partial<Person> = {}): Person {
  return {
    id: next<PersonId>('person'),
    callSign: '东03',
    name: '张强',
    phone: '199-0000-0003',
    language: 'zh',
    roles: ['rescuer'],
    duty: 'on_duty',
    certificates: [{ skill: 'first_aid', validUntil: null }],
    base: null,
    active: true,
    ...parts,
  };
}

export function officerOf(parts: Partial<Person> = {}): Person {
  return personOf({ callSign: '值01', name: '李梅', phone: '199-0000-0101', roles: ['duty_officer'], ...parts });
}

export function identityOf(person: Person, parts: Partial<Identity> = {}): Identity {
  return {
    id: next<IdentityId>('identity'),
    personId: person.id,
    platform: 'telegram',
    externalId: '1',
    roomId: null,
    state: 'open',
    ...parts,
  };
}

export function roomOf(parts: Partial<Room> = {}): Room {
  return {
    id: next<RoomId>('room'),
    platform: 'telegram',
    externalId: '-100',
    kind: 'group',
    purpose: 'command',
    title: '指挥群',
    language: 'zh',
    teamId: null,
    state: 'open',
    ...parts,
  };
}

export function placeOf(parts: Partial<Place> = {}): Place {
  return {
    id: next<PlaceId>('place'),
    code: 'QY-0217',
    kind: 'enterprise',
    name: '恒达五金厂',
    aliases: [],
    position: { lat: 28.901, lon: 120.041 },
    area: '西塘工业区',
    active: true,
    ...parts,
  };
}

export function planOf(parts: Partial<Plan> = {}): Plan {
  return {
    id: next<PlanId>('plan'),
    code: 'P-FIRE',
    name: '火灾',
    kind: 'fire',
    level: null,
    seats: [{ skill: 'first_aid', count: 1 }],
    safetyLines: { zh: ['从上风向接近', '不进正在燃烧的房间'], en: ['Come from upwind'] },
    checklist: { zh: [], en: [] },
    warnPlaces: [],
    active: true,
    ...parts,
  };
}

/** Just reported, unless said otherwise. */
export function incidentOf(parts: Partial<Incident> = {}): Incident {
  return {
    id: next<IncidentId>('incident'),
    number: parts.drill === true ? 'D-2611-0042' : 'I-2611-0042',
    token: token(),
    state: 'reported',
    outcome: null,
    drill: false,
    kind: 'fire',
    level: 'unclassified',
    words: '厂里着火了 浓烟 西塘工业区这边',
    placeWords: '西塘工业区',
    placeId: null,
    position: null,
    reportRoomId: null,
    reporterId: null,
    officerId: null,
    reportedAt,
    confirmedAt: null,
    calledOutAt: null,
    stoodDownAt: null,
    closedAt: null,
    squadRoomIds: [],
    waves: 0,
    exhaustedAt: null,
    ...parts,
  };
}

export function seatOf(parts: Partial<Seat> = {}): Seat {
  return {
    id: next<SeatId>('seat'),
    incidentId: 'incident' as IncidentId,
    skill: 'first_aid',
    needed: 1,
    taken: 0,
    origin: 'plan',
    words: '',
    ...parts,
  };
}

export function reportOf(parts: Partial<Report> = {}): Report {
  return {
    id: next<ReportId>('report'),
    incidentId: 'incident' as IncidentId,
    personId: null,
    roomId: null,
    messageId: null,
    words: '厂里着火了 浓烟 西塘工业区这边',
    at: reportedAt,
    ...parts,
  };
}

/** An open order, unless said otherwise. */
export function orderOf(parts: Partial<Order> = {}): Order {
  return {
    id: next<OrderId>('order'),
    incidentId: 'incident' as IncidentId,
    seatId: 'seat' as SeatId,
    personId: 'person' as PersonId,
    wave: 1,
    code: 'A7K',
    token: token(),
    answer: 'open',
    reason: '',
    door: null,
    standbyRank: null,
    platform: 'telegram',
    channelsTried: 1,
    distanceMetres: 1_830,
    travelMinutes: 6,
    positionAt: reportedAt - 120_000,
    createdAt: reportedAt + 60_000,
    waitUntil: reportedAt + 90_000,
    sentAt: reportedAt + 60_100,
    deliveredAt: null,
    seenAt: null,
    answeredAt: null,
    acceptedAt: null,
    etaAt: null,
    underwayAt: null,
    onSceneAt: null,
    doneAt: null,
    releasedAt: null,
    safeAt: null,
    ...parts,
  };
}

/** An order that was accepted, with the person who holds it. */
export function heldBy(person: Person, parts: Partial<Order> = {}): Order & { person: Person } {
  const at = reportedAt + 70_000;
  return { ...orderOf({ personId: person.id, answer: 'accepted', answeredAt: at, acceptedAt: at, ...parts }), person };
}

export function candidateOf(person: Person, parts: Partial<Candidate> = {}): Candidate {
  return {
    person,
    channels: [{ platform: 'telegram', roomId: next<RoomId>('room') }],
    position: null,
    busy: false,
    ...parts,
  };
}

/** An incident with what belongs to it; seats, orders and reports are made its own. */
export function viewOf(incident: Incident, parts: Partial<Omit<IncidentView, 'incident'>> = {}): IncidentView {
  const own = { incidentId: incident.id };
  const { reports = [reportOf()], seats = [], orders = [] } = parts;
  return {
    officer: null,
    place: null,
    photos: [],
    ...parts,
    incident,
    reports: reports.map((report) => ({ ...report, ...own })),
    seats: seats.map((seat) => ({ ...seat, ...own })),
    orders: orders.map((order) => ({ ...order, ...own })),
  };
}
