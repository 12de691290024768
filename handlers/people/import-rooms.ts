import { isDeepStrictEqual } from 'node:util';
import type { RoomId, TeamId } from '../../core/ids.ts';
import type { Room } from '../../core/people.ts';
import type { ZoneRoom } from '../../core/zone/settle.ts';
import type { RememberedRoom, ZoneMemory } from '../../core/zone/stored.ts';
import { emptySection, type SectionSummary } from '../../core/zone/summary.ts';
import type { Work } from '../work.ts';
import { byKey } from './import-section.ts';

type Importing = Pick<Work, 'tx' | 'now' | 'ids'>;

/** How a room is named in summaries and remembered: `telegram:-1001234`. */
export const roomKey = (room: Pick<ZoneRoom, 'platform' | 'externalId'>): string =>
  `${room.platform}:${room.externalId}`;

/**
 * Imports group rooms, matched by platform and id. A room that the last file named and this one does not stays a chat, but
 * is no longer for anything. A room that moved to another id since is left as it is.
 */
export async function importRooms(
  work: Importing,
  rows: readonly ZoneRoom[],
  memory: ZoneMemory,
): Promise<SectionSummary> {
  const summary = emptySection();
  const teams = byKey(await work.tx.people.teams(), (team) => team.code);
  const rooms = byKey(await work.tx.rooms.all(), roomKey);
  const inFile = new Set(rows.map(roomKey));
  for (const row of rows) {
    const key = roomKey(row);
    const known = rooms.get(key) ?? null;
    const remembered = memory.rooms[key];
    if (known === null && remembered !== undefined) {
      summary.unchanged += 1;
      continue;
    }
    const next = mergeRoom(work, row, known, remembered, row.team === null ? null : (teams.get(row.team)?.id ?? null));
    if (known !== null && isDeepStrictEqual(next, known)) {
      summary.unchanged += 1;
      continue;
    }
    await work.tx.rooms.put(next);
    (known === null ? summary.added : summary.changed).push(key);
  }
  for (const key of Object.keys(memory.rooms)) {
    const known = rooms.get(key);
    if (known === undefined || inFile.has(key)) continue;
    await work.tx.rooms.put({ ...known, purpose: 'other', teamId: null });
    summary.retired.push(key);
  }
  return summary;
}

function mergeRoom(
  work: Importing,
  row: ZoneRoom,
  known: Room | null,
  remembered: RememberedRoom | undefined,
  teamId: TeamId | null,
): Room {
  if (known !== null && isDeepStrictEqual(rememberRoom(row), remembered)) return known;
  return {
    id: known?.id ?? work.ids.next<RoomId>(work.now),
    platform: row.platform,
    externalId: row.externalId,
    kind: 'group',
    purpose: row.purpose,
    title: row.title === '' ? (known?.title ?? '') : row.title,
    language: row.language,
    teamId,
    state: known?.state ?? 'open',
  };
}

/** What is remembered of a room of the file. */
export const rememberRoom = ({ purpose, title, language, team }: ZoneRoom): RememberedRoom => ({
  purpose,
  title,
  language,
  team,
});
