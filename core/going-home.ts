/** Why one goes home: never that there is something to be looked at somewhere. */
const why =
  '(?:[,，。\\s]+(?!.*(?:前面|那边|这边|看看|去看|\\d号|路口|下一))[^?？]{0,8}(?:孩子|小孩|娃|家里|老婆|老公|老人|[爸妈]|发烧|舒服|生病|[疼痛]|有事|急事|上班|加班|早班|夜班|累|困|医院|单位|明天|你们|大家|继续|辛苦|再见|拜拜|晚安|抱歉|不好意思)[^?？]{0,12})?';
const whyEnglish =
  "(?:[,.;:]? (?:because |as |since )?(?:my |the |i |i['’]m |feeling |got |not )*(?:kids?|child|son|daughter|wife|husband|mum|mom|dad|mother|father|family|fever|sick|ill|unwell|well|hurts?|headache|tired|work|shift|hospital|emergency at home|good night|sorry)\\b[^?]{0,30})";
const sigh = '(?:了|一步|啦|吧|咯|哈|啊)*';
const close = `${sigh}${why}[。.!！~\\s]*$`;
const before = '^(?:[^,，。]{0,12}[,，。\\s]+)?';
const ill =
  '(?:身体|人)?(?:有点|实在|太)?(?:不舒服|不适|难受|发烧|头[疼晕痛]|肚子[疼痛]|胃[疼痛]|拉肚子|生病|感冒|有急?事|家里有事)了?';
const leaves = '(?:回(?:去|家)?|撤|走|下班|下岗)(?:睡觉?|休息|躺着)?';

const own = new RegExp(
  [
    `${before}[我俺咱]?(?:要|得|就)?先(?:走|撤|家去|回家)${close}|(?:^|${before}[我俺咱])先?(?:溜|闪)${close}`,
    `${before}(?:我(?:得|要|就|也)?先?(?:回(?:去|家)|撤|下班|下岗)(?:睡觉?|休息)?|我?先(?:回(?:去|家)?|撤|走)|我(?:先)?(?:收工|收队|结束|完事)|我(?!们|看|见|听|跟)[^,，。\\s他她们]{0,8}先(?:回(?:去|家)?|撤|走)(?:睡觉?|休息)?)${close}`,
    `${before}我(?:这边|这里|这儿|自己)(?:的)?(?:都|全部?|已经?|也|先)*(?:结束|完事|收工|收队|下班|下岗|撤)${close}`,
    `^我?${ill}[,，\\s]*(?:先|要|得)*${leaves}${close}`,
    `^(?:sorry,? )?(?:(?:i(?:['’]m| am| have to| need to| must|['’]ve got to| gotta)?|gotta|need to|have to) ?(?:go(?:ing)? home|leav(?:e|ing)(?: early)?|head(?:ing)? home|off home)|(?:leaving|have to leave) early)(?: now| early)?${whyEnglish}?[.!\\s]*$`,
    `^(?:sorry,? )?i(?:['’]m| am) (?:done|finished|off)(?: now| for (?:tonight|today|the night|the day))?${whyEnglish}?[.!\\s]*$`,
    `^(?:go|head)ing home(?: now| early)?${whyEnglish}[.!\\s]*$`,
  ].join('|'),
  'iu',
);
/** 回家了 says not of whom; at the end of the night it is of all. */
const bare = new RegExp(
  `^(?:回家|回去|下班)(?:睡觉?|休息)?(?:了|啦|咯)+${why}[。.!！~\\s]*$|^(?:下班)[。.!！~\\s]*$|^(?:go|head)ing home(?: now)?[.!\\s]*$`,
  'iu',
);
const post = /^(?:我)?(?:下岗|下哨)(?:了|啦)?[。.!！~\s]*$/u;
const other = new RegExp(
  `^(?!我|咱|大家|全|都|可以|[已就]|终于|今|你|他|她|队长|班长|组长)([^,，。\\s]{1,8}?)[,，\\s]*(?:他|她)?(?:也|都|已经?|刚|因为)*(?:${ill})?[,，\\s]*(?:先${leaves}${sigh}|${leaves}(?:了|啦)+|(?:收工|收队|下勤)(?:了|啦)+|(?:离开|离岗|退)了)${why}[。.!！~\\s]*$|^([^,.]{1,20}?)(?:['’]s| is| has| had to| has to)? (?:go(?:ing|ne|es)? home|went home|left(?: early)?|leaving(?: early)?|head(?:ing|ed) home)(?:[,.!]+\\s*[^?]{0,40})?[.!\\s]*$`,
  'iu',
);

/** Whoever goes home says so in a line. */
const longest = 120;
/** What stands before that somebody goes. */
const goes = /回(?!头)|撤|走|下[班岗哨勤]|收[工队]|结束|完事|离[开岗]|退|\b(?:go|leav|left|head)/iu;
/** Right before it: at most who goes, and how. */
const then = '(?:我|他|她|们|就|要|得|也|都|可以|提前|先|[,，\\s])*$';
/** It is not so yet: a condition, a plan, or what somebody says or does not do. 明天还要上班 我先走了 is a reason. */
const notYet = new RegExp(
  [
    '如果|要是|假如|万一|的话|不然|否则|要不|回头|[一待过]会|晚点|稍后|等[会下一到]|(?:^|[,，\\s我再])等(?![不了着])|\\bif\\b',
    `(?:明[天晚早]|后天|下次|[\\d一二三四五六七八九十两]点(?:半|钟|整|[一三]刻|\\d+分?)?|(?:以|之|完|钟|时|然|半)后)${then}`,
    `(?:可能|也许|估计|好像|打算|准备|想|[说讲问][:：]?|再(?![见不会])[^,，。\\s]{1,8})${then}`,
    '(?:没有?|别|未|(?<!得)不)(?:想|要|能|会|打算|可能)?先$',
  ].join('|'),
  'iu',
);

/**
 * Who goes home by these words while the others stay, which is no end of the shift: `own` whoever says so, `bare` perhaps all of
 * them (回家了), `post` whoever stands at a post, else by what name somebody else calls them. Null: they say nothing of it.
 */
export type GoingHome = { who: 'own' | 'bare' | 'post' } | { who: 'other'; name: string };

/** Reads who goes home, or nothing. */
export function goingHome(text: string): GoingHome | null {
  const words = text.trim();
  if (words.length > longest || notYet.test(words.split(goes, 1)[0] ?? '')) return null;
  if (own.test(words)) return { who: 'own' };
  if (post.test(words)) return { who: 'post' };
  if (bare.test(words)) return { who: 'bare' };
  const match = other.exec(words);
  const name = match?.[1] ?? match?.[2];
  return name === undefined ? null : { who: 'other', name };
}
