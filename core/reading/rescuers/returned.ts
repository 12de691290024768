/** Back, and safe. */
import { oneOf } from '../one-of.ts';
import type { Phrase } from '../phrase.ts';

/** In the order in which a message is searched. */
export const returned: readonly Phrase[] = [
  {
    intent: 'returned',
    words: oneOf(
      '回库|归库|归建|返勤|恢复执勤|收(?:队|工(?:了|$)|兵|操)|归队|归营|返(?:回|程|航|站|队|家|营)|回(?:站|队|驻地|营|到家|到站|到驻|来了|单位了)|撤回来',
      '到家(?:了|$)',
      '安全(?:返|回|到家|$|撤回|归)|平安(?:到家|返|回|$|归)|都回(?:来|家|站|去)了|(?:全部|全员|都|已经?)撤回(?!岸|外|安全)|一个不少|任务(?:结束|完成|解除)',
      '我(?:很)?安全|装备(?:都|清点)?(?:齐|完)|回屋|^(?:已经?|都|我们?)?到站(?:里)?(?:了|$)',
      "\\b(?:back (?:home|at|to|in) ?\\w*|returned|home (?:safe|now)|safe (?:and sound|at home|home)|all back|stood down|i am home|i'm home)\\b",
    ),
    unless:
      /没回来|还没|回来(?:了)?(?:吗|没)|安全(?:第一|出口|生产|注意)|注意安全|返回来不|不安全|未归|回来再|才回来|老婆回来|(?:孩子|老人|小孩|老太|爷|奶|人)[^,]{0,8}安全/,
  },
];
