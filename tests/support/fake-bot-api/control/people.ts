import type { ChatMemberUpdated, User } from 'grammy/types';
import { z } from 'zod';
import { memberOf } from '../methods/chat.ts';
import type { FakeGroup, FakeUser, MemberStatus, World } from '../world.ts';
import { action, ControlError } from './action.ts';

const status = z.enum(['creator', 'administrator', 'member', 'restricted', 'left', 'kicked']);
const chat = z.number();
const user = z.number();

/** Who is there, who is in which group, and how they stand to the bot. */
export const peopleActions = {
  createUser: action(
    z.object({
      id: z.number().optional(),
      name: z.string().default('张三'),
      lastName: z.string().optional(),
      username: z.string().optional(),
      language: z.string().optional(),
      isBot: z.boolean().default(false),
      started: z.boolean().default(false),
    }),
    ({ world }, input) => {
      const id = input.id ?? world.nextUserId();
      const person: User = {
        id,
        is_bot: input.isBot,
        first_name: input.name,
        ...(input.lastName !== undefined && { last_name: input.lastName }),
        ...(input.username !== undefined && { username: input.username }),
        ...(input.language !== undefined && { language_code: input.language }),
      };
      world.users.set(id, { user: person, started: input.started, blocked: false, deactivated: false });
      return { user: id };
    },
  ),
  /** A group that is already there, with the bot in it; nobody is told. */
  createGroup: action(
    z.object({
      id: z.number().optional(),
      title: z.string().default('指挥群'),
      kind: z.enum(['group', 'supergroup']).default('supergroup'),
      bot: status.default('member'),
      members: z.array(user).default([]),
      reactions: z.array(z.string()).nullable().default(null),
    }),
    ({ world }, { kind, title, bot, members, reactions, ...input }) => {
      const id = input.id ?? world.nextGroupId(kind);
      const group = { id, title, kind, bot, reactions, migratedTo: undefined };
      world.groups.set(id, { ...group, members: new Map(members.map((member) => [member, 'member'] as const)) });
      return { chat: id };
    },
  ),
  /** As BotFather's /setprivacy. */
  setPrivacy: action(z.object({ on: z.boolean() }), ({ world }, { on }) => {
    world.me.can_read_all_group_messages = !on;
    return {};
  }),
  /** Somebody puts the bot into a group, makes it administrator, removes it. */
  setBotStatus: action(z.object({ chat, by: user, status }), ({ world }, input) => {
    const group = groupOf(world, input.chat);
    const before = group.bot;
    group.bot = input.status;
    const { id, is_bot, first_name, username } = world.me;
    const bot: User = { id, is_bot, first_name, username };
    const change = changeOf(world, group.id, input.by, bot, before, input.status);
    const update = world.updates.push('my_chat_member', change, group.id);
    if (!isIn(before) && isIn(input.status)) service(world, group.id, input.by, { new_chat_members: [bot] });
    if (isIn(before) && !isIn(input.status)) service(world, group.id, input.by, { left_chat_member: bot });
    return { update };
  }),
  join: action(z.object({ chat, user }), ({ world }, input) => move(world, input, 'member')),
  leave: action(z.object({ chat, user }), ({ world }, input) => move(world, input, 'left')),
  /** The group becomes a supergroup with another id. */
  migrate: action(z.object({ chat, by: user }), ({ world }, input) => {
    const old = groupOf(world, input.chat);
    const to = world.nextGroupId('supergroup');
    world.groups.set(to, { ...old, id: to, kind: 'supergroup', members: new Map(old.members) });
    service(world, old.id, input.by, { migrate_to_chat_id: to });
    service(world, to, input.by, { migrate_from_chat_id: old.id });
    old.migratedTo = to;
    return { to };
  }),
  block: action(z.object({ user }), ({ world }, input) => setBlocked(world, input.user, true)),
  unblock: action(z.object({ user }), ({ world }, input) => setBlocked(world, input.user, false)),
  deactivate: action(z.object({ user }), ({ world }, input) => {
    userOf(world, input.user).deactivated = true;
    return {};
  }),
};

/** The user of a control action, who must exist. */
export function userOf(world: World, id: number): FakeUser {
  const found = world.users.get(id);
  if (!found) throw new ControlError(`no user ${id}`);
  return found;
}

/** The group of a control action, which must exist. */
export function groupOf(world: World, id: number): FakeGroup {
  const found = world.groups.get(id);
  if (!found) throw new ControlError(`no group ${id}`);
  return found;
}

function setBlocked(world: World, id: number, blocked: boolean): { update: number | null } {
  const person = userOf(world, id);
  person.blocked = blocked;
  const { id: botId, is_bot, first_name, username } = world.me;
  const bot: User = { id: botId, is_bot, first_name, username };
  const change = changeOf(world, id, id, bot, blocked ? 'member' : 'kicked', blocked ? 'kicked' : 'member');
  return { update: world.updates.push('my_chat_member', change, id) };
}

function move(world: World, input: { chat: number; user: number }, to: 'member' | 'left'): { update: number | null } {
  const group = groupOf(world, input.chat);
  const { user: person } = userOf(world, input.user);
  const before = group.members.get(input.user) ?? 'left';
  group.members.set(input.user, to);
  if (group.bot === 'administrator') {
    world.updates.push('chat_member', changeOf(world, group.id, input.user, person, before, to), group.id);
  }
  return {
    update: service(
      world,
      group.id,
      input.user,
      to === 'member' ? { new_chat_members: [person] } : { left_chat_member: person },
    ),
  };
}

function changeOf(
  world: World,
  chatId: number,
  by: number,
  who: User,
  before: MemberStatus,
  after: MemberStatus,
): ChatMemberUpdated {
  return {
    chat: world.chat(chatId),
    from: userOf(world, by).user,
    date: world.seconds(),
    old_chat_member: memberOf(who, before),
    new_chat_member: memberOf(who, after),
  };
}

/** Service messages reach a bot in any privacy mode. */
function service(world: World, chatId: number, by: number, content: object): number | null {
  const message = {
    message_id: world.nextMessageId(chatId),
    from: userOf(world, by).user,
    chat: world.chat(chatId),
    date: world.seconds(),
    ...content,
  };
  return world.updates.push('message', message, chatId);
}

function isIn(given: MemberStatus): boolean {
  return given !== 'left' && given !== 'kicked';
}
