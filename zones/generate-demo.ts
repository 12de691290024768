import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { writeYaml } from '../bot/zone/write-yaml.ts';
import type { ZoneFileInput } from '../core/zone/schema.ts';
import { bounds, centre } from './demo/geography.ts';
import { patrols } from './demo/patrols.ts';
import { places } from './demo/places.ts';
import { roster } from './demo/people.ts';
import { privateRules } from './demo/private-rules.ts';
import { chance } from './demo/random.ts';

/** Writes demo.yaml anew from the lists in demo/: `node zones/generate-demo.ts`. The same every time. */

const seed = 20_261_122;

const comment = [
  'The demo zone: invented from end to end. No real village, firm, person or telephone number.',
  'Made by zones/generate-demo.ts; change the lists in zones/demo/ and run it again. Fields: docs/zone-file.md',
];

function plans(): NonNullable<ZoneFileInput['plans']> {
  return ['natural', 'work-safety', 'health-social'].flatMap(
    (part) =>
      parse(readFileSync(new URL(`demo/plans-${part}.yaml`, import.meta.url), 'utf8')) as NonNullable<
        ZoneFileInput['plans']
      >,
  );
}

/** Enterprise hazards go to the safety officer, all else to the grid worker of the part. */
const hazards: ZoneFileInput['hazards'] = {
  owners: [
    {
      kinds: [
        'multi_tenant',
        'hazardous_chemicals',
        'combustible_dust',
        'ammonia',
        'spraying',
        'confined_space',
        'lithium',
        'molten_metal',
        'hot_work',
        'work_at_height',
        'special_equipment',
        'no_certificate',
        'protective_equipment',
      ],
      owners: ['安01', '网02'],
    },
    { areas: ['东片'], owners: ['网01', '网02'] },
    { areas: ['西片'], owners: ['网03', '网02'] },
    { owners: ['网02'] },
  ],
  leaders: [{ leader: '值01' }],
  checkers: [{ checkers: ['安01', '网02'] }],
};

/** The demo zone's text. */
export function demoZone(): string {
  const luck = chance(seed);
  const spots = places(luck);
  const crews = roster(
    spots.filter(({ kind }) => kind === 'micro_fire_station'),
    luck,
  );
  const zone: ZoneFileInput = {
    zone: {
      name: '青石开发区（演示）',
      englishName: 'Qingshi Development Zone (demo)',
      timeZone: 'Asia/Shanghai',
      centre: [centre.lat, centre.lon],
      bounds,
      languages: ['zh', 'en'],
      dutyPhones: [
        { name: '应急服务中心值班室', phone: '199-0000-0000' },
        { name: '中心警务室', phone: '199-0000-9001' },
      ],
    },
    hazards,
    patrols: patrols(spots, crews.teams),
    private: privateRules(spots),
    ...crews,
    rooms: [
      { platform: 'web', id: 'command', purpose: 'command', title: '指挥群' },
      { platform: 'web', id: 'village', purpose: 'village', title: '西塘村群' },
      { platform: 'web', id: 'desk', purpose: 'other', title: '应急值班室', team: 'ZB-01' },
    ],
    places: spots,
    plans: plans(),
  };
  return writeYaml(zone, comment);
}

if (import.meta.main) writeFileSync(new URL('demo.yaml', import.meta.url), demoZone());
