import type { HazardKind } from './catalogue.ts';

/**
 * Kinds that are shown together, because all of them do not fit one card. `likely` is what people report most; from there
 * one gets to `all`, which offers the other pages. The value of a `hazard_kind` button is a kind's code or a page's.
 */
export const hazardKindPages = [
  {
    code: 'likely',
    kinds: [
      'fire_exit',
      'ev_charging',
      'electrical',
      'fire_equipment',
      'rental',
      'road',
      'street_light',
      'gas',
    ] as readonly HazardKind[],
  },
  { code: 'all', kinds: [] as readonly HazardKind[] },
  {
    code: 'fire',
    kinds: [
      'fire_exit',
      'fire_equipment',
      'ev_charging',
      'electrical',
      'gas',
      'lithium',
      'three_in_one',
      'rental',
    ] as readonly HazardKind[],
  },
  {
    code: 'work',
    kinds: [
      'multi_tenant',
      'spraying',
      'hot_work',
      'work_at_height',
      'confined_space',
      'special_equipment',
      'no_certificate',
      'protective_equipment',
    ] as readonly HazardKind[],
  },
  {
    code: 'materials',
    kinds: [
      'hazardous_chemicals',
      'combustible_dust',
      'ammonia',
      'molten_metal',
      'boiler_environment',
      'food_drug',
    ] as readonly HazardKind[],
  },
  {
    code: 'outdoors',
    kinds: [
      'construction',
      'old_house',
      'road',
      'street_light',
      'vehicle',
      'waterlogging',
      'geological',
      'waterside',
      'public_order',
    ] as readonly HazardKind[],
  },
] as const;
/** A code of {@link hazardKindPages}. */
export type HazardKindPage = (typeof hazardKindPages)[number]['code'];

/** The page that a button's value names; null: it names none, and so perhaps a kind. */
export function hazardKindPage(value: string): HazardKindPage | null {
  return hazardKindPages.find(({ code }) => code === value)?.code ?? null;
}
