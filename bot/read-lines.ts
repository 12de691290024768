/** `npm run --silent read`: reads JSON lines on standard input and writes what each message means, one line for each. */
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { read } from '../core/reading/read.ts';

const inputSchema = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  text: z.string(),
  photos: z.number().int().nonnegative().default(0),
  location: z.boolean().default(false),
  room: z.enum(['squad', 'patrol', 'village', 'mediation', 'command', 'direct']).default('direct'),
  openOrder: z.boolean().default(false),
  openShift: z.boolean().default(false),
  openCase: z.boolean().default(false),
  openQuestion: z.string().nullable().default(null),
  quote: z.string().nullable().default(null),
});

/** The answer to one line of input, as JSON; a line that is no message gives its id, if it has one, and the error. */
export function readLine(line: string): string {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch (error) {
    return JSON.stringify({ id: null, error: `not JSON: ${error instanceof Error ? error.message : String(error)}` });
  }
  const parsed = inputSchema.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'message'}: ${message}`);
    return JSON.stringify({ id: idOf(given), error: problems.join('; ') });
  }
  const { id, ...message } = parsed.data;
  return JSON.stringify({ id: id ?? null, ...read(message) });
}

function idOf(given: unknown): string | number | null {
  const id = z.object({ id: z.union([z.string(), z.number()]) }).safeParse(given);
  return id.success ? id.data.id : null;
}

if (import.meta.main) {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    process.stdout.write(`${readLine(line)}\n`);
  }
}
