import type { PersonRow } from './rows.ts';

/**
 * The people of the rehearsal room, whose phones stand side by side, and the squad on duty round the clock. Their
 * certificates stay valid, so that the scenarios always find somebody. 东01 and 西02 wait at a forward post in the west.
 */
const valid = (...skills: NonNullable<PersonRow['skills']>[number]['skill'][]): PersonRow['skills'] =>
  skills.map((skill) => ({ skill, validUntil: '2035-12-31' }));

/** Beside the west gate of 西塘工业区. */
const forwardPost: [number, number] = [28.9138, 120.0392];
/** The emergency service centre. */
const atCentre: [number, number] = [28.905, 120.055];

type Cast = Omit<PersonRow, 'phone'>;

/** The resident who reports. */
export const resident: Cast = {
  callSign: '民01',
  name: '张阿姨',
  gender: 'female',
  roles: ['resident'],
  base: [28.9113, 120.0368],
  identities: { web: 'zhang' },
};

/** Who is on the other side of the dispute that the resident tells of; last of all people, so that nobody's number changes. */
export const otherSide: Cast = {
  callSign: '民02',
  name: '周师傅',
  gender: 'male',
  roles: ['resident'],
  base: [28.9121, 120.0377],
  identities: { web: 'zhou' },
};

/** The officers: 值01 has the night in the rehearsal room. */
export const officers: readonly Cast[] = [
  {
    callSign: '值01',
    name: '王敏',
    gender: 'female',
    roles: ['duty_officer', 'leader'],
    base: atCentre,
    duty: 'on_duty',
    identities: { web: 'officer' },
  },
  {
    callSign: '值02',
    name: '周国平',
    gender: 'male',
    roles: ['duty_officer', 'admin'],
    base: atCentre,
  },
  {
    callSign: '值03',
    name: '林晓燕',
    gender: 'female',
    roles: ['duty_officer'],
    base: atCentre,
  },
];

const onDuty = (
  callSign: string,
  name: string,
  gender: 'female' | 'male',
  web: string,
  base: [number, number],
  skills: PersonRow['skills'],
): Cast => ({ callSign, name, gender, roles: ['rescuer'], skills, base, duty: 'on_duty', identities: { web } });

/** The squad on duty: six staff and five assistants. The first two are the rescuers of the rehearsal room. */
export const squadOnDuty: readonly Cast[] = [
  onDuty('东01', '李海', 'male', 'dong01', forwardPost, valid('surface_water', 'first_aid', 'fire_operator')),
  onDuty('西02', '陈立军', 'male', 'xi02', forwardPost, valid('fire_operator', 'breathing_apparatus', 'first_aid')),
  onDuty('中03', '吴水明', 'male', 'zhong03', atCentre, valid('boat', 'surface_water', 'driver')),
  onDuty('中04', '胡志强', 'male', 'zhong04', atCentre, valid('breathing_apparatus', 'hazmat', 'confined_space')),
  onDuty('中05', '何静', 'female', 'zhong05', atCentre, valid('aed', 'first_aid', 'driver')),
  onDuty('中06', '徐建勇', 'male', 'zhong06', atCentre, valid('electrician', 'welder', 'fire_operator')),
  onDuty('东07', '孙刚', 'male', 'dong07', atCentre, valid('rope', 'height', 'first_aid')),
  onDuty('东08', '朱丽娟', 'female', 'dong08', atCentre, valid('aed', 'first_aid')),
  onDuty('西09', '高飞', 'male', 'xi09', atCentre, valid('drone', 'radio')),
  onDuty('西10', '郭磊', 'male', 'xi10', atCentre, valid('collapse', 'breathing_apparatus')),
  onDuty('中11', '罗慧', 'female', 'zhong11', atCentre, valid('clinician', 'psychology', 'first_aid')),
];

/** Who has hazards put right: a grid worker for each part, and the safety officer, who also looks again. */
export const hazardPeople: readonly Cast[] = [
  ['网01', '徐巧云', 'female', 'grid01', ['grid_worker']],
  ['网02', '楼建华', 'male', 'grid02', ['grid_worker']],
  ['网03', '应春燕', 'female', 'grid03', ['grid_worker']],
  ['安01', '方志刚', 'male', 'safety01', ['safety_officer']],
].map(([callSign, name, gender, web, roles]): Cast => ({ callSign, name, gender, roles, identities: { web } }) as Cast);

/** Two who go round at night whenever somebody plays it: they are in no roster, so that their night begins when it is asked for. */
export const nightWatch: readonly Cast[] = [
  ['夜01', '金国强', 'male', 'ye01', [28.9078, 120.0722]],
  ['夜02', '吕红梅', 'female', 'ye02', [28.9074, 120.0716]],
].map(
  ([callSign, name, gender, web, base]): Cast =>
    ({ callSign, name, gender, roles: ['volunteer'], base, identities: { web } }) as Cast,
);
