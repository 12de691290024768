/** What makes words a dispute: something is withheld, denied, done to somebody, and somebody minds. */
import { oneOf } from '../one-of.ts';
import type { Utterance } from '../utterance.ts';

/** How much of a dispute there is in the words; places of the plain text. */
export interface Grievance {
  /** Something is withheld or denied: it is claimed. */
  readonly claims: number;
  /** The writer or theirs are in it. */
  readonly own: boolean;
  /** Somebody asks for help with it. */
  readonly asksForHelp: boolean;
  /** They have talked to the other side, or ask something of it. */
  readonly quarrel: boolean;
  readonly start: number;
  readonly end: number;
}

const withheld = oneOf(
  '(?:不肯|不愿|不给|不退|不赔|不还|不发|不付|不结|不认|不承认|不同意|不让|不养|不管(?!怎)|不履行|不理|不睬|不拆|不修|不搬|不听|不改|不轮|不签|不负责|不公|不服|不开|不批|不予|硬是|耍赖|赖(?:着|账|掉|皮)|抵赖)',
  '(?:拖欠|拖着|拖了|拖到|拖我|拖咗|一拖再拖|欠(?:我|了|薪|款|着|条|人|阿|俺|钱)|还欠|差我|押(?:着|我|了)|扣(?:着|了|掉|我|下|押)|克扣|乱扣|讨(?:不|勿|也)|要不回|收不回|拿不(?:到|回)|没着落|没下文|未果|催)',
  '(?:跑了|跑路|走佬|失联|电话(?:都)?(?:不接|打不通|关机)|人都?找不到|找不到人|不见人|拉黑|删了|踢皮球|推来推去|推(?:责任|卸)|互相推|没人(?:管|理|养)|不闻不问|没反应|没回音|装死)',
  '(?:还)?没(?:有)?(?:发|结|给|付|还|赔|退|补|份|得)(?!过|意思|劲|空)|未(?:发|结|付|还)|一(?:分|毛|个子)(?:钱)?(?:都|也)?(?:没|不|未)|只(?:肯|愿|退|赔|给|还|出|答应|让|说|剩)|少(?:算|给|了|发|赔)|对不上',
  '\\b(?:refus\\w*|won.t|will not|(?:has|have|did|does)(?:n.t| not)|no (?:refund|compensation|answer)|owes?|unpaid|never paid)\\b',
);
const claimed = oneOf(
  '要(?:求|他|她|你们|赔|退|个说法|说法|讨|离婚|分割|双倍|公开)|索赔|赔偿?|说法|评(?:评)?理|说理|讨(?:个|回|要)|公道|不公平|不合理|起诉|仲裁|打官司|调解|调一下|纠纷|矛盾|投诉|劝(?:劝|哈|一下)|公开道歉|道歉|补偿',
  '吵(?!得|死|醒|到|人|闹声|着)|闹(?:到|得|离|矛盾|翻)|谈不(?:拢|好|下来|成)|争(?:执|吵|到|房|财产|家产)|占(?:了|我|去|掉|着|用|用我)|霸占|独吞|圈(?:了|起|到)|(?:被|给)[^,。]{0,6}(?:占|打|咬|撞|骗|坑|赶|砸|推|扣|圈|封|挪|偷|辞|开除|裁|停)|赶(?:我|人|我们)|骂(?:我|人|街|了)|欺负|威胁|误诊|反悔|变卦|涨(?:价|租)|关门|断(?:我|水|电)|停(?:我|水|电|了)|挡(?:了|住|着|我)|堆|堵|封|砌|漏|泡|震裂|裂|臭|吵得|睡不|困不着|难受|受不了|烦',
  '(?:说|讲|找|劝|提|反映|敲门|报警|问|催|协商)(?:了|过|他|她)[^,。]{0,6}(?:次|回|遍|道|也|都|不|没|硬)|(?:断|压|截|骨折|摔|伤|死|错|失败|毛病|走佬|开胶|坏|掉)(?:了)?',
  '\\b(?:dispute|complain\\w*|mediat\\w*|argu\\w*|unfair|compensat\\w*|every night|divorce|fired|without)\\b',
);
const ours =
  /我(?!们这边没|看|猜|觉得|听说|说的是|笑|晕|去|们大家)|我们|咱|俺|本人|我方|我司|自己|阿拉|老娘|老爸|老妈|我[儿女爸妈爷奶弟妹哥姐叔舅]|(?:^|[\s,])(?:老板|房东|厂里|邻居|楼上|楼下|隔壁|物业|老公|老婆|前妻|前夫|婆婆|儿子|儿媳|对方|客户|包工头)|\b(?:i|my|me|us|our|we)\b/;
const help =
  /调解(?!员们|室空|成功|节目)|(?:想|要|帮忙|能不能)?(?:找|请|约)[^,。]{0,6}(?:和事嫂|喜哥|聪哥|调解|懂法|律师|人(?:评|来?说|劝|调))|评评?理|说理|讨(?:个)?(?:说法|公道)|怎么(?:办|要回|维权|追)|咋办|能(?:不能)?帮(?:我|忙|我们)?[^,。]{0,4}(?:要|讨|调|说|看|处理|解决)|有没有(?:人管|说理)|没人管|求助|申请|mediate|help me/;
const talked =
  /(?:说|讲|找|劝|提|反映|敲门|问|催|谈|沟通|商量|报警|理论|吵)(?:了|过|他|她|也|都|好|到|几|一次|不|两|三|老板)|不(?:听|理|睬|肯|改|认|愿|让|拆)|要求|要他|赔|吵(?:过|了|好)|骂|投诉过|调解|评理|说法|说有证|talked|argued/;

/** Looks for what is minded; undefined: nobody minds anything. */
export function grievanceIn({ plain }: Utterance): Grievance | undefined {
  const first = withheld.exec(plain);
  const second = claimed.exec(plain);
  const match = first ?? second;
  const asksForHelp = help.test(plain);
  if (match === null) return undefined;
  return {
    claims: (first === null ? 0 : 2) + (second === null ? 0 : 1) + (asksForHelp ? 1 : 0),
    own: ours.test(plain),
    asksForHelp,
    quarrel: talked.test(plain),
    start: match.index,
    end: match.index + match[0].length,
  };
}
