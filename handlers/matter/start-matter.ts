import type { MatterId } from '../../core/ids.ts';
import { tellingSide } from '../../core/matter-sides.ts';
import { plainTold, withTold } from '../../core/matter-told.ts';
import { blankBody, type Matter, type MatterDoor, type MatterKind } from '../../core/matter.ts';
import { newMatter } from '../../core/new-matter.ts';
import type { Person, Place, Room } from '../../core/people.ts';
import { takeNumber } from '../take-number.ts';
import { traceMatter, type Work } from '../work.ts';
import { setTalkTimer } from './talk-timer.ts';

/** Where a matter begins. */
export interface MatterStart {
  /** Null: a page without a name. */
  person: Person | null;
  /** The direct room in which it is told; null: by page, or nothing reaches the person directly yet. */
  room: Room | null;
  kind: MatterKind;
  door: MatterDoor;
  /** What was said with it, where nobody has read it yet; '' nothing, or it is told next (`tellMatter`). */
  words: string;
  /** The place whose sign led here. */
  place?: Pick<Place, 'id' | 'name' | 'area'>;
}

/**
 * Begins a matter: it has its number at once, and its teller is asked next (`askNext`). Somebody who tells of one of this kind
 * already goes on with that one; one of which nothing was told yet becomes what is begun now.
 */
export async function startMatter(work: Work, start: MatterStart): Promise<Matter> {
  const known = await goingOn(work, start);
  if (known !== null) return known;
  const { person, room, kind, door } = start;
  const matter = newMatter({
    id: work.ids.next<MatterId>(work.now),
    number: await takeNumber(work, 'M'),
    token: work.ids.token(),
    kind,
    door,
    begunAt: work.now,
    tellerId: person?.id ?? null,
    roomId: room?.id ?? null,
    urgent: kind === 'help_request',
    body: { ...blankBody, parties: [tellingSide(namedSide(start))], ...placeOf(start) },
  });
  const begun = start.words === '' ? matter : withTold(matter, plainTold(start.words));
  await work.tx.matters.add(begun);
  if (person !== null) await work.tx.matters.setPeople(begun.id, [{ personId: person.id, standing: 'teller' }]);
  await setTalkTimer(work, begun);
  // Who gives a clue stands in no trace: the name is theirs to give, at the end.
  const actorId = kind === 'crime_clue' ? null : (person?.id ?? null);
  await traceMatter(work, begun, 'matter_begun', actorId, { kind, door });
  return begun;
}

/** Who comes to the desk, and who gives a clue, is not known by the hand that writes it down. */
function namedSide({ person, kind, door }: MatterStart): Person | null {
  return kind === 'crime_clue' || door === 'desk' ? null : person;
}

function placeOf({ place }: MatterStart): Partial<Matter['body']> {
  return place === undefined ? {} : { placeId: place.id, placeWords: place.name, area: place.area };
}

/** What this person is telling already, and goes on with; null: a new one begins. The reception desk always begins anew. */
async function goingOn(work: Work, start: MatterStart): Promise<Matter | null> {
  if (start.person === null || start.door === 'desk') return null;
  const telling = await work.tx.matters.telling(start.person.id);
  const own = telling === null ? null : await work.tx.matters.lock(telling.id);
  if (own?.state !== 'telling' || own.door === 'desk') return null;
  const untold = own.body.facts.length === 0 && own.body.fileIds.length === 0;
  if (own.kind !== start.kind && !untold) return null;
  const roomId = start.room?.id ?? own.roomId;
  const known: Matter = {
    ...own,
    roomId,
    kind: start.kind,
    urgent: own.urgent || start.kind === 'help_request',
    body: own.kind === start.kind ? own.body : anew(own, start),
  };
  await work.tx.matters.put(known);
  return known;
}

/** Nothing was told yet: it is the same matter under another heading. */
function anew({ body }: Matter, start: MatterStart): Matter['body'] {
  return { ...body, asked: [], parties: [tellingSide(namedSide(start))], ...placeOf(start) };
}
