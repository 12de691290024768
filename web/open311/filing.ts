import { z } from 'zod';
import type { Open311Texts } from '../../bot/texts/open311-texts.ts';
import { hazardKinds } from '../../core/catalogue.ts';
import type { HazardKind } from '../../core/catalogue.ts';
import type { Language } from '../../core/message.ts';
import type { Place } from '../../core/people.ts';
import { kmAstray, type FormTold } from '../hazard-intake.ts';
import { commonFields, fieldFaults, upTo, wholeNumber, type Fields } from './fields.ts';
import { kindOf } from './services.ts';

const kindCodes = hazardKinds.map(({ code }) => code);
const mostAlso = 4;

const degrees = (most: number) =>
  z
    .string()
    .regex(/^[+-]?\d{1,3}(?:\.\d{1,20})?$/)
    .transform(Number)
    .pipe(z.number().min(-most).max(most));

/** `POST requests`; what tells who reports is read and left: nobody here needs it. */
const filingSchema = z.strictObject({
  ...commonFields,
  service_code: upTo(200).optional(),
  lat: degrees(90).optional(),
  long: degrees(180).optional(),
  address_string: upTo(200).optional(),
  address_id: upTo(40).optional(),
  email: upTo(200).optional(),
  device_id: upTo(200).optional(),
  account_id: upTo(200).optional(),
  first_name: upTo(200).optional(),
  last_name: upTo(200).optional(),
  phone: upTo(200).optional(),
  /** The specification's own bound. */
  description: upTo(4_000).default(''),
  /** Never fetched: an address in the words, which a person may open. */
  media_url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  attribute: z
    .strictObject({
      people: z.tuple([wholeNumber(0, 100_000)]).optional(),
      also: z.array(z.enum(kindCodes)).max(mostAlso).optional(),
    })
    .default({}),
});

type Filing = z.infer<typeof filingSchema>;

/** What a form came to: a telling, or why not. */
export type Filed =
  { ok: true; told: FormTold; extensions: boolean } | { ok: false; status: 400 | 404; descriptions: readonly string[] };

/** Reads the fields of a form as a telling of a hazard. */
export function filingOf(
  fields: Fields,
  { places, texts, language }: { places: readonly Place[]; texts: Open311Texts; language: Language },
): Filed {
  const read = filingSchema.safeParse(fields);
  if (!read.success) return { ok: false, status: 400, descriptions: fieldFaults(read.error, texts) };
  const filing = read.data;
  if (filing.service_code === undefined) return refused(400, texts.refused.no_service_code);
  const kind = kindOf(filing.service_code);
  if (kind === null) return refused(404, texts.noSuchService(filing.service_code));
  const place = placeOf(filing, places);
  if (place === undefined) return refused(400, texts.noSuchPlace(filing.address_id ?? ''));
  const fault = locationFault(filing);
  if (fault !== null) return refused(400, texts.refused[fault]);
  const told = toldIn(filing, { kind, place, texts, language });
  if (kmAstray(told, places) !== null) return refused(400, texts.refused.far_location);
  return { ok: true, told, extensions: filing.extensions };
}

function refused(status: 400 | 404, description: string): Filed {
  return { ok: false, status, descriptions: [description] };
}

/** Undefined: there is no place of that code. Null: none was named. */
function placeOf({ address_id: code }: Filing, places: readonly Place[]): Place | null | undefined {
  if (code === undefined) return null;
  return places.find((place) => place.active && place.code.toUpperCase() === code.toUpperCase());
}

function locationFault(filing: Filing): 'half_location' | 'no_location' | null {
  if ((filing.lat === undefined) !== (filing.long === undefined)) return 'half_location';
  const said = [filing.lat, filing.address_string, filing.address_id];
  return said.every((part) => part === undefined) ? 'no_location' : null;
}

function toldIn(
  filing: Filing,
  { kind, place, texts, language }: { kind: HazardKind; place: Place | null; texts: Open311Texts; language: Language },
): FormTold {
  const { lat, long, description, media_url: media, attribute } = filing;
  const words = [description, media === undefined ? '' : texts.media(media)].filter((part) => part !== '');
  return {
    token: null,
    via: 'api',
    language,
    name: '',
    place,
    placeWords: filing.address_string ?? '',
    kinds: [kind, ...(attribute.also ?? [])],
    words: words.join('\n'),
    position: lat === undefined || long === undefined ? null : { lat, lon: long },
    people: attribute.people?.[0] ?? null,
    anonymous: false,
    phone: '',
  };
}
