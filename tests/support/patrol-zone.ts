import type { Instant } from '../../core/clock.ts';
import type { ShiftView } from '../../core/ports/shifts.ts';
import type { Timer } from '../../core/ports/timers.ts';
import { importZone } from '../../handlers/people/import-zone.ts';
import { storedZone } from '../../handlers/people/zone-facts.ts';
import type { Work } from '../../handlers/work.ts';
import { countingIds } from './ids.ts';
import type { TestDatabase } from './stores.ts';
import { smallZone, zoneOf } from './zone-file.ts';

const [head = '', tail = ''] = smallZone.split('rooms:\n');

/** A zone with three crews of two to three people, three places, and these lines of patrols. */
export const patrolZone = (...lines: string[]): string => `${head}  - {callSign: 甲, identities: {web: jia}}
  - {callSign: 乙}
  - {callSign: 丙, identities: {web: bing}}
  - {callSign: 丁}
  - {callSign: 戊}
rooms:
${tail}teams:
  - {code: A, name: 甲队, kind: patrol, leader: 甲, members: [甲, 乙], rooms: {web: room-a}}
  - {code: B, name: 丙队, kind: patrol, leader: 丙, members: [丙, 丁], rooms: {web: room-b}}
  - {code: C, name: 戊队, kind: patrol, members: [戊]}
places:
  - {code: P-1, kind: waterside, name: 大塘, position: [28.9, 120.05]}
  - {code: P-2, kind: village, name: 西塘村, position: [28.91, 120.05]}
  - {code: P-3, kind: village, name: 荷塘村, position: [28.905, 120.045]}
patrols:
  planDays: 7
${lines.map((line) => `  ${line}\n`).join('')}`;

/** A zone in a test's database, imported and worked on at instants of the test's choosing. */
export interface PatrolDesk {
  /** Imports this zone file. */
  import(text: string, now: Instant): Promise<void>;
  /** Runs a handler in a transaction of its own, in the zone as it was last imported. */
  run<Result>(now: Instant, what: (work: Work) => Promise<Result>): Promise<Result>;
  /** Every shift from an instant on for 60 days; those called off are missing. */
  shifts(from: Instant): Promise<ShiftView[]>;
  /** Timers that wait, soonest first. */
  timers(): Promise<Timer[]>;
}

export function patrolDesk(database: TestDatabase): PatrolDesk {
  const ids = countingIds();
  let imports = 0;
  return {
    import: async (text, now) => {
      const fingerprint = `file ${(imports += 1)}`;
      await database.store.transaction((tx) => importZone({ tx, now, ids }, zoneOf(text), fingerprint, null));
    },
    run: (now, what) =>
      database.store.transaction(async (tx) => {
        const zone = await storedZone(tx);
        if (zone === null) throw new Error('import a zone first');
        return what({
          tx,
          now,
          ids,
          zone,
          can: () => ({ react: false, edit: true }),
          keepPrivate: () => undefined,
          notify: () => undefined,
        });
      }),
    shifts: (from) => database.store.read.shifts.between(from, from + 60 * 86_400_000),
    timers: () => database.store.read.timers.upcoming(10_000),
  };
}
