import type { FormFault } from '../bot/texts/web-hazard-texts.ts';
import type { HazardKind } from '../core/catalogue.ts';
import { hazardKinds } from '../core/catalogue.ts';
import type { Language, Position } from '../core/message.ts';
import { plainText } from './plain-text.ts';

/** Longest words of a form, in UTF-16 units, as the browser counts them. */
export const longestWords = 2_000;

/** What a form says, as it was filled in: what is wrong in it stays, to be shown again. */
export interface FilledForm {
  token: string | null;
  language: Language | null;
  kind: HazardKind | null;
  words: string;
  where: string;
  position: Position | null;
  anonymous: boolean;
  phone: string;
}

function positionOf(fields: ReadonlyMap<string, string>): Position | null {
  const { lat, lon } = { lat: fields.get('lat') ?? '', lon: fields.get('lon') ?? '' };
  const number = /^-?\d{1,3}(\.\d{1,12})?$/;
  if (!number.test(lat) || !number.test(lon)) return null;
  const position = { lat: Number(lat), lon: Number(lon) };
  return Math.abs(position.lat) <= 90 && Math.abs(position.lon) <= 180 ? position : null;
}

/** Reads the fields of a form; whatever is not ours in them is nothing. */
export function readForm(fields: ReadonlyMap<string, string>): FilledForm {
  const field = (name: string): string => plainText(fields.get(name) ?? '');
  const lang = field('lang');
  return {
    token: /^[0-9A-Za-z_-]{12,32}$/.exec(field('token'))?.[0] ?? null,
    language: lang === 'zh' || lang === 'en' ? lang : null,
    kind: hazardKinds.find(({ code }) => code === field('kind'))?.code ?? null,
    words: field('words'),
    where: field('where'),
    position: positionOf(fields),
    anonymous: field('anonymous') !== '',
    phone: field('phone').normalize('NFKC'),
  };
}

/**
 * What is wrong with a form; null: nothing. A form that broke off on the way is taken with what had come, if that is enough.
 * @param photos how many came with it, now or before
 * @param far nothing says where but a position far from the zone
 */
export function faultOf(
  form: FilledForm,
  { hasPlace, photos, cut, far }: { hasPlace: boolean; photos: number; cut: boolean; far: boolean },
): FormFault | null {
  if (form.token === null) return 'broken';
  if (form.words.length > longestWords || form.where.length > 200) return 'too_long';
  const says = form.words !== '' || form.where !== '' || photos > 0 || (form.kind !== null && form.kind !== 'other');
  if (!says) return cut ? 'broken' : 'nothing';
  if (!hasPlace && form.where === '' && form.position === null) return 'no_place';
  if (far) return 'far_place';
  const phone = form.phone.replaceAll(/[\s().-]/g, '');
  return form.anonymous || phone === '' || /^\+?\d{5,15}$/.test(phone) ? null : 'phone';
}
