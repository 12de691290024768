import { badRequest } from './refusal.ts';

/** A file inside a multipart request. */
export interface Upload {
  fileName: string;
  mime: string;
  bytes: Uint8Array;
}

/** One request to the Bot API: the parameters as they came (JSON values, or strings of a form). */
export interface Call {
  method: string;
  params: Readonly<Record<string, unknown>>;
  uploads: ReadonlyMap<string, Upload>;
}

/** A parameter as text; numbers and booleans are written out, as the server does. '' when missing. */
export function textOf(call: Call, name: string): string {
  const value = call.params[name];
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return JSON.stringify(value);
}

/** A parameter as a whole number; 0 when missing or not a number, as the server reads it. */
export function integerOf(call: Call, name: string, fallback = 0): number {
  const text = textOf(call, name);
  const value = Number.parseInt(text, 10);
  return Number.isSafeInteger(value) ? value : fallback;
}

/** A parameter as a yes or no. */
export function flagOf(call: Call, name: string): boolean {
  return ['true', '1', 'yes', 't', 'y'].includes(textOf(call, name).toLowerCase());
}

/** A parameter that holds an object or list, given as JSON or as a string of JSON. Undefined when missing. */
export function jsonOf(call: Call, name: string, what: string): unknown {
  const value = call.params[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) throw badRequest(`can't parse ${what} JSON object`);
    throw error;
  }
}

/** Whether a value is a plain object with fields to look at. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
