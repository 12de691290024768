import type { Context } from 'hono';
import { z } from 'zod';
import type { Open311Field, Open311Texts } from '../../bot/texts/open311-texts.ts';
import { refuse, wordsFor } from './answer.ts';

/** Fields by name; what was declared more than once holds all of it, and only lists may. */
export type Fields = Record<string, string | string[] | Record<string, string[]>>;

/** These may be declared several times or with commas between. */
const lists: ReadonlySet<string> = new Set(['service_request_id', 'service_code', 'status']);

/**
 * The fields of a question or a form. An empty one counts as not declared; `attribute[code]` and `attribute[code][]` are
 * gathered under `attribute`.
 */
export function fieldsOf(declared: URLSearchParams): Fields {
  // Entries, not properties: a field can be called __proto__.
  const fields = new Map<string, Fields[string]>();
  const attributes = new Map<string, string[]>();
  for (const [name, given] of declared) {
    const value = readable(given).trim();
    if (value === '') continue;
    const [, code] = /^attribute\[(\w{1,40})\](?:\[\])?$/.exec(name) ?? [];
    if (code === undefined) fields.set(name, added(name, fields.get(name), value));
    else attributes.set(code, [...(attributes.get(code) ?? []), value]);
  }
  if (attributes.size > 0) fields.set('attribute', Object.fromEntries(attributes));
  return Object.fromEntries(fields);
}

function added(name: string, before: Fields[string] | undefined, value: string): string | string[] {
  if (typeof before === 'string') return lists.has(name) ? `${before},${value}` : [before, value];
  return Array.isArray(before) ? [...before, value] : value;
}

/** Without control characters, which no text needs and no database keeps alike. */
function readable(text: string): string {
  return text.replaceAll(/(?![\t\n\r])\p{Cc}/gu, '');
}

/** Words of a line or more, with a bound. */
export const upTo = (most: number): z.ZodString => z.string().max(most);

/** What every question may say besides: this server has one jurisdiction, and so does not ask which. */
export const commonFields = {
  jurisdiction_id: upTo(200).optional(),
  api_key: upTo(256).optional(),
  extensions: z
    .enum(['true', 'false'])
    .default('false')
    .transform((said) => said === 'true'),
};

/** A whole number between two bounds, as a form sends it. */
export function wholeNumber(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,7}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most));
}

/** What is wrong with the fields: one sentence for each. */
export function fieldFaults(error: z.ZodError, texts: Open311Texts): string[] {
  const faults = error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys' && issue.path.length === 0) {
      return issue.keys.map((name) => texts.unknownField(name.slice(0, 60)));
    }
    const [field] = issue.path;
    return isField(field, texts) ? [`${field}: ${texts.wrong[field]}`] : [texts.refused.no_such_address];
  });
  return [...new Set(faults)];
}

function isField(name: PropertyKey | undefined, { wrong }: Open311Texts): name is Open311Field {
  return name !== undefined && Object.hasOwn(wrong, name);
}

/** What the address asks, or the refusal. */
export function asked<Asked>(context: Context, schema: z.ZodType<Asked>): Asked | Response {
  const read = schema.safeParse(fieldsOf(new URL(context.req.url).searchParams));
  if (read.success) return read.data;
  return refuse(context, 400, fieldFaults(read.error, wordsFor(context)));
}
