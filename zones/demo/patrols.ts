import { distanceMetres } from '../../core/geo.ts';
import type { ZoneFileInput } from '../../core/zone/schema.ts';
import { villages, type Spot } from './geography.ts';
import type { PlaceRow, TeamRow } from './rows.ts';

type Patrols = NonNullable<ZoneFileInput['patrols']>;
type Route = NonNullable<Patrols['routes']>[number];
type Point = Route['points'][number];
type RosterRow = NonNullable<Patrols['rosters']>[number];

/** Long past, so that somebody is on duty whenever the demo is started. */
const since = '2026-01-01';
const nights = { start: `${since}T20:00`, rule: 'FREQ=DAILY' } as const;

/** Finds places of the demo zone by name, so that a route does not depend on how they are numbered. */
class Atlas {
  readonly #spots: readonly PlaceRow[];

  constructor(spots: readonly PlaceRow[]) {
    this.#spots = spots;
  }

  at(name: string, more: Omit<Point, 'place'> = {}): Point {
    const spot = this.#spots.find((one) => one.name === name);
    if (spot === undefined) throw new RangeError(`the demo zone has no ${name}`);
    return { place: String(spot.code), ...more };
  }

  /** The chargers nearest to a village. */
  chargers(village: string, count: number): Point[] {
    const home: Spot | undefined = villages.find(({ name }) => name === village);
    const far = ({ position }: PlaceRow): number => {
      if (home === undefined || position === undefined) return Infinity;
      const [lat, lon] = position;
      return distanceMetres(home.position, { lat, lon });
    };
    return this.#spots
      .filter(({ kind }) => kind === 'charger')
      .toSorted((a, b) => far(a) - far(b))
      .slice(0, count)
      .map(({ code }) => ({ place: String(code), task: '看线、看插座、看杂物' }));
  }

  /** Every other pole along a river. */
  poles(river: string): Point[] {
    return this.#spots
      .filter(({ kind, name }) => kind === 'rescue_pole' && name.startsWith(river))
      .filter((_, i) => i % 2 === 0)
      .map(({ code }) => ({ place: String(code) }));
  }
}

function routes(map: Atlas): Route[] {
  return [
    {
      code: 'XL-YJ',
      name: '中心义警夜巡线',
      points: [
        map.at('中心警务室', { task: '领装备，听交代' }),
        map.at('街西村牌坊'),
        map.at('街西公寓地下配电房', { task: '看门锁' }),
        map.at('街西下穿通道'),
        ...map.chargers('街西', 1),
        map.at('桥里集市', { task: '看收摊后的火和电' }),
        map.at('桥里村牌坊'),
        map.at('桥里广场地下配电房', { task: '看门锁' }),
        ...map.chargers('桥里', 1),
        map.at('桥里门业园北门', { notBefore: '23:00', task: '看夜班通道' }),
        map.at('井头村牌坊'),
        map.at('大塘', { notBefore: '23:30', task: '看水边有没有人' }),
      ],
    },
    {
      code: 'XL-YX1',
      name: '东片前半夜线',
      points: [
        map.at('东片警务室', { task: '领装备' }),
        map.at('前坞村牌坊'),
        map.at('石鼓潭', { by: '21:30', task: '劝离玩水的人' }),
        ...map.chargers('前坞', 1),
        map.at('上桥菜市场'),
        map.at('上桥村牌坊'),
        map.at('樟塘中学'),
        map.at('樟塘杯业园北门'),
        map.at('樟塘村牌坊'),
      ],
    },
    {
      code: 'XL-YX2',
      name: '东片后半夜线',
      order: 'random',
      points: [
        map.at('东片警务室'),
        map.at('东岭脚村牌坊'),
        map.at('后塘村牌坊'),
        map.at('麻车口村牌坊'),
        map.at('溪东村牌坊'),
        map.at('溪东沿溪路', { task: '看水位' }),
        map.at('溪东物流园北门', { task: '看门、看车' }),
        map.at('溪东物流园停车场'),
      ],
    },
    {
      code: 'XL-HC',
      name: '西塘荷塘护村线',
      order: 'random',
      points: [
        map.at('西塘村牌坊'),
        map.at('西塘菜市场'),
        map.at('西塘小学'),
        ...map.chargers('西塘', 2),
        map.at('西塘工业区北门', { task: '看门、闻气味' }),
        map.at('西塘工业区停车场'),
        map.at('渡口埠头', { by: '22:30', task: '劝离夜钓的人' }),
        map.at('荷塘村牌坊'),
        map.at('荷塘五金园北门'),
        map.at('荷塘幼儿园'),
        map.at('荷塘水库', { notBefore: '00:00', proof: true, task: '看水位和护栏' }),
      ],
    },
    { code: 'XL-JSG', name: '青竹溪救生竿', points: map.poles('青竹溪') },
  ];
}

function rosters(teams: readonly TeamRow[]): RosterRow[] {
  const squads = teams.map(({ code }) => String(code)).filter((code) => code.startsWith('YJ-'));
  const walking = [
    { item: 'radio', count: 2 },
    { item: 'patrol_light', count: 2 },
    { item: 'vest', count: 4 },
  ] as const;
  return [
    {
      code: 'PB-YJ',
      name: '义警夜巡',
      turns: squads,
      ...nights,
      minutes: 360,
      route: 'XL-YJ',
      meeting: '中心警务室院子',
      gear: [...walking, { item: 'electric_cart' }, { item: '车钥匙' }],
    },
    {
      code: 'PB-YX1',
      name: '东片夜巡前半夜',
      turns: ['YX-01'],
      ...nights,
      minutes: 180,
      route: 'XL-YX1',
      gear: [...walking],
      handsOverTo: 'PB-YX2',
    },
    {
      code: 'PB-YX2',
      name: '东片夜巡后半夜',
      turns: ['YX-02'],
      start: `${since}T23:00`,
      rule: 'FREQ=DAILY',
      minutes: 180,
      route: 'XL-YX2',
      gear: [...walking],
    },
    {
      code: 'PB-HC',
      name: '西塘荷塘轮流护村',
      turns: ['HC-01', 'HC-02'],
      ...nights,
      minutes: 360,
      route: 'XL-HC',
      gear: [...walking, { item: 'loudhailer' }],
    },
    {
      code: 'PB-ZB',
      name: '应急中心值班',
      kind: 'desk',
      turns: ['ZB-01'],
      start: `${since}T08:30`,
      rule: 'FREQ=DAILY',
      minutes: 1_440,
      minimum: 1,
      gear: [{ item: 'radio' }, { item: '值班手机' }],
      handsOverTo: 'PB-ZB',
    },
    {
      code: 'PB-JSG',
      name: '救生竿月检',
      kind: 'round',
      turns: ['JS-01'],
      start: `${since}T08:00`,
      rule: 'FREQ=MONTHLY',
      minutes: 40_320,
      route: 'XL-JSG',
    },
  ];
}

/** Who patrols the demo zone: squads in turn from a police post, two shifts in the east, two villages in turn; a desk and a round. */
export function patrols(spots: readonly PlaceRow[], teams: readonly TeamRow[]): Patrols {
  const atlas = new Atlas(spots);
  // A place of the zone's, and one that has no code.
  const meetings = [
    { team: 'HC-01', meeting: atlas.at('西塘村牌坊').place },
    { team: 'HC-02', meeting: '荷塘村委会门口' },
  ];
  return { routes: routes(atlas), rosters: rosters(teams), meetings };
}
