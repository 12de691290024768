/** What a drill is scored on, in the order in which it happens. */
export const scoredParts = ['confirm', 'orders', 'first_accept', 'seats', 'seats_in_time', 'on_scene', 'safe'] as const;
export type ScoredPart = (typeof scoredParts)[number];

/** A part that is scored by how long it took: full points up to `fullMs`, none from `noneMs`, evenly less in between. */
interface TimedRule {
  by: 'time';
  of: number;
  span:
    | 'report_to_confirm'
    | 'confirm_to_orders'
    | 'orders_to_first_accept'
    | 'orders_to_seats_full'
    | 'orders_to_first_on_scene';
  fullMs: number;
  noneMs: number;
}

/** A part that is scored by the share that was reached. */
interface SharedRule {
  by: 'share';
  of: number;
  share: 'seats' | 'safe';
}

const minute = 60_000;

/** The arithmetic, open to everybody; the points add up to 100. */
export const scoreRules: Readonly<Record<ScoredPart, TimedRule | SharedRule>> = {
  confirm: { by: 'time', of: 15, span: 'report_to_confirm', fullMs: minute, noneMs: 5 * minute },
  orders: { by: 'time', of: 10, span: 'confirm_to_orders', fullMs: minute / 2, noneMs: 3 * minute },
  first_accept: { by: 'time', of: 15, span: 'orders_to_first_accept', fullMs: minute, noneMs: 5 * minute },
  seats: { by: 'share', of: 25, share: 'seats' },
  seats_in_time: { by: 'time', of: 10, span: 'orders_to_seats_full', fullMs: 3 * minute, noneMs: 10 * minute },
  on_scene: { by: 'time', of: 15, span: 'orders_to_first_on_scene', fullMs: 10 * minute, noneMs: 30 * minute },
  safe: { by: 'share', of: 10, share: 'safe' },
};

/** What the points of one part rest on. */
export type PartScore = { part: ScoredPart; points: number; of: number } & (
  | { by: 'time'; milliseconds: number | null; fullMs: number; noneMs: number }
  | { by: 'share'; filled: number; needed: number }
);

/** A drill's score: whole points, 0 to 100, the sum of its parts. */
export interface DrillScore {
  total: number;
  parts: readonly PartScore[];
}

/** What was measured. A span that is missing never came to pass and earns nothing. */
export interface Measured {
  spans: ReadonlyMap<string, number>;
  seats: { filled: number; of: number };
  safe: { filled: number; of: number };
}

function partScore(part: ScoredPart, measured: Measured): PartScore {
  const rule = scoreRules[part];
  if (rule.by === 'share') {
    const { filled, of } = measured[rule.share];
    // Nobody went: nobody was missed either, but nothing was shown.
    const share = of === 0 ? 0 : Math.min(1, filled / of);
    return { part, points: Math.round(rule.of * share), of: rule.of, by: 'share', filled, needed: of };
  }
  const took = measured.spans.get(rule.span) ?? null;
  const share = took === null ? 0 : (rule.noneMs - took) / (rule.noneMs - rule.fullMs);
  return {
    part,
    points: Math.round(rule.of * Math.min(1, Math.max(0, share))),
    of: rule.of,
    by: 'time',
    milliseconds: took,
    fullMs: rule.fullMs,
    noneMs: rule.noneMs,
  };
}

/** Scores a drill from what was measured, part by part, so that everybody can follow the sum. */
export function drillScore(measured: Measured): DrillScore {
  const parts = scoredParts.map((part) => partScore(part, measured));
  return { total: parts.reduce((sum, { points }) => sum + points, 0), parts };
}
