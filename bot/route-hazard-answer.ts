import type { HazardDraft } from '../core/hazard-draft.ts';
import type { HazardVerb } from '../core/hazard-verb.ts';
import type { HazardDraftId } from '../core/ids.ts';
import { answerDraft, dropLatest, resumeDraft } from '../handlers/hazard/answer-draft.ts';
import { answerQuestion } from '../handlers/hazard/answer-question.ts';
import { looseFiles } from '../handlers/hazard/claim-files.ts';
import { draftOfOther } from '../handlers/hazard/take-hazard-tap.ts';
import type { Heard } from './heard.ts';
import { heardIt } from './route-hazard-report.ts';
import { answerHazard } from './route-hazard-which.ts';
import { kindNamed, readHazardWord } from './texts/hazard-words.ts';

/** Never mind: 算了. */
const dropping =
  /^(?:还是)?(?:算了|不报了|不用(?:报|登记)?了?|取消(?:吧|了)?|当我没说|别(?:报|登记)了|never ?mind|cancel|forget it)[吧啊哦了。.!！~\s]*$/i;
const unknowable =
  /^(?:我也?)?(?:[说讲记]不[清得住]楚?|不(?:知道|清楚|晓得|记得)|忘了|没记住)(?:具体)?(?:是|在)?(?:哪[里儿]?|什么地方)?[了啊呀。.\s]*$|^(?:i )?(?:don['’]?t know|(?:am |'m )?not sure)[.\s]*$/i;
const goingOn = /^(?:继续|接着)(?:报|说|登记)?(?:吧|隐患)?[。.!！\s]*$|^(?:continue|resume)$/i;
const nameless =
  /^(?:我?(?:要|想)?匿名(?:报|举报)?|(?:请|麻烦)?(?:别|不要|不能)(?:说|讲|写)(?:是|出)?我(?:报的|说的|名字)?|保密|anonymous(?:ly)?)[啊吧哦。.!！\s]*$/i;

/** How old a picture may be that comes with an answer, in ms. */
const pictureMs = 60_000;

/** Answers to what the bot asked: what it is, where it is, the after-photo, a reason; and never mind. True: dealt with. */
export async function routeHazardAnswer(heard: Heard): Promise<boolean> {
  return (await toQuestion(heard)) || (await toDraft(heard));
}

async function toQuestion(heard: Heard): Promise<boolean> {
  const { work, room, person, message, question, reading } = heard;
  if (question?.kind !== 'hazard_photo' && question?.kind !== 'hazard_reason') return false;
  if (dropping.test(message.text.trim())) {
    await work.tx.rooms.answered(room.id, person.id);
    await answerHazard(heard, null, { kind: 'noted' });
    return true;
  }
  // A word of a card, a report or a question to us is no reason of anything.
  if (readHazardWord(message.text) !== null || reading.intent === 'question') return false;
  if (room.kind === 'group' && message.text.trim() === '' && message.attachments.length === 0) return false;
  const fileIds = message.attachments.length === 0 ? [] : await looseFiles(work, room.id, person.id, pictureMs);
  const answered = await answerQuestion(work, question, { person, roomId: room.id, words: message.text, fileIds });
  if (answered === null) return false;
  await answerHazard(heard, { id: answered.hazardId }, answered.result);
  return true;
}

async function toDraft(heard: Heard): Promise<boolean> {
  const { work, room, person, message } = heard;
  const said = message.text.trim();
  const direct = room.kind === 'direct';
  if (said === '') return false;
  if (goingOn.test(said) && direct) return (await resumeDraft(work, person, room.id)) !== null;
  if (!isForDraft(heard, said)) return false;
  const draft = await draftMeant(heard);
  if (draft === null) return false;
  if (dropping.test(said)) return dropped(heard);
  const tap = asTap(heard, draft, said);
  if (tap === null) return false;
  if (draft.personId !== person.id) {
    await answerHazard(heard, null, await draftOfOther(work, draft));
    return true;
  }
  const result = await answerDraft(work, draft.id, person, tap.verb, tap.value);
  if (result.kind === 'hazard_filed') await heardIt(heard);
  await answerHazard(heard, null, result);
  return true;
}

/** What offered or asked says so itself, so that a reaction is enough. */
async function dropped(heard: Heard): Promise<boolean> {
  const end = await dropLatest(heard.work, heard.person, heard.room.id);
  if (end?.shown === true) await heardIt(heard);
  return end !== null;
}

/** Most talk is not: then nothing is looked up for it. */
function isForDraft({ question }: Heard, said: string): boolean {
  if (question?.kind === 'hazard_kind' || question?.kind === 'hazard_place') return true;
  const verb = readHazardWord(said)?.verb;
  return verb === 'hazard_file' || verb === 'hazard_drop' || dropping.test(said) || nameless.test(said);
}

/** The report that is being told here: the quoted card's, the one asked about, else this person's last. */
async function draftMeant({ work, room, person, quoted, question }: Heard): Promise<HazardDraft | null> {
  const { hazards } = work.tx;
  if (quoted !== null && 'draftId' in quoted) return hazards.draft(quoted.draftId);
  if (question?.kind === 'hazard_kind' || question?.kind === 'hazard_place') {
    return hazards.draft(question.subject as HazardDraftId);
  }
  const drafts = await hazards.draftsOf(person.id, room.id, work.now);
  return drafts.findLast(({ state }) => state === 'open' || state === 'offered') ?? null;
}

/** Words that say what a button of the report says; null: they are more of the report. */
function asTap(
  { question }: Pick<Heard, 'question'>,
  draft: HazardDraft,
  said: string,
): { verb: HazardVerb; value: string } | null {
  if (nameless.test(said)) return { verb: 'hazard_anonymous', value: '' };
  const word = readHazardWord(said);
  if (word?.words === '' && (word.verb === 'hazard_file' || word.verb === 'hazard_drop')) {
    return { verb: word.verb, value: '' };
  }
  if (question?.kind === 'hazard_kind') {
    const kind = kindNamed(said) ?? (unknowable.test(said) ? 'other' : null);
    return kind === null ? null : { verb: 'hazard_kind', value: kind };
  }
  if (question?.kind !== 'hazard_place') return null;
  if (unknowable.test(said) || word?.value === 'none') return { verb: 'hazard_place', value: 'none' };
  const nth = /^(?:地点|place)?\s*([1-9])[.。)）]?$/i.exec(said.normalize('NFKC'))?.[1];
  const isChoice = nth !== undefined && Number(nth) <= draft.placeChoices.length;
  return isChoice ? { verb: 'hazard_place', value: String(Number(nth) - 1) } : null;
}
