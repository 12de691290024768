import type { ZoneFileInput } from '../../core/zone/schema.ts';
import { estates, villages } from './geography.ts';
import type { PlaceRow } from './rows.ts';

type Rules = NonNullable<ZoneFileInput['private']>;
type RoomRow = NonNullable<Rules['rooms']>[number];

const numbered = (prefix: string, i: number, width = 2): string => prefix + String(i + 1).padStart(width, '0');

/** What a village's own committee takes, as long as it is small. */
const nextDoor: RoomRow['kinds'] = ['neighbour', 'family', 'inheritance_support', 'tenancy', 'land', 'nuisance'];
/** What a firm's own committee takes. */
const atWork: RoomRow['kinds'] = ['wages', 'work_injury', 'dismissal', 'personal_injury'];

function villageCommittees(): RoomRow[] {
  return villages.map(({ name }, i) => ({
    code: numbered('CT-', i),
    name: `${name}村调解委员会`,
    level: 'local',
    kinds: nextDoor,
    areas: [`${name}村`],
    maxYuan: 50_000,
    maxPeople: 10,
    mediators: [numbered('村', i)],
  }));
}

/** Every firm that has a committee of its own; those of an estate share their two mediators, the others ask their village's. */
function firmCommittees(spots: readonly PlaceRow[]): RoomRow[] {
  const estateOf = new Map(estates.map(({ name }, i) => [name, i]));
  const villageOf = new Map(villages.map(({ name }, i) => [`${name}村`, i]));
  return spots
    .filter(({ tags }) => tags?.includes('自有调解委员会'))
    .map(({ code, name, area = '' }, i) => {
      const estate = estateOf.get(area);
      const mediator =
        estate === undefined ? numbered('村', villageOf.get(area) ?? 0) : numbered('企', 2 * estate + (i % 2));
      return {
        code: String(code).replace('QY', 'QT'),
        name: `${name}调委会`,
        level: 'local',
        kinds: atWork,
        places: [code],
        maxYuan: 50_000,
        maxPeople: 10,
        mediators: [mediator],
      };
    });
}

/** The rooms that people know by name, and the advisers and officers for what is no dispute. */
const known: readonly RoomRow[] = [
  {
    code: 'TJ-01',
    name: '喜哥调解室',
    kinds: ['wages', 'work_injury', 'dismissal', 'business_debt', 'contract', 'loan'],
    maxYuan: 1_000_000,
    maxPeople: 30,
    mediators: ['调01', '调02'],
    phone: '199-0000-8001',
  },
  {
    code: 'TJ-02',
    name: '聪哥调解室',
    areas: ['溪东物流园'],
    maxYuan: 1_000_000,
    maxPeople: 30,
    mediators: ['调03', '调04'],
    phone: '199-0000-8002',
  },
  {
    code: 'TJ-03',
    name: '和事嫂工作室',
    kinds: ['family', 'neighbour', 'inheritance_support'],
    maxPeople: 30,
    mediators: ['调05', '调06'],
    phone: '199-0000-8003',
  },
  {
    code: 'TJ-04',
    name: '上门调解员',
    kinds: ['tenancy', 'land', 'property_management', 'nuisance', 'consumer', 'traffic', 'village_affairs'],
    maxYuan: 200_000,
    maxPeople: 30,
    mediators: ['调07'],
    place: '调解员上门',
    phone: '199-0000-8004',
  },
  {
    code: 'TJ-05',
    name: '应急中心调解室',
    level: 'zone',
    maxYuan: 1_000_000,
    maxPeople: 30,
    mediators: ['调02', '调04', '调06'],
    desk: ['值02'],
    place: '应急服务中心一楼',
    phone: '199-0000-8005',
  },
  {
    code: 'TJ-06',
    name: '联合调解团队',
    level: 'joint',
    mediators: ['调08', '调09', '调01'],
    desk: ['值01'],
    place: '应急服务中心二楼',
    phone: '199-0000-8006',
  },
  {
    code: 'NR-01',
    name: '女人e家',
    matters: ['women_adviser', 'dispute'],
    kinds: ['domestic_violence', 'family'],
    mediators: ['女01', '女02'],
    phone: '199-0000-8007',
  },
  { code: 'XL-01', name: '心理支持', matters: ['counselling'], mediators: ['心01', '中11'], phone: '199-0000-8008' },
  { code: 'XS-01', name: '线索专员', matters: ['crime_clue'], mediators: ['警03'] },
  { code: 'YM-01', name: '一码到家', matters: ['help_request'], mediators: ['网01', '网02', '网03'], desk: ['值01'] },
  { code: 'DD-01', name: '技术服务点单', matters: ['service_order'], mediators: ['技01', '安01'] },
  { code: 'FL-01', name: '法律顾问', matters: ['legal_question'], mediators: ['律01'] },
];

/** Who takes private matters in the demo zone: the known rooms, a committee in each village and in 140 firms. */
export function privateRules(spots: readonly PlaceRow[]): Rules {
  return {
    rooms: [...known, ...villageCommittees(), ...firmCommittees(spots)],
    onCall: ['值01', '女01'],
    police: { onScene: ['警01'], responsible: ['警02'], centre: ['值01', '值02'] },
  };
}
