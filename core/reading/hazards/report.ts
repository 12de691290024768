/** A report of a hazard, put together from what was found in the words. */
import type { HazardKind } from '../../catalogue.ts';
import { joined } from '../finding.ts';
import type { Finding } from '../finding.ts';
import type { Likely } from '../likeness/likeness.ts';
import { wordsAt } from '../plain-text.ts';
import type { Because, Meaning } from '../reading.ts';
import type { Utterance } from '../utterance.ts';
import { hazardDetails } from './details.ts';
import { kindsAmong } from './hazard-signs.ts';
import type { FoundHazard } from './hazard-signs.ts';
import { likelyKind, likelyKinds } from './kinds.ts';
import { leadsThere } from './where.ts';

const reporting = /举报|反映|报告|隐患|投诉|上报|自查|发现|路过|report/;
const joking = /哈哈|嘻嘻|嘿嘿|😂|🤣|笑死|搞笑/;

/** Words that gave something; places in the plain text. */
interface Words {
  readonly start: number;
  readonly end: number;
}

/** A report in which rules found what is wrong; what leads nowhere is asked for. */
export function hazardReport(heard: Utterance, found: readonly FoundHazard[]): Meaning {
  const kinds = likelyKinds(heard, kindsAmong(found));
  const details = joined(kindsFound(heard, kinds, found), hazardDetails(heard, kinds));
  const asked = asksForPlace(heard, details);
  return {
    intent: 'hazard_report',
    confidence: confidence(heard, found, !asked),
    fields: { ...details.fields, ...(asked ? { needsAnswer: 'place' } : {}) },
    because: [...found.slice(0, 1).map((one) => intentBy(heard, one)), ...rated(details.because, asked)],
  };
}

/** A report that names a thing and leaves the fault to be seen. */
export function thingReport(heard: Utterance, things: readonly FoundHazard[]): Meaning {
  return { ...hazardReport(heard, things), confidence: heard.message.room === 'direct' ? unsure(heard) : 0.76 };
}

/** A report that only resembles others; its kind is given where one is much likelier than the rest. */
export function likelyReport(heard: Utterance, like: Likely<HazardKind>, kindIsClear: boolean): Meaning {
  const at: Words = like.end > 0 ? like : { start: 0, end: heard.plain.length };
  const details = hazardDetails(heard, [like.meant]);
  const kinds: Because[] = kindIsClear
    ? [{ field: 'kinds', words: wordsAt(heard.text, at.start, at.end), confidence: 0.6 }]
    : [];
  const asked = asksForPlace(heard, details);
  const asking = kindIsClear ? (asked ? { needsAnswer: 'place' } : {}) : { needsAnswer: 'kind' };
  return {
    intent: 'hazard_report',
    confidence: unsure(heard),
    fields: { ...(kindIsClear ? { kinds: [like.meant] } : {}), ...details.fields, ...asking },
    because: [intentBy(heard, at), ...kinds, ...rated(details.because, asked)],
  };
}

/** Among statements a question may be polite; the statements count. */
function unsure({ message, clauses }: Utterance): number {
  if (message.room !== 'direct') return 0.66;
  return clauses.some(({ asks }) => asks) ? 0.86 : 0.72;
}

/** How likely one kind must be to be given. */
export const sureKind = 0.35;

/** A report of something: of what it is most like, or else a person is asked. */
export function openReport(heard: Utterance, words: Words): Meaning {
  const like = likelyKind(heard);
  if (like.share >= sureKind) return likelyReport(heard, like, true);
  const details = hazardDetails(heard, []);
  return {
    intent: 'hazard_report',
    confidence: unsure(heard),
    fields: { ...details.fields, needsAnswer: 'kind' },
    because: [intentBy(heard, words), ...rated(details.because, true)],
  };
}

/** The words that gave the intent. */
export function intentBy(heard: Utterance, { start, end }: Words): Because {
  return { field: 'intent', words: wordsAt(heard.text, start, end) };
}

/** The kinds, and the words that gave each. */
export function kindsFound(heard: Utterance, kinds: readonly HazardKind[], found: readonly FoundHazard[]): Finding {
  if (kinds.length === 0) return { fields: {}, because: [] };
  const because = found.map(({ start, end }): Because => ({ field: 'kinds', words: wordsAt(heard.text, start, end) }));
  return { fields: { kinds }, because };
}

function asksForPlace(heard: Utterance, { fields: { place, placeCode } }: Finding): boolean {
  return placeCode === undefined && !heard.message.location && !(place !== undefined && leadsThere(heard, place));
}

/** A place that leads nowhere by itself is less sure than one that does; a code from a sign is as good as certain. */
function rated(because: readonly Because[], vaguePlace: boolean): Because[] {
  return because.map((one) => {
    if (one.field === 'placeCode') return { ...one, confidence: 0.99 };
    if (one.field === 'place') return { ...one, confidence: vaguePlace ? 0.6 : 0.85 };
    return one.field === 'people' || one.field === 'figures' ? { ...one, confidence: 0.8 } : one;
  });
}

function confidence(heard: Utterance, found: readonly FoundHazard[], findable: boolean): number {
  const { plain, message } = heard;
  let sure = 0.86;
  if (findable) sure += 0.04;
  if (message.photos > 0) sure += 0.03;
  if (reporting.test(plain)) sure += 0.03;
  if (found.length > 1) sure += 0.02;
  if (joking.test(plain)) sure -= 0.1;
  if (message.room === 'squad') sure -= 0.04;
  return Math.min(0.96, Math.round(sure * 100) / 100);
}
