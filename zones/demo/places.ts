import { enterprises, pairOf } from './enterprises.ts';
import { along, centre, estates, rivers, villages, type Spot } from './geography.ts';
import type { Chance } from './random.ts';
import type { PlaceRow } from './rows.ts';

const numbered = (prefix: string, number: number, width = 2): string =>
  `${prefix}-${String(number).padStart(width, '0')}`;

/** Village names that are ordinary words as well: without 村 they would be found in any talk. */
const onlyWithEnding = new Set(['新屋', '桥里', '街西', '上桥', '井头']);

function villagePlaces(): PlaceRow[] {
  const part = { east: '东片', centre: '中片', west: '西片' };
  return villages.map((village, i) => ({
    code: numbered('CUN', i + 1),
    kind: 'village',
    name: `${village.name}村`,
    aliases: onlyWithEnding.has(village.name) ? undefined : [village.name],
    position: pairOf(village.position),
    area: part[village.part],
  }));
}

function estatePlaces(): PlaceRow[] {
  return estates.map(({ code, name, aliases, position }) => ({
    code,
    kind: 'enterprise',
    name,
    aliases,
    position: pairOf(position),
    tags: ['工业园区'],
  }));
}

/** The 40 micro fire stations: one in every village, 19 in enterprises of the estates. Their teams bear the same codes. */
function microFireStations(firms: readonly PlaceRow[], chance: Chance): PlaceRow[] {
  const hosts = chance.some(
    firms.filter(({ area }) => estates.some(({ name }) => name === area)),
    19,
  );
  return [
    ...villages.map(({ name, position }) => ({ name: `${name}村`, position: pairOf(chance.near(position, 60)) })),
    ...hosts.map(({ aliases, position }) => ({ name: aliases?.[0] ?? '', position })),
  ].map(({ name, position }, i) => ({
    code: numbered('XZ', i + 1),
    kind: 'micro_fire_station',
    name: `${name}微型消防站`,
    position,
  }));
}

function rescuePoles(count: number): PlaceRow[] {
  return Array.from({ length: count }, (_, i) => {
    const river = rivers[i % rivers.length];
    if (river === undefined) throw new RangeError('the zone has rivers');
    const position = along(river.line, Math.floor(i / rivers.length) / (count / rivers.length));
    return {
      code: numbered('JSG', i + 1, 3),
      kind: 'rescue_pole',
      name: `${river.name}${i + 1}号救生竿`,
      position: pairOf(position),
    };
  });
}

function chargers(chance: Chance): PlaceRow[] {
  const hosts = chance.some(villages, 9);
  return Array.from({ length: 17 }, (_, i) => {
    const host = hosts[i % hosts.length] ?? chance.pick(villages);
    return {
      code: numbered('CD', i + 1),
      kind: 'charger',
      name: `${host.name}村${i < hosts.length ? '一' : '二'}号充电桩`,
      position: pairOf(chance.near(host.position, 120)),
      area: `${host.name}村`,
    };
  });
}

const near = (name: string, north = 0, east = 0): Spot['position'] => {
  const spot = [...villages, ...estates].find((one) => one.name === name);
  const { lat, lon } = spot?.position ?? centre;
  return { lat: lat + north, lon: lon + east };
};

/** Places there are only a few of: kind, code prefix, then name, position and other names. */
const few: readonly [PlaceRow['kind'], string, readonly [string, Spot['position'], ...string[]][]][] = [
  ['service_centre', 'FW', [['应急服务中心', centre, '应急中心', '服务中心']]],
  [
    'police_post',
    'JW',
    [
      ['中心警务室', near('街西', 0.001), '街西警务室'],
      ['东片警务室', near('前坞', 0.001)],
      ['西片警务室', near('西塘', -0.001)],
    ],
  ],
  [
    'mediation_room',
    'TJ',
    [
      ['喜哥调解室', near('桥里', -0.001), '喜哥'],
      ['聪哥调解室', near('溪东物流园', 0.0005), '聪哥'],
      ['和事嫂工作室', near('樟塘', -0.001), '和事嫂'],
    ],
  ],
  [
    'school',
    'XX',
    [
      ['西塘小学', near('西塘', 0.0008, -0.001)],
      ['桥里小学', near('桥里', 0.001, 0.001)],
      ['樟塘中学', near('樟塘', 0.001, 0.001)],
      ['荷塘幼儿园', near('荷塘', 0.0008, 0.0005)],
    ],
  ],
  [
    'market',
    'SC',
    [
      ['西塘菜市场', near('西塘', 0.0005, 0.0008), '西塘农贸市场'],
      ['桥里集市', near('桥里', -0.0005, 0.0008), '桥里菜市场'],
      ['上桥菜市场', near('上桥', 0.0005, 0.0005)],
    ],
  ],
  [
    'waterside',
    'SA',
    [
      ['渡口埠头', near('渡口', 0.0005, 0.0009), '渡口码头', '青竹溪渡口'],
      ['荷塘水库', near('荷塘', -0.0025, -0.001)],
      ['石鼓潭', near('前坞', 0.0005, -0.0025), '石鼓溪深潭'],
      ['大塘', near('大塘沿', 0.0012, -0.001), '大塘水塘'],
    ],
  ],
  [
    'flood_point',
    'YD',
    [
      ['渡口低洼地', near('渡口', -0.0008)],
      ['下宅桥下', near('下宅', 0.0008, 0.001), '下宅桥洞'],
      ['溪东沿溪路', near('溪东', 0.0008, -0.0015)],
      ['桥里涵洞', near('桥里', -0.0015)],
      ['街西下穿通道', near('街西', -0.001, 0.001), '街西地道'],
    ],
  ],
  [
    'power_room',
    'PD',
    [
      ['桥里广场地下配电房', near('桥里', 0.0005)],
      ['街西公寓地下配电房', near('街西', 0.0005)],
    ],
  ],
  [
    'shelter',
    'BZ',
    [
      ['渡口文化礼堂避灾点', near('渡口', 0.0012, -0.001), '渡口文化礼堂'],
      ['溪东避灾点', near('溪东', 0.001)],
      ['西塘小学避灾点', near('西塘', 0.0009, -0.001)],
      ['黄泥岭避灾点', near('黄泥岭', -0.001)],
      ['桥里小学避灾点', near('桥里', 0.0011, 0.001)],
      ['樟塘中学避灾点', near('樟塘', 0.0011, 0.001)],
    ],
  ],
  [
    'parking',
    'TC',
    [
      ['西塘工业区停车场', near('西塘工业区', -0.001)],
      ['溪东物流园停车场', near('溪东物流园', -0.001)],
    ],
  ],
  [
    'building_site',
    'GD',
    [
      ['桥里安置房工地', near('桥里', 0.0015, -0.0015)],
      ['樟塘厂房工地', near('樟塘', -0.0015, -0.001)],
    ],
  ],
];

function fewPlaces(): PlaceRow[] {
  return few.flatMap(([kind, prefix, spots]) =>
    spots.map(([name, position, ...aliases], i) => ({
      code: numbered(prefix, i + 1),
      kind,
      name,
      aliases: aliases.length === 0 ? undefined : aliases,
      position: pairOf(position),
    })),
  );
}

/** Where patrols come by: the arch at the entrance of every village, the gate of every estate. */
function patrolPlaces(): PlaceRow[] {
  return [
    ...villages.map((village, i) => ({
      code: numbered('PF', i + 1),
      kind: 'village_entrance' as const,
      name: `${village.name}村牌坊`,
      position: pairOf({ lat: village.position.lat - 0.0009, lon: village.position.lon + 0.0004 }),
    })),
    ...estates.map((estate, i) => ({
      code: numbered('DM', i + 1),
      kind: 'enterprise_gate' as const,
      name: `${estate.name}北门`,
      position: pairOf({ lat: estate.position.lat + 0.0014, lon: estate.position.lon }),
    })),
  ];
}

/** Every place of the demo zone. */
export function places(chance: Chance): PlaceRow[] {
  const firms = enterprises(chance);
  return [
    ...villagePlaces(),
    ...estatePlaces(),
    ...fewPlaces(),
    ...patrolPlaces(),
    ...microFireStations(firms, chance),
    ...chargers(chance),
    ...rescuePoles(120),
    ...firms,
  ];
}
