import { Puppet } from 'wechaty-puppet';
import { PuppetService } from 'wechaty-puppet-service';
import type { WechatSettings } from './settings.ts';

type GrpcLine = Parameters<PuppetService['bridgeGrpcEventStream']>[0];

/**
 * wechaty's client of a puppet service, with four habits changed:
 * - a cut connection is said at once; of itself it would only notice when its 60 s watchdog fires;
 * - stopping hangs up without stopping the puppet behind the service, so the account stays logged in, with its ids,
 *   while this program restarts or reconnects;
 * - hearing of a logout, it does not order one in turn: the order can arrive after somebody has logged in again;
 * - it keeps no payloads on disk (it would in `$HOME/.wechaty`): names and titles are asked for anew.
 */
export class ServicePuppet extends PuppetService {
  readonly #onCut: (reason: string) => void;

  constructor(settings: WechatSettings, onCut: (reason: string) => void) {
    super({
      ...(settings.endpoint === null ? {} : { endpoint: settings.endpoint }),
      ...(settings.token === null ? {} : { token: settings.token }),
      tls: { disable: settings.withoutTls },
    });
    this.#onCut = onCut;
  }

  protected override hookPayloadStore(): void {
    // Left out on purpose: this is what opens the files.
  }

  protected override bridgeGrpcEventStream(line: GrpcLine): void {
    super.bridgeGrpcEventStream(line);
    line.on('end', () => this.#onCut('the puppet service ended the connection'));
    line.on('cancel', () => this.#onCut('the connection to the puppet service was cancelled'));
    line.on('error', (error: unknown) => this.#onCut(error instanceof Error ? error.message : 'the connection broke'));
  }

  override async onStart(): Promise<void> {
    try {
      await super.onStart();
    } catch (error) {
      // Thrown on, it would make wechaty stand still for five seconds before it gives the start up.
      this.#onCut(error instanceof Error ? error.message : 'the puppet service could not be reached');
      return;
    }
    // A service that refuses a second listener ends the stream while wechaty does not look yet, and leaves it deaf.
    if (isOver(this._grpcManager?.eventStream)) this.#onCut('the puppet service ended the event stream');
  }

  override async onStop(): Promise<void> {
    // On a closed line wechaty's own stop cannot tell the service to stop the puppet.
    callOn(this._grpcManager?.eventStream, 'cancel');
    callOn(this._grpcManager?.client, 'close');
    await super.onStop();
  }

  override async logout(reason?: string): Promise<void> {
    await Puppet.prototype.logout.call(this, reason);
  }
}

/** The types of gRPC's own package do not reach through wechaty's. */
function callOn(target: unknown, method: 'cancel' | 'close'): void {
  if (typeof target !== 'object' || target === null) return;
  const found: unknown = Reflect.get(target, method);
  if (typeof found === 'function') Reflect.apply(found, target, []);
}

function isOver(stream: unknown): boolean {
  if (typeof stream !== 'object' || stream === null) return true;
  return (
    ('destroyed' in stream && stream.destroyed === true) || ('readableEnded' in stream && stream.readableEnded === true)
  );
}
