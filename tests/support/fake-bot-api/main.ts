import { parseArgs } from 'node:util';
import { startFakeBotApi } from './server.ts';

/** `node tests/support/fake-bot-api/main.ts --port 0 [--token T] [--no-privacy]` prints its address as one line of JSON. */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    token: { type: 'string' },
    'no-privacy': { type: 'boolean', default: false },
  },
});
const fake = await startFakeBotApi({
  port: Number(values.port),
  privacyMode: !values['no-privacy'],
  ...(values.token !== undefined && { token: values.token }),
});
process.stdout.write(`${JSON.stringify({ address: fake.address, token: fake.token })}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void fake.close().then(() => process.exit(0));
  });
}
