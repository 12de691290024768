/** Who comes in whose place, as somebody says of two others: 周三晚上东03顶东01. */
export interface StandInWords {
  comes: string;
  goes: string;
}

const day =
  '(?:(?:大?后天|[今明后][天日晚]?|这周|下?(?:周|星期|礼拜)[一二三四五六日天末]|\\d{1,2}[月.]\\d{1,2}[日号]?|\\d{1,2}[日号])的?(?:晚上?|夜里?|上午|下午|白天|上半夜|下半夜|前半夜|后半夜)?)?';
const name = '([\\p{L}\\p{N}]{1,8}?)';
const chinese = new RegExp(
  `^${day}[,，\\s]*(?:就?(?:让|请|叫|由|安排|换)\\s*)?${name}\\s*(?:来|去)?(?:顶替|代替|顶|替|代)(?:一下|下)?\\s*${name}\\s*(?:的)?${day}\\s*(?:的?班|值班|巡逻|夜巡|上班)?${day}(?:的班)?(?:吧|了|哈|啊)?[。.!！~\\s]*$`,
  'u',
);
const english =
  /^(?:(?:tonight|tomorrow(?: night)?|on \p{L}+(?: night)?)[, ]+)?(\p{L}[\p{L}\p{N}]{0,11}) (?:stands in|covers|fills in|takes over) for (\p{L}[\p{L}\p{N}]{0,11})(?:['’]s shift)?(?: (?:tonight|tomorrow(?: night)?|on \p{L}+(?: night)?))?[.!\s]*$/iu;
/** 我替老王 is said of oneself; 谁替东01 and 有人顶 ask. */
const noName = /[我你您俺咱谁哪]|有人|没人|[他她]|大家|^(?:he|she|i|you|who|they|nobody|somebody)$/iu;

/** The two names; null: these words are something else, or of the speaker. Whether anybody is called so is not known here. */
export function standInWords(text: string): StandInWords | null {
  const said = text.normalize('NFKC').trim();
  const [, comes = '', goes = ''] = chinese.exec(said) ?? english.exec(said) ?? [];
  if (comes === '' || goes === '' || noName.test(comes) || noName.test(goes)) return null;
  return { comes, goes };
}
