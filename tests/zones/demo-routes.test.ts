import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hazardArea } from '../../core/hazard-owner.ts';
import type { PlaceId } from '../../core/ids.ts';
import { matterRoute, type RouteAsk } from '../../core/matter-route.ts';
import { zoneOf } from '../support/zone-file.ts';

const zone = zoneOf(readFileSync(new URL('../../zones/demo.yaml', import.meta.url), 'utf8'));
const places = zone.places.map((place) => ({ ...place, id: place.code as PlaceId, active: true }));
const { rooms, onCall, police } = zone.privateMatters;
const named = new Map(rooms.map(({ code, name }) => [code, name]));
const nowhere = { names: [], placeCode: '' };

/** Where something lies that the words of this name are about. */
const at = (name: string): RouteAsk['where'] => {
  const place = places.find((one) => one.name === name) ?? null;
  return hazardArea(places, place, null);
};

const way = (more: Partial<RouteAsk>): (string | undefined)[] =>
  matterRoute(rooms, {
    kind: 'dispute',
    about: null,
    where: nowhere,
    sumYuan: null,
    people: null,
    wishRoom: '',
    danger: null,
    ...more,
  }).map(({ room }) => named.get(room));

describe('private matters of the demo zone', () => {
  it('have a committee in every village and in each firm that has its own', () => {
    const local = rooms.filter(({ level }) => level === 'local');
    expect(local.filter(({ areas }) => areas.length > 0)).toHaveLength(21);
    expect(local.filter(({ places: firms }) => firms.length > 0)).toHaveLength(140);
    const tagged = zone.places.filter(({ details }) => details?.tags?.includes('自有调解委员会'));
    expect(local.flatMap(({ places: firms }) => firms).sort()).toEqual(tagged.map(({ code }) => code).sort());
  });

  it('are taken by people whom the bot can reach, women among them', () => {
    const people = new Map(zone.people.map((person) => [person.callSign, person]));
    const asked = new Set([...rooms.flatMap(({ mediators }) => mediators), ...onCall, ...Object.values(police).flat()]);
    const lost = [...asked].filter((sign) => Object.keys(people.get(sign)?.identities ?? {}).length === 0);
    expect(lost).toEqual(['值02']);
    expect(people.get('调01')).toMatchObject({ gender: 'male', identities: { web: 'xige' } });
    const women = rooms.find(({ code }) => code === 'NR-01')?.mediators.map((sign) => people.get(sign)?.gender);
    expect(women).toEqual(['female', 'female']);
  });

  it.each<[string, Partial<RouteAsk>, (string | undefined)[]]>([
    ['老板欠我们3个月工资 一共5个人 大概6万多', { about: 'wages', people: 5, sumYuan: 60_000 }, ['喜哥调解室']],
    ['手被冲床压了 住院花了4万2', { about: 'work_injury', sumYuan: 42_000 }, ['喜哥调解室']],
    ['货款拖了大半年 18.6万', { about: 'business_debt', sumYuan: 186_000 }, ['喜哥调解室']],
    ['楼上天天半夜拖椅子', { about: 'neighbour', where: at('西塘村') }, ['西塘村调解委员会', '和事嫂工作室']],
    [
      '我要找和事嫂 邻居把垃圾堆我门口',
      { about: 'neighbour', wishRoom: 'TJ-03', where: at('西塘村') },
      ['和事嫂工作室'],
    ],
    ['老头子的房子三个儿子要分', { about: 'inheritance_support' }, ['和事嫂工作室', '应急中心调解室', '联合调解团队']],
    ['房东不退押金 2000', { about: 'tenancy', sumYuan: 2_000 }, ['上门调解员']],
    ['电动车撞了我妈', { about: 'traffic' }, ['上门调解员']],
    ['买的车才三天就坏了', { about: 'consumer' }, ['上门调解员']],
    ['仓库里的人欠工钱', { about: 'wages', where: at('溪东物流园') }, ['聪哥调解室', '喜哥调解室']],
    ['工地上十几个人堵在门口要钱', { about: 'wages', people: 15, danger: 'crowd' }, ['联合调解团队', '喜哥调解室']],
    ['我老公喝酒就打我', { about: 'domestic_violence', danger: 'violence' }, ['女人e家', '应急中心调解室']],
    ['不想活了 钱要不回来', { kind: 'counselling', danger: 'self_harm' }, ['心理支持']],
    ['200 万货款', { about: 'business_debt', sumYuan: 2_000_000 }, ['联合调解团队']],
    ['举报', { kind: 'crime_clue' }, ['线索专员']],
    ['找个女的说说', { kind: 'women_adviser' }, ['女人e家']],
    ['水管爆了', { kind: 'help_request', where: at('西塘村') }, ['一码到家']],
    ['请人看看锅炉', { kind: 'service_order' }, ['技术服务点单']],
    ['试用期能不能辞退', { kind: 'legal_question' }, ['法律顾问']],
  ])('%s', (_, more, first) => {
    expect(way(more).slice(0, first.length)).toEqual(first);
  });

  it('of a firm with a committee go there first', () => {
    const code = rooms.find(({ places: firms }) => firms.length > 0)?.places[0] ?? '';
    const firm = places.find((place) => place.code === code)!;
    const [first, second] = way({ about: 'wages', where: hazardArea(places, firm, null) });
    expect(first).toBe(`${firm.name}调委会`);
    expect(second).toBe(firm.area === '溪东物流园' ? '聪哥调解室' : '喜哥调解室');
  });
});
