import type { Quote } from '../core/message.ts';
import type { Person, Role } from '../core/people.ts';
import { hazardOfQuoted, quotedMessage, registerQuoted } from '../handlers/hazard/register-quoted.ts';
import { keepFiles } from '../handlers/incident/keep-files.ts';
import { answer, type Heard } from './heard.ts';
import { keepNow } from './keep-now.ts';
import { hazardPiece } from './route-hazard-report.ts';

/** Who may have somebody else's words registered. */
const registrars: ReadonlySet<Role> = new Set<Role>([
  'grid_worker',
  'safety_officer',
  'leader',
  'duty_officer',
  'admin',
]);

/**
 * 登记 as a reply: a grid worker or an officer has registered what somebody else sent, or anybody what they sent themselves, with
 * its pictures and its position. `heard` was read with the quoted words. False: it is none of that.
 */
export async function routeRegister(heard: Heard): Promise<boolean> {
  const { work, person, room, message, quoted } = heard;
  const { quote } = message;
  // An answer to our own offer is its writer's alone, and dealt with as one.
  if (quote === undefined || quoted !== null) return false;
  await keepQuoted(heard, quote);
  const found = await quotedMessage(work, room, quote);
  if (!mayRegister(person, found.author)) return false;
  const known = await hazardOfQuoted(work, room, quote, found);
  if (known !== null) {
    const result = { kind: 'hazard_filed', number: known.number, joined: true } as const;
    await answer(work, room, message, { kind: 'hazard_answer', hazardId: known.id, result });
    return true;
  }
  await keepNow(heard);
  const own = await work.tx.files.ofMessage(room.id, message.messageId);
  const asSent = { ...message, ...(quote.position === undefined ? {} : { position: quote.position }) };
  const piece = await hazardPiece({ ...heard, message: asSent });
  await registerQuoted(work, { ...piece, via: 'command', fileIds: own.map(({ id }) => id) }, { ...found, quote });
  return true;
}

function mayRegister(person: Person, author: Person | null): boolean {
  return author?.id === person.id || person.roles.some((role) => registrars.has(role));
}

/** What was sent before the bot heard everything comes with the quote, where the platform tells. */
async function keepQuoted({ work, room }: Heard, quote: Quote): Promise<void> {
  const { messageId, attachments = [], albumId, authorId } = quote;
  if (messageId === undefined || attachments.length === 0) return;
  if ((await work.tx.files.ofMessage(room.id, messageId)).length > 0) return;
  const author = authorId === undefined ? null : await work.tx.people.bySender(room.platform, authorId);
  const message = { messageId, attachments, ...(albumId === undefined ? {} : { albumId }) };
  await keepFiles(work, { room, person: author?.person ?? null, message, incidentId: null });
}
