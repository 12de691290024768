import { types, type payloads } from 'wechaty';
import type { Finding } from '../../core/notice.ts';
import { openSession, type Session, type SessionEars } from './session.ts';
import type { Puppet, WechatLogin, WechatPace, WechatParts, WechatSettings } from './settings.ts';
import { within } from './within.ts';

/** What goes on over the line, apart from its own state. */
export type LineEars = Pick<SessionEars, 'message' | 'friendship' | 'invitation' | 'join' | 'leave' | 'topic'> & {
  /** The account is logged in and its rooms can be read. */
  rooms(puppet: Puppet, login: { selfId: string; at: number }): void;
};

/**
 * The line to WeChat: holds one connection open, notices when it is cut or logged out, opens it again with longer and longer
 * waits, and tells once when WeChat is lost and once when it is back.
 */
export class Line {
  readonly #settings: WechatSettings;
  readonly #parts: WechatParts;
  readonly #pace: WechatPace;
  readonly #ears: LineEars;
  #session: Session | null = null;
  #opening: Promise<unknown> = Promise.resolve();
  #closing: Promise<void> = Promise.resolve();
  #login: WechatLogin = { state: 'connecting' };
  /** Counts connections; whatever belongs to an earlier one is over. */
  #attempt = 0;
  #failures = 0;
  #told = new Set<Finding['code']>();
  #heardAt = 0;
  /** It answered once; from then on silence means that it is gone. */
  #answersProbes = false;
  #restartTimer: NodeJS.Timeout | undefined;
  #probeTimer: NodeJS.Timeout | undefined;
  #settleTimer: NodeJS.Timeout | undefined;

  constructor(settings: WechatSettings, parts: WechatParts, pace: WechatPace, ears: LineEars) {
    this.#settings = settings;
    this.#parts = parts;
    this.#pace = pace;
    this.#ears = ears;
  }

  get login(): WechatLogin {
    return this.#login;
  }

  /** The puppet, while it is logged in. */
  get puppet(): Puppet | null {
    const puppet = this.#session?.puppet;
    return this.#login.state === 'logged_in' && puppet?.isLoggedIn === true ? puppet : null;
  }

  /** Resolves after the first attempt, whether it succeeded or not. */
  async start(): Promise<void> {
    await this.#connect();
  }

  async stop(): Promise<void> {
    this.#hangUp();
    await Promise.allSettled([this.#opening]);
    await this.#closing;
    this.#setLogin({ state: 'stopped' });
  }

  async #connect(): Promise<void> {
    const attempt = this.#nextAttempt();
    this.#setLogin({ state: 'connecting' });
    await this.#closing;
    if (attempt !== this.#attempt) return;
    try {
      const opening = openSession(this.#settings, this.#parts, this.#sessionEars(attempt));
      this.#opening = opening;
      this.#session = await opening;
      if (attempt !== this.#attempt) {
        this.#hangUp();
        return;
      }
      await this.#session.started;
      if (attempt === this.#attempt) this.#started();
    } catch (error) {
      if (attempt === this.#attempt) this.#cut(reasonOf(error));
    }
  }

  #nextAttempt(): number {
    this.#attempt += 1;
    return this.#attempt;
  }

  #started(): void {
    this.#heardAt = this.#parts.clock.now();
    this.#probeLater();
    if (this.#login.state === 'connecting') {
      this.#settleLater(() => this.#tell('login_needed', 'warning', 'no login and no code to scan'));
    }
  }

  #sessionEars(attempt: number): SessionEars {
    const whileCurrent = (tell: () => void): void => {
      if (attempt === this.#attempt) tell();
    };
    const ears = this.#ears;
    return {
      message: (puppet, id) => ears.message(puppet, id),
      friendship: (puppet, id) => ears.friendship(puppet, id),
      invitation: (puppet, id) => ears.invitation(puppet, id),
      join: (puppet, payload) => ears.join(puppet, payload),
      leave: (puppet, payload) => ears.leave(puppet, payload),
      topic: (puppet, payload) => ears.topic(puppet, payload),
      scan: (payload) => whileCurrent(() => this.#scanned(payload)),
      login: (accountId) => whileCurrent(() => this.#loggedIn(accountId)),
      logout: (reason) => whileCurrent(() => this.#loggedOut(reason)),
      ready: () => whileCurrent(() => this.#roomsReady()),
      cut: (reason) => whileCurrent(() => this.#cut(reason)),
      alive: (answered) => {
        this.#heardAt = this.#parts.clock.now();
        if (answered) this.#answersProbes = true;
      },
    };
  }

  #scanned({ status, qrcode }: payloads.EventScan): void {
    const { ScanStatus } = types;
    clearTimeout(this.#settleTimer);
    if (status === ScanStatus.Scanned || status === ScanStatus.Confirmed) {
      this.#setLogin({ state: 'scanned' });
    } else if (qrcode !== undefined && qrcode !== '') {
      this.#setLogin({ state: 'scan', qrText: qrcode });
      this.#tell('login_needed', 'warning', '');
    }
  }

  #loggedIn(accountId: string): void {
    clearTimeout(this.#settleTimer);
    this.#failures = 0;
    this.#setLogin({ state: 'logged_in', accountId, name: '' });
    if (this.#told.size > 0) {
      this.#told.clear();
      this.#report({ platform: 'wechat', code: 'login_back', severity: 'info', detail: '' });
    }
    const puppet = this.#session?.puppet;
    if (puppet) this.#awaitRooms(puppet);
  }

  #loggedOut(reason: string): void {
    this.#setLogin({ state: 'logged_out', reason });
    this.#tell('login_lost', 'error', reason);
    // Most puppets now show a new code by themselves; one that does not is opened anew.
    this.#settleLater(() => this.#cut('logged out, and no new code to scan'));
  }

  #cut(reason: string): void {
    const isRefused = /UNAUTHENTICATED|invalid wechaty token/i.test(reason);
    this.#setLogin({ state: 'cut', reason });
    this.#tell(isRefused ? 'token_refused' : 'login_lost', 'error', reason);
    this.#hangUp();
    const wait = Math.min(this.#pace.longestRestartMs, this.#pace.firstRestartMs * 2 ** this.#failures);
    this.#failures = Math.min(this.#failures + 1, 16);
    this.#restartTimer = setTimeout(() => void this.#connect(), wait);
  }

  /** Lets go of the connection; closing it goes on behind. */
  #hangUp(): void {
    this.#nextAttempt();
    for (const timer of [this.#restartTimer, this.#probeTimer, this.#settleTimer]) clearTimeout(timer);
    const session = this.#session;
    this.#session = null;
    if (session) this.#closing = session.close();
  }

  #awaitRooms(puppet: Puppet): void {
    void this.#nameAccount(puppet);
    this.#settleLater(() => this.#roomsReady());
  }

  #roomsReady(): void {
    clearTimeout(this.#settleTimer);
    const puppet = this.puppet;
    if (puppet && this.#login.state === 'logged_in') {
      this.#ears.rooms(puppet, { selfId: this.#login.accountId, at: this.#parts.clock.now() });
    }
  }

  async #nameAccount(puppet: Puppet): Promise<void> {
    const accountId = puppet.currentUserId;
    try {
      const { name } = await within(puppet.contactPayload(accountId), this.#pace.lookUpMs);
      if (this.#login.state === 'logged_in' && this.puppet === puppet)
        this.#setLogin({ state: 'logged_in', accountId, name });
    } catch (error) {
      this.#parts.log.info({ err: error }, 'WeChat account has no name yet');
    }
  }

  #probeLater(): void {
    this.#probeTimer = setTimeout(() => this.#probe(), this.#pace.probeEveryMs);
  }

  /** Asks a silent puppet whether it is there. Only one that has answered before is judged by its silence. */
  #probe(): void {
    if (this.#session?.isUp !== true) {
      this.#cut('the puppet stopped by itself');
      return;
    }
    const askedAt = this.#parts.clock.now();
    if (askedAt - this.#heardAt < this.#pace.probeEveryMs) {
      this.#probeLater();
      return;
    }
    this.#session.puppet.ding('群防');
    this.#probeTimer = setTimeout(() => {
      if (this.#heardAt < askedAt && this.#answersProbes) this.#cut('the puppet does not answer any more');
      else this.#probeLater();
    }, this.#pace.answerWithinMs);
  }

  #settleLater(run: () => void): void {
    clearTimeout(this.#settleTimer);
    this.#settleTimer = setTimeout(run, this.#pace.settleMs);
  }

  #setLogin(login: WechatLogin): void {
    this.#login = login;
    this.#parts.onLogin(login);
    const { state } = login;
    if (login.state === 'scan') this.#parts.log.info({ state, qrText: login.qrText }, 'WeChat waits for a scan');
    else this.#parts.log.info({ ...login }, `WeChat is ${state}`);
  }

  /** Says it once, until the account is logged in again. */
  #tell(code: Finding['code'], severity: Finding['severity'], detail: string): void {
    if (this.#told.has(code)) return;
    this.#told.add(code);
    this.#report({ platform: 'wechat', code, severity, detail });
  }

  #report(finding: Finding): void {
    this.#parts.onFinding(finding);
  }
}

/** The words of an error and of what caused it. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
