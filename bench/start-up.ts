import { readFile } from 'node:fs/promises';
import { BotApiStandIn } from './bot-api-stand-in.ts';
import { CallWatch } from './call-watch.ts';
import { startProgram, webhookPath, webhookSecret } from './program.ts';
import { textUpdate } from './updates.ts';
import { WebhookClient } from './webhook-client.ts';

/** What a start with the demo zone on Telegram and web costs. */
export interface StartUp {
  /** From the start of the process to the answer to the first update. */
  firstAnswerMs: number;
  residentMb: number;
}

/** Starts the program with a fresh database and the demo zone, and writes to it at once. */
export async function measureStart(): Promise<StartUp> {
  const standIn = await BotApiStandIn.start();
  const zone = await readFile(new URL('../zones/demo.yaml', import.meta.url), 'utf8');
  const watch = new CallWatch(standIn);
  const startedAt = performance.now();
  const program = await startProgram({ script: 'main.ts', apiRoot: standIn.root, zone });
  const client = new WebhookClient({ port: program.port, path: webhookPath, secret: webhookSecret }, 1);
  try {
    await client.post(textUpdate(77, '/help'));
    const { at } = await watch.call('the first answer', ({ chat, method }) => chat === 77 && method === 'sendMessage');
    // By then it has settled in.
    await watch.quiet(3_000);
    return { firstAnswerMs: at - startedAt, residentMb: await program.residentMb() };
  } finally {
    client.close();
    await program.stop();
    standIn.close();
  }
}
