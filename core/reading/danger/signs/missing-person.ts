/** People who are gone. */
import { sure } from '../sign.ts';
import type { DangerSign } from '../sign.ts';
import { someone } from '../somebody.ts';

const notBack =
  '(?:没影|没踪影|没消息|不见了|找不[到着]了?|没找[到着]|没回来|没回家|没下来|联系不上|失联|没音讯|没音信|失去联系|丢了|跟丢|走散|(?<!没有?)走丢)';

/** Signs: people who are gone. */
export const missingPerson: readonly DangerSign[] = [
  sure(
    'missing_person',
    [
      `走失|走丢(?!了?一次)|失踪(?!案|人口普查)|(?:${someone}|老爷子|老太|宝宝|孙子|孙女|痴呆)[^。!?\\n]{0,14}${notBack}|离家出走`,
      `(?:上山|下午|早上|中午|出门|出去|早饭)[^。!?\\n]{0,20}(?:没|不)(?:看到|看见|见到?|找到|找着)人`,
      '(?:上山|下午|早上|中午|昨天|昨晚|出门|出去|采[^,。]{0,4}|放学)[^。!?\\n]{0,14}(?:到现在|一直|还)?(?:没|未)(?:回来|回家|下来|到家|出来|找到|找着|回(?=$|[,。!\\s]))',
      '\\b(?:child|kid|boy|girl|man|woman|son|daughter|grand\\w+|mother|father) (?:is |has gone |went )?missing',
      'missing (?:child|person|since)',
    ],
    /快递|外卖|公交|老板|猫|狗|找不到(?:工作|对象|人(?:办|问|修|管|说|借|要))|手机|丢了?(?:一?[个只台部条把串袋件]|一?(?:包|钱|东西|钥匙))(?![^,。]{0,4}(?:孩|娃|人|女|男|老))|找不到你|停[了着][^。]{0,8}车/,
  ),
];
