import type { DeadlineRules } from '../../core/deadline.ts';
import type { Hazard } from '../../core/hazard.ts';
import type { HazardDraft } from '../../core/hazard-draft.ts';
import type { HazardDraftId, HazardId, Token } from '../../core/ids.ts';
import type { Card } from '../../core/message.ts';
import type { Person } from '../../core/people.ts';
import type { HazardView } from '../../core/ports/hazards.ts';
import type { HazardRules } from '../../core/zone/hazard-rules.ts';
import { deadlineRules, hazardRules } from '../../handlers/hazard/rules.ts';
import type { Desk, Drawn } from './drawing.ts';

/** A hazard as presenters take it: its view, who ever told of it (so as never to name them), and the zone's rules. */
export interface HazardShown extends HazardView {
  tellers: readonly Person[];
  /** Why it is in a further round; null in the first. */
  back: { why: 'returned' | 'reopened'; words: string } | null;
  rules: HazardRules;
  deadlines: DeadlineRules;
}

/** The zone as handlers take it: its rules are theirs. */
function inZone({ tools }: Desk): Parameters<typeof hazardRules>[0] {
  return { zone: { ...tools.zone, places: tools.zone.places ?? [] } };
}

/** What the zone's deadlines are reckoned with. */
export function deadlinesOf(desk: Desk): DeadlineRules {
  return deadlineRules(inZone(desk));
}

/** The words with which it last came back stand in the trace alone. */
async function backOf(hazard: Hazard, { tools }: Desk): Promise<HazardShown['back']> {
  if (hazard.round === 1) return null;
  const trace = await tools.read.trace.of(`hazard:${hazard.id}`);
  for (const { what, data } of trace.toReversed()) {
    if (what === 'returned' || what === 'reopened') {
      return { why: what, words: typeof data.words === 'string' ? data.words : '' };
    }
  }
  return null;
}

/** Looks up a hazard with all that its cards show. */
export async function hazardShown(id: HazardId, desk: Desk): Promise<HazardShown | null> {
  const { read } = desk.tools;
  const view = await read.hazards.view(id);
  if (view === null) return null;
  const ids = await read.hazards.tellers(id);
  const tellers = ids.length === 0 ? [] : await read.people.byIds(ids);
  return {
    ...view,
    tellers,
    back: await backOf(view.hazard, desk),
    rules: hazardRules(inZone(desk)),
    deadlines: deadlinesOf(desk),
  };
}

/** Several of them, in this order; what is gone is left out. */
export async function hazardsShown(ids: readonly HazardId[], desk: Desk): Promise<HazardShown[]> {
  const found = await Promise.all(ids.map((id) => hazardShown(id, desk)));
  return found.filter((one) => one !== null);
}

/** The numbers by which words in place of buttons name these hazards. */
function numbersOf(hazards: readonly Hazard[]): ReadonlyMap<Token, string> {
  return new Map(hazards.map(({ token, number }) => [token, number]));
}

/** A card about these hazards; of no incident, so never marked a drill. */
export function drawnOf(card: Card | null, hazards: readonly Hazard[] = []): Drawn | null {
  return card === null ? null : { card, incident: null, numbers: numbersOf(hazards) };
}

/** Draws a notice about a hazard from its view. */
export function onHazard<N extends { hazardId: HazardId }>(
  present: (shown: HazardShown, notice: N, desk: Desk) => Card | null | Promise<Card | null>,
): (notice: N, desk: Desk) => Promise<Drawn | null> {
  return async (notice, desk) => {
    const shown = await hazardShown(notice.hazardId, desk);
    return shown === null ? null : drawnOf(await present(shown, notice, desk), [shown.hazard]);
  };
}

/** Draws a notice about a report that is being told. */
export function onDraft<N extends { draftId: HazardDraftId }>(
  present: (draft: HazardDraft, notice: N, desk: Desk) => Card | null | Promise<Card | null>,
): (notice: N, desk: Desk) => Promise<Drawn | null> {
  return async (notice, desk) => {
    const draft = await desk.tools.read.hazards.draft(notice.draftId);
    return draft === null ? null : drawnOf(await present(draft, notice, desk));
  };
}
