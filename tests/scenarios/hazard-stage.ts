import type { Attachment, InboundMessage, Platform } from '../../core/message.ts';
import type { Hazard } from '../../core/hazard.ts';
import type { Store } from '../../core/ports/store.ts';
import { hazardRulesSchema } from '../../core/zone/hazard-rules.ts';
import type { z } from 'zod';
import { eastOf, Stage, textOf } from './stage.ts';
import type { Cast } from './stage.ts';

/** The people of every story about hazards; on another platform where the story says so. */
export function people(platform: Platform = 'telegram'): readonly Cast[] {
  const on = { duty: 'off', platform } as const;
  return [
    { name: '张阿姨', roles: ['resident'], ...on },
    { name: '李叔', roles: ['resident'], ...on },
    { name: '网01', roles: ['grid_worker'], ...on },
    { name: '网02', roles: ['grid_worker'], ...on },
    { name: '安01', roles: ['safety_officer'], ...on },
    { name: '林队', roles: ['leader'], ...on },
    { name: '值01', roles: ['duty_officer'], ...on },
  ];
}

const rules = (more: z.input<typeof hazardRulesSchema> = {}) =>
  hazardRulesSchema.parse({
    owners: [{ owners: ['网01', '网02'] }],
    leaders: [{ leader: '林队' }],
    checkers: [{ checkers: ['安01'] }],
    sampleSharePercent: 100,
    ...more,
  });

/** A zone with owners, a leader and a checker; 永固五金 (QY-0217) and 上桥村 are in it. */
export async function hazardStage(
  store: Store,
  how: { rules?: z.input<typeof hazardRulesSchema>; cast?: readonly Cast[]; platform?: Platform } = {},
): Promise<Stage> {
  const stage = new Stage(store, rules(how.rules));
  await stage.begin(how.cast ?? people(how.platform));
  await stage.place({ code: 'QY-0217', kind: 'enterprise', name: '永固五金', position: eastOf(400), area: '东区' });
  await stage.place({ code: 'SQ', kind: 'village', name: '上桥村', position: eastOf(3_000), area: '' });
  return stage;
}

let photos = 0;
/** What comes with a message that shows something. */
export function photo(more: Partial<Attachment> = {}): Pick<InboundMessage, 'attachments'> {
  photos += 1;
  return { attachments: [{ kind: 'photo', ref: `photo-${String(photos)}`, ...more }] };
}

/** The newest hazard. */
export async function hazardOf(stage: Stage): Promise<Hazard> {
  const [newest] = await stage.store.read.hazards.list({}, 1, null);
  if (newest === undefined) throw new Error('There is no hazard');
  return newest;
}

/** How many hazards there are. */
export async function hazardCount(stage: Stage): Promise<number> {
  return (await stage.store.read.hazards.list({}, 50, null)).length;
}

/** How many messages the bot has sent into a room until now: what was edited counts as one, reactions do not. */
export function messagesIn(stage: Stage, room: string): number {
  return stage.chats[stage.platformOf(room)].standing(room).filter(({ outgoing }) => outgoing.kind === 'card').length;
}

/** The room's newest message, as it is read now; '' when there is none. */
export function newestIn(stage: Stage, room: string): string {
  const card = stage.cards(room).at(-1);
  return card === undefined ? '' : textOf(card);
}

/** A day goes by until 09:00, with the morning's work of the bot; the hours in which nothing is due are slept through. */
export async function toNextMorning(stage: Stage): Promise<void> {
  const { hour } = Temporal.Instant.fromEpochMilliseconds(stage.clock.now()).toZonedDateTimeISO('Asia/Shanghai');
  await stage.bot.timers.stop();
  await stage.bot.sender.stop();
  await stage.later(((7 - hour + 24) % 24 || 24) * 3_600 + 1_800);
  await stage.restart();
  await stage.later(5_400);
}

/** A report that lacks nothing: somebody's words, a place that the zone knows, and a photo. */
export async function reports(
  stage: Stage,
  who = '张阿姨',
  text = '永固五金的消防通道被货堵了',
  extra: { in?: string; message?: Partial<InboundMessage> } = {},
): Promise<Hazard> {
  await stage.says(who, text, { message: photo(), ...extra });
  return hazardOf(stage);
}
