/** Who is in the zones that are measured. Telegram ids are chosen so that they can be told apart in a call. */
export const ids = {
  officer: 1_001,
  resident: (i: number): number => 100_000 + i,
  rescuer: (i: number): number => 500_000 + i,
  commandGroup: -1_002_000_000_001,
  squadGroup: -1_002_000_000_002,
} as const;

/** A zone file (JSON is YAML) with so many people, and a general plan with so many seats that anybody can take. */
export function benchZone(ask: {
  residents: number;
  rescuers: number;
  seats: number;
  overshootPercent: number;
}): string {
  const { residents, rescuers, seats, overshootPercent } = ask;
  const at = (i: number): [number, number] => [28.905 + (i % 40) * 0.0005, 120.055 + Math.floor(i / 40) * 0.0005];
  const people = [
    {
      callSign: 'O1',
      name: '值班员',
      roles: ['duty_officer', 'admin'],
      duty: 'on_duty',
      identities: telegram(ids.officer),
    },
    ...Array.from({ length: residents }, (_, i) => ({
      callSign: `R${i}`,
      name: `居民${i}`,
      roles: ['resident'],
      identities: telegram(ids.resident(i)),
    })),
    ...Array.from({ length: rescuers }, (_, i) => ({
      callSign: `S${i}`,
      name: `队员${i}`,
      phone: String(13_800_000_000 + i),
      roles: ['rescuer'],
      duty: 'on_duty',
      base: at(i),
      identities: telegram(ids.rescuer(i)),
    })),
  ];
  const members = people.filter(({ callSign }) => callSign.startsWith('S')).map(({ callSign }) => callSign);
  return JSON.stringify({
    zone: { name: '测速区', timeZone: 'Asia/Shanghai', centre: [28.905, 120.055], languages: ['zh', 'en'] },
    // Long backstops: what is measured is the first wave alone.
    timing: { waveTimerSeconds: 600, waveOvershootPercent: overshootPercent, joinWindowMinutes: 1 },
    people,
    teams: [
      {
        code: 'T1',
        name: '测速队',
        kind: 'rescue',
        members: members.slice(0, 500),
        rooms: { telegram: String(ids.squadGroup) },
      },
    ],
    rooms: [{ platform: 'telegram', id: String(ids.commandGroup), purpose: 'command', title: '指挥群' }],
    places: [{ code: 'P1', kind: 'enterprise', name: '测速厂', aliases: ['西塘工业区'], position: [28.905, 120.055] }],
    plans: [{ code: 'G', name: '总预案', seats: [{ count: seats }], safety: { zh: ['先看清'], en: ['Look first'] } }],
  });
}

function telegram(id: number): { telegram: string } {
  return { telegram: String(id) };
}
