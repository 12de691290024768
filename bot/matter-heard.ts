import { disputeKinds, type DisputeKind } from '../core/catalogue.ts';
import { findPlace } from '../core/find-place.ts';
import { distanceMetres } from '../core/geo.ts';
import { hazardArea } from '../core/hazard-owner.ts';
import { dangersInWords, dangersOfKinds, dangersTold } from '../core/matter-danger.ts';
import { plainTold, type Told } from '../core/matter-told.ts';
import type { Danger, Matter, MatterWish } from '../core/matter.ts';
import {
  asksForWoman,
  blamedName,
  otherPhone,
  phoneIn,
  saidPeople,
  saidProxy,
  saidRoom,
  saysUrgent,
} from '../core/matter-words.ts';
import type { Place } from '../core/people.ts';
import { saidSum, type SaidSum } from '../core/said-sum.ts';
import { privateRules } from '../handlers/matter/rules.ts';
import type { Heard } from './heard.ts';

const kindCodes: ReadonlySet<string> = new Set(disputeKinds.map(({ code }) => code));
/** Disputes in which the firm that is named is the other side. */
const withFirm: ReadonlySet<DisputeKind> = new Set<DisputeKind>([
  'wages',
  'work_injury',
  'dismissal',
  'business_debt',
  'contract',
  'consumer',
]);
const shortAnswer = 24;
const sureEnough = 0.6;
const byRule = 0.8;
/** A place so near is where somebody stands who sends a position. */
const nearMetres = 300;

/** Whether the reading takes the words for a private matter at all. */
export function isReadAsPrivate({ reading }: Pick<Heard, 'reading'>): boolean {
  return reading.intent === 'crisis' || reading.intent.startsWith('dispute');
}

/** The message as a piece of what is told; what nobody could read for certain is left to its words. */
export function toldIn(heard: Heard, matter: Pick<Matter, 'kind' | 'need' | 'body'>): Told {
  const { message, reading } = heard;
  const { fields } = reading;
  const told = plainTold(message.text);
  const about = tellsWhat(told.words, matter) ? kindIn(heard) : null;
  const { place, words: placeWords, area } = placeIn(heard);
  const firm = place?.kind === 'enterprise' && about !== null && withFirm.has(about) ? place.name : '';
  const phone = otherPhone(told.words);
  return {
    ...told,
    about,
    sum: sumIn(heard),
    people: (isReadAsPrivate(heard) ? fields.people : undefined) ?? saidPeople(told.words, false),
    otherSide: firm === '' && phone === '' ? null : { name: firm === '' ? blamedName(told.words) : firm, phone },
    placeWords,
    placeId: place?.id ?? null,
    area,
    wish: wishIn(heard, matter),
    proxyFor: saidProxy(told.words),
    dangers: dangersIn(heard, matter),
    urgent: saysUrgent(told.words),
  };
}

/** Whether the words tell what it is about; a short answer to something else is a name, a number, a wish. */
function tellsWhat(words: string, { need }: Pick<Matter, 'need'>): boolean {
  return need === null || need === 'facts' || need === 'about' || need === 'check' || words.length > shortAnswer;
}

/** The kind of dispute that was read; null: none. */
export function kindIn({ reading }: Pick<Heard, 'reading'>): DisputeKind | null {
  if (!isReadAsPrivate({ reading })) return null;
  return (reading.fields.kinds?.find((kind) => kindCodes.has(kind)) as DisputeKind | undefined) ?? null;
}

function sumIn(heard: Heard): SaidSum | null {
  const { amountYuan, approximate } = heard.reading.fields;
  // 138 0000 1111 is no 138 yuan.
  const phone = phoneIn(heard.message.text);
  if (phone?.phone.startsWith(String(amountYuan)) === true) return saidSum(phone.rest, false);
  if (amountYuan === undefined || amountYuan <= 0) return saidSum(heard.message.text, false);
  return { yuan: Math.round(amountYuan), approximate: approximate === true };
}

function wishIn({ work, message, reading }: Heard, { kind, need }: Pick<Matter, 'kind' | 'need'>): Partial<MatterWish> {
  const rooms = privateRules(work).rooms.filter(({ matters }) => matters.includes(kind));
  // A mediator can be the other side: whom somebody quarrels with is nobody whom they wish for.
  const room = need === 'other_side' ? '' : saidRoom(message.text, rooms, need === 'wish');
  const words = reading.fields.wish;
  return {
    ...(asksForWoman(message.text) ? { womanMediator: true } : {}),
    ...(room === '' ? {} : { room }),
    ...(words === undefined ? {} : { words }),
  };
}

/** Every danger by what the words say outright, and by what was read. A clue tells of others' deeds: there only a crisis counts. */
function dangersIn({ message, reading }: Heard, { kind, body }: Pick<Matter, 'kind' | 'body'>): Danger[] {
  const { intent, confidence } = reading;
  // Where a danger is known, words that only may be another one would frighten for nothing: what is only like a crisis is none.
  const crisis = intent === 'crisis' && (body.danger === null ? confidence >= sureEnough : confidence > byRule);
  const grave = crisis || intent === 'emergency';
  const said = dangersInWords(message.text);
  if (kind === 'crime_clue') return grave ? said : [];
  const reads = grave || (body.danger === null && isReadAsPrivate({ reading }));
  const told = dangersTold(said, reads ? dangersOfKinds(reading.fields.kinds ?? []) : []);
  // A crisis without a name is more of the one that was told before.
  return told.length === 0 && crisis && body.danger === null ? ['threat'] : told;
}

/** 我家门口 leads nobody anywhere: where that is, is asked. */
const vague =
  /^(?:在)?(?:我们?|他们?|她|自己)?(?:家里?|屋里?|门口|门前|楼[上下道]|隔壁|厂里?|公司|单位|工地|村里?|小区|店里?|车间|这里|那里)+$/u;

function placeIn({ work, message, reading }: Heard): { place: Place | null; words: string; area: string } {
  const { places } = work.zone;
  const { position } = message;
  const { placeCode, place: said = '' } = reading.fields;
  const named = findPlace(places, { text: message.text, ...(placeCode === undefined ? {} : { code: placeCode }) });
  const place = named ?? (position === undefined ? null : nearest(places, position));
  const { area } = hazardArea(places, place, position ?? null);
  const coordinates = position === undefined ? '' : `${position.lat.toFixed(5)}, ${position.lon.toFixed(5)}`;
  const read = isReadAsPrivate({ reading }) && !vague.test(said) ? said : '';
  const words = [named?.name, position?.placeName, place?.name, coordinates, read].find(
    (one) => one !== undefined && one !== '',
  );
  return { place, words: words ?? '', area };
}

function nearest(places: readonly Place[], position: { lat: number; lon: number }): Place | null {
  let found: Place | null = null;
  let least = nearMetres;
  for (const place of places) {
    if (place.position === null || !place.active) continue;
    const metres = distanceMetres(place.position, position);
    if (metres >= least) continue;
    least = metres;
    found = place;
  }
  return found;
}
