import { disputeKinds } from '../catalogue.ts';
import { matterKinds } from '../matter.ts';
import { warn, type Warning } from './fault.ts';
import type { MatterRoom } from './private-rules.ts';
import type { ShapedZoneFile } from './schema.ts';

/**
 * What would leave people with a private matter alone: kinds that no room takes, rooms in which nobody can be asked, nobody for
 * who wishes for a woman, nobody to call in danger. A zone without rooms has none of this on purpose.
 */
export function advisePrivate(file: ShapedZoneFile): Warning[] {
  const { rooms, onCall } = file.private;
  if (rooms.length === 0) return [];
  const women = new Set(file.people.flatMap(({ callSign, gender }) => (gender === 'female' ? [callSign] : [])));
  const disputes = rooms.filter(({ matters }) => matters.includes('dispute'));
  const woman = disputes.length === 0 || disputes.some(({ mediators }) => mediators.some((sign) => women.has(sign)));
  return [
    ...adviseKinds(rooms),
    ...adviseRooms(file),
    ...(woman ? [] : [warn(['private', 'rooms'], { code: 'no_woman_mediator' })]),
    ...(onCall.length > 0 ? [] : [warn(['private'], { code: 'nobody_on_call' })]),
  ];
}

/** A kind is taken where some room takes it from everywhere, in whatever sum and number. */
function adviseKinds(rooms: readonly MatterRoom[]): Warning[] {
  const everywhere = rooms.filter(({ areas, places }) => areas.length === 0 && places.length === 0);
  const disputes = everywhere.filter(
    ({ matters, maxYuan, maxPeople }) =>
      matters.includes('dispute') && maxYuan === undefined && maxPeople === undefined,
  );
  const untaken = [
    ...disputeKinds.filter(({ code }) => !disputes.some(({ kinds }) => kinds.length === 0 || kinds.includes(code))),
    ...matterKinds.filter(
      ({ code }) => code !== 'dispute' && !everywhere.some(({ matters }) => matters.includes(code)),
    ),
  ];
  return untaken.map(({ code }) => warn(['private', 'rooms'], { code: 'no_room_for', what: code }));
}

function adviseRooms(file: ShapedZoneFile): Warning[] {
  return file.private.rooms.flatMap(({ code, mediators }, i) =>
    mediators.length > 0
      ? []
      : [warn(['private', 'rooms', i, 'mediators'], { code: 'room_without_mediators', room: code })],
  );
}
