import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Place } from '../../core/people.ts';
import { hasApiKey, isApiKey } from '../api-key.ts';
import type { FormTaken, FormTold } from '../hazard-intake.ts';
import { pageLanguage } from '../page-language.ts';
import { answer, refuse, refuseFor, wordsFor } from './answer.ts';
import { fieldsOf } from './fields.ts';
import { filingOf } from './filing.ts';

/** What filing stands on: the same as for every other system that tells of hazards. */
export interface FilingParts {
  /** What the caller must know; null: no system may file. */
  apiKey: string | null;
  places: () => readonly Place[];
  /** Takes it as one from a form is taken. */
  take: (told: FormTold) => Promise<FormTaken>;
}

/** 4,000 Chinese characters, each escaped as nine letters, and the other fields. */
const FORM_LIMIT_BYTES = 64 * 1024;

/** Refuses a form that is longer than any that is right. */
export const formLimit = bodyLimit({
  maxSize: FORM_LIMIT_BYTES,
  onError: (context) => refuseFor(context, 413, 'too_large'),
});

/**
 * `POST requests`: 200 with the number. 403 without the key, 404 for a service that there is not, 400
 * for anything else that is wrong, 413, 415. Words that read like an emergency go to the duty officer at once.
 */
export async function fileRequest(context: Context, parts: FilingParts): Promise<Response> {
  if (!isForm(context.req.header('content-type') ?? '')) return refuseFor(context, 415, 'wrong_type');
  const fields = fieldsOf(new URLSearchParams(await context.req.text()));
  const { api_key: key } = fields;
  const mayFile = hasApiKey(context, parts.apiKey) || isApiKey(typeof key === 'string' ? key : undefined, parts.apiKey);
  if (!mayFile) return refuseFor(context, 403, 'no_key');
  const language = pageLanguage(context);
  const filed = filingOf(fields, { places: parts.places(), texts: wordsFor(context), language });
  if (!filed.ok) return refuse(context, filed.status, filed.descriptions);
  const { number, state, notice, emergency } = receipt(context, await parts.take(filed.told));
  return answer(context, 'service_requests', [
    {
      service_request_id: number,
      service_notice: notice,
      account_id: null,
      ...(filed.extensions ? { qunfang: { number, state, emergency } } : {}),
    },
  ]);
}

/** The media type that GeoReport v2 wants, in UTF-8. */
function isForm(contentType: string): boolean {
  return /^application\/x-www-form-urlencoded(?:\s*;\s*charset="?utf-?8"?)?\s*$/i.test(contentType);
}

function receipt(context: Context, taken: FormTaken) {
  const words = wordsFor(context);
  if (taken.kind === 'hazard') {
    const { number, state } = taken.hazard;
    return { number, state, notice: taken.joined ? words.joined(number) : words.filed, emergency: false };
  }
  // Without a form's own name nothing was sent before, so there is an incident.
  if (taken.incident === null) throw new Error('An emergency came without its incident');
  const { number, state } = taken.incident;
  return { number, state, notice: words.emergency(number), emergency: true };
}
