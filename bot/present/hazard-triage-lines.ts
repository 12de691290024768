import { hazardKinds } from '../../core/catalogue.ts';
import { suggestGrade, type GradeReason } from '../../core/hazard-grade.ts';
import { findTwin, type Twin } from '../../core/hazard-twin.ts';
import type { CardLine } from '../../core/message.ts';
import type { Person } from '../../core/people.ts';
import { spokenName } from '../../core/spoken-name.ts';
import { ownersOf, proposedOwners } from '../../handlers/hazard/find-people.ts';
import type { Desk } from './drawing.ts';
import { dueTimeOf } from './hazard-deadline.ts';
import { mainKind, unnamed } from './hazard-lines.ts';
import { photoAlike, type PhotoAlike } from './hazard-photo-alike.ts';
import type { HazardShown } from './hazard-shown.ts';
import { clip, line, type Presenting } from './presenting.ts';

/** As many reasons and further tellings as an officer reads. */
const reasonsShown = 4;
const furtherShown = 3;
const dayMs = 86_400_000;

/** Whom it can be given to, and what it may be the same as: looked up only while that is to be decided. */
export interface TriageChoices {
  owners: readonly Person[];
  /** Whom the zone file names for its area and kind; null: nobody. */
  named: Person | null;
  twin: Twin | null;
  /** What a photo of it looks like; only while nobody has graded it. */
  alike?: PhotoAlike | null;
}

/** Looks up what the officer chooses from. */
export async function triageChoices(shown: HazardShown, desk: Desk): Promise<TriageChoices> {
  const { hazard, rules } = shown;
  const { read, zone } = desk.tools;
  const undecided = hazard.state === 'reported' || hazard.state === 'graded' || hazard.state === 'assigned';
  if (!undecided) return { owners: [], named: null, twin: null };
  const by = { rules, places: zone.places ?? [] };
  const [owners, [named]] = await Promise.all([
    proposedOwners(read.people, by, hazard),
    ownersOf(read.people, by, hazard),
  ]);
  const fresh = hazard.state === 'reported';
  return {
    owners,
    named: named ?? null,
    twin: fresh ? await twinOf(shown, desk) : null,
    alike: fresh ? await photoAlike(shown, 'before', desk) : null,
  };
}

async function twinOf({ hazard, rules }: HazardShown, { tools }: Desk): Promise<Twin | null> {
  if (hazard.position === null && hazard.placeId === null) return null;
  const near = await tools.read.hazards.near({
    position: hazard.position,
    radiusMetres: rules.sameMetres,
    placeId: hazard.placeId,
    since: hazard.reportedAt - rules.sameDays * dayMs,
  });
  const others = near.filter(({ id, reportedAt }) => id !== hazard.id && reportedAt <= hazard.reportedAt);
  return findTwin(others, { ...hazard, at: hazard.reportedAt }, rules);
}

/** A kind among the reasons is said by its name, anything else as it was written. */
function becauseOf({ because, rule }: GradeReason, shown: HazardShown, { texts }: Presenting): string[] {
  // How many is on the card already.
  if (rule === 'many_people') return [];
  const said = because.map((piece) => {
    const kind = hazardKinds.find(({ code }) => code === piece)?.code;
    return kind === undefined ? clip(unnamed(piece, shown.tellers, texts), 20) : texts.hazard.kind(kind);
  });
  return [...new Set(said)];
}

/** What the rules suggest and why, with law and order; that a human decides. */
export function suggestionLines(shown: HazardShown, presenting: Presenting): CardLine[] {
  const { texts } = presenting;
  const { triage } = texts.hazard;
  const { grade, reasons } = suggestGrade(shown.hazard, shown.rules);
  const why = (reason: GradeReason): string =>
    reason.rule === null ? (reason.said?.[texts.language] ?? '') : triage.rule[reason.rule];
  return [
    ...line(triage.suggests(grade), 'strong'),
    ...reasons
      .slice(0, reasonsShown)
      .flatMap((reason) => line(triage.reason(why(reason), becauseOf(reason, shown, presenting), reason.source))),
    ...line(reasons.length === 0 ? triage.noReason : null),
    ...line(triage.youDecide, 'quiet'),
  ];
}

/** Who will have it. */
export function ownerLines(
  { hazard }: HazardShown,
  { owners, named }: TriageChoices,
  { texts }: Presenting,
): CardLine[] {
  const { triage } = texts.hazard;
  if (hazard.state === 'graded') return line(owners.length === 0 ? triage.noOwner : triage.chooseOwner, 'strong');
  return line(named === null ? triage.proposedNone : triage.proposed(spokenName(named)));
}

/** What it may be the same as. */
export function twinLine({ hazard }: HazardShown, { twin }: TriageChoices, presenting: Presenting): CardLine[] {
  if (twin === null) return [];
  const days = Math.floor((hazard.reportedAt - twin.hazard.reportedAt) / dayMs);
  const what = mainKind(twin.hazard, presenting);
  return line(presenting.texts.hazard.triage.twin(twin.hazard.number, what, twin.metres, days), 'warning');
}

/** When it was told, and the words of those who saw it too; never who they are. */
export function tellingLines(shown: HazardShown, { texts, timeZone }: Presenting): CardLine[] {
  const { reports, hazard, tellers } = shown;
  const { triage } = texts.hazard;
  const further = reports.slice(1).filter(({ words }) => words !== '');
  return [
    ...line(triage.reported({ first: dueTimeOf(hazard.reportedAt, timeZone), count: reports.length }), 'quiet'),
    ...further
      .slice(-furtherShown)
      .flatMap(({ at, words }) =>
        line(triage.further(dueTimeOf(at, timeZone), clip(unnamed(words, tellers, texts), 100)), 'quiet'),
      ),
  ];
}
