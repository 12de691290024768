/**
 * What people ask in the middle of telling, because they are afraid or tired: does it cost anything, who sees it, does the other one
 * hear of it, and, once it was handed in, is anybody coming.
 */
export type Worry = 'cost' | 'secret' | 'other' | 'wait';

/** Longer words tell something, and are kept as what they are. */
const longest = 24;
const asks = '(?:吗|么|嘛|伐|吧|呢|不|没|啊|呀)*';
const other = '(?:他们?|她们?|对方|那边|人家|老公|老婆|丈夫|婆婆|公公|老板|房东|邻居|家里人?)';
const hears = '(?:知道|晓得|看得?到|看见|收得?到|发现|找上门|报复|通知)';
const may = '(?:会不会|能不能|不会|会|能|是不是|有没有)';

const patterns: readonly (readonly [Worry, RegExp])[] = [
  [
    'cost',
    new RegExp(
      `^(?:这个?|你们|上门|来一次|调解)?(?:是|都)?(?:(?:要|收|花)(?:不(?:要|收|花))?(?:多少)?(?:钱|费用?)|收费|免费|(?:多少|几多)钱|要付钱)(?:的|了)?${asks}$|^(?:is (?:it|this) free|(?:does|will) (?:it|this) cost(?: anything| money)?|how much (?:is it|does it cost)|do i (?:have to )?pay)$`,
      'iu',
    ),
  ],
  [
    'other',
    new RegExp(
      `^(?:那|这样)?${may}?(?:让|给|被|告诉|通知)?${other}(?:${may}(?:再|来)?${hears}?|${hears})[^,，。]{0,6}${asks}$|^(?:会不会|不会)(?:告诉|通知|打电话给)${other}${asks}$|^(?:will|does|can) (?:he|she|they|my (?:husband|wife|boss)) (?:know|see|find out|hear)(?: (?:it|this|of it|about it))?$`,
      'iu',
    ),
  ],
  [
    'secret',
    new RegExp(
      `^(?:那|这个?|我说的?)?(?:${may}|都有)?(?:别人|旁人|外人|有人|谁|哪些人|村里人?|大家|同事)(?:${may})?(?:都)?${hears}[^,，。]{0,6}$|^(?:这个?|你们)?(?:${may})?(?:保密|泄露|说出去|传出去|外传)(?:的|吧)?${asks}$|^(?:who (?:can |will )?(?:sees?|reads?) (?:it|this)|is (?:it|this) (?:private|secret|confidential)|will (?:anyone|anybody|people|others) (?:know|see|find out))$`,
      'iu',
    ),
  ],
  [
    'wait',
    new RegExp(
      `^(?:还)?(?:要|得)?(?:等)?(?:多久|多长时间|几天)(?:才)?(?:有人|能好|回|来)?${asks}$|^(?:什么时候|啥时候|几时)(?:有人|能|会)?(?:来|联系我?|回|好)[^,，。]{0,4}$|^(?:现在)?(?:怎么样|怎样|咋样|到哪(?:一步)?|有(?:没有)?(?:进展|消息|结果))(?:了)?${asks}$|^(?:人)?(?:来|到)了${asks}$|^(?:有没有|有)人(?:管|理|来|接)(?:了)?${asks}$|^(?:怎么)?(?:还)?没人(?:理|管|来|联系)(?:我)?${asks}$|^(?:is (?:anyone|anybody|somebody) coming|how long(?: does it take| will it take)?|any news|what(?:'s| is) happening)$`,
      'iu',
    ),
  ],
];

const asked = /[?？]|会不会|能不能|不会|是不是|有没有|谁|哪些|(?:吗|么|嘛|伐|不|没)$|^(?:who|is|will|does|can)\b/iu;

/** The worry that words are, and nothing else; null: they tell something, or ask for something else. */
export function saidWorry(words: string): Worry | null {
  const text = words
    .normalize('NFKC')
    .trim()
    .replaceAll('’', "'")
    .replace(/[?？。.!！~～…\s]+$/u, '');
  if (text === '' || (text.length > longest && !/^[\x20-\x7e]{1,60}$/u.test(text))) return null;
  const found = patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
  // 老板知道这件事 is no question, and part of the story.
  const tells = (found === 'other' || found === 'secret') && !asked.test(words.normalize('NFKC').trim());
  return tells ? null : found;
}

/** Somebody stands near by who must not see it, or whoever tells cannot be written to just now. */
const hushed =
  /(?:^|[\s,，。])(?:他们?|她|老公|丈夫|男朋友|婆婆|公公|家里人)(?:现在|刚|已经|又|就|快)*(?:在家|在旁边|在边上|在身边|在看|回来|回家|到家|进来|进门|醒|来)(?:了|着)?(?=$|[\s,，。!！])|(?:^|[\s,，。])(?:先|请|暂时|现在)?(?:别|不要|勿|覅|莫)(?:再)?(?:联系|发|回|打|给我)(?:我|了|过来|消息|信息|微信|短信|电话|打电话|给我)*(?=$|[\s,，。!！])|\bhe(?:'s| is) (?:here|home|back)\b|\b(?:don't|do not|stop) (?:write|writing|call|calling|contact|text)/iu;

/** Whether words ask for silence: every message that follows could be read by whom it is kept from. */
export function asksForSilence(words: string): boolean {
  const text = words.normalize('NFKC').trim().replaceAll('’', "'");
  return text.length <= 40 && hushed.test(text);
}
