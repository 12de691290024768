/** Whom a message is written for, when it is not the writer. */
import { finding, nothing } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { wordsAt } from '../plain-text.ts';
import type { Utterance } from '../utterance.ts';

/** A name as people call each other: 老王, 小何, 王哥, 西02, 张建国. */
export const person =
  '(?:[老小阿大][一-龥](?:哥|姐)?|[一-龥]{1,2}(?:哥|姐|叔|伯|婶|嫂|总|师傅|队长|队|组长|主任)|[一-龥]\\d{2,3}|[一-龥]{2,3}?)';
const forAnother = new RegExp(
  `(?:替|帮|代|给)(${person}|[一-龥a-z]{1,4}?)(?:代|来)?(?:打(?:个|一下|的)?卡|打(?:一下|的|个)?(?:点)?|拍|发|补|签|报|顶|跑|走|巡|上传|传|点|上|的|来|做)`,
);
const bare = new RegExp(
  `(?:^|[\\s,。])(?:替|代)(${person})(?=[\\s,。\\d第]|$)|^代(?:打卡|签)[:,\\s]*(${person})(?=在|到|[\\s,])|(${person})(?:请|让|叫)我代`,
);
const notPerson = /^(?:我|你|他|她|它|忙|大家|各位|一下|个忙|老板|门卫|我们|你们)/;
const english = /\bfor ([a-z]+(?: [a-z]+)?)\b/;

/** 老周手机摔坏了，我替他打卡: he was named before. */
const forHim =
  /(?<who>[老小阿大][一-龥]|[一-龥]{1,2}(?:哥|姐|叔|伯|婶|嫂|师傅|队长))[^。]{0,24}(?:替|帮|代|给)[他她](?:代|来)?(?:打|拍|发|补|签|报|顶|跑|走|巡)/;

/** Whom it is done for: 替老哥打卡. */
export function proxyIn(heard: Utterance): Finding {
  const him = forHim.exec(heard.plain);
  const who = him?.groups?.who;
  if (him !== null && who !== undefined)
    return finding(
      heard,
      'proxy',
      wordsAt(heard.text, him.index, him.index + who.length),
      him.index,
      him.index + who.length,
    );
  const match = forAnother.exec(heard.plain) ?? bare.exec(heard.plain);
  const name = match?.slice(1).find(Boolean);
  if (match !== null && name !== undefined && !notPerson.test(name)) {
    const start = match.index + match[0].indexOf(name);
    return finding(heard, 'proxy', wordsAt(heard.text, start, start + name.length), start, start + name.length);
  }
  const other = /check/.test(heard.plain) ? english.exec(heard.plain) : null;
  const called = other?.[1];
  if (other === null || called === undefined || /^(?:the|now|today|tonight|me|us|you)\b/.test(called)) return nothing;
  const start = other.index + 4;
  return finding(heard, 'proxy', wordsAt(heard.text, start, start + called.length), start, start + called.length);
}
