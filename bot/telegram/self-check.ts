import type { Api } from 'grammy';
import type { Clock } from '../../core/clock.ts';
import { TransportError } from '../../core/error.ts';
import type { Finding } from '../../core/notice.ts';
import type { Room } from '../../core/people.ts';
import { isTokenRefused, toTransportError } from './errors.ts';

/** What the look needs to know. */
export interface SelfCheckParts {
  api: Api;
  clock: Clock;
  /** The webhook's address; null when polling. */
  webhookUrl: string | null;
}

/** An older failure of the webhook was made good since. */
const RECENT_MS = 60 * 60_000;

/**
 * Looks whether the bot hears and reaches everybody: token, privacy mode, its standing in each group, and the webhook.
 * Nothing wrong: one finding that says so. Direct rooms are not asked: Telegram tells by itself when somebody blocks the bot.
 */
export async function selfCheck(parts: SelfCheckParts, rooms: readonly Room[]): Promise<Finding[]> {
  try {
    const me = await parts.api.getMe();
    const groups = rooms.filter(({ kind, state }) => kind === 'group' && state === 'open');
    const found: Finding[] = [];
    for (const room of groups)
      found.push(...(await checkGroup(parts.api, me.id, me.can_read_all_group_messages, room)));
    if (!me.can_read_all_group_messages && found.some(({ code }) => code === 'not_admin')) {
      found.unshift(finding('privacy_mode', 'warning', `@${me.username}`));
    }
    found.push(...(await checkWebhook(parts)));
    return found.length > 0 ? found : [finding('ok', 'info', `@${me.username}`)];
  } catch (error) {
    if (isTokenRefused(error)) return [finding('token_refused', 'error', '')];
    const known = toTransportError(error);
    if (known instanceof TransportError) return [finding('login_lost', 'error', known.message)];
    throw error;
  }
}

async function checkGroup(api: Api, botId: number, readsAll: boolean, room: Room): Promise<Finding[]> {
  try {
    const { status } = await api.getChatMember(room.externalId, botId);
    if (status === 'left' || status === 'kicked') return [finding('room_unreachable', 'error', room.title)];
    const isAdmin = status === 'administrator' || status === 'creator';
    return isAdmin || readsAll ? [] : [finding('not_admin', 'warning', room.title)];
  } catch (error) {
    const known = toTransportError(error);
    if (known instanceof TransportError && known.failure === 'permanent')
      return [finding('room_unreachable', 'error', room.title)];
    throw error;
  }
}

async function checkWebhook({ api, clock, webhookUrl }: SelfCheckParts): Promise<Finding[]> {
  const info = await api.getWebhookInfo();
  const registered = info.url ?? '';
  if (webhookUrl === null) return registered === '' ? [] : [finding('conflict', 'error', registered)];
  if (registered !== webhookUrl) return [finding('webhook_failing', 'error', registered)];
  const failedAt = (info.last_error_date ?? 0) * 1000;
  const failing = clock.now() - failedAt < RECENT_MS && info.pending_update_count > 0;
  return failing ? [finding('webhook_failing', 'error', info.last_error_message ?? '')] : [];
}

function finding(code: Finding['code'], severity: Finding['severity'], detail: string): Finding {
  return { platform: 'telegram', code, severity, detail };
}
