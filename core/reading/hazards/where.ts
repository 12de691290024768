/** Where a hazard is, in the words of the message: a known name, a phrase built like a place, a way and a distance. */
import { finding, joined, nothing } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { isFindable as leadsSomewhere, placeIn } from '../places.ts';
import { wordsAt } from '../plain-text.ts';
import type { Utterance } from '../utterance.ts';

/** 东面50米左右, 往北大概两百米, 左边十来米. */
const offset =
  '(?:再)?(?:往|向|朝|沿[^,。]{1,4}往)?(?:(?:正)?[东南西北]{1,2}|左|右|前|后|里|外|上|下)(?:面|边|侧|头|手边|走|方向|方)?(?:走)?(?:大概|大约|约|差不多|过去|去)?\\s*(?:\\d+|[一二两三四五六七八九十百几]+)(?:来|多|几)?(?:米|公尺|m(?![a-z]))(?:左右|上下|多|不到|的?地方|处|远|开外)*';
const apart = new RegExp(offset);
const following = new RegExp(`^(?:(?:的|那边|这边|,|\\s)*)(?:${offset})`);
const inside =
  /^(?:走廊|过道|楼梯|变电箱|配电[箱柜]|彩钢棚|彩钢房|[a-z]?[一二三四五六七八九十\d]{0,3}号?车间|[^村镇路街号]{0,6}(?:车间|仓库|房间|配电房|配电室|锅炉房|宿舍|食堂|冷库|楼道|工棚|后厨|厨房|通道|出口|楼梯间)(?:门口|旁边|里面|外面|里)?|[一二三四五六七八九十\d]+楼|(?:我们|隔壁|旁边|楼[上下]|对面|这|那)[^村镇路街号]{0,6}|(?:这|那)?(?:家|个)?(?:超市|饭店|药店|工地|厂|店|小区|公寓|学校|幼儿园)|[^村镇路街号]{1,4}厂|村[口里]|公司|门口|水边|路边|河边|岸边|高压线|电池厂|加油站|车棚|充电棚)$/;

/** Whether the words lead somewhere by themselves; 走廊 and 3号车间 do not. */
export function isFindable(place: string): boolean {
  return leadsSomewhere(place) && !inside.test(place) && !new RegExp(`^${offset}$`).test(place);
}

/** The place of a hazard, and the code of a sign when one is given. */
export function whereIn(heard: Utterance): Finding {
  const place = placeIn(heard, true);
  const words = place.because.find(({ field }) => field === 'place')?.words;
  const way = apart.exec(heard.plain);
  if (way === null) return place;
  const approximate = /大概|大约|约|差不多|左右|上下|多|来|几|不到/.test(way[0]);
  const guess = approximate ? finding(heard, 'approximate', true, way.index, way.index + way[0].length) : nothing;
  return joined(
    extended(heard, words) ??
      finding(
        heard,
        'place',
        wordsAt(heard.text, way.index, way.index + way[0].length),
        way.index,
        way.index + way[0].length,
      ),
    place,
    guess,
  );
}

/** 樟塘村口往东50米: the place goes on with the way from it. */
function extended(heard: Utterance, words: string | undefined): Finding | undefined {
  if (words === undefined) return undefined;
  const start = heard.text.original.indexOf(words);
  const from = heard.text.at.indexOf(start);
  if (start < 0 || from < 0) return undefined;
  const end = heard.text.at.indexOf(start + words.length - 1) + 1;
  const more = following.exec(heard.plain.slice(end));
  if (end === 0 || more === null) return undefined;
  const until = end + more[0].length;
  return finding(heard, 'place', wordsAt(heard.text, from, until), from, until);
}
