import { z } from 'zod';
import type { Open311Refusal } from '../../bot/texts/open311-texts.ts';
import { hazardKinds } from '../../core/catalogue.ts';
import type { Instant } from '../../core/clock.ts';
import { commonFields, upTo, wholeNumber } from './fields.ts';

/** GeoReport v2: "a span of 90 days or first 1000 requests returned, whichever is smallest". */
export const mostRequests = 1_000;
const mostDays = 90;
const span = mostDays * 86_400_000;
const lastPage = 1_000;

const split = (text: string): string[] => text.split(',').map((part) => part.trim());
const kindCodes = hazardKinds.map(({ code }) => code);

/**
 * A time with its offset (https://www.w3.org/TR/NOTE-datetime): to the minute or finer. A plus that somebody forgot to
 * escape arrives as a space.
 */
const instant = z
  .string()
  .max(40)
  .transform((text) => text.replace(' ', '+').replace(/(T\d\d:\d\d)(?=[Z+-])/, '$1:00'))
  .pipe(z.iso.datetime({ offset: true }))
  .transform((text): Instant => Temporal.Instant.from(text).epochMilliseconds);

/** What a list of requests can be narrowed to. */
export const questionSchema = z.strictObject({
  ...commonFields,
  service_request_id: upTo(24_000)
    .transform((text) => split(text.toUpperCase()))
    .pipe(z.array(z.string().regex(/^[A-Z0-9-]{1,20}$/)).max(mostRequests))
    .optional(),
  service_code: upTo(2_000)
    .transform(split)
    .pipe(z.array(z.enum(kindCodes)))
    .optional(),
  start_date: instant.optional(),
  end_date: instant.optional(),
  status: upTo(60)
    .transform(split)
    .pipe(z.array(z.enum(['open', 'closed'])))
    .optional(),
  page: wholeNumber(1, lastPage).default(1),
  page_size: wholeNumber(1, mostRequests).default(mostRequests),
});

/** A question that was understood. */
export type Question = z.infer<typeof questionSchema>;

/** What a single thing is asked with. */
export const plainSchema = z.strictObject(commonFields);

/** From when to when: both ends as said, or 90 days from the one that was said, or the last 90 days. */
export function rangeOf(
  { start_date: from, end_date: to }: Pick<Question, 'start_date' | 'end_date'>,
  now: Instant,
): { from: Instant; to: Instant } | Extract<Open311Refusal, 'range_backwards' | 'range_too_long'> {
  if (from === undefined) return { from: (to ?? now) - span, to: to ?? now };
  if (to === undefined) return { from, to: from + span };
  if (from > to) return 'range_backwards';
  return to - from > span ? 'range_too_long' : { from, to };
}

/** One status is a filter; both are none. */
export function statusOf({ status }: Pick<Question, 'status'>): { status?: 'open' | 'closed' } {
  const wanted = [...new Set(status)];
  return wanted.length === 1 && wanted[0] !== undefined ? { status: wanted[0] } : {};
}
