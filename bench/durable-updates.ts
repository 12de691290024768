import { ids } from './bench-zone.ts';
import type { BotApiStandIn } from './bot-api-stand-in.ts';
import { textUpdate } from './updates.ts';
import { WebhookClient } from './webhook-client.ts';

/** How many updates were answered in a second. */
export interface Rate {
  perSecond: number;
  /** From posting an update to having its answer, in milliseconds. */
  latencies: number[];
}

/**
 * Closed loop over `connections`: each posts a text from somebody else every time, waits for the webhook's 200 and for the
 * answer to arrive at the Bot API, and goes on.
 */
export async function measureUpdates(
  standIn: BotApiStandIn,
  target: { port: number; path: string; secret: string },
  ask: { connections: number; people: number; seconds: number; text: string },
): Promise<Rate> {
  const client = new WebhookClient(target, ask.connections);
  const waiting = new Map<number, () => void>();
  standIn.onCall = ({ method, chat }) => {
    if (method !== 'sendMessage') return;
    waiting.get(chat)?.();
    waiting.delete(chat);
  };
  const latencies: number[] = [];
  const until = performance.now() + ask.seconds * 1_000;
  const loop = async (first: number): Promise<void> => {
    for (let i = first; performance.now() < until; i += ask.connections) {
      const person = ids.resident(i % ask.people);
      const startedAt = performance.now();
      const { promise, resolve } = Promise.withResolvers<undefined>();
      waiting.set(person, () => resolve(undefined));
      const status = await client.post(textUpdate(person, ask.text));
      if (status !== 200) throw new Error(`The webhook answered ${status}`);
      await promise;
      latencies.push(performance.now() - startedAt);
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: ask.connections }, (_, i) => loop(i)));
  const seconds = (performance.now() - startedAt) / 1_000;
  client.close();
  standIn.onCall = () => undefined;
  return { perSecond: latencies.length / seconds, latencies };
}
