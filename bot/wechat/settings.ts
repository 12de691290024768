import type { Wechaty } from 'wechaty';
import type { Clock } from '../../core/clock.ts';
import type { Finding } from '../../core/notice.ts';
import type { Log } from '../../core/ports/log.ts';

/** What plays the WeChat account: any of wechaty's puppets. */
export type Puppet = Wechaty['puppet'];

/** How the account is reached; wechaty's own setting names, parsed and typed. */
export interface WechatSettings {
  /** npm name of the puppet (WECHATY_PUPPET): `wechaty-puppet-service`, `wechaty-puppet-wechat4u` … */
  puppet: string;
  /** `host:port` of the puppet service (WECHATY_PUPPET_SERVICE_ENDPOINT); null: looked up by the token at wechaty's directory. */
  endpoint: string | null;
  /** WECHATY_PUPPET_SERVICE_TOKEN, such as `insecure_…`: what stands before the underscore is the server's TLS name. */
  token: string | null;
  /** WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: without TLS, for a puppet service on the same machine. */
  withoutTls: boolean;
  /** Folder where a puppet keeps its login (`wechat.memory-card.json`). */
  dataFolder: string;
}

/** How the account stands, for the web page and the log. */
export type WechatLogin =
  /** Not connected yet, or connecting again. */
  | { state: 'connecting' }
  /**
   * Waits for somebody to scan a QR code that says `qrText`. Whoever has it can take the account's session: draw it here,
   * never by somebody else's drawing service.
   */
  | { state: 'scan'; qrText: string }
  /** Scanned; the phone asks for a confirmation. */
  | { state: 'scanned' }
  | { state: 'logged_in'; accountId: string; name: string }
  | { state: 'logged_out'; reason: string }
  /** The connection to the puppet is gone; it is being built again. */
  | { state: 'cut'; reason: string }
  | { state: 'stopped' };

/** Durations in milliseconds; tests shorten them. */
export interface WechatPace {
  /** The first wait before a new connection; each further one is twice as long, at most `longestRestartMs`. */
  firstRestartMs: number;
  longestRestartMs: number;
  /** A puppet that was silent for this long is asked whether it is there … */
  probeEveryMs: number;
  /** … and has this long to answer. */
  answerWithinMs: number;
  /** After this long without login or code to scan, somebody is told; rooms are reported at the latest this long after a login. */
  settleMs: number;
  /** How long names and titles are looked up; a message is taken without them rather than later. */
  lookUpMs: number;
  /** How long a sent text may stay unanswered until it counts as unknown. */
  sendMs: number;
  /** The same for files, both ways. */
  fileMs: number;
  /** The first wait before a message that could not be stored is handed over again; doubles up to half a minute. */
  handOverAgainMs: number;
}

/** Fit for a person's phone account over the open internet. */
export const ordinaryPace: WechatPace = {
  firstRestartMs: 1_000,
  longestRestartMs: 60_000,
  probeEveryMs: 20_000,
  answerWithinMs: 10_000,
  settleMs: 20_000,
  lookUpMs: 3_000,
  sendMs: 15_000,
  fileMs: 60_000,
  handOverAgainMs: 500,
};

/** What the adapter stands on. */
export interface WechatParts {
  clock: Clock;
  log: Log;
  /** Hears every change of the login. */
  onLogin: (login: WechatLogin) => void;
  /** Hears once that WeChat was lost, needs a scan, refused the token, or is back; to be told on another platform. */
  onFinding: (finding: Finding) => void;
  /** Plays the account instead of `settings.puppet`; called anew for every connection. */
  makePuppet?: () => Puppet;
  /** Knows where the puppet service of a token is; wechaty's own when missing. */
  directory?: string;
  pace?: Partial<WechatPace>;
}
