import type { WebhookInfo } from 'grammy/types';
import { flagOf, integerOf, isRecord, jsonOf, textOf, type Call } from '../call.ts';
import { badRequest } from '../refusal.ts';
import type { World } from '../world.ts';
import type { Methods } from './method.ts';

const LONGEST_POLL_SECONDS = 50;
const MOST_DOWNLOAD_BYTES = 20 * 1024 * 1024;

/** Methods about the bot itself: updates, webhook, commands, files. */
export const botMethods: Methods = {
  getMe: { takes: [], run: (_, world) => world.me },
  getUpdates: {
    takes: ['offset', 'limit', 'timeout', 'allowed_updates'],
    run: (call, world) => {
      world.updates.allow(allowedOf(call));
      const limit = Math.min(100, Math.max(1, integerOf(call, 'limit', 100)));
      const timeout = Math.min(LONGEST_POLL_SECONDS, integerOf(call, 'timeout'));
      return world.updates.poll(integerOf(call, 'offset'), limit, timeout);
    },
  },
  setWebhook: {
    takes: [
      'url',
      'certificate',
      'ip_address',
      'max_connections',
      'allowed_updates',
      'drop_pending_updates',
      'secret_token',
    ],
    run: (call, world) => {
      const url = textOf(call, 'url');
      const secret = textOf(call, 'secret_token');
      if (flagOf(call, 'drop_pending_updates')) world.updates.drop();
      world.updates.allow(allowedOf(call));
      if (url === '') world.updates.deleteWebhook();
      else {
        checkWebhook(url, secret);
        const maxConnections = Math.min(100, Math.max(1, integerOf(call, 'max_connections', 40)));
        world.updates.setWebhook({ url, secret, maxConnections });
      }
      return true;
    },
  },
  deleteWebhook: {
    takes: ['drop_pending_updates'],
    run: (call, world) => {
      if (flagOf(call, 'drop_pending_updates')) world.updates.drop();
      world.updates.deleteWebhook();
      return true;
    },
  },
  getWebhookInfo: { takes: [], run: (_, world) => webhookInfo(world) },
  setMyCommands: {
    takes: ['commands', 'scope', 'language_code'],
    run: (call, world) => {
      const commands = jsonOf(call, 'commands', 'commands') ?? [];
      if (!Array.isArray(commands)) throw badRequest('expected an Array of BotCommand');
      for (const command of commands as unknown[]) checkCommand(command);
      if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH');
      const language = textOf(call, 'language_code');
      if (!/^([a-z]{2})?$/.test(language)) throw badRequest('invalid language code specified');
      world.commands.set(`${textOf(call, 'scope') || 'default'}/${language}`, commands);
      return true;
    },
  },
  getMyCommands: {
    takes: ['scope', 'language_code'],
    run: (call, world) =>
      world.commands.get(`${textOf(call, 'scope') || 'default'}/${textOf(call, 'language_code')}`) ?? [],
  },
  getFile: {
    takes: ['file_id'],
    run: (call, world) => {
      const fileId = textOf(call, 'file_id');
      if (fileId === '') throw badRequest('file_id not specified');
      const file = world.files.byId(fileId);
      if (!file) throw badRequest('invalid file_id');
      if (file.size > MOST_DOWNLOAD_BYTES) throw badRequest('file is too big');
      return { file_id: file.fileId, file_unique_id: file.uniqueId, file_size: file.size, file_path: file.path };
    },
  },
};

function allowedOf(call: Call): string[] | null {
  const given = jsonOf(call, 'allowed_updates', 'allowed updates');
  return Array.isArray(given) ? given.filter((kind: unknown) => typeof kind === 'string') : null;
}

/** The public server wants HTTPS on 443, 80, 88 or 8443; a test's own machine is the exception. */
function checkWebhook(url: string, secret: string): void {
  if (!URL.canParse(url)) throw badRequest('invalid webhook URL specified');
  const { protocol, hostname, port } = new URL(url);
  const local = hostname === '127.0.0.1' || hostname === 'localhost';
  if (!local && protocol !== 'https:') throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  if (!local && !['', '80', '88', '443', '8443'].includes(port)) {
    throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443');
  }
  if (secret.length > 256) throw badRequest('secret token is too long');
  if (!/^[\w-]*$/.test(secret)) throw badRequest('secret token contains unallowed characters');
}

function webhookInfo(world: World): WebhookInfo {
  const { target, lastError } = world.updates.webhook;
  const allowed = world.updates.allowed;
  return {
    url: target?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: world.updates.pendingCount,
    ...(target && { max_connections: target.maxConnections }),
    ...(lastError && { last_error_date: lastError.date, last_error_message: lastError.message }),
    ...(allowed && { allowed_updates: allowed as NonNullable<WebhookInfo['allowed_updates']> }),
  };
}

function checkCommand(command: unknown): void {
  if (!isRecord(command)) throw badRequest("can't parse BotCommand: expected an Object");
  const { command: name, description } = command;
  if (typeof name !== 'string' || !/^\/?[a-z0-9_]{1,32}$/.test(name)) throw badRequest('BOT_COMMAND_INVALID');
  if (typeof description !== 'string' || description === '' || description.length > 256) {
    throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  }
}
