import type { Bot } from './assemble.ts';
import type { Clock } from './core/clock.ts';
import type { Store } from './core/ports/store.ts';
import { type PrivateRules, usualPrivateRules } from './core/zone/private-rules.ts';
import { forgetMatters } from './handlers/matter/forget-matters.ts';
import { finishErasing } from './handlers/people/erase-data.ts';
import { forgetRecord } from './handlers/people/forget-record.ts';
import { tellUnreachable } from './handlers/watch/tell-unreachable.ts';
import type { Work } from './handlers/work.ts';
import { calendar, dailyAt, hourlyAt } from './jobs/calendar.ts';
import { forgetOld } from './jobs/forget-old.ts';
import { forgetPeople } from './jobs/forget-people.ts';
import { forgetRecords } from './jobs/forget-records.ts';
import { forgetTracks } from './jobs/forget-tracks.ts';
import type { PlatformWatch } from './jobs/look-at-platforms.ts';
import type { ProgramLog } from './program-log.ts';
import type { RunningZone } from './start-zone.ts';

/** What the calendar's work stands on. */
export interface CalendarStart {
  store: Store;
  clock: Clock;
  log: ProgramLog;
  bot: Bot;
  watch: PlatformWatch;
  zone: () => RunningZone;
}

/** Everything that is done by the day and the hour: looking after oneself, and forgetting. Not yet started. */
export function makeCalendar({ store, clock, log, bot, watch, zone }: CalendarStart): ReturnType<typeof calendar> {
  const inWork = (run: (work: Work) => Promise<void>): Promise<void> => store.transaction((tx) => run(bot.workIn(tx)));
  const retention = (): PrivateRules['retention'] => (zone().privateMatters ?? usualPrivateRules).retention;
  return calendar({
    store,
    clock,
    timeZone: zone().timeZone,
    log,
    entries: [
      { name: 'self-check', when: dailyAt.selfCheck, run: () => watch.look() },
      { name: 'unreachable-people', when: dailyAt.unreachablePeople, run: () => inWork(tellUnreachable) },
      { name: 'forget-matters', when: dailyAt.forgetMatters, run: () => inWork(forgetMatters) },
      { name: 'forget-old', when: dailyAt.forgetOld, run: () => forgetOld(store, clock, retention()) },
      {
        name: 'forget-records',
        when: dailyAt.forgetRecords,
        run: () => forgetRecords(store, clock, retention(), (tx, record) => forgetRecord(bot.workIn(tx), record)),
      },
      { name: 'wipe', when: dailyAt.wipe, run: () => store.wipe() },
      {
        name: 'forget-people',
        when: hourlyAt.forgetPeople,
        run: () => forgetPeople(store, (tx, erasure) => finishErasing(bot.workIn(tx), erasure)),
      },
      { name: 'forget-tracks', when: hourlyAt.forgetTracks, run: () => forgetTracks(store, clock) },
    ],
  });
}
