import type { FileId } from '../core/ids.ts';
import { leavesOutAnswer, saidPeople } from '../core/matter-words.ts';
import { saidWorry, type Worry } from '../core/matter-worry.ts';
import type { Matter } from '../core/matter.ts';
import { saidSum } from '../core/said-sum.ts';
import { keepFiles } from '../handlers/incident/keep-files.ts';
import { askNeed } from '../handlers/matter/ask-need.ts';
import { askNext } from '../handlers/matter/ask-next.ts';
import { resumeMatter } from '../handlers/matter/resume-matter.ts';
import { sayPrivately } from '../handlers/matter/say-privately.ts';
import { answerMatter, tellMatter } from '../handlers/matter/tell-matter.ts';
import { toRooms } from '../handlers/say.ts';
import type { Heard } from './heard.ts';
import { toldIn } from './matter-heard.ts';
import { tapTalk } from './route-matter-talk-tap.ts';
import { readTalkWord, type TalkWord } from './talk-word.ts';

/** Pictures sent so shortly before the words belong to them. */
const togetherMs = 5 * 60_000;
/** Several pictures in a row are one sending, and acknowledged once. */
const oneSendingMs = 15_000;

/** One more message of whoever tells: it steers the talk, answers what was asked, or is one more piece of what happened. */
export async function continueTalk(heard: Heard, matter: Matter): Promise<true> {
  const { work, message, room } = heard;
  work.keepPrivate();
  const files = message.attachments.length > 0;
  const word = files ? null : readTalkWord(message.text, matter);
  if (word !== null) return steer(heard, matter, word);
  const worry = files || matter.need === null ? null : saidWorry(message.text);
  if (worry !== null) return calm(heard, matter, worry);
  const here = await atDoorSaid(heard, matter.roomId === room.id ? matter : { ...matter, roomId: room.id });
  if (here === null) return true;
  const told = toldIn(heard, here);
  const wordless = told.words === '';
  const placed = wordless && message.position !== undefined;
  const words = placed && here.need === 'place' ? told.placeWords : told.words;
  const next = await tellMatter(work, here, { ...told, words, fileIds: await talkFiles(heard) });
  if (next.state !== 'telling') return true;
  if (wordless && !(placed && here.need === 'place')) return noted(heard, here);
  await askNext(work, next);
  return true;
}

/** The code of a door where help was asked for says where, and not what is wrong: that is asked again. Null: done so. */
async function atDoorSaid({ work, message }: Heard, matter: Matter): Promise<Matter | null> {
  if (matter.kind !== 'help_request' || matter.need !== 'facts') return matter;
  const bare = (words: string): string => words.replaceAll(/[^0-9a-z]/giu, '').toUpperCase();
  const code = /^[\s\w-]{3,34}$/u.test(message.text) ? bare(message.text) : '';
  const place = work.zone.places.find((one) => one.active && bare(one.code) === code);
  if (code === '' || place === undefined) return matter;
  const { id: placeId, name: placeWords, area } = place;
  await askNeed(work, { ...matter, changedAt: work.now, body: { ...matter.body, placeId, placeWords, area } }, 'facts');
  return null;
}

/**
 * What came with the message is kept now, as evidence of nothing yet; with what this person sent here shortly before and belongs
 * to nothing, it goes with the words.
 */
export async function talkFiles(heard: Heard): Promise<FileId[]> {
  const { work, room, person, message } = heard;
  if (message.attachments.length > 0 && heard.filesKept !== true) {
    heard.filesKept = true;
    await keepFiles(work, { room, person, message, incidentId: null });
  }
  if (room.kind === 'group') return (await work.tx.files.ofMessage(room.id, message.messageId)).map(({ id }) => id);
  const recent = await work.tx.files.recentOf(room.id, person.id, work.now - togetherMs);
  return recent.map(({ id }) => id);
}

/** A picture is answered by a reaction, or once in few words; what was spoken is kept, and asked for in words. */
export async function noted({ work, room, person, message }: Heard, matter: Matter): Promise<true> {
  if (message.attachments.some(({ kind }) => kind === 'voice')) {
    const notice = { kind: 'matter_result', matterId: matter.id, result: { kind: 'matter_voice' } } as const;
    await sayPrivately(work, person.id, notice, { priority: 'answer' }, room.id);
  } else if (work.can(room.platform).react) {
    if (message.albumId === undefined)
      await toRooms(
        work,
        [room.id],
        { kind: 'reaction', messageId: message.messageId, emoji: '👌' },
        { priority: 'answer' },
      );
  } else if (work.now - matter.changedAt > oneSendingMs) {
    const notice = { kind: 'matter_result', matterId: matter.id, result: { kind: 'matter_noted' } } as const;
    await sayPrivately(work, person.id, notice, { priority: 'answer' }, room.id);
  }
  return true;
}

/** Answered, and asked again below: what worries somebody is no answer. */
async function calm({ work, room }: Heard, matter: Matter, worry: Worry): Promise<true> {
  const below = { ...matter, changedAt: work.now, roomId: room.id };
  await work.tx.matters.put(below);
  await askNeed(work, below, below.need ?? 'facts', worry);
  return true;
}

async function steer(heard: Heard, matter: Matter, word: TalkWord): Promise<true> {
  const { work, person, room } = heard;
  // Said in words, it is answered below them and not in the question that stands above.
  const below = { ...matter, changedAt: work.now, roomId: room.id };
  await work.tx.matters.put(below);
  const tap = (verb: Parameters<typeof tapTalk>[3]['verb'], value = '') =>
    tapTalk(work, below, person, { verb, value, roomId: room.id });
  switch (word.name) {
    case 'drop':
      await tap('matter_drop');
      return true;
    case 'done':
      await tap('matter_file');
      return true;
    case 'skip':
      // Under the summary nothing is left to skip: it is shown where it was said.
      if (below.need === 'check') await askNeed(work, below, 'check');
      else await tap('matter_skip');
      return true;
    case 'answer':
      await tap('matter_answer', word.code);
      return true;
    case 'nameless':
      return withoutName(heard, below);
    case 'about':
      await tap('matter_about', word.kind);
      return true;
    case 'go_on':
      await resumeMatter(work, below, room.id);
      return true;
    case 'edit':
      return edit(heard, below, word);
  }
}

/** Said before it was asked, it is not asked any more, and what was asked still is. */
async function withoutName({ work, person }: Heard, matter: Matter): Promise<true> {
  const asked = [...new Set([...matter.body.asked, 'self' as const])];
  const next = await answerMatter(work, { ...matter, body: { ...matter.body, asked } }, person, 'nameless');
  if (next === null) return true;
  if (matter.need === null || matter.need === 'self') await askNext(work, next);
  else await askNeed(work, next, matter.need);
  return true;
}

/** 改金额 5万 is changed at once; 改金额 is asked for; 改一下 shows what there is to change. */
async function edit(heard: Heard, matter: Matter, { need, words }: Extract<TalkWord, { name: 'edit' }>): Promise<true> {
  const { work } = heard;
  if (need === null || words === '') {
    await askNeed(work, matter, need ?? 'check');
    return true;
  }
  const about = { ...matter, need };
  const said: Heard = { ...heard, message: { ...heard.message, text: words } };
  const next = await tellMatter(work, about, toldIn(said, about));
  await askNext(work, next);
  return true;
}

/** Whether words that read like small talk answer what was asked hours ago: 六千多, 12个, 不知道. */
export function answersNeed(text: string, { need }: Pick<Matter, 'need'>): boolean {
  if (leavesOutAnswer(text)) return need !== null;
  if (need === 'sum') return saidSum(text, true) !== null;
  return need === 'people' && saidPeople(text, true) !== null;
}
