/** Somebody wants to know something. */
import { oneOf } from './one-of.ts';
import { wordsAt } from './plain-text.ts';
import type { Meaning } from './reading.ts';
import type { Utterance } from './utterance.ts';

const idle = oneOf(
  '吃(?:饭|了|啥|什么)|喝(?:啥|什么)|(?:周末|晚上|一起)?去?(?:爬山|逛街|打球|吃饭|喝酒|喝一杯)|到家了|快递|外卖|代购|拼车|搭车|打火机|火锅|炸鸡|奶茶|谁要',
  '有要[^,]{0,4}的|什么时候开饭|忘了吗|是不是傻|好不好(?:看|吃|玩)|谁家的车|借个|老家|猫|对不对|不是吗|知道吗|你说呢|二哥在吗|火车站|人多吗|(?<![处高焊火业工])作业(?![证票区面])|考证|游戏|夜宵|宵夜',
  '打牌|麻将|拼单|快来拼|这题|包邮|羡慕|八卦',
);
const strong = /请问|问一?下|想问|咨询|麻烦问|谁知道|有没有人知道|怎么|哪里|在哪|多少|电话|归谁|找谁|\?|位置|定位/;

/** What to do in a case that has not come: 万一着火先跑还是先打电话. */
const whatIf =
  /(?:万一|如果|要是|假如|倘若|碰到|碰上|遇到|遇上|发现)[^。!?]{2,20}(?:怎么(?!得了)|咋|如何|该|应该|要不要|能不能|可不可以|可以[^,]{0,6}吗|先[^,]{1,8}还是|打哪|打什么|打多少|找谁|去哪|吗|行不行|对不对)/;
const alarmed = /!!|快来|救命|我家(?:里)?已经|正在|现在/;

/** Reads a question, or nothing. */
export function question(heard: Utterance): Meaning | undefined {
  const supposed = whatIf.test(heard.plain) && !alarmed.test(heard.plain);
  const clause = heard.clauses.find(({ asks }) => asks) ?? (supposed ? heard.clauses[0] : undefined);
  if (clause === undefined) return undefined;
  const because = [{ field: 'intent' as const, words: wordsAt(heard.text, clause.start, clause.end) }];
  const chat = idle.test(heard.plain);
  return { intent: 'question', confidence: chat ? 0.5 : strong.test(heard.plain) ? 0.85 : 0.8, fields: {}, because };
}
