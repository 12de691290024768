import type { Find } from './check-in.ts';
import type { Instant } from './clock.ts';

const minuteMs = 60_000;
/** The next plain words of whoever told of a find are of it; a picture without words only at once, for then comes the next point. */
const plainMs = 3 * minuteMs;
const pictureMs = 2 * minuteMs;
/** Words that can only be of it are so for longer. */
const followMs = 30 * minuteMs;

const ofSuspect = new RegExp(
  [
    '^(?:他们?|她们?|那[个辆伙俩]|这[个辆伙俩]|就是[这那他她它]|人(?:已经?)?(?:跑|走|不见))|(?:往|向|朝|跑|逃|溜|躲|开)[^,，。]{0,10}(?:跑|走|去|开|逃|溜|了)(?:$|[\\s,，。了])|又来了|还在那|^(?:还|就)?(?:躲|站|蹲|藏|停)?在[^,，。]{1,10}(?:后面|旁边|边上|里面|下面|对面)|(?:开|骑)(?:走|跑)',
    '车牌|牌照|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][A-Z0-9]{4,6}|穿(?:着)?[^,，。]{0,6}(?:衣|服|裤|鞋|色|外套|t恤)|戴[^,，。]{0,4}(?:帽|眼镜|口罩|头盔)|(?:黑|白|灰|蓝|红|黄|绿)色?(?:衣|上衣|外套|衣服|裤)|(?:一|1)米[\\d五六七八九]|身高|(?:光|平)头|(?:长|短)发|(?:胖|瘦|高|矮)个',
    '是[^,，。]{0,8}(?:收(?:废品|破烂|旧)|送(?:货|餐|快递|外卖)|外卖|快递|本村|村里|这里的|住户|业主|租客|家里人|司机|保安|物业|施工|来(?:找|接|等|看)|他家|自己的)|误会|认错|虚惊|没事了|(?:民|巡|特|警)?警察?(?:已经?)?(?:来|到|带走)',
    '^(?:he|she|they|it)\\b|\\b(?:ran|gone|left|went|drove) ?(?:off|away|towards?|to)?\\b|\\b(?:plate|wearing|tall|black jacket|red car|false alarm|turned out)\\b',
  ].join('|'),
  'iu',
);
const ofThing =
  /失主|(?:拿|领|取|认)(?:走|回|领)|认领|还(?:给|了|掉)|物归原主|交(?:给|到|了)|(?:里面|包里|袋里)(?:有|是)|找(?:到|回来?)了|\b(?:owner|gave it back|returned it|picked it up|handed it)\b/iu;

/** What whoever told of a find sends next, beside what is told of one by itself. */
export interface SentNext {
  words: string;
  pictures: number;
  /** Nothing else that anybody reads in them: no point, no report, no courtesy. */
  plain: boolean;
  at: Instant;
}

/** Whether words or a picture belong to the find that their sender just told of: 车牌浙G12345, 他跑了, 失主来拿走了. */
export function goesOnWithFind(find: Pick<Find, 'kind' | 'at'>, { words, pictures, plain, at }: SentNext): boolean {
  const since = at - find.at;
  if (words.trim() === '') return pictures > 0 && since <= pictureMs;
  if (plain && since <= plainMs) return true;
  const ofIt = find.kind === 'suspicious' ? ofSuspect : ofThing;
  return since <= followMs && ofIt.test(words.normalize('NFKC').trim());
}
