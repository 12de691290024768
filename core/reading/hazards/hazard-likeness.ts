/** What reports of hazards look like, for messages in which no rule finds anything. */
import type { HazardKind } from '../../catalogue.ts';
import { hazardExamples, hazardLookalikes } from '../examples/hazards.ts';
import { residentExamples } from '../examples/residents.ts';
import { hasHan, likenessTo } from '../likeness.ts';

/** What it takes to overrule a rule. */
const tellingLead = 13;
const tellingPerPiece = 0.45;

const hazard = Object.values(hazardExamples).join('\n');
const whether = likenessTo({ ...hazardLookalikes, small_talk: residentExamples.small_talk, hazard });
const which = likenessTo<HazardKind>(hazardExamples);

/** How like a report it is: the lead over the runner-up, and the kind it is most like; undefined when it is like something else. */
export interface HazardLikeness {
  readonly lead: number;
  readonly leadPerPiece: number;
  readonly known: number;
  readonly kind: HazardKind;
  /** The lead of the kind over the next. */
  readonly kindLead: number;
  readonly pieces: readonly string[];
}

/** Whether the words are far more like talk, notices, trade or questions than like any report. */
export function isUnlikeHazards(plain: string): boolean {
  const like = whether(plain);
  return (
    like !== undefined && like.meant !== 'hazard' && like.lead >= tellingLead && like.leadPerPiece >= tellingPerPiece
  );
}

/** Compares with reports and with what only sounds like them. */
export function hazardLikeness(plain: string): HazardLikeness | undefined {
  const like = hasHan(plain) ? whether(plain) : undefined;
  if (like?.meant !== 'hazard') return undefined;
  const kind = which(plain);
  return kind === undefined
    ? undefined
    : {
        lead: like.lead,
        leadPerPiece: like.leadPerPiece,
        known: like.known,
        kind: kind.meant,
        kindLead: kind.lead,
        pieces: kind.pieces,
      };
}

/** The kind it is most like, when it is known to be a report. */
export function kindLikeness(plain: string): HazardLikeness | undefined {
  const like = hasHan(plain) ? which(plain) : undefined;
  if (like === undefined) return undefined;
  const { meant: kind, lead, leadPerPiece, known, pieces } = like;
  return { lead, leadPerPiece, known, kind, kindLead: lead, pieces };
}
