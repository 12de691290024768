import { textOf, type Call } from './call.ts';
import { badRequest, forbidden } from './refusal.ts';
import type { World } from './world.ts';

/** What a call wants to do in a chat; the server checks each differently. */
export type Access = 'read' | 'edit' | 'write';

/** Reads `chat_id` and refuses as the server does when the bot may not do this there. */
export function chatOf(call: Call, world: World, access: Access): number {
  const given = textOf(call, 'chat_id').trim();
  if (given === '') throw badRequest('chat_id is empty');
  const chatId = Number(given);
  if (!Number.isSafeInteger(chatId) || chatId === 0) throw badRequest('chat not found');
  if (chatId > 0) checkPrivate(world, chatId, access);
  else checkGroup(world, chatId, access);
  return chatId;
}

function checkPrivate(world: World, chatId: number, access: Access): void {
  const person = world.users.get(chatId);
  if (!person) throw badRequest('chat not found');
  if (access === 'read') return;
  if (person.deactivated) throw forbidden('user is deactivated');
  if (person.user.is_bot) throw forbidden("bot can't send messages to bots");
  if (!person.started) throw forbidden("bot can't initiate conversation with a user");
  if (person.blocked) throw forbidden('bot was blocked by the user');
}

function checkGroup(world: World, chatId: number, access: Access): void {
  const group = world.groups.get(chatId);
  if (!group) throw badRequest('chat not found');
  if (group.migratedTo !== undefined) {
    if (access === 'read') return;
    if (access === 'edit') throw badRequest("message can't be edited");
    throw badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: group.migratedTo });
  }
  const stricter = group.kind === 'supergroup' || access !== 'read';
  if (group.bot === 'kicked' && stricter) throw forbidden(`bot was kicked from the ${group.kind} chat`);
  if (group.bot === 'left' && stricter) throw forbidden(`bot is not a member of the ${group.kind} chat`);
}
