import type { HazardHint } from '../core/hazard-choice.ts';
import type { HazardVerb } from '../core/hazard-verb.ts';
import type { Hazard } from '../core/hazard.ts';
import { findPlace } from '../core/find-place.ts';
import { hazardKinds, type HazardKind } from '../core/catalogue.ts';
import { spokenNumber, type HazardId } from '../core/ids.ts';
import type { TapResult } from '../core/tap-result.ts';
import type { Person } from '../core/people.ts';
import { hazardRules } from '../handlers/hazard/rules.ts';
import { actOnHazard } from '../handlers/hazard/take-hazard-tap.ts';
import { whichHazard } from '../handlers/hazard/which-hazard.ts';
import { acknowledge } from '../handlers/incident/acknowledge.ts';
import { toRooms } from '../handlers/say.ts';
import type { Work } from '../handlers/work.ts';
import type { Heard } from './heard.ts';
import { numberIn } from './texts/hazard-words.ts';

/** How many months back the last digits of a number are looked for. */
const monthsBack = 12;

const dayMs = 86_400_000;

/** Whether this person has a hazard to do, or told of one that is open or can still be opened again. */
export function hasOpenCase(work: Work, person: Person): Promise<boolean> {
  return work.tx.hazards.hasCase(person.id, work.now - hazardRules(work).reopenDays * dayMs);
}

/** The kinds of hazards that were read; an incident's kinds are none. */
export function hazardKindsOf({ reading }: Pick<Heard, 'reading'>): HazardKind[] {
  return (reading.fields.kinds ?? []).flatMap((kind) => hazardKinds.find(({ code }) => code === kind)?.code ?? []);
}

/** Which hazard the quoted message is about: our card, or the message that told of it. On WeChat a quote is only text, with its number. */
export async function quotedHazard(heard: Heard): Promise<Hazard | null> {
  const { work, room, message, quoted } = heard;
  const { hazards } = work.tx;
  if (quoted !== null && 'hazardId' in quoted && quoted.hazardId !== null) return hazards.byId(quoted.hazardId);
  const { quote } = message;
  if (quote === undefined) return null;
  if (quote.messageId !== undefined) {
    const report = await hazards.reportByMessage(room.id, quote.messageId);
    const id = report?.hazardId ?? (await toldLater(heard, quote.messageId));
    if (id !== null) return hazards.byId(id);
  }
  const number = numberQuoted(quote.text, message.text);
  return number === null ? null : hazards.byNumber(number);
}

/** A report comes in several messages, and only its first one is kept with it: the others are found by what this person told here. */
async function toldLater({ work, room, person }: Heard, messageId: string): Promise<HazardId | null> {
  const drafts = await work.tx.hazards.draftsOf(person.id, room.id, 0);
  return drafts.findLast((draft) => draft.messageIds.includes(messageId))?.hazardId ?? null;
}

/** The number in a quoted text; of a list the one that the answer names, else none: nothing is done to whichever stands first. */
function numberQuoted(text: string, answer: string): string | null {
  const lines = text.split('\n').map((one) => /H-\d{4}-\d{4,6}/i.exec(one)?.[0].toUpperCase());
  const numbers = [...new Set(lines.filter((one) => one !== undefined))];
  const [first = null] = numbers;
  if (numbers.length < 2) return first;
  const said = numberIn(answer);
  return said === null ? null : (numbers.find((one) => one.endsWith(said)) ?? null);
}

/** The hazard of a number as somebody says it: whole, or its last digits, of the newest month that has it. */
export async function numberedHazard(work: Work, said: string): Promise<Hazard | null> {
  if (said.startsWith('H-')) return work.tx.hazards.byNumber(said);
  const count = Number(said);
  let month = Temporal.Instant.fromEpochMilliseconds(work.now).toZonedDateTimeISO(work.zone.timeZone).toPlainDate();
  for (let i = 0; i < monthsBack; i += 1) {
    const found = await work.tx.hazards.byNumber(spokenNumber('H', month, count));
    if (found !== null) return found;
    month = month.subtract({ months: 1 });
  }
  return null;
}

/** What the words say about which hazard is meant. */
export function hintOf(heard: Heard): HazardHint {
  const { work, message, reading } = heard;
  const { place = '', placeCode } = reading.fields;
  const named = findPlace(work.zone.places, { text: place, ...(placeCode === undefined ? {} : { code: placeCode }) });
  return {
    number: numberIn(message.text),
    kinds: hazardKindsOf(heard),
    placeId: named?.id ?? null,
    placeWords: place,
    words: message.text,
  };
}

/** The quoted hazard, else the one that the words mean; `asked`: a list to choose from was sent; null: there is none. */
export async function meantHazard(heard: Heard, verb: HazardVerb): Promise<Hazard | 'asked' | null> {
  const quoted = await quotedHazard(heard);
  const found = await whichHazard(heard.work, {
    person: heard.person,
    roomId: heard.room.id,
    verb,
    quotedId: quoted?.id ?? null,
    hint: hintOf(heard),
  });
  if (!('kind' in found)) return found;
  return found.kind === 'hazard_which' ? 'asked' : null;
}

/** What was said already by a notice of its own: the number, a question, a list. */
const saidAlready: ReadonlySet<TapResult['kind']> = new Set<TapResult['kind']>([
  'hazard_filed',
  'hazard_asked',
  'hazard_which',
]);

/** What the card of the person shows as it changes: their words get a reaction, where there are any. */
const seenOnCard: ReadonlySet<TapResult['kind']> = new Set<TapResult['kind']>([
  'hazard_accepted',
  'hazard_fixed',
  'hazard_more_asked',
]);

/** Does to the hazard what the words ask for, and answers with what a tap would have been answered with. */
export async function actInWords(
  heard: Heard,
  hazard: Hazard,
  act: { verb: HazardVerb; value?: string; words?: string },
): Promise<true> {
  const { work, person, room } = heard;
  const { verb, value = '', words = '' } = act;
  const result = await actOnHazard(work, hazard, { person, verb, value, words, roomId: room.id });
  await answerHazard(heard, hazard, result);
  return true;
}

/** Answers words about a hazard, in a group as a reply. */
export async function answerHazard(heard: Heard, hazard: Pick<Hazard, 'id'> | null, result: TapResult): Promise<void> {
  if (saidAlready.has(result.kind)) return;
  const { work, room, person, message } = heard;
  const notice = { kind: 'hazard_answer', hazardId: hazard?.id ?? null, result } as const;
  if (seenOnCard.has(result.kind)) return acknowledge(work, room, message.messageId, notice);
  const quote = room.kind === 'group' ? { replyTo: message.messageId } : {};
  await toRooms(work, [room.id], notice, { priority: 'answer', reader: person.id, ...quote });
}
