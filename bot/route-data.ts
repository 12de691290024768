import type { RoomId, Token } from '../core/ids.ts';
import type { MatterVerb } from '../core/matter-verb.ts';
import type { InboundMessage, Verb } from '../core/message.ts';
import type { Person, Room } from '../core/people.ts';
import type { MatterResult } from '../core/private-notice.ts';
import { sayPrivately } from '../handlers/matter/say-privately.ts';
import { agreeToData, refuseData } from '../handlers/people/agree-to-data.ts';
import { askToErase, eraseData } from '../handlers/people/erase-data.ts';
import { exportData } from '../handlers/people/export-data.ts';
import type { Work } from '../handlers/work.ts';
import { ownDataToken } from './present/own-data-cards.ts';

type DataVerb = Extract<MatterVerb, `data_${string}`>;

const words: readonly (readonly [DataVerb, RegExp])[] = [
  ['data_erase_sure', /^(?:确定删除我的(?:数据|信息|资料)|yes,? erase my data)$/iu],
  ['data_erase', /^(?:(?:请)?(?:删除|清除|删掉|抹掉)我的(?:数据|信息|资料)|(?:erase|delete) my data)$/iu],
  ['data_export', /^(?:(?:导出|下载|查看|看)?我的(?:数据|信息|资料)|(?:export |show )?my data)$/iu],
  ['data_agree', /^(?:同意保存|i agree to keep it)$/iu],
];

/** No to what was told before the first private matter. */
const refuses =
  /^我?(?:不同意|不愿意|不答应)(?:保存|存|留|你们?存)?$|^(?:别|不要|不许|不准|不想)(?:保存|存|留)(?:我的)?(?:信息|话|数据)?$|^(?:i (?:do not|don['’]?t) agree|i disagree|don['’]?t (?:keep|save|store) (?:it|this|anything))$/iu;

/** Words about one's own data; where others read along the answer comes to the direct chat. True: it was that. */
export async function routeDataWord(work: Work, room: Room, person: Person, message: InboundMessage): Promise<boolean> {
  if (message.edited) return false;
  const said = message.text
    .trim()
    .replace(/^\//, '')
    .replace(/[。.!！]+$/u, '');
  const verb = words.find(([, pattern]) => pattern.test(said))?.[0];
  const roomId = room.kind === 'direct' ? room.id : null;
  const refused = roomId !== null && refuses.test(said) ? await refuseData(work, person) : null;
  const result = refused ?? (verb === undefined ? null : await take(work, person, verb, roomId));
  if (result === null) return false;
  if (refused !== null) work.keepPrivate();
  // What was asked for is said by its own card.
  if (result.kind === 'data_sent' || result.kind === 'data_sure') return true;
  const notice = { kind: 'matter_result', matterId: null, result } as const;
  await sayPrivately(work, person.id, notice, { priority: 'answer' }, roomId);
  return true;
}

/** A tap on a button about one's own data: whoever taps is whom it is about. Null: it is none. */
export async function tapData(
  work: Work,
  token: Token,
  { person, verb, roomId }: { person: Person; verb: Verb; roomId: RoomId | null },
): Promise<MatterResult | null> {
  if (token !== ownDataToken || !isDataVerb(verb)) return null;
  return take(work, person, verb, roomId);
}

function isDataVerb(verb: Verb): verb is DataVerb {
  return words.some(([known]) => known === verb);
}

function take(work: Work, person: Person, verb: DataVerb, roomId: RoomId | null): Promise<MatterResult> {
  switch (verb) {
    case 'data_agree':
      return agreeToData(work, person);
    case 'data_export':
      return exportData(work, person, roomId);
    case 'data_erase':
      return askToErase(work, person, roomId);
    case 'data_erase_sure':
      return eraseData(work, person);
  }
}
