import { benchZone, ids } from './bench-zone.ts';
import { BotApiStandIn, sendMethods } from './bot-api-stand-in.ts';
import { CallOut } from './call-out.ts';
import { CallWatch } from './call-watch.ts';
import { startProgram, webhookPath, webhookSecret } from './program.ts';
import { WebhookClient } from './webhook-client.ts';

const seats = 100;
/** More orders than the rate allows in the seconds that are counted. */
const limited = { orders: 300, perSecond: 30, seconds: 9 };

/** Milliseconds from the officer's tap to the n-th order on the wire, a value for each round. */
export interface FanOut {
  first: number[];
  thirtieth: number[];
  hundredth: number[];
}

/** Calls out a hundred people again and again, to a Bot API without limits. */
export async function measureFanOut(rounds: number): Promise<FanOut> {
  const result: FanOut = { first: [], thirtieth: [], hundredth: [] };
  await withCallOut({ people: 120, overshootPercent: 0 }, async (watch, callOut) => {
    for (let round = 0; round < rounds; round += 1) {
      await callOut.prepare(round);
      const { at } = await callOut.tap('call_out');
      const times = (await orders(watch, seats)).map((time) => time - at);
      result.first.push(times[0] ?? Number.NaN);
      result.thirtieth.push(times[29] ?? Number.NaN);
      result.hundredth.push(times[99] ?? Number.NaN);
      await callOut.end();
    }
  });
  return result;
}

/** Orders taken by a Bot API that takes 30 a second: how much of that rate was used, 0 to 1, and how many were refused. */
export async function measureLimitedRate(): Promise<{ used: number; refused: number }> {
  return await withCallOut({ people: limited.orders, overshootPercent: 200 }, async (watch, callOut, standIn) => {
    await callOut.prepare(0);
    standIn.perSecond = limited.perSecond;
    const { at } = await callOut.tap('call_out');
    await orders(watch, limited.orders, 30_000);
    const taken = watch.calls.filter((call) => call.taken && sendMethods.has(call.method)).map((call) => call.at - at);
    const counted = taken.filter((time) => time >= 0 && time < limited.seconds * 1_000).length;
    const refused = watch.calls.filter(({ taken }) => !taken).length;
    return { used: Math.min(1, counted / (limited.perSecond * limited.seconds)), refused };
  });
}

async function withCallOut<Result>(
  { people, overshootPercent }: { people: number; overshootPercent: number },
  run: (watch: CallWatch, callOut: CallOut, standIn: BotApiStandIn) => Promise<Result>,
): Promise<Result> {
  const standIn = await BotApiStandIn.start();
  const zone = benchZone({ residents: 200, rescuers: people, seats, overshootPercent });
  const program = await startProgram({ script: 'main.ts', apiRoot: standIn.root, zone });
  const client = new WebhookClient({ port: program.port, path: webhookPath, secret: webhookSecret }, 8);
  try {
    const watch = new CallWatch(standIn);
    return await run(watch, new CallOut(client, watch), standIn);
  } finally {
    client.close();
    await program.stop();
    standIn.close();
  }
}

/** When each of so many orders had arrived and was taken, soonest first. */
async function orders(watch: CallWatch, count: number, timeoutMs = 10_000): Promise<number[]> {
  const taken = (): number[] =>
    watch.calls
      .filter((call) => call.taken && call.method === 'sendMessage' && call.chat >= ids.rescuer(0))
      .map((call) => call.at);
  await watch.call(`${count} orders`, () => taken().length >= count, timeoutMs);
  return taken().toSorted((a, b) => a - b);
}
