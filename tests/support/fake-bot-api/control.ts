import { z } from 'zod';
import { actActions } from './control/acts.ts';
import { ControlError, type Action, type Parts } from './control/action.ts';
import { peopleActions } from './control/people.ts';
import { watchActions } from './control/watch.ts';

const actions = { ...peopleActions, ...actActions, ...watchActions };
type Actions = typeof actions;
type ActionName = keyof Actions;

/** Input may be left out where every field of it may. */
type Arguments<Input> = Record<string, never> extends Input ? [input?: Input] : [input: Input];

/** What a test can do to the fake; the same in its process and across processes (see telegram-control.ts). */
export type TelegramControl = {
  [Name in ActionName]: Actions[Name] extends Action<infer Schema, infer Result>
    ? (...args: Arguments<z.input<Schema>>) => Promise<Result>
    : never;
};

/** The control of a fake in this process. */
export function controlOf(parts: Parts): TelegramControl {
  const entries = Object.entries(actions).map(([name, action]) => [
    name,
    (input: unknown) => perform(parts, action, input ?? {}),
  ]);
  return Object.fromEntries(entries) as TelegramControl;
}

/** One request to `/control/<action-in-kebab-case>`: a JSON body, or a query. */
export async function runControl(
  parts: Parts,
  url: string,
  body: Buffer,
): Promise<{ status: number; result: unknown }> {
  const { pathname, searchParams } = new URL(url, 'http://fake');
  const name = pathname.slice('/control/'.length).replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const action = Object.hasOwn(actions, name) ? actions[name as ActionName] : undefined;
  if (!action) return { status: 404, result: { error: `no action ${name}` } };
  const input: unknown = body.length > 0 ? JSON.parse(body.toString('utf8')) : fromQuery(searchParams);
  try {
    return { status: 200, result: await perform(parts, action, input) };
  } catch (error) {
    if (error instanceof z.ZodError) return { status: 400, result: { error: z.prettifyError(error) } };
    if (error instanceof ControlError) return { status: 409, result: { error: error.message } };
    throw error;
  }
}

async function perform(parts: Parts, action: Actions[ActionName], input: unknown): Promise<unknown> {
  const run = action.run as (parts: Parts, input: unknown) => unknown;
  return await run(parts, action.schema.parse(input));
}

function fromQuery(query: URLSearchParams): Record<string, unknown> {
  const value = (text: string): unknown =>
    /^-?\d+$/.test(text) ? Number(text) : text === 'true' || (text === 'false' ? false : text);
  return Object.fromEntries([...query].map(([name, text]) => [name, value(text)]));
}
