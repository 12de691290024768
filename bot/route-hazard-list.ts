import { incidentKinds } from '../core/catalogue.ts';
import { findPlace } from '../core/find-place.ts';
import type { LineReading } from '../core/reading/reading.ts';
import { registerHazard } from '../handlers/hazard/register-hazard.ts';
import { reportEmergency } from '../handlers/incident/report-emergency.ts';
import { answer, type Heard } from './heard.ts';
import { hazardKindsOf } from './route-hazard-which.ts';

const dayMs = 86_400_000;
/** Nobody lists more at once. */
const mostLines = 30;

/**
 * A 接龙 of hazards: each line is a report of its own, and all are answered in one message. Everybody reposts the whole list, so a
 * line that was registered since yesterday is left out; danger goes to the call-out. True: dealt with.
 */
export async function routeHazardList(heard: Heard): Promise<boolean> {
  const lines = (heard.reading.lines ?? []).slice(0, mostLines);
  if (!lines.some(({ intent }) => intent === 'hazard_report' || intent === 'emergency')) return false;
  const numbers: string[] = [];
  for (const line of lines) {
    if (line.intent === 'emergency') await callHelp(heard, line);
    if (line.intent !== 'hazard_report' || (await isKnown(heard, line))) continue;
    numbers.push(await register(heard, line));
  }
  if (numbers.length === 0) return true;
  const result = { kind: 'hazard_filed', number: inShort(numbers), joined: false } as const;
  await answer(heard.work, heard.room, heard.message, { kind: 'hazard_answer', hazardId: null, result });
  return true;
}

/** A few numbers each, many as from–to: they follow one another. */
function inShort(numbers: readonly string[]): string {
  if (numbers.length <= 6) return numbers.join(' · ');
  return `${numbers[0] ?? ''} – ${numbers.at(-1) ?? ''}`;
}

/** The line as it was written, without its number. */
function wordsOf(heard: Heard, line: LineReading): string {
  const rows = heard.message.text.split('\n').map((row) => row.replace(/^\s*[\d①-⑳]+\s*[.、．)）:：]?\s*/u, '').trim());
  const said = line.because.find(({ field }) => field === 'intent')?.words ?? '';
  return rows.find((row) => row.startsWith(line.person) && row.includes(said)) ?? `${line.person} ${said}`.trim();
}

async function isKnown({ work, ...heard }: Heard, line: LineReading): Promise<boolean> {
  const words = wordsOf({ work, ...heard }, line);
  const alike = await work.tx.hazards.search(words, 5);
  return alike.some((hazard) => hazard.words === words && hazard.reportedAt > work.now - dayMs);
}

async function register(heard: Heard, line: LineReading): Promise<string> {
  const { work, person } = heard;
  const { place = '', placeCode, severity, people, anonymous } = line.fields;
  const words = wordsOf(heard, line);
  const kinds = hazardKindsOf({ reading: line });
  const found = findPlace(work.zone.places, {
    text: `${place} ${words}`,
    ...(placeCode === undefined ? {} : { code: placeCode }),
  });
  const { hazard } = await registerHazard(work, {
    person,
    // Without a room: the list is answered as a whole, and the group gets no card for each line.
    roomId: null,
    messageId: null,
    via: heard.room.purpose === 'patrol' ? 'patrol' : 'chat',
    kinds: kinds.length === 0 ? ['other'] : kinds,
    words,
    placeWords: place,
    placeId: found?.id ?? null,
    position: null,
    severity: severity === 'urgent' ? 'urgent' : 'ordinary',
    people: people ?? null,
    anonymous: anonymous === true,
    fileIds: [],
  });
  return hazard.number;
}

async function callHelp(heard: Heard, line: LineReading): Promise<void> {
  const kinds = (line.fields.kinds ?? []).flatMap(
    (kind) => incidentKinds.find(({ code }) => code === kind)?.code ?? [],
  );
  await reportEmergency(heard.work, {
    person: heard.person,
    room: heard.room,
    messageId: heard.message.messageId,
    words: wordsOf(heard, line),
    kinds,
    placeWords: line.fields.place ?? '',
    position: null,
    people: line.fields.people ?? null,
    drill: false,
  });
}
