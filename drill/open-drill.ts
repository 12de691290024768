import type { DrillTexts } from '../bot/texts/drill-texts.ts';
import { afterActionReport, type AfterActionReport } from '../core/after-action.ts';
import type { Instant } from '../core/clock.ts';
import { DrillProblem } from './drill-problem.ts';
import { standingOf } from './read-standing.ts';
import { setStage, type DrillParts, type SetStage } from './set-stage.ts';
import { incidentOf, realIncidentIn } from './stage.ts';
import type { Audience, Standing, StoryEvent } from './story.ts';

/** How a drill ended. */
export interface DrillEnd {
  report: AfterActionReport;
  timeZone: string;
  beganAt: Instant;
  endedAt: Instant;
  counts: DrillCounts;
}

/** What the bot said in a drill. */
export interface DrillCounts {
  sent: number;
  edited: number;
  reactions: number;
  /** Sent and edited ones that carry the mark of the drill. */
  marked: number;
}

/** No story takes longer; one that does hangs. */
const longestStoryMs = 4 * 3_600_000;

/** A drill, ready to be played once. */
export interface Drill {
  /** Where it is played. */
  zone: { name: string; timeZone: string };
  /**
   * Plays it from the officer's first word to the last safe return, before an audience that may slow it down.
   * @throws DrillProblem when it does not come to its end; the reason of `signal` when that called it off
   */
  play(audience: Audience, signal: AbortSignal): Promise<DrillEnd>;
}

/** Sets the stage of a drill. @throws what `setStage` throws */
export async function openDrill(parts: DrillParts): Promise<Drill> {
  const set = await setStage(parts);
  return {
    zone: { name: set.zone.name, timeZone: set.zone.timeZone },
    play: (audience, signal) => playDrill(set, parts.words.problem, audience, signal),
  };
}

async function playDrill(
  set: SetStage,
  problems: DrillTexts['problem'],
  audience: Audience,
  signal: AbortSignal,
): Promise<DrillEnd> {
  const { stage, bot, chats, zone } = set;
  const beganAt = stage.clock.now();
  for (const chat of chats) await chat.start(bot.receive);
  bot.sender.start();
  bot.timers.start();
  try {
    await set.officer.begin();
    const counts = await tellStory(set, audience, signal, problems);
    return { ...(await endOf(set)), timeZone: zone.timeZone, beganAt, counts };
  } finally {
    for (const chat of chats) await chat.stop();
    await bot.timers.stop();
    await bot.sender.stop();
  }
}

async function tellStory(
  { stage, events, troubles }: SetStage,
  audience: Audience,
  signal: AbortSignal,
  problems: DrillTexts['problem'],
): Promise<DrillCounts> {
  const { clock, read, texts } = stage;
  const counts: DrillCounts = { sent: 0, edited: 0, reactions: 0, marked: 0 };
  const until = clock.now() + longestStoryMs;
  for (;;) {
    await clock.rest();
    signal.throwIfAborted();
    const trouble = troubles[0];
    if (trouble !== undefined) throw new DrillProblem(problems.unfinished(trouble));
    const nextAt = clock.nextAt();
    const atRest = nextAt === null || nextAt > clock.now();
    if (atRest && events.length > 0) {
      const told = events.splice(0);
      count(counts, told, texts.mark.drill);
      await audience.show({ at: clock.now(), events: told, standing: await standingNow(stage) });
      const real = await realIncidentIn(stage);
      if (real !== null) throw new DrillProblem(problems.realIncident(real.number));
    }
    if (atRest && (await incidentOf(stage))?.state === 'closed' && (await read.outbox.depth()).length === 0)
      return counts;
    if (nextAt === null || nextAt > until) throw new DrillProblem(problems.unfinished(await stateNow(stage)));
    clock.step();
  }
}

function count(counts: DrillCounts, events: readonly StoryEvent[], mark: string): void {
  for (const event of events) {
    if (event.kind === 'reacted') counts.reactions += 1;
    if (event.kind !== 'shown') continue;
    if (event.form === 'new') counts.sent += 1;
    else counts.edited += 1;
    if (event.card.banner?.startsWith(mark) === true) counts.marked += 1;
  }
}

async function standingNow(stage: SetStage['stage']): Promise<Standing | null> {
  const incident = await incidentOf(stage);
  const view = incident === null ? null : await stage.read.incidents.view(incident.id);
  return view === null ? null : standingOf(view);
}

async function stateNow(stage: SetStage['stage']): Promise<string> {
  return (await incidentOf(stage))?.state ?? '-';
}

async function endOf({ stage, zone }: SetStage): Promise<Pick<DrillEnd, 'report' | 'endedAt'>> {
  const incident = await incidentOf(stage);
  const view = incident === null ? null : await stage.read.incidents.view(incident.id);
  if (view === null) throw new Error('A drill without an incident has no end');
  const trace = await stage.read.trace.of(`incident:${view.incident.id}`);
  return { report: afterActionReport(view, trace, zone.timeZone), endedAt: stage.clock.now() };
}
