import type { Links } from '../../bot/links.ts';
import type { RenderReads, RenderTools } from '../../bot/present/render-tools.ts';
import type { FileId, NoticeId, PersonId, RoomId } from '../../core/ids.ts';
import type { Card } from '../../core/message.ts';
import type { Notice, QueuedNotice } from '../../core/notice.ts';
import type { Candidate, Person, Place, Plan, Room, Team } from '../../core/people.ts';
import type { KeptFile } from '../../core/ports/files.ts';
import type { HazardDraft } from '../../core/hazard-draft.ts';
import type { HazardView } from '../../core/ports/hazards.ts';
import type { Photo, SeenPhoto } from '../../core/ports/photos.ts';
import type { IncidentView } from '../../core/ports/incidents.ts';
import type { PlaceColour } from '../../core/place-colour.ts';
import type { ChainedEntry } from '../../core/ports/trace.ts';
import { usualTiming } from '../../core/zone/timing.ts';
import { render, type Rendered } from '../../bot/present/render.ts';
import { reportedAt } from './incident-factory.ts';
import { matterReadsOf, type MatterWorld } from './matter-world.ts';
import { shiftReadsOf, type ShiftWorld } from './shift-world.ts';

/** What a rendering test's zone holds; whatever is left out is not there. */
export interface RenderWorld {
  views?: readonly IncidentView[];
  hazards?: readonly HazardView[];
  drafts?: readonly HazardDraft[];
  people?: readonly Person[];
  candidates?: readonly Candidate[];
  rooms?: readonly Room[];
  places?: readonly Place[];
  plans?: readonly Plan[];
  files?: readonly KeptFile[];
  trace?: readonly ChainedEntry[];
  photos?: readonly Photo[];
  /** Which photos look the same as an earlier one. */
  seen?: readonly { of: FileId; as: SeenPhoto }[];
  colours?: readonly PlaceColour[];
  teams?: readonly Team[];
  /** Who has a chat of their own with the bot; missing: everybody. */
  reachable?: readonly PersonId[];
  duty?: ShiftWorld;
  matters?: MatterWorld;
}

function peopleOf({ people = [], views = [] }: RenderWorld): Person[] {
  return [
    ...people,
    ...views.flatMap(({ orders, officer }) => [...orders.map((order) => order.person), ...(officer ? [officer] : [])]),
  ];
}

/** Look-ups over plain values. */
export function readsOf(world: RenderWorld): RenderReads {
  const {
    views = [],
    hazards = [],
    drafts = [],
    candidates = [],
    rooms = [],
    places = [],
    plans = [],
    files = [],
    trace = [],
    photos = [],
    seen = [],
    colours = [],
    teams = [],
    reachable,
    duty = {},
    matters = {},
  } = world;
  const people = peopleOf(world);
  const found = <Item>(item: Item | undefined): Promise<Item | null> => Promise.resolve(item ?? null);
  return {
    people: {
      byId: (id) => found(people.find((person) => person.id === id)),
      byIds: (ids) => Promise.resolve(people.filter((person) => ids.includes(person.id))),
      candidates: () => Promise.resolve([...candidates]),
      byCallSign: (callSign) => found(people.find((person) => person.callSign === callSign)),
      withRole: (role) => Promise.resolve(people.filter(({ active, roles }) => active && roles.includes(role))),
      teams: () => Promise.resolve([...teams]),
      channelsOf: (id) =>
        Promise.resolve(
          reachable?.includes(id) === false ? [] : [{ platform: 'telegram' as const, roomId: 'own' as RoomId }],
        ),
    },
    rooms: {
      byId: (id) => found(rooms.find((room) => room.id === id)),
      ofTeam: (id) => Promise.resolve(rooms.filter(({ teamId }) => teamId === id)),
    },
    places: {
      byId: (id) => found(places.find((place) => place.id === id)),
      plans: () => Promise.resolve([...plans]),
    },
    incidents: {
      byId: (id) => found(views.find((view) => view.incident.id === id)?.incident),
      view: (id) => found(views.find((view) => view.incident.id === id)),
      order: (id) => found(views.flatMap(({ orders }) => orders).find((order) => order.id === id)),
      standbysBefore: (id, rank) =>
        Promise.resolve(
          (views.find((view) => view.incident.id === id)?.orders ?? []).filter(
            ({ answer, standbyRank }) => answer === 'standby' && standbyRank !== null && standbyRank < rank,
          ).length,
        ),
      seats: (id) => Promise.resolve([...(views.find((view) => view.incident.id === id)?.seats ?? [])]),
    },
    hazards: {
      byId: (id) => found(hazards.find(({ hazard }) => hazard.id === id)?.hazard),
      byIds: (ids) => Promise.resolve(hazards.flatMap(({ hazard }) => (ids.includes(hazard.id) ? [hazard] : []))),
      view: (id) => found(hazards.find(({ hazard }) => hazard.id === id)),
      tellers: (id) =>
        Promise.resolve(
          hazards.flatMap(({ hazard, reports }) =>
            hazard.id === id ? reports.flatMap(({ personId }) => personId ?? []) : [],
          ),
        ),
      draft: (id) => found(drafts.find((draft) => draft.id === id)),
      ofOwner: (id) => Promise.resolve(hazards.flatMap(({ hazard }) => (hazard.ownerId === id ? [hazard] : []))),
      ofLeader: (id) => Promise.resolve(hazards.flatMap(({ hazard }) => (hazard.leaderId === id ? [hazard] : []))),
      ofReporter: (id) =>
        Promise.resolve(
          hazards.flatMap(({ hazard, reports }) =>
            reports.filter(({ personId }) => personId === id).map((report) => ({ hazard, report })),
          ),
        ),
      ofPlace: (id) =>
        Promise.resolve(
          hazards.flatMap(({ hazard }) => (hazard.placeId === id && hazard.state !== 'closed' ? [hazard] : [])),
        ),
      list: ({ placeId }) =>
        Promise.resolve(
          hazards.flatMap(({ hazard }) => (hazard.placeId === placeId && hazard.state === 'closed' ? [hazard] : [])),
        ),
      lastOfPlace: (id) => {
        const own = hazards.flatMap(({ hazard }) => (hazard.placeId === id ? [hazard] : []));
        const closed = own.flatMap(({ closedAt }) => closedAt ?? []);
        const reportedAt = Math.max(...own.map((hazard) => hazard.reportedAt));
        return found(
          own.length === 0 ? undefined : { reportedAt, closedAt: closed.length > 0 ? Math.max(...closed) : null },
        );
      },
      near: ({ placeId }) =>
        Promise.resolve(
          hazards.flatMap(({ hazard }) =>
            hazard.state !== 'closed' && (placeId === null || hazard.placeId === placeId) ? [hazard] : [],
          ),
        ),
      ofRoom: (id) =>
        Promise.resolve(
          hazards.flatMap(({ hazard, reports }) =>
            hazard.state !== 'closed' && reports.some(({ roomId }) => roomId === id) ? [hazard] : [],
          ),
        ),
      changedInRoomSince: (id, since) =>
        Promise.resolve(
          hazards
            .filter(({ hazard, reports }) => hazard.changedAt >= since && reports.some(({ roomId }) => roomId === id))
            .map(({ hazard }) => hazard),
        ),
    },
    placeColours: { of: (id) => found(colours.find(({ placeId }) => placeId === id)) },
    matters: matterReadsOf(matters),
    trace: { of: () => Promise.resolve([...trace]) },
    photos: {
      of: (id) => found(photos.find(({ fileId }) => fileId === id)),
      seenBefore: (photo) => Promise.resolve(seen.filter(({ of }) => of === photo.fileId).map(({ as }) => as)),
    },
    shifts: shiftReadsOf(duty),
    files: {
      byId: (id) => found(files.find((file) => file.id === id)),
      ofIncident: (id) => Promise.resolve(files.filter((file) => file.incidentId === id)),
      ofSubject: () => Promise.resolve([]),
      ofSubjects: (subjects) =>
        Promise.resolve(files.filter(({ subject }) => subject !== null && subjects.includes(subject))),
    },
  };
}

/** Links that say plainly what they are. */
export const plainLinks: Links = {
  order: (order) => `https://qf.example/o/${order.code}`,
  incident: (incident) => `https://qf.example/i/${incident.number}`,
  hazard: (hazard) => `https://qf.example/h/${hazard.number}`,
  place: (place) => `https://qf.example/places/${place.code}`,
  month: (_whose, month) => `https://qf.example/m/${month}`,
  calendar: (token) => `https://qf.example/calendar/${token}.ics`,
  login: (reader) => `https://qf.example/wechat/login?k=${reader}`,
  matter: ({ number }, reader) => `https://qf.example/private/m/${number}?k=${reader}`,
  tell: (kind, reader) => `https://qf.example/private/tell/${kind.length}?k=${reader}`,
  session: ({ number }, n, reader) => `https://qf.example/private/s/${number}/${String(n)}.ics?k=${reader}`,
  ownData: (reader) => `https://qf.example/private/data?k=${reader}`,
  map: ({ lat, lon }) => `https://map.example/${lat},${lon}`,
};

/** A platform that can do everything, and one that can do nothing but write. */
export const everything: RenderTools['capabilities'] = {
  buttons: true,
  editWindowMs: Infinity,
  reactions: true,
  seesAllGroupMessages: true,
  stableIds: true,
  returnsMessageId: true,
  writesFirst: true,
  textLimit: 4_096,
};
export const wordsOnly: RenderTools['capabilities'] = {
  ...everything,
  buttons: false,
  editWindowMs: 0,
  reactions: false,
  returnsMessageId: false,
  textLimit: 2_000,
};

/** Rendering tools over a world, five minutes after the report. */
export function toolsOf(world: RenderWorld, parts: Partial<RenderTools> = {}): RenderTools {
  return {
    read: readsOf(world),
    links: plainLinks,
    zone: { name: '西塘开发区', timeZone: 'Asia/Shanghai', timing: usualTiming },
    capabilities: everything,
    now: reportedAt + 300_000,
    ...parts,
  };
}

export function queuedOf(notice: Notice, room: Room, readerId: PersonId | null = null): QueuedNotice {
  return {
    id: 'notice-1' as NoticeId,
    roomId: room.id,
    notice,
    priority: 'card',
    readerId,
    slot: null,
    replyTo: null,
    queuedAt: reportedAt,
    dueAt: reportedAt,
    expiresAt: null,
    attempts: 0,
  };
}

/** Renders a notice that must come to a card. */
export async function cardFor(
  notice: Notice,
  room: Room,
  tools: RenderTools,
  readerId: PersonId | null = null,
): Promise<Card> {
  const rendered: Rendered | null = await render(queuedOf(notice, room, readerId), room, tools);
  if (rendered?.kind !== 'card') throw new Error(`${notice.kind} came to no card`);
  return rendered.card;
}

/** Everything that a card says, line by line. */
export function textOf(card: Card): string {
  return [card.banner, card.title, ...card.lines.map(({ text }) => text)]
    .filter((text) => text !== undefined)
    .join('\n');
}

/** The labels of a card's buttons, row by row. */
export function labelsOf(card: Card): string[][] {
  return card.actions.map((row) => row.map(({ label }) => label));
}
