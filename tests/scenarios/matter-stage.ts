import type { z } from 'zod';
import type { Matter } from '../../core/matter.ts';
import type { Platform } from '../../core/message.ts';
import type { Store } from '../../core/ports/store.ts';
import { usualHazardRules } from '../../core/zone/hazard-rules.ts';
import { usualPatrolRules } from '../../core/zone/patrol-rules.ts';
import { privateRulesSchema } from '../../core/zone/private-rules.ts';
import { Stage, textOf, type Cast } from './stage.ts';

type Rules = z.input<typeof privateRulesSchema>;

/** The people of every story about private matters that were handed in; on another platform where the story says so. */
export function people(platform: Platform = 'telegram'): readonly Cast[] {
  const on = { duty: 'on_duty', platform } as const;
  return [
    { name: '张阿姨', roles: ['resident'], duty: 'off', platform },
    { name: '李叔', roles: ['resident'], duty: 'off', platform },
    { name: '喜哥', roles: ['mediator'], gender: 'male', ...on },
    { name: '喜二', roles: ['mediator'], gender: 'female', ...on },
    { name: '喜三', roles: ['mediator'], gender: 'male', ...on },
    { name: '联一', roles: ['mediator'], gender: 'male', ...on },
    { name: '专员', roles: ['volunteer'], ...on },
    { name: '律师', roles: ['volunteer'], ...on },
    { name: '女一', roles: ['volunteer'], gender: 'female', ...on },
    { name: '网01', roles: ['grid_worker'], ...on },
    { name: '警一', roles: ['volunteer'], ...on },
    { name: '片警', roles: ['volunteer'], ...on },
    { name: '林队', roles: ['leader'], ...on },
    { name: '值01', roles: ['duty_officer'], ...on },
  ];
}

const rules = (more: Rules = {}) =>
  privateRulesSchema.parse({
    rooms: [
      { code: 'xi', name: '喜哥调解室', kinds: ['wages', 'loan'], mediators: ['喜哥', '喜二', '喜三'] },
      { code: 'lian', name: '联合调解团队', level: 'joint', mediators: ['联一'], desk: ['值01'] },
      { code: 'xian', name: '线索专员', matters: ['crime_clue'], mediators: ['专员'] },
      { code: 'fa', name: '法律顾问', matters: ['legal_question'], mediators: ['律师'] },
      { code: 'nv', name: '女人e家', matters: ['women_adviser'], mediators: ['女一'] },
      { code: 'men', name: '一码到家', matters: ['help_request'], mediators: ['网01'] },
    ],
    onCall: ['女一'],
    police: { onScene: ['警一'], responsible: ['片警'], centre: ['值01'] },
    ...more,
  });

/** A zone with mediators, officers and others who take private matters. */
export async function matterStage(
  store: Store,
  how: { rules?: Rules; cast?: readonly Cast[]; platform?: Platform } = {},
): Promise<Stage> {
  const stage = new Stage(store, usualHazardRules, usualPatrolRules, { privateMatters: rules(how.rules) });
  await stage.begin(how.cast ?? people(how.platform));
  return stage;
}

/** The matter that was begun last. */
export async function newest(from: Stage | Store): Promise<Matter> {
  const store = from instanceof Stage ? from.store : from;
  const [matter] = await store.read.matters.list({}, 1);
  if (matter === undefined) throw new Error('There is no matter');
  return matter;
}

/** Somebody tells of it, leaves out whatever else is asked, and hands it in. */
export async function tells(stage: Stage, who: string, words: string): Promise<Matter> {
  await stage.says(who, words);
  for (let i = 0; i < 8 && (await newest(stage)).state === 'telling'; i += 1) {
    const { need } = await newest(stage);
    await stage.taps(who, need === 'check' ? 'matter_file' : 'matter_skip');
  }
  return newest(stage);
}

/** Whatever the bot has said in a room until now, as one text. */
export function allIn(stage: Stage, room: string): string {
  return stage.cards(room).map(textOf).join('\n———\n');
}
