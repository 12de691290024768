import type { z } from 'zod';
import type { Attachment, InboundMessage, Platform } from '../../core/message.ts';
import type { Matter } from '../../core/matter.ts';
import type { Store } from '../../core/ports/store.ts';
import { usualHazardRules } from '../../core/zone/hazard-rules.ts';
import { usualPatrolRules } from '../../core/zone/patrol-rules.ts';
import { privateRulesSchema } from '../../core/zone/private-rules.ts';
import { eastOf, Stage, textOf, type Cast } from './stage.ts';

type Rules = z.input<typeof privateRulesSchema>;

/** The people of every story about private matters; who brings one writes on the platform that the story names. */
export function townspeople(platform: Platform = 'telegram'): readonly Cast[] {
  return [
    { name: '李梅', roles: ['resident'], duty: 'off', platform },
    { name: '王强', roles: ['resident'], duty: 'off', platform, phone: '138-0000-1111' },
    { name: '喜哥', roles: ['mediator'] },
    { name: '和嫂', roles: ['mediator'] },
    { name: '值01', roles: ['duty_officer'], duty: 'on_duty' },
    { name: '陪01', roles: ['volunteer'], duty: 'reachable' },
    { name: '专01', roles: ['leader'], duty: 'on_duty' },
  ];
}

const rules = (more: Rules = {}) =>
  privateRulesSchema.parse({
    onCall: ['陪01'],
    rooms: [
      { code: 'xi', name: '喜哥调解室', kinds: ['wages', 'business_debt', 'loan'], mediators: ['喜哥'] },
      { code: 'he', name: '和事嫂', kinds: ['neighbour', 'family'], mediators: ['和嫂'] },
      { code: 'zx', name: '中心', level: 'zone', mediators: ['喜哥', '和嫂'], desk: ['值01'] },
      { code: 'xs', name: '线索专员', matters: ['crime_clue'], mediators: ['专01'] },
      {
        code: 'qt',
        name: '一码到家',
        level: 'zone',
        matters: ['help_request', 'women_adviser', 'counselling', 'legal_question', 'service_order'],
        mediators: ['和嫂'],
      },
    ],
    ...more,
  });

/** Where a matter is told: a zone with mediators; 永固五金 (QY-0217) and 上桥村 are in it. */
export async function talkStage(
  store: Store,
  how: { rules?: Rules; cast?: readonly Cast[]; platform?: Platform } = {},
): Promise<Stage> {
  const stage = new Stage(store, usualHazardRules, usualPatrolRules, { privateMatters: rules(how.rules) });
  await stage.begin(how.cast ?? townspeople(how.platform));
  await stage.place({ code: 'QY-0217', kind: 'enterprise', name: '永固五金', position: eastOf(400), area: '东区' });
  await stage.place({ code: 'SQ', kind: 'village', name: '上桥村', position: eastOf(3_000), area: '' });
  await stage.place({
    code: 'SQ-12-302',
    kind: 'rental_block',
    name: '上桥村12号302',
    position: eastOf(3_010),
    area: '上桥村',
  });
  return stage;
}

/** The newest matter, or the one with this number. */
export async function toldMatter(stage: Stage, number?: string): Promise<Matter> {
  const found =
    number === undefined
      ? (await stage.store.read.matters.list({}, 1))[0]
      : await stage.store.read.matters.byNumber(number);
  if (found === undefined || found === null) throw new Error('There is no such matter');
  return found;
}

/** How many matters there are. */
export async function toldMatters(stage: Stage): Promise<number> {
  return (await stage.store.read.matters.list({}, 50)).length;
}

/** The bot's newest message in a room; '' when there is none. */
export function newestIn(stage: Stage, room: string): string {
  const card = stage.cards(room).at(-1);
  return card === undefined ? '' : textOf(card);
}

let sent = 0;
/** What comes with a message. */
export function attached(kind: Attachment['kind']): Pick<InboundMessage, 'attachments'> {
  sent += 1;
  return { attachments: [{ kind, ref: `${kind}-${String(sent)}` }] };
}
