import { loadWechat } from '../../bot/wechat/load-wechat.ts';
import { wallClock } from '../../core/clock.ts';

/** A program with nothing but WeChat: connects, waits for the login, stops. It must then end by itself. */
const [endpoint = '', token = '', dataFolder = ''] = process.argv.slice(2);
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
let tellLogin = (): void => undefined;
const loggedIn = new Promise<void>((resolve) => (tellLogin = resolve));
const adapter = await loadWechat(
  { puppet: 'wechaty-puppet-service', endpoint, token, withoutTls: true, dataFolder },
  {
    clock: wallClock,
    log,
    onLogin: ({ state }) => {
      if (state === 'logged_in') tellLogin();
    },
    onFinding: () => undefined,
  },
);
await adapter.start(() => Promise.resolve());
await loggedIn;
await adapter.stop();
process.stderr.write('stopped\n');
