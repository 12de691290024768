import { benchZone, ids } from './bench-zone.ts';
import { BotApiStandIn, buttonsOf } from './bot-api-stand-in.ts';
import { CallOut } from './call-out.ts';
import { CallWatch } from './call-watch.ts';
import { startProgram, webhookPath, webhookSecret } from './program.ts';
import { tapUpdate, textUpdate } from './updates.ts';
import { WebhookClient } from './webhook-client.ts';

const people = 1_000;
const seats = 10;
/** As many as Telegram opens when it is asked for its most. They are open before the rush, as Telegram's are. */
const connections = 100;

/** How a rush on few seats ended. */
export interface Rush {
  people: number;
  /** Who was told that the seat is theirs. */
  seated: number;
  /** Who got any answer to the tap. */
  answered: number;
  /** From tap to answer, in milliseconds. */
  latencies: number[];
}

/** A thousand people with an order each tap Accept within one second; ten seats are open. */
export async function measureRush(): Promise<Rush> {
  const standIn = await BotApiStandIn.start();
  const zone = benchZone({ residents: 10, rescuers: people, seats, overshootPercent: 400 });
  const program = await startProgram({ script: 'main.ts', apiRoot: standIn.root, zone });
  const client = new WebhookClient({ port: program.port, path: webhookPath, secret: webhookSecret }, connections);
  try {
    const watch = new CallWatch(standIn);
    const callOut = new CallOut(client, watch);
    await callOut.prepare(0);
    await callOut.tap('call_out');
    const orders = await everybodyAsked(watch, callOut);
    return await rush(watch, client, orders);
  } finally {
    client.close();
    await program.stop();
    standIn.close();
  }
}

type Orders = Map<number, { messageId: number; data: string }>;

/** Asks for more people until everybody has an order. */
async function everybodyAsked(watch: CallWatch, callOut: CallOut): Promise<Orders> {
  const orders: Orders = new Map();
  for (let wave = 0; orders.size < people && wave < 60; wave += 1) {
    if (wave > 0) await callOut.tap('more_people');
    await watch.quiet(400);
    for (const call of watch.calls) {
      const data = buttonsOf(call).find((one) => one.split('.')[1] === 'accept');
      if (call.chat >= ids.rescuer(0) && data !== undefined) orders.set(call.chat, { messageId: call.messageId, data });
    }
  }
  if (orders.size < people) throw new Error(`Only ${orders.size} of ${people} people got an order`);
  await watch.quiet(1_500);
  return orders;
}

async function rush(watch: CallWatch, client: WebhookClient, orders: Orders): Promise<Rush> {
  const opening = Array.from({ length: connections }, () => client.post(textUpdate(ids.resident(0), '/help')));
  await Promise.all(opening);
  await watch.quiet(500);
  watch.forget();
  const tappedAt = new Map<string, number>();
  const startAt = performance.now();
  await Promise.all(
    [...orders].map(async ([person, { messageId, data }], i) => {
      const waitMs = startAt + (i / people) * 1_000 - performance.now();
      if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
      const { id, update } = tapUpdate(person, person, messageId, data);
      tappedAt.set(id, performance.now());
      await client.post(update);
    }),
  );
  await watch.quiet(1_500);
  const answers = watch.calls.filter(({ method }) => method === 'answerCallbackQuery');
  const idOf = (call: (typeof answers)[number]): string => String(call.body.callback_query_id);
  return {
    people,
    seated: answers.filter(({ body }) => String(body.text).includes('席位是你的')).length,
    answered: new Set(answers.map(idOf)).size,
    latencies: answers.map((call) => call.at - (tappedAt.get(idOf(call)) ?? Number.NaN)),
  };
}
