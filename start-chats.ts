import { join } from 'node:path';
import { telegramAdapter } from './bot/telegram/telegram-adapter.ts';
import type { TelegramAdapter } from './bot/telegram/telegram-adapter.ts';
import { menuCommands } from './bot/texts/menu-commands.ts';
import { webChatAdapter } from './bot/web-chat/web-chat-adapter.ts';
import type { WebChat } from './bot/web-chat/web-chat-adapter.ts';
import type { WechatAdapter } from './bot/wechat/adapter.ts';
import { loadWechat } from './bot/wechat/load-wechat.ts';
import type { Config } from './config.ts';
import type { Clock } from './core/clock.ts';
import type { Ids } from './core/ids.ts';
import type { Finding } from './core/notice.ts';
import type { ChatAdapter } from './core/ports/chat.ts';
import type { Store } from './core/ports/store.ts';
import type { ProgramLog } from './program-log.ts';
import { localUrl } from './web/serve.ts';

/** The chat platforms that this start speaks with. */
export interface Chats {
  web: WebChat;
  telegram: TelegramAdapter | null;
  wechat: WechatAdapter | null;
  /** All of them. */
  adapters: readonly ChatAdapter[];
}

/** What the platforms are made with. */
export interface ChatParts {
  config: Config;
  store: Store;
  clock: Clock;
  ids: Ids;
  log: ProgramLog;
  dataFolder: string;
  /** Hears that a platform's login was lost or is back. */
  onFinding(finding: Finding): void;
}

/** Makes the adapters of every platform that is configured; none is started yet. */
export async function makeChats(parts: ChatParts): Promise<Chats> {
  const { store, clock, ids, dataFolder } = parts;
  const web = webChatAdapter({ store, clock, ids, photoFolder: join(dataFolder, 'web-photos') });
  const telegram = makeTelegram(parts);
  const wechat = await makeWechat(parts);
  const adapters = [web, telegram, wechat].filter((adapter) => adapter !== null);
  return { web, telegram, wechat, adapters };
}

function makeTelegram(parts: ChatParts): TelegramAdapter | null {
  const { config, clock, log } = parts;
  if (config.telegram === null) return null;
  const { token, apiRoot, webhookSecret } = config.telegram;
  const address = config.publicUrl ?? localUrl(config.host, config.port);
  return telegramAdapter({
    token,
    apiRoot,
    delivery:
      webhookSecret === null
        ? { kind: 'polling' }
        : { kind: 'webhook', url: `${address}/telegram/webhook`, secret: webhookSecret },
    commands: menuCommands,
    clock,
    log,
    onFinding: (finding) => parts.onFinding(finding),
  });
}

async function makeWechat(parts: ChatParts): Promise<WechatAdapter | null> {
  const { config, clock, log, dataFolder } = parts;
  if (config.wechat === null) return null;
  const { puppet, endpoint, token, noTls } = config.wechat;
  return loadWechat(
    { puppet, endpoint, token, withoutTls: noTls, dataFolder },
    {
      clock,
      log,
      onLogin: (login) => {
        if (login.state === 'scan') log.warn({ qrText: login.qrText }, 'WeChat waits for a scan: see /wechat/login');
        else if (login.state === 'connecting' || login.state === 'stopped')
          log.debug({ state: login.state }, 'WeChat login');
        else log.info({ state: login.state }, 'WeChat login');
      },
      onFinding: (finding) => parts.onFinding(finding),
    },
  );
}
