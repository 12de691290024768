/** What reporters of a hazard say beside the hazard: where, when, how many, who is hurt, and what they ask for. */
import type { HazardKind } from '../../catalogue.ts';
import { finding, joined, nothing } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { injuredIn, peopleIn } from '../head-counts.ts';
import { numberOf, numeral } from '../numerals.ts';
import { timeIn } from '../scene-details.ts';
import type { Utterance } from '../utterance.ts';
import { countsIn } from './counts.ts';
import { whereIn } from './where.ts';

const anonymous =
  /匿名|(?:不要|别|不能|请勿|不想)[^,。]{0,4}(?:说(?:是|出)?(?:我|出去)|讲(?:是|出)?我|透露|[登记留写]我?(?:的)?(?:姓?名|大名)|让(?:他们|老板|人)?知道|写我|提我|公开我)|保密|不(?:具|留|署)名|anonymous|don't (?:say|tell) (?:it was|who)/;
const fell =
  /(?<!差点|险些|容易|会|要|怕|差一点)(?:摔|绊|跌|磕|滑)(?:了|倒|伤|一跤|跤|破)(?:了|一跤)?(?!怎么)|(?:压|砸|割|扎|轧|撞)(?:到|伤|了|破)(?:手|人|脚|头|手指)/;
const urgently =
  /!!|！！|马上|赶紧|赶快|立刻|尽快|火速|紧急|急急|很急|随时(?:会|要|可能|都)|(?:快|就)要[^,。]{0,3}(?:倒|塌|掉|断|垮)|urgent|asap/;
/** What may be major by law is graded by a person; the words alone claim nothing. */
const plainKinds = new Set<HazardKind>([
  'ev_charging',
  'fire_equipment',
  'street_light',
  'road',
  'electrical',
  'food_drug',
  'vehicle',
  'waterlogging',
  'waterside',
  'public_order',
  'protective_equipment',
  'other',
  'boiler_environment',
  'old_house',
]);
const wished = /(?:希望|建议|最好|要求|恳请)(?:能|可以)?[^,。!?\n]{3,30}/;
const residents = new RegExp(
  `(?<![\\d.第])(${numeral})\\s*(?:个|名|位|号)?(?:人(?!民|次|家|字|行)|租客|房客|工人|学徒|员工|老人|民工|工友|住户|学生|务工)`,
);
const yesterday = /昨[天晚日夜儿]|yesterday|last night/;
const today = /今[天早晚日]|today|tonight/;

/** Place, people, injured, time, date, secrecy, severity, wish. */
export function hazardDetails(heard: Utterance, kinds: readonly HazardKind[]): Finding {
  const injured = hurt(heard);
  const people = crowd(heard);
  const several = injured.fields.injured === undefined ? people : nothing;
  return joined(
    whereIn(heard),
    injured,
    several,
    when(heard),
    countsIn(heard),
    matching(heard, 'anonymous', true, anonymous),
    severity(heard, kinds, injured !== nothing),
    wish(heard),
  );
}

/** How many live or work there; one alone is no count. */
function crowd(heard: Utterance): Finding {
  const match = residents.exec(heard.plain);
  const said = match === null ? undefined : numberOf(match[1] ?? '');
  if (match === null || said === undefined) {
    const counted = peopleIn(heard);
    return (counted.fields.people ?? 0) > 1 ? counted : nothing;
  }
  if (said.value < 2) return nothing;
  const end = match.index + match[0].length;
  const found = finding(heard, 'people', Math.round(said.value), match.index, end);
  return said.approximate ? joined(found, finding(heard, 'approximate', true, match.index, end)) : found;
}

function matching(heard: Utterance, field: 'anonymous', value: true, words: RegExp): Finding {
  const match = words.exec(heard.plain);
  return match === null ? nothing : finding(heard, field, value, match.index, match.index + match[0].length);
}

function hurt(heard: Utterance): Finding {
  const counted = injuredIn(heard);
  if (counted !== nothing) return counted;
  const match = fell.exec(heard.plain);
  return match === null ? nothing : finding(heard, 'injured', true, match.index, match.index + match[0].length);
}

function when(heard: Utterance): Finding {
  const past = yesterday.exec(heard.plain);
  const now = past ?? today.exec(heard.plain);
  const date =
    now === null
      ? nothing
      : finding(heard, 'date', past === null ? 'today' : 'yesterday', now.index, now.index + now[0].length);
  const time = timeIn(heard);
  const isMoment = heard.message.openShift || heard.message.room === 'patrol' || now !== null;
  return joined(date, isMoment ? time : nothing);
}

function severity(heard: Utterance, kinds: readonly HazardKind[], someoneHurt: boolean): Finding {
  const match = urgently.exec(heard.plain);
  if (match !== null) return finding(heard, 'severity', 'urgent', match.index, match.index + match[0].length);
  if (someoneHurt) return { fields: { severity: 'urgent' }, because: [] };
  const plain = kinds.length > 0 && kinds.every((kind) => plainKinds.has(kind));
  return plain ? { fields: { severity: 'ordinary' }, because: [] } : nothing;
}

function wish(heard: Utterance): Finding {
  const match = wished.exec(heard.plain);
  if (match === null) return nothing;
  const found = finding(heard, 'wish', match[0], match.index, match.index + match[0].length);
  return { ...found, fields: { wish: found.because[0]?.words ?? match[0] } };
}
