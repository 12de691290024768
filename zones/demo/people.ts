import { hazardPeople, nightWatch, officers, otherSide, resident, squadOnDuty } from './cast.ts';
import { pairOf } from './enterprises.ts';
import { centre, villages, type Spot } from './geography.ts';
import { inventName } from './names.ts';
import { knownMediators, privateCast } from './private-cast.ts';
import { chance as chanceOf, type Chance } from './random.ts';
import type { PersonRow, PlaceRow, TeamRow } from './rows.ts';

type Skill = NonNullable<PersonRow['skills']>[number]['skill'];

/** The teams of the demo zone and their people. */
export interface Roster {
  people: PersonRow[];
  teams: TeamRow[];
}

/** What a squad is good at; its people hold one to three of these. */
const trades: readonly { name: string; skills: readonly Skill[] }[] = [
  { name: '水上', skills: ['surface_water', 'boat', 'swift_water', 'diving', 'first_aid'] },
  { name: '山地', skills: ['rope', 'first_aid', 'drone', 'radio', 'search_dog'] },
  { name: '消防', skills: ['fire_operator', 'breathing_apparatus', 'height', 'first_aid'] },
  { name: '医疗', skills: ['clinician', 'first_aid', 'aed', 'psychology'] },
  { name: '工程', skills: ['collapse', 'welder', 'electrician', 'forklift', 'confined_space'] },
  { name: '危化', skills: ['hazmat', 'breathing_apparatus', 'confined_space', 'first_aid'] },
  { name: '综合', skills: ['driver', 'first_aid', 'radio', 'language', 'law', 'aed'] },
];

/** How the web chat names people of each call sign; whoever may be called has a phone in the rehearsal room. */
const romanised: Readonly<Record<string, string>> = { 东: 'dong', 中: 'zhong', 西: 'xi', 站: 'zhan' };

/** One certificate in ten has run out. */
function certificate(skill: Skill, chance: Chance): NonNullable<PersonRow['skills']>[number] {
  const year = chance.next() < 0.1 ? 2025 : chance.int(2031, 2035);
  return { skill, validUntil: `${year}-${String(chance.int(1, 12)).padStart(2, '0')}-28` };
}

/** Makes up people, counting call signs by their first letter. */
class Recruits {
  readonly people: PersonRow[] = [];
  readonly #chance: Chance;
  readonly #next = new Map<string, number>();

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  /** Adds somebody whose call sign begins with `letter`; answers the call sign. */
  add(letter: string, row: Pick<PersonRow, 'roles' | 'skills' | 'base' | 'duty'>): string {
    const number = this.#next.get(letter) ?? (letter in partsFrom ? 12 : 1);
    this.#next.set(letter, number + 1);
    const digits = String(number).padStart(2, '0');
    const callSign = letter + digits;
    const web = row.duty === undefined ? undefined : romanised[letter];
    this.people.push({
      callSign,
      ...inventName(this.#chance),
      phone: undefined,
      ...row,
      identities: web === undefined ? undefined : { web: web + digits },
    });
    return callSign;
  }

  /** Gives somebody a phone in the rehearsal room. */
  givePhone(callSign: string, web: string): void {
    const person = this.people.find((one) => one.callSign === callSign);
    if (person !== undefined) person.identities = { web };
  }

  /** Says of somebody what everybody knows already. */
  isReally(callSign: string, known: Partial<PersonRow>): void {
    const person = this.people.find((one) => one.callSign === callSign);
    if (person !== undefined) Object.assign(person, known);
  }
}

/** Throws of its own, so that a new mediator changes nobody else's name. */
const committeeSeed = 20_261_123;

/** The squad on duty has the first eleven numbers of all three parts together. */
const partsFrom: Readonly<Record<string, true>> = { 东: true, 中: true, 西: true };

const leaderFirst = (members: string[]): Pick<TeamRow, 'leader' | 'members'> => ({ leader: members[0], members });

/** Fourteen volunteer squads; of each the ten with certificates are listed, and one may be called at any time. */
function volunteerSquads(recruits: Recruits, chance: Chance): TeamRow[] {
  const letters = { east: '东', centre: '中', west: '西' };
  return chance.some(villages, 14).map((village, i) => {
    const trade = trades[i % trades.length];
    if (trade === undefined) throw new RangeError('every squad has a trade');
    const members = Array.from({ length: 10 }, (_, j) =>
      recruits.add(letters[village.part], {
        roles: ['rescuer'],
        skills: chance.some(trade.skills, chance.int(1, 3)).map((skill) => certificate(skill, chance)),
        base: pairOf(chance.near(village.position, 250)),
        duty: j === 0 ? 'reachable' : undefined,
      }),
    );
    const code = `SQ-${String(i + 1).padStart(2, '0')}`;
    return { code, name: `${village.name}${trade.name}救援队`, kind: 'rescue', ...leaderFirst(members) };
  });
}

const stationSkills: readonly Skill[] = ['fire_operator', 'breathing_apparatus', 'first_aid', 'aed'];

/** Three people at each village's micro fire station, six at each enterprise's; of every third station one may be called. */
function stationTeams(recruits: Recruits, stations: readonly PlaceRow[], chance: Chance): TeamRow[] {
  return stations.map((station, i) => {
    const members = Array.from({ length: i < villages.length ? 3 : 6 }, (_, j) =>
      recruits.add('站', {
        roles: ['rescuer'],
        skills: chance.some(stationSkills, chance.int(1, 2)).map((skill) => certificate(skill, chance)),
        base: station.position,
        duty: j === 0 && i % 3 === 0 ? 'reachable' : undefined,
      }),
    );
    return { code: station.code, name: station.name, kind: 'micro_fire_station', ...leaderFirst(members) };
  });
}

const homeOf = (name: string): Spot['position'] => villages.find((one) => one.name === name)?.position ?? centre;

type Gather = (code: string, name: string, count: number, home: Spot['position']) => TeamRow;

/** Gathers volunteers into a team with a group of its own. */
function gathering(recruits: Recruits, chance: Chance): Gather {
  return (code, name, count, home) => {
    const members = Array.from({ length: count }, () =>
      recruits.add('巡', { roles: ['volunteer'], base: pairOf(chance.near(home, 400)) }),
    );
    return { code, name, kind: 'patrol', ...leaderFirst(members), rooms: { web: code.toLowerCase() } };
  };
}

/** 34 enterprise squads of three to five in turn at the centre, a squad of six in the east, two villages' in the west. */
function patrols(recruits: Recruits, chance: Chance): TeamRow[] {
  const patrol = gathering(recruits, chance);
  const east = (): TeamRow => {
    const squad = patrol('YX-01', '东片夜巡哥', 6, homeOf('前坞'));
    // Two of those who are out every night can be played.
    for (const [i, sign] of (squad.members ?? []).slice(0, 2).entries())
      recruits.givePhone(String(sign), `xun0${i + 1}`);
    return squad;
  };
  return [
    ...Array.from({ length: 34 }, (_, i) =>
      patrol(`YJ-${String(i + 1).padStart(2, '0')}`, `义警第${i + 1}小队`, chance.int(3, 5), centre),
    ),
    east(),
    patrol('HC-01', '西塘护村队', 4, homeOf('西塘')),
    patrol('HC-02', '荷塘护村队', 4, homeOf('荷塘')),
  ];
}

/** Who goes out after the squad of the east, and who looks after the rescue poles. */
function otherPatrols(recruits: Recruits, chance: Chance): TeamRow[] {
  const patrol = gathering(recruits, chance);
  return [
    patrol('YX-02', '东片夜巡哥二班', 4, homeOf('溪东')),
    patrol('JS-01', '青竹溪救生竿巡查队', 4, homeOf('渡口')),
  ];
}

function mediation(recruits: Recruits): TeamRow[] {
  return ['喜哥调解室', '聪哥调解室', '和事嫂工作室'].map((name, i) => {
    const members = [recruits.add('调', { roles: ['mediator'] }), recruits.add('调', { roles: ['mediator'] })];
    for (const sign of members) recruits.isReally(sign, knownMediators[sign] ?? {});
    return { code: `TJ-${String(i + 1).padStart(2, '0')}`, name, kind: 'mediation', ...leaderFirst(members) };
  });
}

/** Everybody of the demo zone. Phone numbers are masked: 199-0000 and a running number. */
export function roster(stations: readonly PlaceRow[], chance: Chance): Roster {
  const recruits = new Recruits(chance);
  const callSigns = (rows: readonly { callSign: PersonRow['callSign'] }[]): string[] =>
    rows.map(({ callSign }) => String(callSign));
  const teams: TeamRow[] = [
    { code: 'ZB-01', name: '应急值班室', kind: 'duty', ...leaderFirst(callSigns(officers)) },
    {
      code: 'SQ-00',
      name: '值守救援队',
      kind: 'rescue',
      ...leaderFirst(callSigns(squadOnDuty)),
      rooms: { web: 'squad' },
    },
    ...volunteerSquads(recruits, chance),
    ...stationTeams(recruits, stations, chance),
    ...patrols(recruits, chance),
    ...mediation(recruits),
    ...otherPatrols(recruits, chance),
    {
      code: 'YL-01',
      name: '前坞夜巡队',
      kind: 'patrol',
      ...leaderFirst(callSigns(nightWatch)),
      rooms: { web: 'yl-01' },
    },
  ];
  const people = [
    resident,
    ...officers,
    ...squadOnDuty,
    ...recruits.people,
    ...hazardPeople,
    ...privateCast(chanceOf(committeeSeed)),
    ...nightWatch,
    otherSide,
  ];
  return {
    teams,
    people: people.map((person, i) => {
      const { callSign, name, gender, ...rest } = person;
      return { callSign, name, gender, ...rest, phone: `199-0000-${String(i + 1).padStart(4, '0')}` };
    }),
  };
}
