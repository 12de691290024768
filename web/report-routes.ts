import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { incidentKinds } from '../core/catalogue.ts';
import type { IncidentKind } from '../core/catalogue.ts';
import type { Incident } from '../core/incident.ts';
import { incidentKindsOf, readWords } from '../core/reading/words-alone.ts';
import type { EmergencyTelling } from '../handlers/incident/report-emergency.ts';
import { hasApiKey, keyWanted, refuseCall } from './api-key.ts';

/** What a report from another system comes to. */
export interface ReportParts {
  /** What the caller must know; null: no system may report. */
  apiKey: string | null;
  /** Takes the report as one from a chat is taken: an officer decides. */
  report: (telling: EmergencyTelling) => Promise<Pick<Incident, 'number' | 'state'>>;
}

const BODY_LIMIT_BYTES = 16 * 1024;
const kindCodes = incidentKinds.map(({ code }) => code);

const reportSchema = z.strictObject({
  /** What happened, in words for the officer. */
  words: z.string().trim().min(1).max(1_000),
  kind: z.enum(kindCodes as [IncidentKind, ...IncidentKind[]]).optional(),
  place: z.string().trim().max(200).default(''),
  /** A code of the zone's places, such as `QY-0217`. */
  placeCode: z.string().max(40).optional(),
  /** WGS-84 degrees. */
  position: z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }).optional(),
  people: z.int().min(0).max(100_000).optional(),
});

/** `POST /api/reports`: a sensor or another system reports; a human still decides. 201 with the number, 400, 401 or 413. */
export function reportRoutes(parts: ReportParts): Hono {
  const routes = new Hono();
  routes.post('/reports', bodyLimit({ maxSize: BODY_LIMIT_BYTES }), (context) => take(context, parts));
  return routes;
}

async function take(context: Context, { apiKey, report }: ReportParts): Promise<Response> {
  if (!hasApiKey(context, apiKey)) return refuseCall(context, 'unauthorized', keyWanted);
  const body: unknown = await context.req.json().catch(() => null);
  const asked = reportSchema.safeParse(body);
  if (!asked.success) return refuseCall(context, 'invalid', z.prettifyError(asked.error));
  const { words, kind, place, placeCode, position, people } = asked.data;
  const incident = await report({
    person: null,
    room: null,
    messageId: null,
    words,
    kinds: kind === undefined ? incidentKindsOf(readWords(words)) : [kind],
    placeWords: place,
    ...(placeCode === undefined ? {} : { placeCode }),
    position: position ?? null,
    people: people ?? null,
    drill: false,
  });
  return context.json({ number: incident.number, state: incident.state }, 201);
}
