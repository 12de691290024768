import type { Bot } from './assemble.ts';
import type { FirstToBind } from './bot/texts/start-lines.ts';
import { notConnected, startLines } from './bot/texts/start-lines.ts';
import type { Config } from './config.ts';
import type { Store } from './core/ports/store.ts';
import { spokenName } from './core/spoken-name.ts';
import { firstToBind } from './handlers/people/first-to-bind.ts';
import type { Chats } from './start-chats.ts';
import type { StartKeys } from './start-keys.ts';

/** What the start tells of itself. */
export interface StartFacts {
  config: Config;
  store: Store;
  bot: Bot;
  chats: Chats;
  keys: StartKeys;
  /** Where the pages are. */
  url: string;
  zone: { name: string };
  isDemo: boolean;
}

/** What the start prints: what is on and off, and a code for whoever of the command binds first. */
export async function startWords({
  config,
  store,
  bot,
  chats,
  keys,
  url,
  zone,
  isDemo,
}: StartFacts): Promise<string[]> {
  const parts = {
    rehearsal: isDemo ? url : null,
    database: withoutPassword(config.databaseUrl),
    keys: keys.file ?? 'DATA_KEYS',
    telegram: telegramLine(config, chats),
    wechat: wechatLine(config, chats),
    api: config.apiKey === null ? null : '/api/reports',
    publicUrl: config.publicUrl,
  };
  return startLines(url, zone.name, parts, { first: await firstCode(bot, store, chats), newKey: keys.made() });
}

/** Codes come from officers in chat; the very first one is printed by the start. */
async function firstCode(bot: Bot, store: Store, { telegram, wechat }: Chats): Promise<FirstToBind | null> {
  const platforms = [telegram, wechat].filter((adapter) => adapter !== null).map(({ platform }) => platform);
  if (platforms.length === 0) return null;
  return store.transaction(async (tx) => {
    const work = bot.workIn(tx);
    const first = await firstToBind(work, platforms);
    const minutes = work.zone.timing.bindCodeMinutes;
    return first === null ? null : { name: spokenName(first.person), code: first.code, minutes };
  });
}

function telegramLine(config: Config, { telegram }: Chats): string | null {
  if (config.telegram === null) return null;
  const how = config.telegram.webhookSecret === null ? 'polling' : 'webhook /telegram/webhook';
  return telegram?.connected === true ? how : `${how} · ${notConnected}`;
}

/** Waiting for a scan is being connected: the code comes from there. */
function wechatLine(config: Config, { wechat }: Chats): string | null {
  if (config.wechat === null) return null;
  const { puppet } = config.wechat;
  return wechat?.login.state === 'cut' ? `${puppet} · ${notConnected}` : puppet;
}

/** What the start shows of it. A password can stand before the host, with an @ of its own, and among the parameters. */
function withoutPassword(databaseUrl: string): string {
  const url = databaseUrl.startsWith('file:') ? null : URL.parse(databaseUrl);
  if (url === null) return databaseUrl.startsWith('file:') ? databaseUrl : 'PostgreSQL';
  if (url.password !== '') url.password = '***';
  const schema = url.searchParams.get('schema');
  url.search = schema === null ? '' : `schema=${schema}`;
  return url.href;
}
