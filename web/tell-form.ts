import type { TellFault } from '../bot/texts/web-matter-texts.ts';
import { disputeKinds, type DisputeKind } from '../core/catalogue.ts';
import type { FileId } from '../core/ids.ts';
import type { MatterKind } from '../core/matter.ts';
import { saidSum } from '../core/said-sum.ts';
import type { MatterRoom } from '../core/zone/private-rules.ts';
import type { FilledMatter } from '../handlers/matter/fill-matter.ts';
import { plainText } from './plain-text.ts';

/** A telling as it was filled in: what is wrong in it stays, to be shown again. */
export interface TellForm {
  about: DisputeKind | null;
  facts: string;
  wants: string;
  otherName: string;
  otherPhone: string;
  thirdName: string;
  thirdPhone: string;
  sum: string;
  people: string;
  place: string;
  woman: boolean;
  room: string;
  time: string;
  selfName: string;
  selfPhone: string;
  nameless: boolean;
  desk: boolean;
  proxyFor: string;
}

/** Longest of what happened, and of all else, in UTF-16 units. */
export const longestTelling = 2_000;
const longestField = 200;

/** Reads the fields of a telling; whatever is not ours in them is nothing. */
export function readTellForm(fields: ReadonlyMap<string, string>): TellForm {
  const field = (name: string): string => plainText(fields.get(name) ?? '');
  const tick = (name: string): boolean => field(name) !== '';
  return {
    about: disputeKinds.find(({ code }) => code === field('about'))?.code ?? null,
    facts: field('facts'),
    wants: field('wants'),
    otherName: field('other_name'),
    otherPhone: field('other_phone').normalize('NFKC'),
    thirdName: field('third_name'),
    thirdPhone: field('third_phone').normalize('NFKC'),
    sum: field('sum').normalize('NFKC'),
    people: field('people').normalize('NFKC'),
    place: field('place'),
    woman: tick('woman'),
    room: field('room'),
    time: field('time'),
    selfName: field('self_name'),
    selfPhone: field('self_phone').normalize('NFKC'),
    nameless: tick('nameless'),
    desk: tick('desk'),
    proxyFor: field('proxy_for'),
  };
}

/** Kinds of which a call back is enough: nothing has to be written. */
export const wordless: ReadonlySet<MatterKind> = new Set<MatterKind>(['women_adviser', 'counselling']);

/** What is wrong with a telling; null: nothing. `cut`: it broke off on the way. */
export function tellFaultOf(
  form: TellForm,
  { kind, photos, cut }: { kind: MatterKind; photos: number; cut: boolean },
): TellFault | null {
  const { facts, wants } = form;
  const { otherName, thirdName, sum, place, time, selfName, proxyFor, people } = form;
  const said = [wants, otherName, thirdName, sum, place, time, selfName, proxyFor, people];
  const long = said.some((value) => value.length > longestField);
  if (facts.length > longestTelling || long) return 'too_long';
  if (facts === '' && wants === '' && photos === 0 && !wordless.has(kind)) return cut ? 'broken' : 'nothing';
  return [form.otherPhone, form.thirdPhone, form.selfPhone].every(isPhone) ? null : 'phone';
}

const digitsOf = (said: string): string => said.replaceAll(/[\s().-]/g, '');

function isPhone(said: string): boolean {
  const phone = digitsOf(said);
  return phone === '' || /^\+?\d{3,15}$/.test(phone);
}

/** A count of people, such as 12 or 12人; null: none that can be. */
function peopleOf(said: string): number | null {
  const count = Number(/^(\d{1,5})/.exec(said)?.[1] ?? 0);
  return count > 0 ? count : null;
}

/** The telling as handlers take it. */
export function filledMatter(
  form: TellForm,
  {
    kind,
    desk,
    rooms,
    fileIds,
  }: { kind: MatterKind; desk: boolean; rooms: readonly MatterRoom[]; fileIds: readonly FileId[] },
): FilledMatter {
  const { about, facts, wants, otherName, otherPhone, place, woman, time, selfName, selfPhone, nameless, proxyFor } =
    form;
  return {
    kind,
    desk,
    about,
    facts,
    wants,
    other: { name: otherName, phone: digitsOf(otherPhone) },
    third: { name: form.thirdName, phone: digitsOf(form.thirdPhone) },
    sum: form.sum === '' ? null : saidSum(form.sum, true),
    people: peopleOf(form.people),
    place,
    woman,
    room: rooms.find(({ code }) => code === form.room)?.code ?? '',
    time,
    self: { name: selfName, phone: digitsOf(selfPhone) },
    nameless,
    proxyFor,
    fileIds,
  };
}
