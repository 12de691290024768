/** What people say to a wish for leave or a swap that is put before them. */

/** A yes or a no in people's own words. */
export interface SaidToRequest {
  isYes: boolean;
  /** It answers any question: 可以 and 不行, and not 准了. */
  vague: boolean;
}

const particle = '[了吧啊呀的呢啦哈嘛你他她]*';
/** A leader's own words: 准, 批了, 那就准了, 准假. */
const granted = new RegExp(
  `^(?:那|就|行|好|可以|我|都)*(?:同意|批准|准|批)(?:请?假)?${particle}$|^(?:granted|approved|permitted)$`,
  'u',
);
const refused = new RegExp(
  `^(?:这次|这个|恐怕|我|那|就)*(?:不|没法|不能)(?:能|可以|予)?(?:同意|批准|准|批)(?:请?假)?${particle}$|^(?:refused|denied|not (?:granted|approved))$`,
  'u',
);
const yes = new RegExp(`^(?:那|就)*(?:可以|行|没问题|yes|sure|fine)${particle}$`, 'u');
const no = new RegExp(`^(?:那|这次|这个|恐怕)*(?:不行|不可以|no)${particle}$`, 'u');
/** To 方便吗？ A leader who says 好的 has read it and decides nothing, and 来不了 is of themselves. */
const comes = new RegExp(`^(?:好|方便|我[去来]|ok|okay)${particle}$`, 'u');
const stays = new RegExp(`^(?:没空|没时间|[去来]不了|我也没空|有事|sorry|can['’]?t|cannot)${particle}$`, 'u');

const polite = /^(?:好的?|嗯+|收到|知道了|ok)$/u;
/** 可以，但要找人替; 同意，25号不行: what is on a condition, or of a part. */
const open =
  /但|不过|只|除非|先|如果|要是|条件|前提|等|再|得|替|顶|换|找|另|\d|[一二三四五六日天][号晚]|周|星期|礼拜|[今明后][天晚]|还是|\b(?:but|if|unless|only|first|when|once|find|except)\b/u;
const decides = /同意|批|准(?!时|备|点)|可以|不行|\b(?:yes|no|grant|refuse|approve)/u;

/**
 * A plain yes or no: 准, 可以. A leader may say a word about it behind: 同意，好好休息. Null: neither, or more than that.
 * @param leads whether it is a leader's decision that is waited for
 */
export function saidToRequest(text: string, leads: boolean): SaidToRequest | null {
  const [first = '', ...more] = clausesIn(text);
  const rest = more.join(' ');
  if (/[?？吗么]/u.test(text) || decides.test(rest) || (rest !== '' && !leads)) return null;
  if (leads && refused.test(first)) return { isYes: false, vague: false };
  if (no.test(first) || (!leads && stays.test(first))) return { isYes: false, vague: true };
  if (open.test(rest)) return null;
  if (leads && granted.test(first)) return { isYes: true, vague: false };
  return yes.test(first) || (!leads && comes.test(first)) ? { isYes: true, vague: true } : null;
}

/** 好的，准了 says 准了. */
function clausesIn(text: string): string[] {
  const said = text.normalize('NFKC').trim().toLowerCase();
  const all = said.split(/\p{Script=Han}/u.test(said) ? /[\s,，。.;；!！、~]+/u : /[,.;!]+\s*/u).filter(Boolean);
  return all.length > 1 && polite.test(all[0] ?? '') && decides.test(all[1] ?? '') ? all.slice(1) : all;
}
