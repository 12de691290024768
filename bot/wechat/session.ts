import { join } from 'node:path';
import { WechatyBuilder, log as wechatyLog, type OfficialPuppetNpmName, type payloads } from 'wechaty';
import type { Log } from '../../core/ports/log.ts';
import { findEndpoint, wechatyDirectory } from './find-endpoint.ts';
import { ServicePuppet } from './service-puppet.ts';
import type { Puppet, WechatParts, WechatSettings } from './settings.ts';
import { within } from './within.ts';

/** What a connection tells while it is open. */
export interface SessionEars {
  message(puppet: Puppet, messageId: string): void;
  friendship(puppet: Puppet, friendshipId: string): void;
  invitation(puppet: Puppet, invitationId: string): void;
  join(puppet: Puppet, payload: payloads.EventRoomJoin): void;
  leave(puppet: Puppet, payload: payloads.EventRoomLeave): void;
  topic(puppet: Puppet, payload: payloads.EventRoomTopic): void;
  scan(payload: payloads.EventScan): void;
  login(accountId: string): void;
  logout(reason: string): void;
  /** Contacts and rooms are loaded. */
  ready(): void;
  /** Any sign of life; `answered`: it answered a `ding`. */
  alive(answered: boolean): void;
  /** The connection is gone for good. */
  cut(reason: string): void;
}

/** One connection to the account, from its opening to its closing. */
export interface Session {
  readonly puppet: Puppet;
  /** Resolves when the puppet is started, rejects when it cannot be. */
  readonly started: Promise<void>;
  /** False after the puppet stopped by itself; it may be about to start again. */
  readonly isUp: boolean;
  /** Closes sockets, timers and the puppet; afterwards nothing is heard any more. Never throws. */
  close(): Promise<void>;
}

/** wechaty gives up a start after 15 s by itself; this is for puppets that hang on the way there. */
const START_MS = 40_000;
const STOP_MS = 20_000;

/**
 * Opens a connection through wechaty. The puppet's own events are heard, not wechaty's: wechaty drops a message whose sender or
 * room it cannot look up, and one must not be lost for want of a name.
 * @throws Error when there is no such puppet, or its service is not to be found
 */
export async function openSession(settings: WechatSettings, parts: WechatParts, ears: SessionEars): Promise<Session> {
  quieten(parts.log);
  let isOpen = true;
  const state: { isUp: boolean; error?: Error } = { isUp: false };
  const whileOpen = (tell: () => void): void => {
    if (isOpen) tell();
  };
  const bot = WechatyBuilder.build({
    name: join(settings.dataFolder, 'wechat'),
    ...(await puppetOf(settings, parts, (reason) => whileOpen(() => ears.cut(reason)))),
  });
  bot.on('error', (error) => {
    state.error = error;
    whileOpen(() => parts.log.warn({ reason: error.message }, 'WeChat puppet reported an error'));
  });
  const close = async (): Promise<void> => {
    isOpen = false;
    try {
      await within(bot.stop(), STOP_MS);
    } catch (error) {
      parts.log.warn({ err: error }, 'WeChat puppet did not stop in time');
    }
  };
  await bot.init();
  listen(bot.puppet, ears, whileOpen);
  bot.puppet.on('start', () => void (state.isUp = true));
  bot.puppet.on('stop', () => void (state.isUp = false));
  const start = async (): Promise<void> => {
    await within(bot.start(), START_MS);
    // wechaty swallows what went wrong. Some puppets never finish their start and work all the same.
    if (!state.isUp && state.error) throw state.error;
    state.isUp = true;
  };
  const started = start();
  // Whoever closes the session before looks for no answer.
  started.catch(() => undefined);
  return {
    puppet: bot.puppet,
    started,
    get isUp() {
      return state.isUp;
    },
    close,
  };
}

async function puppetOf(
  settings: WechatSettings,
  parts: WechatParts,
  onCut: (reason: string) => void,
): Promise<Parameters<typeof WechatyBuilder.build>[0]> {
  if (parts.makePuppet) return { puppet: parts.makePuppet() };
  if (settings.puppet === 'wechaty-puppet-service') {
    const { token, endpoint } = settings;
    const where = endpoint ?? (token === null ? null : await findEndpoint(token, parts.directory ?? wechatyDirectory));
    return { puppet: new ServicePuppet({ ...settings, endpoint: where }, onCut) };
  }
  return {
    // Any npm name works; wechaty's type only lists the ones it knows.
    puppet: settings.puppet as OfficialPuppetNpmName,
    puppetOptions: {
      ...(settings.token === null ? {} : { token: settings.token }),
      ...(settings.endpoint === null ? {} : { endpoint: settings.endpoint }),
    },
  };
}

function listen(puppet: Puppet, ears: SessionEars, whileOpen: (tell: () => void) => void): void {
  const hear = (tell: () => void): void =>
    whileOpen(() => {
      ears.alive(false);
      tell();
    });
  puppet.on('message', ({ messageId }) => hear(() => ears.message(puppet, messageId)));
  puppet.on('friendship', ({ friendshipId }) => hear(() => ears.friendship(puppet, friendshipId)));
  puppet.on('room-invite', ({ roomInvitationId }) => hear(() => ears.invitation(puppet, roomInvitationId)));
  puppet.on('room-join', (payload) => hear(() => ears.join(puppet, payload)));
  puppet.on('room-leave', (payload) => hear(() => ears.leave(puppet, payload)));
  puppet.on('room-topic', (payload) => hear(() => ears.topic(puppet, payload)));
  puppet.on('scan', (payload) => hear(() => ears.scan(payload)));
  puppet.on('login', ({ contactId }) => hear(() => ears.login(contactId)));
  puppet.on('logout', ({ data }) => hear(() => ears.logout(data ?? '')));
  puppet.on('ready', () => hear(() => ears.ready()));
  puppet.on('heartbeat', () => whileOpen(() => ears.alive(false)));
  puppet.on('dong', () => whileOpen(() => ears.alive(true)));
}

/** wechaty prints to the console: its details have the token, its warnings people's words. Only errors go on, shortened. */
function quieten(log: Log): void {
  wechatyLog.level('error');
  wechatyLog.enableLogging((_level: string, text?: string) =>
    log.warn({ text: (text ?? '').split('\n', 1)[0]?.slice(0, 200) }, 'wechaty reported an error'),
  );
}
