/** How a check-in stands to those before it: the same point once more, told late, put right. */
import { finding, joined, nothing } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { oneOf } from '../one-of.ts';
import type { Utterance } from '../utterance.ts';
import { spanOf, without } from '../span.ts';

const again = oneOf(
  '同上|同前|同一?个?(?:点|地方|位置)|一样的?(?:点|地方|位置)|还是(?:刚才|刚刚|上面|上一个|那个|这个|原来)[^,。]{0,3}(?:点|地方|位置)?|还在(?:刚才|原来|原地|那)|(?:重|再)(?:新)?(?:发|拍|传|来|补)(?:了)?一?[张遍次个下]|重[发拍传]|第二次(?:拍|发)|重新(?:拍|发)|换个角度',
  '(?:刚才|刚刚|上一?张|上面|前面)[^,。]{0,4}(?:糊|模糊|太黑|太暗|没拍清|看不清|没拍好|没对上焦|拍虚)|\\bditto\\b|same (?:as|point|place|spot)|again\\b|retake',
);
const late = oneOf(
  '漏了?[^,。\\s|]{0,6}补|(?:回头|折回|又)[^,。]{0,4}补|补\\s*(?:第|\\d|[一二三四五六七八九十]+号)|补(?:一?[张个下]|两张|$|[\\s,。!]|了|发|拍|打|卡|上|报|传|交|录)|(?:后|迟|晚|才)(?:发|补|传)(?!现|生)|(?:忘|漏)(?:了|记)?(?:拍|打|发|报|传|上传|照相)|(?:刚才|刚刚|刚|之前|前面|那会|当时)[^,。]{0,4}(?:忘|漏|没(?:拍|发|打|来得及|顾上|信号|网|电|流量))|(?:没|无)(?:信号|网)[^,。]{0,6}(?:发|传|才)|(?:信号|网)(?:差|不好|太差|断)',
  '(?:上一?个|前一个|刚才那个|前面那个|之前那个|刚刚那个)(?:打卡)?点|(?:是|这是)(?:刚才|之前|前面|早些时候)(?:的|拍)|现在才(?:发|传|有)|\\b(?:late|forgot|missed|earlier|belated|no signal)\\b',
);
const correction = oneOf(
  '(?:发|打|写|说|报|拍|标|弄|搞|点|传|配|看|编|填|输|码|记)(?:的|得|成)?(?:是)?(?:反|错)(?:了|点|号|图|张|群)?|更正|纠正|改一?下|改(?:为|成)|(?:应该|应当|其实|实际)(?:上)?是|(?:写|打|发|报|说|看|记)成|作废|撤回|不算数?(?![咱我俺])|口误|笔误|手误|手滑',
  '不是[^,。是]{1,8}(?:,|\\s)*(?:而)?是|是[^,。不]{1,8}[,\\s]+不是|\\b(?:typo|correction|i meant?|wrong (?:one|photo|point|number)|not \\d+ but|(?:point|no\\.?) ?\\d+,? not (?:point )?\\d+|should be)\\b',
  // 不对 4号, 哦不 是大塘沿, 不是3号 4号, 3号不对 是4号, no wait, 4: said of what was said before, and nothing more.
  '^(?:(?:哦|噢|喔|啊|呃|额|诶|唉|哎呀?|咦|等等|等一?下|慢着|抱歉|不好意思|对不起)[\\s,]*)?(?:不对|不不+|不|错了|搞错了?|弄错了?)(?:了|啊|呀|哦|喔|吧|哈|不对)*[\\s,。!:]*(?:应该|那张?|这张?|刚才那?张?|就)*(?:是(?![有不谁什哪在因我他她你个一])[^,。?\\s]{1,10}|第?(?:\\d{1,3}|[一二三四五六七八九十]{1,3})(?:号|个)?(?:点位?|位)?)[了吧啊的呀哈]*[\\s。!]*$',
  '不是第?(?:\\d{1,3}|[一二三四五六七八九十]{1,3})号?(?:点位?|位)?[\\s,]*是?第?(?:\\d{1,3}|[一二三四五六七八九十]{1,3})(?:号|$)|第?(?:\\d{1,3}|[一二三四五六七八九十]{1,3})号?(?:点位?|位)?[\\s,]*不是第?(?:\\d{1,3}|[一二三四五六七八九十]{1,3})(?:号|$)|第?(?:\\d{1,3}|[一二三四五六七八九十]{1,3})号?(?:点位?|位)?不对[\\s,]*(?:应该)?是|第?(?:\\d{1,3}|[一二三四五六七八九十]{1,3})号?(?:点位?|位)?才对',
  "^(?:(?:oops|sorry|wait|actually|my (?:mistake|bad))[\\s,.!]+|no+\\s*[,!][\\s,.!]*|no+\\s+(?=[a-z]{2}))+(?:(?:it|that)(?:'s| is| was)|make (?:it|that)|i meant?)?\\s*(?:point|stop|no\\.?|number|#)?\\s*\\d{1,3}[.!\\s]*$",
);
/** How the message stands to those before: the same point, told late, put right. What others should make good is not. */
export function standingToBefore(heard: Utterance): Finding {
  const plain = without(
    heard.plain,
    heard.clauses.filter(({ asks, words }) => asks || forOthers.test(words)),
  );
  return joined(
    mark(heard, plain, 'again', again),
    mark(heard, plain, 'late', late),
    mark(heard, plain, 'correction', correction),
  );
}

const forOthers =
  /^(?:谁|请|麻烦|你们?|大家|各)|(?<!更正|纠正|改|修正)一下吧?$|(?:马上|等下|等会儿?|一会儿?|待会儿?|稍后|回头|晚点|再|去)补(?![的了])/;

/** Whether the words tell of something late. */
export function isLate(plain: string): boolean {
  return late.test(plain);
}

/** Whether the words put something right. */
export function isCorrection(plain: string): boolean {
  return correction.test(plain);
}

function mark(heard: Utterance, plain: string, field: 'again' | 'late' | 'correction', words: RegExp): Finding {
  const span = spanOf(words, plain);
  return span === undefined ? nothing : finding(heard, field, true, span.start, span.end);
}
