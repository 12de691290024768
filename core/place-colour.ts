import type { RiskColour } from './catalogue.ts';
import type { Instant } from './clock.ts';
import { isOverdue, type Hazard } from './hazard.ts';
import type { PersonId, PlaceId, Token } from './ids.ts';
import type { PlaceDetails } from './people.ts';
import { baseColour, isGraver, oneUp, type BaseReason } from './place-risk.ts';

/** Why an enterprise has a colour, or why the rules suggest one: data, so that a text can answer "why orange?". */
export type ColourReason =
  | BaseReason
  /** An open major hazard makes it red. */
  | { kind: 'major_open'; numbers: readonly string[] }
  /** Something overdue makes it one step graver than its base. */
  | { kind: 'overdue'; numbers: readonly string[] }
  /** It was graver and has not been clean for long enough. `cleanAt`: when it will have been; null: something is open. */
  | { kind: 'not_clean'; open: number; cleanAt: Instant | null }
  /** Nothing open, and nothing closed for thirty days. */
  | { kind: 'clean' };

/** So long nothing may be open before a colour goes back to its base. */
export const cleanDays = 30;
const dayMs = 86_400_000;

/** What the rules look at. `present` is the colour that people decided on last, else the base. */
export interface ColourFacts {
  details: PlaceDetails | undefined;
  open: readonly Pick<Hazard, 'number' | 'state' | 'grade' | 'dueAt'>[];
  /** When a hazard of the place was last closed, however it ended; null: never. */
  lastClosedAt: Instant | null;
  /** Null: nobody has decided on one yet. */
  present: RiskColour | null;
  now: Instant;
}

/** The colour that the rules suggest, and everything that led to it; the base comes first. */
export interface DerivedColour {
  colour: RiskColour;
  base: RiskColour;
  reasons: readonly ColourReason[];
}

/**
 * Derives an enterprise's colour. It is no grade of a hazard: the law knows only ordinary and major ones (see core/hazard.ts). An
 * open major hazard: red. Something overdue: one step above the base. A graver colour stays until the place has been clean for
 * thirty days, then it is the base again. The machine only suggests; a person decides.
 */
export function deriveColour({ details, open, lastClosedAt, present, now }: ColourFacts): DerivedColour {
  const base = baseColour(details);
  const major = open.filter(({ grade }) => grade === 'major').map(({ number }) => number);
  const late = open.filter((hazard) => isOverdue(hazard, now)).map(({ number }) => number);
  const raised = major.length > 0 ? 'red' : late.length > 0 ? oneUp(base.colour) : base.colour;
  const reasons: ColourReason[] = [
    base,
    ...(major.length > 0 ? [{ kind: 'major_open' as const, numbers: major }] : []),
    ...(late.length > 0 ? [{ kind: 'overdue' as const, numbers: late }] : []),
  ];
  if (present === null || !isGraver(present, raised)) return { colour: raised, base: base.colour, reasons };
  const cleanAt = open.length > 0 ? null : (lastClosedAt ?? 0) + cleanDays * dayMs;
  if (cleanAt !== null && cleanAt <= now)
    return { colour: raised, base: base.colour, reasons: [...reasons, { kind: 'clean' }] };
  const held: ColourReason = { kind: 'not_clean', open: open.length, cleanAt };
  return { colour: present, base: base.colour, reasons: [...reasons, held] };
}

/** What people were asked and how they decided; the last of a place. */
export interface ColourProposal {
  from: RiskColour;
  colour: RiskColour;
  reasons: readonly ColourReason[];
  at: Instant;
  /** Null: nobody has decided. `dropped`: the rules no longer suggest it. */
  end: { how: 'accepted' | 'kept'; byId: PersonId; at: Instant } | { how: 'dropped'; at: Instant } | null;
}

/** An enterprise's colour as people decided on it; there is none until the rules first suggest a change. */
export interface PlaceColour {
  placeId: PlaceId;
  /** What the buttons carry. */
  token: Token;
  colour: RiskColour;
  proposal: ColourProposal | null;
}

/**
 * Whether the rules' suggestion is to be brought before people: it differs from what they decided on last, they are not being
 * asked already, and they have not decided against it for the same hazards.
 */
export function isNews(record: PlaceColour | null, derived: DerivedColour): boolean {
  const present = record?.colour ?? derived.base;
  if (derived.colour === present) return false;
  const last = record?.proposal ?? null;
  if (last === null || last.colour !== derived.colour) return true;
  if (last.end === null) return false;
  return (
    last.end.how !== 'kept' || !numbersOf(derived.reasons).every((number) => numbersOf(last.reasons).includes(number))
  );
}

/** The hazards that reasons rest on. */
function numbersOf(reasons: readonly ColourReason[]): string[] {
  return reasons.flatMap((reason) => ('numbers' in reason ? reason.numbers : []));
}

/** The subject of a place's trace. */
export function placeSubject(id: PlaceId): `place:${string}` {
  return `place:${id}`;
}
