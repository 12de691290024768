import type { Hazard } from '../core/hazard.ts';
import type { Heard } from './heard.ts';
import { actInWords, hintOf, meantHazard, quotedHazard } from './route-hazard-which.ts';
import { daysIn } from './texts/hazard-days.ts';

/** An owner's yes, alone or with a promise: 收到, 接了 三天内弄好, 我来处理. */
const yes =
  /^(?:好的?|行|可以|没问题|嗯+|ok)?[,，。!！\s]*(?:收到|接了|接下了?|接单|我接|我来(?:处理|弄|改|修)?|我去(?:处理|弄|看|改|修)?|马上(?:去|来|处理|弄|改|修|安排)|这就(?:去|来|处理|弄)|安排(?:了|上)|明白|知道了|on it|got it|i'?ll (?:do|fix|take) it|accept(?:ed)?)/i;
const bareYes = /^(?:好的?|行|可以|没问题|嗯+|ok(?:ay)?)[了啊吧的。.!！~\s]*$/i;
const onTheSpot = /当场|马上|现在|立刻|立即|这就|今天(?:就|内|下班前|弄)|right (?:now|away)|on the spot|today/i;
const notMine =
  /不(?:归|是|属于)我(?:们)?(?:这边)?(?:管|负责|的|片区|这片|辖区)?|不在我(?:的|们)?(?:片区|辖区|范围|这)|不该我|找错人|派错|not mine|not my (?:area|job)/i;
const moreTime =
  /延期|延长|宽限|缓(?:几|一|两|\d)|推迟|再(?:给|等|要|宽)[^,，。]{0,4}[天日周]|来不及|赶不上|more (?:time|days)|extension|extend/i;

/** What an owner says to a hazard that is theirs: yes, not mine, more time. True: dealt with. */
export async function routeHazardOwner(heard: Heard): Promise<boolean> {
  const { message, room, work, person } = heard;
  const said = message.text.trim();
  if (said === '' || said.length > 120) return false;
  const wants = moreTime.test(said) ? 'more' : notMine.test(said) ? 'not_mine' : yes.test(said) ? 'yes' : null;
  const quoted = await quotedHazard(heard);
  const bare = wants === null && quoted !== null && bareYes.test(said);
  if (wants === null && !bare) return false;
  const theirs = quoted === null ? false : quoted.ownerId === person.id;
  if (!theirs && (room.kind === 'group' || (await work.tx.hazards.ofOwner(person.id, 1)).length === 0)) return false;
  if (wants === 'more') return askMore(heard, said);
  if (wants === 'not_mine')
    return meant(
      heard,
      (hazard) => actInWords(heard, hazard, { verb: 'hazard_hand_back', words: said }),
      'hazard_hand_back',
    );
  // Nothing waits for a yes: then it is none of ours, and perhaps an answer to something else.
  if (quoted === null && !(await work.tx.hazards.ofOwner(person.id, 50)).some(({ state }) => state === 'assigned'))
    return false;
  const value = onTheSpot.test(said) ? 'spot' : 'deadline';
  return meant(heard, (hazard) => actInWords(heard, hazard, { verb: 'hazard_accept', value }), 'hazard_accept');
}

async function meant(
  heard: Heard,
  act: (hazard: Hazard) => Promise<true>,
  verb: 'hazard_accept' | 'hazard_hand_back' | 'hazard_ask_more',
): Promise<boolean> {
  const hazard = await meantHazard(heard, verb);
  if (hazard === null) return false;
  return hazard === 'asked' ? true : act(hazard);
}

/** "要延期3天 配件没到": the days, and what is left of the words is the reason. */
async function askMore(heard: Heard, said: string): Promise<boolean> {
  const found = daysIn(said);
  if (found === null) return false;
  const number = hintOf(heard).number ?? '';
  const reason = said
    .replace(found.words, ' ')
    .replace(number, ' ')
    .replaceAll(
      /我?(?:们)?(?:要|想|申请|请求|希望|能不能|可以|麻烦)?(?:延期|延长|宽限|推迟|再给|缓)(?:到|一下)?|(?:行吗|可以吗|好吗|吧)$/gu,
      ' ',
    )
    .replaceAll(/^[\s,，。:：!！]+|[\s,，。:：!！]+$/gu, '')
    .replaceAll(/\s+/g, ' ');
  const value = String(found.days);
  return meant(
    heard,
    (hazard) => actInWords(heard, hazard, { verb: 'hazard_ask_more', value, words: reason }),
    'hazard_ask_more',
  );
}
