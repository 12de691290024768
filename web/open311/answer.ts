import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { open311TextsIn } from '../../bot/texts/open311-in.ts';
import type { Open311Refusal, Open311Texts } from '../../bot/texts/open311-texts.ts';
import { pageLanguage } from '../page-language.ts';
import { xmlOf, type Answerable } from './xml.ts';

/** How an answer is written; the end of the address says which. */
type Open311Format = 'json' | 'xml';

const contentTypes = { json: 'application/json; charset=utf-8', xml: 'text/xml; charset=utf-8' } as const;

/** XML, which every server must speak, unless the address ends in JSON or GeoJSON. */
function formatOf(path: string): Open311Format {
  return /\.(?:geo)?json$/.test(path) ? 'json' : 'xml';
}

/** The part of an address before its ending: `fire_exit` of `…/services/fire_exit.json`. */
export function nameIn(file: string): string {
  return file.replace(/\.(?:json|xml)$/, '');
}

/** The words for whoever asks. */
export function wordsFor(context: Context): Open311Texts {
  return open311TextsIn(pageLanguage(context));
}

/** Answers in the format of the address. `root`: what the XML's outermost element is called. */
export function answer(
  context: Context,
  root: string,
  value: Answerable,
  status: ContentfulStatusCode = 200,
): Response {
  const format = formatOf(context.req.path);
  const body = format === 'json' ? JSON.stringify(value) : xmlOf(root, value);
  return context.body(body, status, { 'content-type': contentTypes[format], vary: 'accept-language' });
}

/** Refuses as GeoReport v2 wants it: a list of errors with a code, that of the answer, and a sentence for the user. */
export function refuse(context: Context, code: ContentfulStatusCode, descriptions: readonly string[]): Response {
  const errors = descriptions.map((description) => ({ code, description }));
  return answer(context, 'errors', errors, code);
}

/** Refuses for a reason that has its sentence. */
export function refuseFor(context: Context, code: ContentfulStatusCode, why: Open311Refusal): Response {
  return refuse(context, code, [wordsFor(context).refused[why]]);
}
