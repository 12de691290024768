import { types, type payloads } from 'wechaty';
import type { Finding } from '../../core/notice.ts';
import type { Hide } from './hide-secret.ts';
import { LifeCheck } from './life-check.ts';
import { openSession, type Session, type SessionEars } from './session.ts';
import type { Puppet, WechatLogin, WechatPace, WechatParts, WechatSettings } from './settings.ts';
import { within } from './within.ts';

/** What goes on over the line, apart from its own state. */
export type LineEars = Pick<SessionEars, 'message' | 'friendship' | 'invitation' | 'join' | 'leave' | 'topic'> & {
  /** The account is logged in and its rooms can be read. */
  rooms(puppet: Puppet, login: { selfId: string; at: number }): void;
};

/** What a line stands on; what puppets say about it goes through `hide`. */
export type LineParts = WechatParts & { pace: WechatPace; hide: Hide };

/**
 * The line to WeChat: holds one connection open, notices when it is cut or logged out, opens it again with longer and longer
 * waits, and tells once when WeChat is lost and once when it is back.
 */
export class Line {
  readonly #settings: WechatSettings;
  readonly #parts: LineParts;
  readonly #ears: LineEars;
  #session: Session | null = null;
  #opening: Promise<unknown> = Promise.resolve();
  #closing: Promise<void> = Promise.resolve();
  #login: WechatLogin = { state: 'connecting' };
  /** Counts connections; whatever belongs to an earlier one is over. */
  #attempt = 0;
  #failures = 0;
  /** While the first attempt is made, it can still be taken back. */
  #isStarting = true;
  #refusal: string | null = null;
  readonly #told = new Map<Finding['code'], Finding>();
  readonly #life: LifeCheck;
  #restartTimer: NodeJS.Timeout | undefined;
  #settleTimer: NodeJS.Timeout | undefined;

  constructor(settings: WechatSettings, parts: LineParts, ears: LineEars) {
    this.#settings = settings;
    this.#parts = parts;
    this.#ears = ears;
    this.#life = new LifeCheck(parts.clock, parts.pace, (reason) => this.#cut(reason));
  }

  get login(): WechatLogin {
    return this.#login;
  }

  /** The puppet, while it is logged in. */
  get puppet(): Puppet | null {
    const puppet = this.#session?.puppet;
    return this.#login.state === 'logged_in' && puppet?.isLoggedIn === true ? puppet : null;
  }

  /** What was told last and is not over; null while all is well, or too early to say. */
  get trouble(): Finding | null {
    return [...this.#told.values()].at(-1) ?? null;
  }

  /**
   * Resolves after the first attempt, whether it succeeded or not.
   * @throws Error with one line that names WECHATY_PUPPET_SERVICE_TOKEN, when the service refused it there and then
   */
  async start(): Promise<void> {
    await this.#connect();
    this.#isStarting = false;
    if (this.#refusal !== null) throw new Error(this.#refusal);
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
    if (this.#session) this.#life.watch(this.#session);
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
      alive: (answered) => this.#life.heard(answered),
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
      this.#parts.onFinding({ platform: 'wechat', code: 'login_back', severity: 'info', detail: '' });
    }
    const puppet = this.#session?.puppet;
    if (puppet) this.#awaitRooms(puppet);
  }

  #loggedOut(said: string): void {
    const reason = this.#parts.hide(said);
    this.#setLogin({ state: 'logged_out', reason });
    this.#tell('login_lost', 'error', reason);
    // Most puppets now show a new code by themselves; one that does not is opened anew.
    this.#settleLater(() => this.#cut('logged out, and no new code to scan'));
  }

  #cut(said: string): void {
    const reason = this.#parts.hide(said);
    const refusal = refusalIn(reason);
    if (refusal !== null && this.#isStarting) {
      this.#refusal = refusal;
      this.#hangUp();
      return;
    }
    this.#setLogin({ state: 'cut', reason });
    this.#tell(refusal === null ? 'login_lost' : 'token_refused', 'error', reason);
    this.#hangUp();
    const wait = Math.min(this.#parts.pace.longestRestartMs, this.#parts.pace.firstRestartMs * 2 ** this.#failures);
    this.#failures = Math.min(this.#failures + 1, 16);
    this.#restartTimer = setTimeout(() => void this.#connect(), wait);
  }

  /** Lets go of the connection; closing it goes on behind. */
  #hangUp(): void {
    this.#nextAttempt();
    this.#life.stop();
    for (const timer of [this.#restartTimer, this.#settleTimer]) clearTimeout(timer);
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
      const { name } = await within(puppet.contactPayload(accountId), this.#parts.pace.lookUpMs);
      if (this.#login.state === 'logged_in' && this.puppet === puppet)
        this.#setLogin({ state: 'logged_in', accountId, name });
    } catch (error) {
      this.#parts.log.info({ err: error }, 'WeChat account has no name yet');
    }
  }

  #settleLater(run: () => void): void {
    clearTimeout(this.#settleTimer);
    this.#settleTimer = setTimeout(run, this.#parts.pace.settleMs);
  }

  #setLogin(login: WechatLogin): void {
    this.#login = login;
    this.#parts.onLogin(login);
  }

  /** Says it once, until the account is logged in again. */
  #tell(code: Finding['code'], severity: Finding['severity'], detail: string): void {
    if (this.#told.has(code)) return;
    const finding: Finding = { platform: 'wechat', code, severity, detail };
    this.#told.set(code, finding);
    this.#parts.onFinding(finding);
  }
}

/** The words of an error and of what caused it. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

/** One line that names the setting which will be refused on every other try as well; null: it may be well on the next. */
function refusalIn(reason: string): string | null {
  const setting = 'WECHATY_PUPPET_SERVICE_TOKEN';
  if (/requires a SNI as prefix of the token/i.test(reason))
    return `${setting}: expected a token with a name and an underscore in front, such as insecure_…`;
  if (!/UNAUTHENTICATED|invalid wechaty token/i.test(reason)) return null;
  return `${setting}: expected a token that the puppet service knows; ask whoever runs the service for it`;
}
