/** Whether a clause asks something, with or without a question mark. */
import { oneOf } from './one-of.ts';

const asking = oneOf(
  // Ends that ask: 去吗, 到了没, 上班不, and a verb on both sides of its denial: 够不够
  '(?<!不)((?![得了盖])[一-龥])[不没]\\1|[吗么](?:[啊呀哈的])*$|伐$|(?:上班|开门|营业|上课)不$',
  '(?:了|过|到|完|好|修|吃|来|去|回|灭|报|发|看|有|上|下|出|行|在|是|要|会|能|够)(?:没有?|不|否|未)$',
  // Words that ask
  '是否|(?<!我)几分钟(?:能|可以|才能)到|可不可以|谁(?!都|也|家着)|哪(?!怕|天|都)|什么(?!都|也)|(?<!不知道|不管)怎么(?!也|都|得了)|为啥|干嘛|干什么|咋|啥(?!也|都)',
  '(?<![好十百千有这那们哥带拿派调送来再\\d])几(?:点|个|号|时|人|台|位|岁|年)(?!人?都)|多少|多久|(?<!米|公分|厘米|公里|尺)(?:多大|多远|多深)|何时|如何',
  '[^,]{2,10}还是(?!不|算|要|得|别|先|去不|来不|我|你|他|很|有|在|没)[^,]{2}|^(?:请问|问一?下|想问|咨询|麻烦问)',
  // Asking for something to be sent
  '(?:位置|定位|地址|坐标|导航)[^,]{0,3}(?:发|给|共享|报)|发(?:一下|个|下)?(?:定位|位置|地址|坐标)',
  '\\b(?:who|what|where|when|how|why|which|is (?:it|there)|are (?:you|there)|can you|do (?:i|we|you)|should i)\\b',
);
const asksAnyone = /有没有人|谁(?:知道|会|有)/;
/** 没什么, 来不 as half a word, 几个人受伤, 我不懂, 学了怎么救人, 今天没有: all of them say and do not ask. */
const saying = oneOf(
  '谁懂[啊呀]?$|(?:谁|什么|多少|怎么)[^,]{0,8}(?:谈不拢|说不清|商量不好)|没[什啥]么?|不知道啥|不要紧|没怎么|什么都|谁都|(?:要|来|去|走|吃|赶|对|受|忙|离|开|到|起|差|帮)不$',
  '几个人(?:受|都|去|来|在里|被)|不知道(?:什么|谁|哪)|不懂|不清楚|不确定',
  '(?:学|教|知道|讲|说|练)(?:了|大家|我们)?(?:一下)?怎么|^(?:今天|本周|昨天|目前|我们|这边)?没有$',
);

/** Whether `words`, followed by `mark`, ask something. */
export function asks(words: string, mark: string): boolean {
  return mark.includes('?') || (asking.test(words) && (!saying.test(words) || asksAnyone.test(words)));
}
