/** Words that name days of leave and leave open which: whoever uses them is asked. */
import { dayWords, monthWords } from './said-day.ts';

const month = '(?:\\d{1,2}|[一二三四五六七八九十]{1,2})';
const day = `(?:(?:下个?|这个?|本)?(?:周|星期|礼拜)末?|${dayWords})`;

/** 月底那天, 12月, 国庆: nobody can tell the date. */
export const unclearDay = new RegExp(
  '月[底末初中头尾](?:那[天晚几])?|[上中下]旬|年[底末初](?!假)|年[前后](?=[我都请来去没])|[这那头接下来]{1,3}[几两些]天|过[几两三四五\\d]天|(?:\\d{1,2}|[一二两三半])个半?月|半个?月|改天|哪天|' +
    '下下个?(?:周|星期|礼拜)[一二三四五六日天]?|国庆|元旦|春节|过年|除夕|中秋|端午|清明|五一(?!路)|(?:[这下]个?|本)月|[这那]一?段时间|[这那]阵子?|' +
    `(?<![\\d一二三四五六七八九十])${month}月(?:份|(?!\\d|[一二三四五六七八九十廿底末初中头尾]))|` +
    '(?:最近|近期|以后|今后|暂时|长期)(?:我|要|得|想)*(?:都|一直|不能|没法|没空|[来去]不|不[来去]|请|休)|' +
    '\\bend of (?:the |this )?month\\b|\\b(?:these|a few|some) days\\b|\\bnext month\\b|\\b(?:a|one|two|half a) months?\\b|\\bfortnight\\b|' +
    `\\b(?:in|all|whole|during|through|of|for) (?:of )?${monthWords}(?!\\.?\\s*\\d)`,
  'u',
);

/** 除了周三 这周都请假: wherever it stands, the days beside the wish are not all meant. */
export const exceptDays = new RegExp(
  `除(?:了|去|开)?\\s*(?:${day})|(?:${day})(?:晚上?|夜里?|的班?)*\\s*(?:除外|以外|之外|不算)|\\b(?:except|but not|apart from)\\b(?: for)?(?: on)? (?:${dayWords})`,
  'iu',
);

/** 每周三, 11/25号: a day stands in it that is only part of what is meant, or none of it. */
export const partOfDays = new RegExp(
  `每个?(?:周|星期|礼拜|月|[天晚](?=[我都请来去]))|(?<!\\d)\\d{1,2}/\\d{1,2}[号日]|\\bevery (?:day|night|week|${dayWords})`,
  'iu',
);

const dated = '(?:1[0-2]|0?[1-9])[./-](?:3[01]|[12]\\d|0?[1-9])';
/** A number that may be a day: 5晚, 三天内, 24请假, 11.24. How long somebody has been ill is none. */
export const leftOver = new RegExp(
  `(?<![了过第前近\\d一二三四五六七八九十])(?:\\d{1,2}|[二两三四五六七八九十]{1,2})[天晚夜日](?!前|后?[没不]|了|两头)|` +
    `(?:^|[\\s,，。、我俺])[1-9]\\d?(?:[-~～./、到至]\\d{1,2})?(?:晚上?|夜里?)?\\s*[我想要得都]*[请休告]|` +
    `(?<![\\d.:/-])${dated}(?![\\d:.度%点米公里分]|\\s*[ap]\\.?m)|` +
    `月[一二三四五六七八九十]|假\\s*[1-9]\\d?(?:[-~～./、到至]\\d{1,2})?(?=$|[\\s,，。!！])`,
  'u',
);
