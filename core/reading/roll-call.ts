/** A 接龙: a headed list that goes round, each line a person and what they say. Ordering goods by it is small talk. */
import { hazardLine } from './hazards/hazard-line.ts';
import { isMuster, musterLine } from './patrol/muster-line.ts';
import { plainText } from './plain-text.ts';
import type { Intent, LineReading, Meaning, Message, Reading } from './reading.ts';
import type { Utterance } from './utterance.ts';

const header = /接龙|接力报名|roll ?call|(?:报名|签到|报平安|统计)名单|^(?:报名|统计)[^\n]{1,16}\n\s*1/;
const goods =
  /团购?|拼单|代购|下单|到货|自提|元\/|\d+元|块钱?一|一[斤箱盒袋份]\d|草莓|杨梅|苹果|西瓜|葡萄|橙|桃|鸡蛋|土鸡|牛肉|羊肉|猪肉|大米|奶茶|咖啡|蛋糕|粽子|月饼|口罩|水果|海鲜|螃蟹|虾|甘蔗|红薯|蔬菜|腊肉|糕点|面包|酸奶|牛奶|票价|预订|订购|买(?!水带)/;
const goodsLine = /\d+\s*(?:箱|斤|盒|袋|篮|份|包|瓶|打|只|件衣|杯)|[一二两三四五六七八九十]\s*(?:箱|斤|盒|袋|篮|份|包)/;
const numbered = /^\s*(?:(\d{1,3})[\s.、,)）:：\-]*|[①-⑳]\s*|\(\d{1,3}\)\s*)(?=\S)/;
const reportHeader = /自查|积水|统计|转移|停电|隐患|上报|检查|排查|情况/;
const goingHeader = /能|到场|参加|集合|出警|出动|巡|报名|值班|签到|到位|到岗|出勤/;
const separator = /[+\s:：,，;；(（\-—]+/;
const yes = /[✅✔☑√👌👍🙋💪🆗]/u;
const no = /[❌✖×🙅🚫]/u;

/** Reads one line as a message of its own; `read` is given by the reader, so that each part may speak about a line. */
export type ReadLine = (message: Message) => Reading;

/** Reads a roll call, or nothing. */
export function rollCall(heard: Utterance, readLine: ReadLine): Reading | undefined {
  if (!heard.message.text.includes('\n')) return undefined;
  const rows = heard.message.text.split('\n');
  const entries = rows.filter((row) => numbered.test(plainText(row).plain));
  if (entries.length === 0 || !(header.test(heard.plain) || isBareMuster(heard, rows))) return undefined;
  const head = header.exec(heard.plain) ?? away.exec(heard.plain);
  const words = heard.text.original.slice(
    heard.text.at[head?.index ?? 0],
    (heard.text.at[(head?.index ?? 0) + (head?.[0].length ?? 1) - 1] ?? 0) + 1,
  );
  const because = [{ field: 'intent' as const, words }];
  const isGoods = goods.test(heard.plain) || entries.filter((row) => goodsLine.test(row)).length * 2 > entries.length;
  if (isGoods) return { intent: 'small_talk', confidence: 0.9, fields: {}, because };
  const title = rows.slice(0, 2).join(' ');
  const about = reportHeader.test(title) && !goingHeader.test(title);
  const muster = isMuster(heard, title) || isBareMuster(heard, rows);
  const lines = entries.flatMap((row) => {
    const line = lineOf(row, heard.message, about ? undefined : readLine);
    return line === undefined ? [] : [muster ? musterLine(line, row) : line];
  });
  if (lines.length === 0) return undefined;
  const code = heard.code === undefined ? {} : { code: heard.code.code };
  return { intent: 'roll_call', confidence: 0.97, fields: code, because, lines };
}

/** Who is away, on a line of such a list. */
const away = /请假|来不了|不来|到岗|晚到/;
/** A line of it: hardly more than a name, and no place. */
const bareLine =
  /^\s*\d{1,2}\s*[.、,)）:：]\s*[\p{L}\d]{2,6}(?:[\s,，:：]*(?:请假|来不了|不来了?|到岗?了?|晚.{1,6}))?\s*$/u;

/** A team's list that lost its head in being copied: nothing but numbered names, and of one of them that they are there or away. */
function isBareMuster({ message, plain }: Utterance, rows: readonly string[]): boolean {
  const lines = rows.filter((row) => row.trim() !== '');
  return message.room === 'patrol' && lines.length > 1 && away.test(plain) && lines.every((row) => bareLine.test(row));
}

/** Without `readLine` the lines report on places and are not read as answers. */
function lineOf(row: string, message: Message, readLine: ReadLine | undefined): LineReading | undefined {
  const text = plainText(row);
  const begin = numbered.exec(text.plain)?.[0].length ?? 0;
  const content = row.slice(text.at[begin] ?? 0).trim();
  const mark = yes.exec(content)?.[0] ?? no.exec(content)?.[0];
  const [name = '', ...others] = content
    .replaceAll(/[\p{Extended_Pictographic}✅✔☑√👌👍🙋💪🆗❌✖×🙅🚫\ufe0f\u200d♂♀]/gu, ' ')
    .trim()
    .split(separator);
  if (name === '') return undefined;
  const [person, glued] = unglued(name);
  const said = [glued, ...others]
    .join(' ')
    .replace(/[)）]\s*$/, '')
    .trim();
  if (readLine === undefined) return { person, ...hazardLine(person, said, message) };
  return {
    person,
    ...(said === '' ? byMark(mark, person, no.test(content)) : spoken(said, message, readLine, mark, no.test(content))),
  };
}

/** 张三能去: a name of two or three characters that runs into the answer. */
function unglued(name: string): readonly [string, string] {
  const match = /^(.{2,4}?)((?:能|可以|不|来不了|去不了|参加|待命|晚\d|在路上|到了|请假).*)$/.exec(name);
  return match?.[1] === undefined || match[2] === undefined ? [name, ''] : [match[1], match[2]];
}

/** A name without words says yes: that is what joining the list means. */
function byMark(mark: string | undefined, person: string, refused: boolean): Meaning {
  return {
    intent: refused ? 'decline' : 'accept',
    confidence: 0.9,
    fields: {},
    because: [{ field: 'intent', words: mark ?? person }],
  };
}

/** One word on a line says more than it does alone in a chat. */
const oneWord: readonly (readonly [Intent, RegExp])[] = [
  ['accept', /^(?:来|去|参加|可以|能|报名|\+1|1|ok|yes|有空|没问题)$/i],
  ['arrived', /^(?:到|已到|到了|到岗)$/],
  ['decline', /^(?:不来|不去|不参加|请假|休息|否|不能|不行|缺席|缺勤|no)$/i],
];
/** What a line about oneself can mean; a line about a place is left to the flow it belongs to. */
const ofOneself = new Set<Intent>([
  'accept',
  'decline',
  'standby',
  'received',
  'underway',
  'delay',
  'arrived',
  'returned',
]);

function spoken(
  said: string,
  message: Message,
  readLine: ReadLine,
  mark: string | undefined,
  refused: boolean,
): Meaning {
  const word = oneWord.find(([, words]) => words.test(said));
  if (word !== undefined) {
    return { intent: word[0], confidence: 0.9, fields: {}, because: [{ field: 'intent', words: said }] };
  }
  const { intent, confidence, fields, because } = readLine({
    ...message,
    text: said,
    photos: 0,
    location: false,
    room: 'squad',
    openOrder: true,
    openQuestion: null,
    quote: null,
  });
  if (ofOneself.has(intent)) return { intent, confidence, fields, because };
  if (mark !== undefined) return byMark(mark, said, refused);
  return { intent: 'unknown', confidence: 0.5, fields: {}, because };
}
