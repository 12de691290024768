import { dangersInWords } from '../core/matter-danger.ts';
import { isWorkedOn } from '../core/matter-idle.ts';
import type { Matter } from '../core/matter.ts';
import { sayPrivately } from '../handlers/matter/say-privately.ts';
import { keepStrayWords } from '../handlers/matter/stray-words.ts';
import type { Heard } from './heard.ts';
import { isReadAsPrivate } from './matter-heard.ts';
import { matterNumberIn } from './texts/matter-reply-words.ts';

/** At most so many cases are told apart by asking which one. */
const several = 20;
const byRule = 0.8;
/** Somebody speaks of their own trouble, not of whom they look after. */
const ofOneself =
  /我(?:的)?(?:老公|丈夫|老婆|妻子|爱人|对象|男朋友|女朋友|男友|女友|前夫|前妻|爸|妈|婆婆|公公|儿子|女儿|孩子|小孩|娃|邻居|老板)|(?:打|揍|踹|踢|掐|砍|杀|烧|威胁|骂|弄死|骚扰|欠|拖欠|坑|骗)(?:了|过|伤|死|着)?我|我(?:真的|都|也|就)?(?:不想活|想死|要死|活不|被|受不了|怕|害怕)|\b(?:me|my)\b/iu;

/**
 * Whoever has a dispute in hand writes of disputes all day: what reads like one is kept with it, and one tap makes it a new one. Who
 * has any other matter, or a police matter, writes of it in words that nobody reads: they are kept in the same way, danger too, unless
 * it is their own. With several in hand it is asked which. What is asked for by name begins at once.
 * @param disputes whether it reads like a dispute of its writer's own
 */
export async function keptForCase(heard: Heard, disputes: boolean): Promise<boolean> {
  const { work, person, room, message } = heard;
  if (room.kind !== 'direct' || !(await work.tx.matters.concerns(person.id))) return false;
  const open = await work.tx.matters.ofPerson(person.id, ['owner', 'co_owner'], { over: false, limit: several });
  const calm = heard.reading.intent !== 'crisis' && dangersInWords(message.text).length === 0;
  const told = mayTellOf(heard);
  const own = open.filter((matter) => {
    if (!isTheirs(matter, person.id)) return false;
    return isWorkedOn(matter) ? told : disputes && calm && matter.kind === 'dispute' && matter.ownerId === person.id;
  });
  const number = matterNumberIn(message.text);
  const named = own.length === 1 ? own[0] : own.find((matter) => matter.number === number);
  if (own.length === 0) return false;
  work.keepPrivate();
  if (named !== undefined) return keepStrayWords(work, named, person, message.text, room.id);
  const notice = { kind: 'matter_which', matterIds: own.map(({ id }) => id), about: 'words' } as const;
  return sayPrivately(work, person.id, notice, { priority: 'answer' }, room.id);
}

/** Who is called in danger beside its owner has nothing in hand; of a police matter each of the three has. */
function isTheirs({ ownerId, body }: Matter, personId: string): boolean {
  return ownerId === personId || body.pushes.some((push) => push.personId === personId);
}

/** Whether words can be about what their writer has in hand: nothing else is known of them, and they tell something. */
function mayTellOf(heard: Heard): boolean {
  const { reading, message, question, orders } = heard;
  const { intent, confidence } = reading;
  if (question !== null || orders.length > 0 || ofOneself.test(message.text)) return false;
  if (intent === 'unknown') return /\p{L}\s*\p{L}/u.test(message.text);
  const fixed = intent === 'hazard_fixed' || (intent.startsWith('hazard_') && confidence < byRule);
  return fixed || intent === 'emergency' || isReadAsPrivate(heard);
}
