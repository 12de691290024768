import type { DrillScenario } from '../bot/texts/drill-texts.ts';
import type { PlaceKind } from '../core/catalogue.ts';
import type { Place } from '../core/people.ts';
import type { Temper } from './temper.ts';

/** A story as data: where it happens, and what kinds of people are called, in the order in which they are asked. */
export interface Scenario {
  code: DrillScenario;
  /** Where it happens in the demo zone: the code of a place. */
  demoPlace: string;
  /** Where it can happen in any zone, the likeliest first. */
  places: readonly PlaceKind[];
  /** The first is asked first; the others of the first wave are shuffled by the seed. */
  first: readonly Temper[];
  /** Everybody who is asked later, again and again from the start. */
  later: readonly Temper[];
  /** From the first arrival to the end of the work, minutes. */
  workMinutes: number;
  /** Who forgets to say that they are safely back, until they are asked. */
  forgetful: Temper | null;
}

const later: readonly Temper[] = ['quick', 'says_it', 'quick', 'too_late', 'reads_first'];

/** Every scenario of `npm run drill`. */
export const scenarios: Readonly<Record<DrillScenario, Scenario>> = {
  fire: {
    code: 'fire',
    demoPlace: 'YQ-01',
    places: ['enterprise', 'market', 'rental_block', 'building_site', 'village'],
    first: [
      'quick',
      'says_it',
      'cannot',
      'blocked',
      'answer_lost',
      'reads_first',
      'changes_mind',
      'in_group',
      'by_code',
      'too_late',
      'shares_position',
    ],
    later,
    workMinutes: 9,
    forgetful: 'in_group',
  },
  drowning: {
    code: 'drowning',
    demoPlace: 'SA-01',
    places: ['waterside', 'flood_point', 'village'],
    first: [
      'quick',
      'by_code',
      'answer_lost',
      'changes_mind',
      'shares_position',
      'blocked',
      'says_it',
      'reads_first',
      'cannot',
      'too_late',
    ],
    later,
    workMinutes: 7,
    forgetful: 'by_code',
  },
  person_down: {
    code: 'person_down',
    demoPlace: 'SC-01',
    places: ['market', 'village', 'school', 'junction'],
    first: ['quick', 'blocked', 'says_it', 'cannot', 'answer_lost', 'in_group', 'shares_position'],
    later: ['reads_first', ...later],
    workMinutes: 6,
    forgetful: null,
  },
};

/** Where a scenario happens: in the demo its own place, else the first of its likeliest kind; null where no place has a position. */
export function placeFor(scenario: Scenario, known: readonly Place[], isDemo: boolean): Place | null {
  const usable = known
    .filter(({ active, position }) => active && position !== null)
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const own = isDemo ? usable.find(({ code }) => code === scenario.demoPlace) : undefined;
  if (own !== undefined) return own;
  for (const kind of scenario.places) {
    const found = usable.find((place) => place.kind === kind);
    if (found !== undefined) return found;
  }
  return usable[0] ?? null;
}
