import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wechatAdapter, type WechatAdapter } from '../../../bot/wechat/adapter.ts';
import type { WechatLogin, WechatParts, WechatSettings } from '../../../bot/wechat/settings.ts';
import { wallClock } from '../../../core/clock.ts';
import { wgs84ToGcj02 } from '../../../core/geo.ts';
import type { RoomKind } from '../../../core/message.ts';
import type { Finding } from '../../../core/notice.ts';
import type { WechatIds, WechatWorld } from '../../support/wechat-world.ts';
import type { AdapterHarness, SeenMessage } from '../adapter-harness.ts';

/** What the adapter told of its login, and a way to wait for it. */
class LoginLog {
  readonly logins: WechatLogin[] = [];
  readonly findings: Finding[] = [];
  #waiting: (() => void)[] = [];

  onLogin = (login: WechatLogin): void => {
    this.logins.push(login);
    this.#wake();
  };

  onFinding = (finding: Finding): void => {
    this.findings.push(finding);
    this.#wake();
  };

  /** Resolves as soon as the last login is in this state. */
  async untilLogin(state: WechatLogin['state']): Promise<void> {
    await this.until((logins) => logins.at(-1)?.state === state, `login ${state}`);
  }

  /** Resolves as soon as this was found. */
  async untilFound(code: Finding['code']): Promise<Finding> {
    const found = (): Finding | undefined => this.findings.find((finding) => finding.code === code);
    await this.until(() => found() !== undefined, `finding ${code}`);
    return found()!;
  }

  /** Resolves as soon as it holds, asked at every change. */
  async until(holds: (logins: readonly WechatLogin[]) => boolean, what = 'it'): Promise<void> {
    const giveUp = AbortSignal.timeout(15_000);
    while (!holds(this.logins)) {
      await new Promise<void>((resolve, reject) => {
        this.#waiting.push(resolve);
        giveUp.addEventListener('abort', () => reject(new Error(`${what} never came`)), { once: true });
      });
    }
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }
}

/** A log that nobody reads. */
const silentLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Short enough to wait for. */
const shortPace = {
  firstRestartMs: 20,
  longestRestartMs: 100,
  settleMs: 200,
  sendMs: 1_000,
  handOverAgainMs: 10,
};

/** A puppet that plays the account in a world, and how to reach it. */
export interface Stage {
  world: WechatWorld;
  settings: Partial<WechatSettings>;
  makePuppet?: WechatParts['makePuppet'];
  close(): Promise<void>;
}

/** The common harness, and what only WeChat has. */
export interface WechatHarness extends AdapterHarness {
  adapter: WechatAdapter;
  ids: WechatIds;
  world: WechatWorld;
  log: LoginLog;
}

/** The adapter on a stage, where the account logs in as soon as it is connected, unless `waits`. */
export async function wechatHarness(
  stage: Stage,
  { waits = false, parts = {} }: { waits?: boolean; parts?: Partial<WechatParts> } = {},
): Promise<WechatHarness> {
  const folder = await mkdtemp(join(tmpdir(), 'wechat-'));
  const log = new LoginLog();
  const { world } = stage;
  const real = wechatAdapter(
    {
      puppet: 'wechaty-puppet-service',
      endpoint: null,
      token: null,
      withoutTls: true,
      dataFolder: folder,
      ...stage.settings,
    },
    {
      clock: wallClock,
      log: silentLog,
      onLogin: log.onLogin,
      onFinding: log.onFinding,
      ...(stage.makePuppet ? { makePuppet: stage.makePuppet } : {}),
      ...parts,
      pace: { ...shortPace, ...parts.pace },
    },
  );
  const adapter = waits ? real : loggingIn(real, world, log);
  const ids = await world.ids();
  let lastId = '';
  const conversation = (kind: RoomKind): string => (kind === 'group' ? ids.room : ids.person);
  const write = async (kind: RoomKind, letter: object): Promise<void> => {
    lastId = await world.write({ from: ids.person, ...(kind === 'group' ? { room: ids.room } : {}), ...letter });
  };
  return {
    adapter,
    ids,
    world,
    log,
    person: { externalId: ids.person, name: '林海' },
    room: (kind) => ({ externalId: conversation(kind), kind }),
    says: (kind, text, quoting) =>
      write(kind, { text: quoting ? `「群防：${quoting.text}」\n- - - - - - - - - - - - - - -\n${text}` : text }),
    sendsPhoto: (kind, bytes) =>
      write(kind, { type: 'Image', file: Buffer.from(bytes).toString('base64'), fileName: 'photo.png' }),
    sendsLocation: (kind, position) => {
      const { lat, lon } = wgs84ToGcj02(position);
      const text = `<?xml version="1.0"?>\n<msg>\n<location x="${lat}" y="${lon}" scale="16" label="经七路" poiname="西塘工业区"/>\n</msg>`;
      return write(kind, { type: 'Location', text });
    },
    answers: (kind, _message, action, code) => write(kind, { text: `${action.label} ${code}` }),
    deliversAgain: () => world.tellAgain(lastId),
    seen: async (kind) => {
      const sent = await world.sent(conversation(kind));
      return sent.map(({ text, file }): SeenMessage => ({
        messageId: null,
        text,
        buttons: [],
        hasPhoto: file !== null,
        reactions: [],
      }));
    },
    toast: () => Promise.resolve(null),
    reactionsOnLast: () => Promise.resolve([]),
    breaks: (trouble) => world.trouble(trouble === 'answer_lost' ? 'deaf' : trouble),
    close: async () => {
      await adapter.stop();
      await stage.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** The same adapter; once it is connected, somebody scans. */
function loggingIn(adapter: WechatAdapter, world: WechatWorld, log: LoginLog): WechatAdapter {
  return {
    get login() {
      return adapter.login;
    },
    platform: adapter.platform,
    capabilities: adapter.capabilities,
    limits: adapter.limits,
    start: async (receive) => {
      await adapter.start(receive);
      await world.login();
      await log.untilLogin('logged_in');
    },
    stop: () => adapter.stop(),
    send: (room, outgoing) => adapter.send(room, outgoing),
    answerTap: (tapId, text) => adapter.answerTap(tapId, text),
    selfCheck: (rooms) => adapter.selfCheck(rooms),
    fetchFile: (attachment, limitBytes) => adapter.fetchFile(attachment, limitBytes),
  };
}
