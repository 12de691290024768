/** What is said of trouble by one who is out: danger, somebody hurt, being lost or held, a need of help. */
import { oneOf } from '../one-of.ts';

/** Said of trouble that there is none, and what only sounds like it. */
const noTrouble = new RegExp(
  oneOf(
    '不好意思|有事(?:情|儿)?(?:再|会|就|我们?会|一定|马上|第一时间|随时|call)|(?:没有?|没啥|没什么|没得|莫得|冇|无|未)(?:人|啥|什么|任何|大|受|出|发生)*(?:伤|事|危险|问题|不好|不舒服|困难|意外|麻烦|异常|情况|摔|晕|痛|疼)(?:着|到|倒|了)?',
    '不(?:疼|痛|晕|难受|危险|需要(?:人|帮忙|支援)|用(?:人|帮忙|支援|担心|报警))|差点|险些|(?:当心|小心|注意|防止|别)(?:滑|摔|晕)?倒?|痛快|心疼|头疼的是|撞见|帮忙(?:了|巡|看|照|打卡|拍)|有情况(?:就|会|再|我)',
    '(?:路过|经过|医院|派出所|卫生院)(?:医院|派出所|卫生院)?的?[正东南西北后侧大]?(?:门|路|口|旁|边|对面|附近|后面|前面|那|这|围墙|停车)|派出所(?:签到|交接|开会|值|领|集合|汇合|报到|点)|躺(?:一?会|一下|着(?:休息|歇))',
    "\\b(?:no(?:t|body|thing| one)?|never|without|don'?t need)(?: (?:is|was|been|any|in|at all|need(?:ed|s)?|really|here|got))* (?:trouble|help|hurt|injur\\w+|lost|danger|accidents?|emergency|bad|wrong|stuck|sick|cold)\\b|\\blost (?:signal|reception|track|my phone)\\b|\\bcan'?t (?:complain|hear|talk)\\b",
  ),
  'g',
);
/** Where nobody is who is well, whatever else is read in it. */
const grave = oneOf(
  '医院|卫生院|急诊|急救|抢救|手术|住院|输液|挂水|点滴|看医生|派出所|心脏|心梗|脑梗|中风|车祸|没气|[没不]醒|(?:没有?|停止?)(?:了)?(?:呼吸|心跳)|呼吸(?:困难|不)|躺|(?:一身|满[身头脸手]|都是|吐|好多)血',
  '(?:在|掉|摔|滑|栽|翻|倒|冲|泡|跌|滚|落|困)(?:进|到|在|了)?[^,。\\s]{0,3}(?:沟|水|河|坑|井|塘|渠|池|溪|江|湖|库)(?:里|底|中)',
  '\\b(?:(?:in|to|at) (?:the )?(?:hospital|er|surgery|a ditch|ditch|water|river|pond|canal|police station)|ambulance|surgery|heart attack|stroke|seizure|collapsed|passed out|faint\\w*|unconscious|lying|crash\\w*|dying|dead|drown\\w*)\\b',
);
const trouble = oneOf(
  '(?<!信号|网络|网|天气|天|路况?|光线|视线|手机|电话|耳朵|记性|电池)(?:不是?(?:太|大|很|怎么)?|没那么)(?:好(?![找走看说拍认过停打])|妙|平安|安全(?!帽)|对劲|舒服|正常|ok)|(?:出|惹)(?:大)?事|(?<!刚|刚才|刚刚|家里?|单位|厂里|临时|前面)有(?:点|些)?(?:大)?(?:事(?:情|儿)?|情况|危险|麻烦)|(?:遇|碰)(?:到|上)[^,。]{0,4}(?:事|麻烦|坏人|情况|歹徒|危险|醉汉|流氓)',
  '帮(?:帮|下|一下|个)?(?:我|忙)|要(?:人|个人)?帮|求助|求救|救(?:我|人|命|护)|sos|(?:快|赶紧|赶快)(?:点)?来(?!了)|马上来(?:几?个?人|救|帮)|来(?:几?个)?人|支援|(?:叫|派|喊)(?:点|几个|些)?人|报警|(?<!\\d)1(?:10|20|19)(?!\\d)',
  '(?<!手机|电筒|对讲机|东西|杯子?|相机|电瓶)(?:摔|跌|滑倒)|崴|扭(?:到|了|伤)|伤(?:了|到|得|口|着|员|$|[,。])|流血|出血|骨折|晕|昏|疼|痛|难受|喘不|胸闷|心慌|抽筋|中暑|低血糖|发(?:高)?烧|中毒|吐了|被?(?:咬|蜇|砸|烫|(?<![没充断停有来])电)(?:到|了|伤)|撞(?:到|了|伤|车|人)',
  '走不(?:动|了|出)|动(?:不了|弹不得)|站不|起不来|爬不|[上下出回过]不(?:来|去)|困(?:住|在)|卡(?:住|在)|陷(?:住|在|进|里)|掉(?:进|到|下|沟|水|河|坑)|落水|迷路|找不到(?:路|方向|人|他|她|东|北)|不见了|走(?:散|丢)|失联|联系不[上到]',
  '打(?:架|人|起来)|[被让给][^,。]{0,6}(?:打|拦|围|追|堵|抢|扣|砍|骂|威胁|跟|咬|撞|困)|拦(?:住|着|我)|围(?:住|着|攻|了)|追(?:我|着)|抢(?:劫|我|走)|刀|威胁|闹事|歹徒|坏人|流氓|尾随|跟踪|跟着我|冲突|吵起来|着火|起火|触电|塌|淹|翻车',
  "\\b(?:(?:not|isn'?t|aren'?t) (?:\\w+ )?(?:ok(?:ay)?|good|well|fine|safe|alright|all right)|no good|unwell|unsafe|trouble|help|hurt\\w*|injur\\w+|bleed\\w*|blood|fell|fallen|stuck|lost|(?:can'?t|cannot|unable to) (?:move|walk|get|breathe|go|see|find|reach)|attack\\w*|fight\\w*|chas(?:ed|ing)|accident|emergency|danger\\w*|trapped|bad|sick|dizzy|missing|robbed|knife|gun|followed|following (?:me|us))\\b",
  '(?<!手机|电筒|灯|电|电池|信号|网络?|对讲机|天气?|雨)不行了|[我他她]不行|没力气|[撑顶扛坚]持?不住|[老小][一-龥]没了|鼻血|血泊|在(?:吐|哭|喘|发?抖)|在抽(?![烟根支个空])|发抖|抽搐|[想呕]吐|冻[死僵]',
  grave.source,
  '^(?:不|没有|no|nope|not really|not yet|no good)$|🆘|🤕|🚑|😭|🩸|😱',
);

/** What is left of plain words without those that say of trouble that there is none. */
export function withoutNoTrouble(plain: string): string {
  return plain.replaceAll(noTrouble, '|').trim();
}

/** Whether plain words tell of trouble. */
export function tellsTrouble(plain: string): boolean {
  return trouble.test(withoutNoTrouble(plain));
}

/** Whether plain words tell of what nobody is well with, in a hospital or in the water, whatever else is read in them. */
export function tellsGraveTrouble(plain: string): boolean {
  return grave.test(withoutNoTrouble(plain));
}
