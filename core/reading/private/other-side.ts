/** Who the other side is, as far as the words name them. */
import { wordsAt } from '../plain-text.ts';
import type { Utterance } from '../utterance.ts';

/** Names as they were written; '' where nothing was said. */
export interface OtherSide {
  /** 王老板, 张某, 李建国. */
  readonly name: string;
  /** 荷塘五金厂, 西塘工业区那个做拉链的厂. */
  readonly firm: string;
  /** As dialled. */
  readonly phone: string;
}

const phone = /(?<!\d)(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}-?\d{7,8})(?!\d)/;
const title = '(?:老板娘?|总(?![是之共额])|厂长|经理|主任|师傅|房东|医生|校长|队长|书记|村长|某某?)';
const surnames =
  '[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦马苗凤方俞任袁柳鲍史唐费薛雷贺倪汤滕殷罗毕郝邬安常乐于傅齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄米贝明臧计成戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾江童颜郭梅盛林钟徐邱骆高夏蔡田胡凌霍万柯莫丁邓洪包左石崔吉龚程陆翁荀惠甄曲封储靳松井段富巫焦谷车侯全班秋仲宫宁仇甘厉祖武符刘景詹龙叶幸司黎薄印白怀蒲台从鄂索赖卓池乔翟谭劳申扶堵]';
const named = new RegExp(
  `${surnames}${title}|(?:老板|包工头|房东|对方|司机|医生|叫|是)(?:姓|叫|是|叫做|名叫)${surnames}[\\u4e00-\\u9fa5]{0,2}|(?:叫|名叫)${surnames}[\\u4e00-\\u9fa5]{1,2}(?=$|[\\s,。的欠不拖])`,
);
const firm =
  /[\u4e00-\u9fa5a-z]{2,16}?(?:有限公司|公司|五金厂|服装厂|电镀厂|模具厂|塑料厂|家具厂|机械厂|印刷厂|鞋厂|(?<![我他进出工全整本])厂(?![长里家房方门区子])|饭店|酒店|超市|美容院|健身房|诊所|医院|物业|幼儿园|驾校|4s店)/;
const noFirm =
  /^(?:我们?|他们?|这家?|那家?|对方|老板|隔壁|本|贵|一家?|某|在|被|跟|和|欠)?(?:公司|厂|单位|物业|医院|诊所|饭店|超市|酒店)$|保险公司|装修公司$|劳务公司$|外贸公司$/;
const firmLead =
  /^.*?(?:我们?在|我在|就是|欠|在|给|被|跟|和|与|去|到|是|叫|对方|老板|那个|这家|那家|我|的)(?=[\u4e00-\u9fa5a-z]{2,})/;

/** The other side's name, firm and phone number, as far as they are said. */
export function otherSideIn({ plain, text }: Utterance): OtherSide {
  const words = (match: RegExpExecArray | null, skip = 0): string =>
    match === null ? '' : wordsAt(text, match.index + skip, match.index + match[0].length);
  const place = firm.exec(plain);
  const lead = place === null ? 0 : (firmLead.exec(place[0])?.[0].length ?? 0);
  const company = place === null || noFirm.test(place[0].slice(lead)) ? '' : words(place, lead);
  const person = named.exec(plain);
  const before =
    person === null
      ? 0
      : (/^(?:老板|包工头|房东|对方|司机|医生)?(?:姓|叫做?|是|名叫)/.exec(person[0])?.[0].length ?? 0);
  return { name: words(person, before), firm: company, phone: words(phone.exec(plain)) };
}
