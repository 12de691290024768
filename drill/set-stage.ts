import { assemble, type Bot } from '../assemble.ts';
import { signLinks } from '../bot/sign-links.ts';
import type { DrillTexts } from '../bot/texts/drill-texts.ts';
import { textsIn } from '../bot/texts/texts-in.ts';
import type { Instant } from '../core/clock.ts';
import { randomIds } from '../core/ids.ts';
import type { Metrics } from '../core/ports/metrics.ts';
import type { Store } from '../core/ports/store.ts';
import { readZone, startZone, type RunningZone } from '../start-zone.ts';
import { Chance } from './chance.ts';
import { Crew } from './crew.ts';
import { DrillProblem } from './drill-problem.ts';
import { handOutPhones, type Cast, type Player } from './hand-out-phones.ts';
import { Officer } from './officer.ts';
import { placeFor, type Scenario } from './scenarios.ts';
import { openChats } from './open-chats.ts';
import type { SimulatedChat } from './simulated-chat.ts';
import type { Stage } from './stage.ts';
import { StoryClock } from './story-clock.ts';
import type { StoryEvent } from './story.ts';

/** What a drill is made of. */
export interface DrillParts {
  scenario: Scenario;
  seed: string;
  words: DrillTexts;
  /** A new database of the drill's own. */
  store: Store;
  /** Null: the demo zone. */
  zoneFile: string | null;
  demoFile: string;
  /** The day of the story; it begins at eight in the evening. */
  today: Instant;
}

/** A drill before its first word. */
export interface SetStage {
  stage: Stage;
  bot: Bot;
  officer: Officer;
  zone: RunningZone;
  chats: readonly SimulatedChat[];
  /** What happened since it was last emptied. */
  events: StoryEvent[];
  /** What the bot logged as an error. */
  troubles: string[];
}

const startHour = 20;

const nobodyMeasures: Metrics = {
  updateTaken: () => undefined,
  handlerTook: () => undefined,
  sent: () => undefined,
  sendTook: () => undefined,
  timerRan: () => undefined,
};

/**
 * Brings the zone into the drill's database, hands out simulated phones, and wires the real bot to them.
 * @throws ConfigError when the zone file is wrong; DrillProblem when the zone has nobody to drill with
 */
export async function setStage(parts: DrillParts): Promise<SetStage> {
  const { store, words } = parts;
  const chance = new Chance(parts.seed);
  const clock = new StoryClock(parts.today);
  const draws = chance.of('ids');
  const ids = randomIds((bytes) => draws.fill(bytes));
  const { zone: imported, isDemo } = await startZone({
    store,
    clock,
    ids,
    zoneFile: parts.zoneFile,
    demoFile: parts.demoFile,
    withoutShifts: true,
  });
  clock.beginAt(eveningOf(parts.today, imported.timeZone));
  const cast = await store.transaction((tx) =>
    handOutPhones({ tx, now: clock.now(), ids, chance, language: words.language, titles: words.group }),
  );
  const officer = playersOf(cast, words);
  const zone = await readZone(store.read);
  const events: StoryEvent[] = [];
  const troubles: string[] = [];
  const chats = openChats(clock, cast);
  const stage = makeStage(parts, {
    chance,
    clock,
    chats,
    events,
    placeName: placeFor(parts.scenario, zone.places, isDemo)?.name ?? '',
    reminderMs: zone.timing.safeReturnReminderMinutes * 60_000,
  });
  const crew = new Crew(stage, cast);
  for (const chat of Object.values(chats)) chat.watchedBy(crew.watch(chat.platform));
  const bot = assemble({
    store,
    adapters: Object.values(chats),
    alarm: clock,
    ids,
    metrics: nobodyMeasures,
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (fields, message) => troubles.push(trouble(fields, message)),
    },
    zone: () => zone,
    // Pages need a server; a drill has none.
    links: signLinks({ publicUrl: null, secret: parts.seed }),
    photoPath: () => Promise.resolve(null),
  });
  clock.settle(() => bot.sender.idle());
  clock.settle(() => bot.timers.idle());
  return {
    stage,
    bot,
    officer: new Officer(stage, officer, cast.command),
    zone,
    chats: Object.values(chats),
    events,
    troubles,
  };
}

function trouble({ err }: Readonly<Record<string, unknown>>, message: string): string {
  return err instanceof Error ? `${message}: ${err.message}` : message;
}

function playersOf({ officer, rescuers }: Cast, words: DrillTexts): Player {
  if (officer === null) throw new DrillProblem(words.problem.noOfficer);
  if (rescuers.length === 0) throw new DrillProblem(words.problem.noRescuers);
  return officer;
}

function eveningOf(today: Instant, timeZone: string): Instant {
  const day = Temporal.Instant.fromEpochMilliseconds(today).toZonedDateTimeISO(timeZone);
  return day.startOfDay().with({ hour: startHour }).epochMilliseconds;
}

function makeStage(
  { scenario, words, store }: DrillParts,
  {
    events,
    ...made
  }: Pick<Stage, 'chance' | 'clock' | 'chats' | 'placeName' | 'reminderMs'> & { events: StoryEvent[] },
): Stage {
  const underWay = new Set<Promise<void>>();
  made.clock.settle(async () => {
    while (underWay.size > 0) await Promise.all(underWay);
  });
  return {
    ...made,
    scenario,
    read: store.read,
    words: words.said,
    texts: textsIn(words.language),
    work: { leader: null, beganAt: null, needSaidAt: null, overAt: null },
    tell: (event) => void events.push(event),
    doing: (work) => {
      const done = work.finally(() => underWay.delete(done));
      underWay.add(done);
    },
  };
}
