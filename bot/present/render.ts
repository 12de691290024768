import type { Card, Language } from '../../core/message.ts';
import type { FileId } from '../../core/ids.ts';
import type { NoticeKind, QueuedNotice } from '../../core/notice.ts';
import type { Person, Room } from '../../core/people.ts';
import { isPrivateNotice } from '../../core/private-notice.ts';
import type { Outgoing } from '../../core/ports/chat.ts';
import type { Texts } from '../texts/texts.ts';
import { textsIn } from '../texts/texts-in.ts';
import { hazardDrawings } from './draw-hazards.ts';
import { incidentDrawings } from './draw-incidents.ts';
import { matterDrawings } from './draw-matters.ts';
import { orderDrawings } from './draw-orders.ts';
import { patrolDrawings } from './draw-patrols.ts';
import { peopleDrawings } from './draw-people.ts';
import { placeDrawings } from './draw-places.ts';
import type { Desk, Drawings, Drawn, NoticeOf } from './drawing.ts';
import { fitCard } from './fit-card.ts';
import type { RenderTools } from './render-tools.ts';
import { substituteActions } from './substitute-actions.ts';

/** What is to be put into a room; which message it edits or quotes, and where the photo lies on disk, is the sender's to say. */
export type Rendered = { kind: 'card'; card: Card; photo: FileId | null } | Extract<Outgoing, { kind: 'reaction' }>;

type CardKind = Exclude<NoticeKind, 'reaction'>;

/** Exhaustive: a kind of notice without a drawing does not compile. */
const drawings: Drawings<CardKind> = {
  ...incidentDrawings,
  ...orderDrawings,
  ...hazardDrawings,
  ...placeDrawings,
  ...patrolDrawings,
  ...matterDrawings,
  ...peopleDrawings,
};

// One call for both the drawing and its notice, so that the two are known to be of the same kind.
function draw<Kind extends CardKind>(kind: Kind, notice: NoticeOf<Kind>, desk: Desk): Promise<Drawn | null> {
  return drawings[kind](notice, desk);
}

function languageOf(room: Room, reader: Person | null): Language {
  return reader?.language ?? room.language;
}

async function readerOf({ readerId }: QueuedNotice, { read }: RenderTools): Promise<Person | null> {
  return readerId === null ? null : read.people.byId(readerId);
}

/** Marks of a drill and of a possible repeat stand above everything. */
function marked({ card, incident }: Drawn, texts: Texts): Card {
  if (incident?.drill !== true) return card;
  return { ...card, banner: [texts.mark.drill, ...(card.banner === undefined ? [] : [card.banner])].join('\n') };
}

function finished(drawn: Drawn, desk: Desk): Card {
  const { tools, presenting } = desk;
  const { capabilities, links, now } = tools;
  const card = marked(drawn, presenting.texts);
  const compiled = substituteActions(card, capabilities, {
    language: presenting.texts.language,
    signedOrderLink: drawn.order === undefined ? null : links.order(drawn.order, now),
    incidentNumber: drawn.incident?.number ?? null,
    ...(drawn.numbers === undefined ? {} : { hazardNumbers: drawn.numbers }),
    group: desk.room.kind === 'group',
  });
  return fitCard(compiled, capabilities.textLimit, compiled.lines.length - card.lines.length, presenting.texts);
}

/**
 * Puts a notice into words: in the reader's language (else the room's), from the state at this moment, marked when it is a
 * drill, with words in place of buttons where the platform has none. Null: its subject has moved on and nothing is to be said.
 * @param known its reader, where somebody has looked them up already
 * @throws Error when something private is to be said to a group, which nothing of ours may ever ask for
 */
export async function render(
  queued: QueuedNotice,
  room: Room,
  tools: RenderTools,
  known?: Person | null,
): Promise<Rendered | null> {
  const { notice } = queued;
  if (notice.kind === 'reaction') {
    const { messageId, emoji } = notice;
    return tools.capabilities.reactions ? { kind: 'reaction', messageId, emoji } : null;
  }
  // What is said of a private matter to a group can never be taken back, so a wrong room is a bug and not a card.
  if (isPrivateNotice(notice) && room.kind !== 'direct') throw new Error('A private notice was queued for a group');
  const reader = known === undefined ? await readerOf(queued, tools) : known;
  const desk: Desk = {
    tools,
    room,
    reader,
    presenting: {
      texts: textsIn(languageOf(room, reader)),
      timeZone: tools.zone.timeZone,
      now: tools.now,
      links: tools.links,
      brief: tools.capabilities.editWindowMs === 0,
      direct: room.kind === 'direct',
    },
  };
  const drawn = await draw(notice.kind, notice, desk);
  if (drawn === null) return null;
  const card = finished(drawn, desk);
  return { kind: 'card', card, photo: card.photo ?? null };
}
