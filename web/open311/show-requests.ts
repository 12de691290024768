import type { Context } from 'hono';
import type { Clock } from '../../core/clock.ts';
import type { Hazard } from '../../core/hazard.ts';
import type { Place } from '../../core/people.ts';
import type { Store } from '../../core/ports/store.ts';
import { usualHazardRules, type HazardRules } from '../../core/zone/hazard-rules.ts';
import { hasApiKey, isApiKey } from '../api-key.ts';
import { pageLanguage } from '../page-language.ts';
import { answer, refuse, refuseFor, wordsFor } from './answer.ts';
import { asked } from './fields.ts';
import { featureCollection } from './geojson.ts';
import { plainSchema, questionSchema, rangeOf, statusOf, type Question } from './question.ts';
import { extension, serviceRequest, type Showing } from './service-request.ts';

/** What showing hazards to other systems stands on. */
export interface ShowingParts {
  store: Pick<Store, 'read'>;
  clock: Clock;
  /** What a system must know to file, and to learn exact positions; null: none may. */
  apiKey: string | null;
  places: () => readonly Place[];
  zone: () => { name: string; timeZone: string; hazards?: Pick<HazardRules, 'openData'> };
}

/** Whether whoever asks has the key, in the header or as GeoReport v2 has it, in the address. */
export function knowsKey(context: Context, { apiKey }: Pick<ShowingParts, 'apiKey'>): boolean {
  return hasApiKey(context, apiKey) || isApiKey(context.req.query('api_key'), apiKey);
}

/** The zone decides what is open to anybody; null: this reader may see requests. */
function closedTo(context: Context, parts: ShowingParts): Response | null {
  const { openData } = parts.zone().hazards ?? usualHazardRules;
  return openData === 'facts' || knowsKey(context, parts) ? null : refuseFor(context, 403, 'not_open');
}

/** `GET requests`: newest first, those of the last 90 days unless asked otherwise. */
export async function listRequests(context: Context, parts: ShowingParts): Promise<Response> {
  const closed = closedTo(context, parts);
  if (closed !== null) return closed;
  const question = asked(context, questionSchema);
  if (question instanceof Response) return question;
  const hazards = await find(context, parts, question);
  return hazards instanceof Response ? hazards : show(context, parts, hazards, question.extensions);
}

/** `GET requests/:number`: a list of one. */
export async function showRequest(context: Context, parts: ShowingParts, said: string): Promise<Response> {
  const closed = closedTo(context, parts);
  if (closed !== null) return closed;
  const question = asked(context, plainSchema);
  if (question instanceof Response) return question;
  const hazard = await byNumber(context, parts, said);
  return hazard instanceof Response ? hazard : show(context, parts, [hazard], question.extensions);
}

/** `GET tokens/:token`: numbers are given at once and no tokens are, so a number stands for itself. */
export async function resolveToken(context: Context, parts: ShowingParts, token: string): Promise<Response> {
  const closed = closedTo(context, parts);
  if (closed !== null) return closed;
  const question = asked(context, plainSchema);
  if (question instanceof Response) return question;
  const hazard = await parts.store.read.hazards.byNumber(token.toUpperCase());
  if (hazard === null) return refuse(context, 404, [wordsFor(context).noSuchToken(token.slice(0, 60))]);
  return answer(context, 'service_requests', [{ service_request_id: hazard.number, token }]);
}

/** `GET requests.geojson`, for maps of those who have the key. */
export async function exportRequests(context: Context, parts: ShowingParts): Promise<Response> {
  if (!knowsKey(context, parts)) return refuseFor(context, 403, 'no_key');
  const question = asked(context, questionSchema);
  if (question instanceof Response) return question;
  const hazards = await find(context, parts, question);
  if (hazards instanceof Response) return hazards;
  const body = JSON.stringify(featureCollection(hazards, await showing(context, parts, hazards)));
  return context.body(body, 200, { 'content-type': 'application/geo+json', vary: 'accept-language' });
}

async function find(context: Context, parts: ShowingParts, question: Question): Promise<Hazard[] | Response> {
  const { hazards } = parts.store.read;
  const { service_request_id: numbers, service_code: kinds, page, page_size: size } = question;
  if (numbers !== undefined) return hazards.byNumbers(numbers);
  const range = rangeOf(question, parts.clock.now());
  if (typeof range === 'string') return refuseFor(context, 400, range);
  const filter = { ...range, ...statusOf(question), ...(kinds === undefined ? {} : { kinds }) };
  return hazards.page(filter, size, (page - 1) * size);
}

async function byNumber(context: Context, parts: ShowingParts, said: string): Promise<Hazard | Response> {
  const number = said.toUpperCase();
  const hazard = await parts.store.read.hazards.byNumber(number);
  if (hazard !== null) return hazard;
  const words = wordsFor(context);
  const isEmergency = /^I-\d{4}-\d{1,7}$/.test(number);
  return refuse(context, 404, [isEmergency ? words.isEmergency(number) : words.noSuchRequest(said.slice(0, 60))]);
}

async function show(
  context: Context,
  parts: ShowingParts,
  hazards: readonly Hazard[],
  extensions: boolean,
): Promise<Response> {
  const how = await showing(context, parts, hazards);
  const requests = hazards.map((hazard) => ({
    ...serviceRequest(hazard, how),
    ...(extensions ? { qunfang: extension(hazard, how) } : {}),
  }));
  return answer(context, 'service_requests', requests);
}

async function showing(context: Context, parts: ShowingParts, hazards: readonly Hazard[]): Promise<Showing> {
  const merged = hazards.map(({ mergedIntoId }) => mergedIntoId).filter((id) => id !== null);
  const known = merged.length === 0 ? [] : await parts.store.read.hazards.byIds([...new Set(merged)]);
  return {
    language: pageLanguage(context),
    zone: parts.zone(),
    places: new Map(parts.places().map((place) => [place.id, place])),
    numbers: new Map(known.map(({ id, number }) => [id, number])),
    exact: knowsKey(context, parts),
  };
}
