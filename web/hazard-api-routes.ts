import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { hazardKinds } from '../core/catalogue.ts';
import type { HazardKind } from '../core/catalogue.ts';
import type { Place } from '../core/people.ts';
import { hasApiKey, keyWanted, refuseCall } from './api-key.ts';
import { kmAstray, type FormTaken, type FormTold } from './hazard-intake.ts';
import { longestWords } from './place-form.ts';

/** What a hazard from another system comes to. */
export interface HazardApiParts {
  /** What the caller must know; null: no system may report. */
  apiKey: string | null;
  places: () => readonly Place[];
  /** Takes it as one from a form is taken. */
  take: (told: FormTold) => Promise<FormTaken>;
}

const BODY_LIMIT_BYTES = 16 * 1024;
const kindCodes = hazardKinds.map(({ code }) => code);

const hazardSchema = z
  .strictObject({
    /** What is wrong, in words for the officer. */
    words: z.string().trim().min(1).max(longestWords),
    kinds: z
      .array(z.enum(kindCodes as [HazardKind, ...HazardKind[]]))
      .max(5)
      .default([]),
    place: z.string().trim().max(200).default(''),
    /** A code of the zone's places, such as `QY-0217`. */
    placeCode: z.string().trim().max(40).optional(),
    /** WGS-84 degrees. */
    position: z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }).optional(),
    people: z.int().min(0).max(100_000).optional(),
  })
  .refine(({ place, placeCode, position }) => place !== '' || placeCode !== undefined || position !== undefined, {
    message: 'say where: place, placeCode or position',
  });

/**
 * `POST /api/hazards`: a camera, a sensor or another system tells of a hazard; a human grades it. 201 with the number; words
 * that read like an emergency become an incident at once. 400, 401 or 413.
 */
export function hazardApiRoutes(parts: HazardApiParts): Hono {
  const routes = new Hono();
  routes.post('/hazards', bodyLimit({ maxSize: BODY_LIMIT_BYTES }), (context) => take(context, parts));
  return routes;
}

async function take(context: Context, parts: HazardApiParts): Promise<Response> {
  if (!hasApiKey(context, parts.apiKey)) return refuseCall(context, 'unauthorized', keyWanted);
  const body: unknown = await context.req.json().catch(() => null);
  const asked = hazardSchema.safeParse(body);
  if (!asked.success) return refuseCall(context, 'invalid', z.prettifyError(asked.error));
  const { words, kinds, place, placeCode, position, people } = asked.data;
  const known = parts.places().find(({ active, code }) => active && code.toUpperCase() === placeCode?.toUpperCase());
  if (placeCode !== undefined && known === undefined) {
    return refuseCall(context, 'invalid', `placeCode: no place has the code ${placeCode}`);
  }
  const told: FormTold = {
    token: null,
    via: 'api',
    language: 'zh',
    name: '',
    place: known ?? null,
    placeWords: place,
    kinds,
    words,
    position: position ?? null,
    people: people ?? null,
    anonymous: false,
    phone: '',
  };
  const astray = kmAstray(told, parts.places());
  if (astray !== null) {
    return refuseCall(context, 'invalid', `position: ${String(astray)} km away; correct it, or say place or placeCode`);
  }
  const taken = await parts.take(told);
  if (taken.kind === 'hazard') {
    const { number, state } = taken.hazard;
    return context.json({ number, state, joined: taken.joined }, 201);
  }
  return context.json({ number: taken.incident?.number, state: taken.incident?.state, emergency: true }, 201);
}
