import type { Clock } from '../core/clock.ts';
import type { DrillPlatform } from './chat-rules.ts';
import type { Cast } from './hand-out-phones.ts';
import { SimulatedChat } from './simulated-chat.ts';

/** The platforms of a drill, with everybody's direct chats and all groups. Whatever else is written to is refused. */
export function openChats(
  clock: Clock,
  { officer, rescuers, groups, command }: Cast,
): Readonly<Record<DrillPlatform, SimulatedChat>> {
  const open = (platform: DrillPlatform): SimulatedChat => new SimulatedChat(platform, () => clock.now());
  const chats = { telegram: open('telegram'), wechat: open('wechat') };
  for (const { externalId } of [command, ...groups]) chats.telegram.open(externalId);
  for (const player of [...rescuers, ...(officer === null ? [] : [officer])]) {
    for (const platform of player.platforms) chats[platform].open(player.externalId);
  }
  return chats;
}
