/** What a rescuer's answer carries besides yes or no: when, how many, with what, how far, with which limits. */
import { durations } from '../durations.ts';
import { finding, joined, nothing } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { gearIn } from '../gear.ts';
import { injuredIn, peopleIn } from '../head-counts.ts';
import { numberOf, numeral } from '../numerals.ts';
import { wordsAt } from '../plain-text.ts';
import { isFindable, placeIn } from '../places.ts';
import type { Intent } from '../reading.ts';
import { timeIn } from '../scene-details.ts';
import type { Utterance } from '../utterance.ts';

const withTime = new Set<Intent>(['accept', 'standby', 'underway', 'delay', 'arrived', 'received']);
const withPeople = new Set<Intent>([
  'accept',
  'underway',
  'arrived',
  'need',
  'rescued',
  'returned',
  'situation',
  'standby',
]);
const withInjured = new Set<Intent>(['situation', 'rescued', 'handed_over', 'need']);
const withGear = new Set<Intent>(['accept', 'underway', 'arrived', 'need', 'standby']);
const withPlace = new Set<Intent>(['delay', 'arrived', 'situation', 'need']);

/** The details that go with `intent`, looked for from `from` on in the plain text. */
export function replyDetails(heard: Utterance, intent: Intent, from: number): Finding {
  return joined(
    withTime.has(intent) ? spanIn(heard, intent, from) : nothing,
    withTime.has(intent) && intent !== 'standby' ? timeIn(heard) : nothing,
    headCounts(heard, intent),
    withGear.has(intent) ? namedGear(heard, intent) : nothing,
    withTime.has(intent) ? distanceIn(heard) : nothing,
    withPlace.has(intent) ? placeFor(heard, intent) : nothing,
    intent === 'accept' ? proxyIn(heard) : nothing,
  );
}

function headCounts(heard: Utterance, intent: Intent): Finding {
  const injured = withInjured.has(intent) ? injuredIn(heard) : nothing;
  const counted = typeof injured.fields.injured === 'number' || !withPeople.has(intent);
  return counted ? injured : joined(injured, peopleIn(heard));
}

/** On the scene only a place that can be found from elsewhere is worth a field; a late or arrived rescuer names a spot. */
function placeFor(heard: Utterance, intent: Intent): Finding {
  const found = placeIn(heard);
  const spot = intent === 'arrived' || intent === 'delay' || isFindable(found.fields.place ?? '楼道');
  return spot ? found : nothing;
}

const late = /(?:晚|迟|推迟|耽误|耽搁|延误|延迟|延后|多|拖|delayed?|late)(?:[^,。\d\s]{0,8}|[a-z ]{0,8})$/;
const notMet = /^[^,。]{0,3}(?:到不了|赶不到|来不及)|^[^,。]{0,2}就?到不/;
const planned = /(?:原来说|本来|说好|原定|来不及|之前说)[^,。]{0,3}$/;

function spanIn(heard: Utterance, intent: Intent, from: number): Finding {
  const { plain } = heard;
  for (const span of durations(plain)) {
    const before = plain.slice(Math.max(0, span.start - 14), span.start);
    const after = plain.slice(span.end, span.end + 8);
    if (span.start < from || notMet.test(after) || planned.test(before)) continue;
    const leaving = intent === 'standby' && !/^[^,]{0,4}到/.test(after);
    const english = /^ (?:more|late|delay)/.test(after) || /more/.test(plain.slice(span.start, span.end));
    const field =
      late.test(before) || (intent === 'delay' && /\+\s*$/.test(before)) || leaving || (english && intent === 'delay')
        ? 'delayMinutes'
        : 'etaMinutes';
    const found = finding(heard, field, span.minutes, span.start, span.end);
    return span.approximate ? joined(found, finding(heard, 'approximate', true, span.start, span.end)) : found;
  }
  const bare = from > 0 && intent === 'accept' ? /^[\s,+;:、-]*(\d{1,3})(?=[\s!。~]*$)/.exec(plain.slice(from)) : null;
  if (bare?.[1] === undefined) return nothing;
  const start = from + bare[0].length - bare[1].length;
  return finding(heard, 'etaMinutes', Number(bare[1]), start, start + bare[1].length);
}

const distance = new RegExp(
  `(${numeral})\\s*(公里|千米|里路|km|kilometers?|米)(?![深高宽长]|多(?!一?点|些|了|吧|的|$|[\\s,。!]))(半)?`,
);

/** How far, in kilometres. */
export function distanceIn(heard: Utterance): Finding {
  const match = distance.exec(heard.plain);
  const said = numberOf(match?.[1] ?? '');
  if (match === null || said === undefined) return nothing;
  const factor = match[2] === '米' ? 0.001 : match[2] === '里路' ? 0.5 : 1;
  return finding(
    heard,
    'distanceKm',
    Math.round((said.value + (match[3] === undefined ? 0 : 0.5)) * factor * 1000) / 1000,
    match.index,
    match.index + match[0].length,
  );
}

function namedGear(heard: Utterance, intent: Intent): Finding {
  if (intent === 'accept' && /没(?:有)?(?:带)?(?:装备|水域证|救生衣|绳)|只有/.test(heard.plain)) return nothing;
  const gear = gearIn(heard.text);
  return joined(
    gear.equipment.length === 0
      ? nothing
      : { fields: { equipment: gear.equipment }, because: gear.because.filter(({ field }) => field === 'equipment') },
    gear.skills.length === 0
      ? nothing
      : { fields: { skills: gear.skills }, because: gear.because.filter(({ field }) => field === 'skills') },
  );
}

const limit = /只能|只会|只有|没(?:有)?[^,]{0,4}证|不会(?:游泳|水|开船|潜水)|没带|不(?:能)?下水|下不了水/;

/** What the writer cannot do although coming: 只能岸上帮忙. */
export function limitIn(heard: Utterance): Finding {
  const limits = heard.clauses.filter(({ words }) => limit.test(words));
  const chosen = limits.find(({ words }) => /只能|只会|不能/.test(words)) ?? limits[0];
  if (chosen === undefined) return nothing;
  const words = wordsAt(heard.text, chosen.start, chosen.end);
  return { fields: { wish: words }, because: [{ field: 'wish', words }] };
}

const forAnother = /(?:帮|替|代)([一-龥]{2,3}?)(?:接|报|回|答|签|去)/;

function proxyIn(heard: Utterance): Finding {
  const match = forAnother.exec(heard.plain);
  if (match?.[1] === undefined) return nothing;
  return finding(
    heard,
    'proxy',
    wordsAt(heard.text, match.index + 1, match.index + 1 + match[1].length),
    match.index + 1,
    match.index + 1 + match[1].length,
  );
}

/** The code of the order that is answered. */
export function codeOf(heard: Utterance): Finding {
  if (heard.code === undefined) return nothing;
  const { code, start, end } = heard.code;
  return end > start ? finding(heard, 'code', code, start, end) : { fields: { code }, because: [] };
}
