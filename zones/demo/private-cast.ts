import { estates, villages } from './geography.ts';
import { inventName } from './names.ts';
import type { Chance } from './random.ts';
import type { PersonRow } from './rows.ts';

/** Who takes private matters, beside the mediators of the three known rooms. */
type Cast = Omit<PersonRow, 'phone'>;

const one = (
  callSign: string,
  name: string,
  gender: 'female' | 'male',
  web: string,
  roles: PersonRow['roles'] = ['mediator'],
): Cast => ({ callSign, name, gender, roles, duty: 'reachable', identities: { web } });

/** Names and phones of the mediators of the three known rooms, by the call signs that their teams have. */
export const knownMediators: Readonly<Record<string, Pick<Cast, 'name' | 'gender' | 'duty' | 'identities'>>> = {
  调01: { name: '陈喜', gender: 'male', duty: 'on_duty', identities: { web: 'xige' } },
  调02: { name: '周天琴', gender: 'female', duty: 'reachable', identities: { web: 'tiao02' } },
  调03: { name: '马聪', gender: 'male', duty: 'on_duty', identities: { web: 'congge' } },
  调04: { name: '童天敏', gender: 'female', duty: 'reachable', identities: { web: 'tiao04' } },
  调05: { name: '章美娟', gender: 'female', duty: 'on_duty', identities: { web: 'heshisao' } },
  调06: { name: '马立萍', gender: 'female', duty: 'reachable', identities: { web: 'tiao06' } },
};

const advisers: readonly Cast[] = [
  one('调07', '楼和平', 'male', 'shangmen'),
  one('调08', '应雪梅', 'female', 'lianhe'),
  one('调09', '方立群', 'male', 'faguan'),
  one('女01', '吕慧芳', 'female', 'nvren', ['mediator']),
  one('女02', '施丽华', 'female', 'nvren02', ['mediator']),
  one('心01', '何晓静', 'female', 'xinli', ['volunteer']),
  one('警01', '赵志强', 'male', 'jing01', ['volunteer']),
  one('警02', '郑国华', 'male', 'jing02', ['mediator']),
  one('警03', '宋立新', 'male', 'jing03', ['volunteer']),
  one('律01', '卢文静', 'female', 'lvshi', ['volunteer']),
  one('技01', '罗建新', 'male', 'jishu', ['volunteer']),
];

const numbered = (letter: string, i: number): string => letter + String(i + 1).padStart(2, '0');

/** The mediator of each village, and two for the committees of each estate's firms; half of them women. */
function committees(chance: Chance): Cast[] {
  const seats = [
    ...villages.map((_, i) => [numbered('村', i), `cun${String(i + 1).padStart(2, '0')}`] as const),
    ...estates.flatMap((_, i) =>
      [2 * i, 2 * i + 1].map((n) => [numbered('企', n), `qi${String(n + 1).padStart(2, '0')}`] as const),
    ),
  ];
  return seats.map(([callSign, web]) => {
    const { name, gender } = inventName(chance);
    return one(callSign, name, gender, web);
  });
}

/** Everybody who takes private matters and is in no team. */
export function privateCast(chance: Chance): Cast[] {
  return [...advisers, ...committees(chance)];
}
