/** They may soon not be heard. */
import { oneOf } from '../one-of.ts';
import type { Phrase } from '../phrase.ts';

/** In the order in which a message is searched. */
export const commsRisk: readonly Phrase[] = [
  {
    intent: 'comms_risk',
    words: oneOf(
      '(?:手机|电池|电量|对讲机?)[^,]{0,3}(?:见底|耗尽|告急|撑不)|(?:手机|电话|对讲机?|手台|电台|电池)[^,]{0,10}(?:没电|快没电|没多少电|要没电|电量|关机|[0-9]+%|百分之|听不|进水|坏了|摔坏|噶|嘎|快挂|要挂|没信号|掉水|不带|打不通|断断续续|不好用|时断时续|失灵|串频|没声音|没带)',
      '频道[^,]{0,4}(?:不通|串|听不|没人应)|呼(?:叫)?不(?:通|应)|(?:没|无|没有|收不到|失去|信号不)(?:什么|啥)?(?:信号|网络|网(?!友|上|红))',
      '信号(?:很|太|非常|不太)?(?:不好|差|弱|断|不稳|中断|时有时无|时断时续)|可能(?:会)?(?:失联|联系不上|打不通|断联)|(?:联系不上|联系不到)我',
      '^(?:我|手机)?(?:快|马上|要)?(?:没|没有)电了?$|(?:手机|对讲)[^,]{0,3}(?:泡|湿|摔)|电量(?:百分之|只)|电(?:量)?(?:不足|不多|快没|只剩|剩)',
      '(?:只)?剩[^,]{0,3}格?电|打不通电话|只(?:剩|有)[^,]{0,4}电了?',
      '\\b(?:no (?:signal|reception|service|coverage)|battery (?:low|dying|almost)|phone (?:is )?(?:almost |nearly |about to )?(?:dead|dying|die|at \\d)|low battery|bad (?:signal|reception)|radio (?:is )?(?:dead|down|breaking))\\b',
    ),
    unless:
      /送[^,]{0,4}电池|停电|电瓶|通电|老人|孩子|(?:他们?|她|家属)的?(?:手机|电话)|失联者|能联系不|他们|有人|困在|断电|充电宝/,
  },
];
