/** What is wrong somewhere and should be put right, and words about it afterwards. */
import type { HazardKind } from '../../catalogue.ts';
import { emergency } from '../danger/emergency.ts';
import { experience } from '../experience.ts';
import { joined } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { wordsAt } from '../plain-text.ts';
import type { Because, Meaning } from '../reading.ts';
import type { Utterance } from '../utterance.ts';
import { hazardDetails } from './details.ts';
import { hazardLikeness } from './hazard-likeness.ts';
import { hazardsIn, kindsAmong } from './hazard-signs.ts';
import type { FoundHazard } from './hazard-signs.ts';
import { progress } from './progress.ts';
import type { Progress } from './progress.ts';
import { stanceOf } from './stance.ts';
import { topicsIn } from './topics.ts';
import { isFindable } from './where.ts';

const reporting = /举报|反映|报告|隐患|投诉|上报|自查|发现|report/;
const outright = /(?:我)?(?:要|想)?(?:举报|反映)(?:一?下|一?个)?(?!人)|(?:有|发现)[^,。]{0,3}(?:个)?(?:安全)?隐患/;
/** Somebody is or may be hurt: then what looks like danger is taken for it. */
const harm =
  /烧(?:得|起|着)|通红|火(?!锅|车|腿|门)|烟(?!囱|感|头|道)|爆|炸|昏|晕|倒在|流血|受伤|救|掉[下进到]|落水|淹[死没]|卡[住在]|喘|喊|哭|叫不|动不了|被困|人[^,。]{0,4}(?:跳|掉|摔)|!!/;
/** How far ahead of the runner-up, and how much of the message must be known. */
const enough = { lead: 6, known: 0.5, kindLead: 2 };
const joking = /哈哈|嘻嘻|嘿嘿|😂|🤣|笑死|搞笑/;

/** Reads a hazard or a word about one, or nothing; danger to life comes first and is read elsewhere. */
export function hazard(heard: Utterance): Meaning | undefined {
  if (heard.plain.trim() === '' || heard.answering) return undefined;
  const found = hazardsIn(heard);
  const about = progress(heard);
  if (about !== undefined) return afterwards(heard, about, found);
  if (heard.message.openQuestion === 'kind') return namedKind(heard, found);
  if (stanceOf(heard, found) !== 'seen' || emergency(heard) !== undefined) return undefined;
  const danger = likeDanger(heard);
  if (danger > 0 && (found.length === 0 || harm.test(heard.plain))) return undefined;
  if (found.length === 0) return complaint(heard) ?? alike(heard);
  const meaning = report(heard, found);
  // What only looks like danger to one who knows no better is known here to be a fault that hurts nobody yet.
  return danger < meaning.confidence ? meaning : { ...meaning, confidence: Math.min(1, danger + 0.01) };
}

/** How sure likeness alone is that this is danger; 0 when it is not. */
function likeDanger(heard: Utterance): number {
  const meaning = experience(heard);
  return meaning?.intent === 'emergency' ? meaning.confidence : 0;
}

/** No rule knows the words, but reports like this one have been written before: worth asking about, never worth an offer. */
function alike(heard: Utterance): Meaning | undefined {
  const like = hazardLikeness(heard.plain);
  if (like === undefined || like.lead < enough.lead || like.known < enough.known) return undefined;
  if (heard.message.room === 'squad' || heard.clauses.some(({ asks }) => asks)) return undefined;
  const kinds = like.kindLead >= enough.kindLead ? { kinds: [like.kind] } : {};
  const piece = like.pieces.find((one) => heard.plain.includes(one)) ?? '';
  const start = heard.plain.indexOf(piece);
  const details = hazardDetails(heard, [like.kind]);
  return {
    intent: 'hazard_report',
    confidence: heard.message.room === 'direct' ? 0.72 : 0.66,
    fields: { ...kinds, ...details.fields },
    because: [reason(heard, { start, end: start + piece.length }), ...details.because],
  };
}

/** Asked what is wrong, one word names it. */
function namedKind(heard: Utterance, found: readonly FoundHazard[]): Meaning | undefined {
  const topics = found.length > 0 ? found : topicsIn(heard);
  return topics.length === 0 ? undefined : report(heard, topics);
}

/** Somebody reports, and nothing here knows what: a person is asked. */
function complaint(heard: Utterance): Meaning | undefined {
  const match = outright.exec(heard.plain);
  if (match === null || heard.plain.length < 8 || heard.clauses.some(({ asks }) => asks)) return undefined;
  const details = hazardDetails(heard, []);
  return {
    intent: 'hazard_report',
    confidence: 0.66,
    fields: { ...details.fields, needsAnswer: 'kind' },
    because: [reason(heard, { start: match.index, end: match.index + match[0].length }), ...details.because],
  };
}

function report(heard: Utterance, found: readonly FoundHazard[]): Meaning {
  const kinds = kindsAmong(found);
  const details = joined(kindsOf(heard, kinds, found), hazardDetails(heard, kinds));
  const { place, placeCode } = details.fields;
  const findable = placeCode !== undefined || heard.message.location || (place !== undefined && isFindable(place));
  return {
    intent: 'hazard_report',
    confidence: confidence(heard, found, findable),
    fields: { ...details.fields, ...(findable ? {} : { needsAnswer: 'place' }) },
    because: [...found.slice(0, 1).map((one) => reason(heard, one)), ...details.because],
  };
}

function reason(heard: Utterance, { start, end }: { readonly start: number; readonly end: number }): Because {
  return { field: 'intent', words: wordsAt(heard.text, start, end) };
}

function kindsOf(heard: Utterance, kinds: readonly HazardKind[], found: readonly FoundHazard[]): Finding {
  if (kinds.length === 0) return { fields: {}, because: [] };
  const because = found.map(({ start, end }): Because => ({ field: 'kinds', words: wordsAt(heard.text, start, end) }));
  return { fields: { kinds }, because };
}

function confidence(heard: Utterance, found: readonly FoundHazard[], findable: boolean): number {
  const { plain, message } = heard;
  let sure = 0.86;
  if (findable) sure += 0.04;
  if (message.photos > 0) sure += 0.03;
  if (reporting.test(plain)) sure += 0.03;
  if (found.length > 1) sure += 0.02;
  if (joking.test(plain)) sure -= 0.1;
  if (message.room === 'squad') sure -= 0.06;
  return Math.min(0.96, Math.round(sure * 100) / 100);
}

function afterwards(heard: Utterance, about: Progress, found: readonly FoundHazard[]): Meaning {
  const topics = found.length > 0 ? found : topicsIn(heard);
  const kinds = kindsAmong(topics);
  const { place, placeCode } = hazardDetails(heard, kinds).fields;
  const details: Finding = {
    fields: { ...(place === undefined ? {} : { place }), ...(placeCode === undefined ? {} : { placeCode }) },
    because: hazardDetails(heard, kinds).because.filter(({ field }) => field === 'place' || field === 'placeCode'),
  };
  const all = joined(kindsOf(heard, kinds, topics), details);
  const unproven = about.intent === 'hazard_fixed' && heard.message.photos === 0;
  return {
    intent: about.intent,
    confidence: about.confidence,
    fields: { ...all.fields, ...(unproven ? { needsAnswer: 'photo' } : {}) },
    because: [reason(heard, about), ...all.because],
  };
}
