import { namedPerson } from '../core/named-person.ts';
import { patrolCode } from '../core/patrol-code.ts';
import type { Person } from '../core/people.ts';
import { saidToRequest } from '../core/request-words.ts';
import { saidDays } from '../core/said-day.ts';
import type { ShiftRequest } from '../core/shift.ts';
import type { PatrolResult, Refusal } from '../core/tap-result.ts';
import { zoneDate } from '../core/zone-time.ts';
import { decideRequest, type RequestVerb } from '../handlers/patrol/decide-request.ts';
import { leadersOf } from '../handlers/patrol/leaders-of.ts';
import { answer, type Heard } from './heard.ts';
import { patrolEn } from './texts/patrol-en.ts';
import { patrolZh } from './texts/patrol-zh.ts';

const verbs = [
  'request_agree',
  'request_decline',
  'request_grant',
  'request_refuse',
  'request_withdraw',
] as const satisfies readonly RequestVerb[];

/** No more than these are looked through, the newest first. */
const manyRequests = 100;

/**
 * The words in place of a request's buttons: 同意 7K3Q names it by its code. Without a code they are about the one whose card is
 * quoted, or, in a direct chat, about the only one that waits for this person. True: dealt with.
 */
export async function routeRequestWord(heard: Heard): Promise<boolean> {
  const { message } = heard;
  if (all.test(message.text.normalize('NFKC').trim())) return grantAll(heard);
  if (await decideByName(heard)) return true;
  const said = readWord(message.text);
  if (said === null) return decidePlainly(heard);
  const request = await meant(heard, said);
  return request === null ? askWhich(heard, said) : decide(heard, request, said.verb);
}

async function decide({ work, person, room, message }: Heard, request: ShiftRequest, verb: RequestVerb): Promise<true> {
  const result = await decideRequest(work, request.token, person, verb);
  await answer(work, room, message, { kind: 'shift_answer', shiftId: request.shiftId, result });
  return true;
}

/** 可以, 准了, 不行 in people's own words, to the only one that waits for them or the one that is quoted. */
async function decidePlainly(heard: Heard): Promise<boolean> {
  const { work, person, room, message, quoted, question, orders } = heard;
  if ((saidToRequest(message.text, true) ?? saidToRequest(message.text, false)) === null) return false;
  const isQuoted = quoted?.kind === 'shift_request';
  if (!isQuoted && room.kind !== 'direct') return false;
  const shown = isQuoted ? await work.tx.shifts.request(quoted.requestId) : null;
  const asked = shown === null ? await waiting(heard, 'request_agree') : [shown].filter(isAsked(person));
  const led = shown === null ? await waiting(heard, 'request_grant') : asked.length > 0 ? [] : [shown];
  const leads = led.length > 0;
  const said = saidToRequest(message.text, leads);
  if (said === null) return false;
  if (said.vague && !isQuoted && (question !== null || orders.some(({ answer: one }) => one === 'open'))) return false;
  // 可以 to both a swap of one's own and somebody's leave may be either.
  if (said.vague && leads && asked.length > 0) return false;
  const verb = leads ? leaderVerbs[said.isYes ? 0 : 1] : otherVerbs[said.isYes ? 0 : 1];
  const request = only(leads ? led : asked);
  return request === null ? askWhich(heard, { verb, code: null }) : decide(heard, request, verb);
}

const leaderVerbs = ['request_grant', 'request_refuse'] as const;
const otherVerbs = ['request_agree', 'request_decline'] as const;

const isAsked =
  ({ id }: Person) =>
  ({ withPersonId, state }: ShiftRequest): boolean =>
    withPersonId === id && state === 'asked';

/** A leader lets all of them go at once. */
const all = /^(?:都|全部?|全都)(?:同意|准了?|批准?了?|可以)[了吧啊。.!！]*$|^grant all[.!]*$/iu;

async function grantAll(heard: Heard): Promise<boolean> {
  const { work, person, room, message } = heard;
  const requests = await waiting(heard, 'request_grant');
  const [first] = requests;
  if (room.kind !== 'direct' || first === undefined) return false;
  const results = new Map<ShiftRequest['shiftId'], Awaited<ReturnType<typeof decideRequest>>>();
  for (const { token, shiftId } of requests)
    results.set(shiftId, await decideRequest(work, token, person, 'request_grant'));
  for (const [shiftId, result] of results) await answer(work, room, message, { kind: 'shift_answer', shiftId, result });
  return true;
}

const before = /^(不同意|不批准?|不准|同意|批准?|准(?![备时点])了?|grant|approve|refuse)\s*(.+)$/iu;
/** Said of much else too, so alone with the bot only, unless it names the leave: 东01请假的事我同意了. */
const behind =
  /^(.+?)(?:的|那个|请?个?假|这[个事]|那事|事情?|我)*[\s,，]*(不同意|不可以|不行|不批?准|不批|同意|可以|批?准了|批了|批准|没问题)[了吧啊]*$/u;
/** Longer words say more than that. */
const longest = 24;

/** 同意东01, 东02那个不行: whatever waits for this leader of somebody who is named, of the days that are named with them. */
async function decideByName(heard: Heard): Promise<boolean> {
  const { work, person, room, message } = heard;
  const said = message.text
    .normalize('NFKC')
    .trim()
    .replace(/[。.!！]+$/u, '');
  if (said.length > longest) return false;
  const [, first = '', rest = ''] = before.exec(said) ?? [];
  const isHeard = first === '' && (room.kind === 'direct' || said.includes('假'));
  const [, words = rest, last = first] = isHeard ? (behind.exec(said) ?? []) : [];
  if (last === '') return false;
  const verb = /^(?:不|refuse)/iu.test(last) ? 'request_refuse' : 'request_grant';
  const open = await waiting(heard, verb);
  const asker = namedPerson(await work.tx.people.byIds([...new Set(open.map(({ personId }) => personId))]), words);
  const days = saidDays(words, Temporal.PlainDate.from(zoneDate(work.now, work.zone.timeZone)));
  const results: { date: string; result: PatrolResult | Refusal; request: ShiftRequest }[] = [];
  for (const request of open.filter(({ personId }) => personId === asker?.id)) {
    const date = (await work.tx.shifts.byId(request.shiftId))?.date ?? '';
    if (days.length > 0 && !days.includes(date)) continue;
    results.push({ date, request, result: await decideRequest(work, request.token, person, verb) });
  }
  const [one] = results;
  if (one === undefined || asker === null) return false;
  const shiftId = results.length === 1 ? one.request.shiftId : null;
  const result = results.length === 1 ? one.result : together(results, asker.name);
  await answer(work, room, message, { kind: 'shift_answer', shiftId, result });
  return true;
}

/** Several days of one person in one answer. */
function together(
  results: readonly { date: string; result: PatrolResult | Refusal }[],
  who: string,
): PatrolResult | Refusal {
  const granted = results.flatMap(({ date, result }) => (result.kind === 'request_granted' ? [{ date, result }] : []));
  if (granted.length === 0) return results[0]?.result ?? { kind: 'stale' };
  const left = granted.find(({ result }) => result.left !== undefined)?.result.left;
  const days = granted.map(({ date }) => date).toSorted();
  return { kind: 'leave_granted', who, days, ...(left === undefined ? {} : { left }) };
}

/** So many are named. */
const named = 8;

/** 同意 without a code, where several wait for this person: which? */
async function askWhich(heard: Heard, { verb, code }: Said): Promise<boolean> {
  const { work, room, message } = heard;
  if (code !== null || room.kind !== 'direct' || (verb !== 'request_grant' && verb !== 'request_refuse')) return false;
  const open = (await waiting(heard, verb)).slice(0, named);
  if (open.length < 2) return false;
  const people = await work.tx.people.byIds(open.map(({ personId }) => personId));
  const requests = await Promise.all(
    open.map(async (one) => {
      const shift = await work.tx.shifts.byId(one.shiftId);
      const isOne = open.filter(({ personId }) => personId === one.personId).length === 1;
      const name = people.find(({ id }) => id === one.personId)?.name ?? '';
      return { name, code: patrolCode(one), ...(isOne || shift === null ? {} : { day: shift.date }) };
    }),
  );
  const result = { kind: 'request_which', words: verb === 'request_grant' ? 'grant' : 'refuse', requests } as const;
  await answer(work, room, message, { kind: 'shift_answer', shiftId: null, result });
  return true;
}

interface Said {
  verb: RequestVerb;
  /** Four characters; null: none. */
  code: string | null;
}

function readWord(text: string): Said | null {
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/[。.!！]+$/u, '')
    .toLowerCase();
  const [, word = '', code = ''] = /^(.{1,24}?)\s*([2-9a-hj-np-z]{4})$/u.exec(said) ?? [];
  const coded = verbOf(word);
  if (coded !== null) return { verb: coded, code: code.toUpperCase() };
  const verb = verbOf(said);
  return verb === null ? null : { verb, code: null };
}

function verbOf(word: string): RequestVerb | null {
  const is = (verb: RequestVerb): boolean =>
    [patrolZh, patrolEn].some((texts) => texts.word[verb].toLowerCase() === word);
  return verbs.find(is) ?? null;
}

async function meant(heard: Heard, { verb, code }: Said): Promise<ShiftRequest | null> {
  const { work, quoted, room } = heard;
  if (quoted?.kind === 'shift_request') return work.tx.shifts.request(quoted.requestId);
  if (code === null && room.kind !== 'direct') return null;
  const open = await work.tx.shifts.undecidedRequests(manyRequests);
  if (code !== null) return only(open.filter((one) => patrolCode(one) === code));
  return only(await waiting(heard, verb));
}

/** Those that wait for this person to say this, the newest first. */
async function waiting(heard: Heard, verb: RequestVerb): Promise<ShiftRequest[]> {
  const found: ShiftRequest[] = [];
  for (const request of await heard.work.tx.shifts.undecidedRequests(manyRequests))
    if (await waitsFor(heard, request, verb)) found.push(request);
  return found;
}

function only(requests: readonly ShiftRequest[]): ShiftRequest | null {
  return requests.length === 1 ? (requests[0] ?? null) : null;
}

/** Whether this person is the one to say this to a request now. */
async function waitsFor({ work, person }: Heard, request: ShiftRequest, verb: RequestVerb): Promise<boolean> {
  const { withPersonId, personId, state, shiftId } = request;
  if (verb === 'request_withdraw' ? personId !== person.id : personId === person.id) return false;
  if (verb === 'request_agree' || verb === 'request_decline') {
    if (withPersonId !== person.id || state !== 'asked') return false;
  }
  const shift = await work.tx.shifts.byId(shiftId);
  if (shift === null || (shift.state !== 'planned' && shift.state !== 'running')) return false;
  if (verb !== 'request_grant' && verb !== 'request_refuse') return true;
  return state === 'agreed' && (await leadersOf(work, { shift })).includes(person.id);
}
