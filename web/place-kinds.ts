import type { HazardKind, PlaceKind } from '../core/catalogue.ts';
import { hazardKindPages } from '../core/hazard-kind-page.ts';

const factory: readonly HazardKind[] = [
  'fire_exit',
  'fire_equipment',
  'electrical',
  'hot_work',
  'special_equipment',
  'hazardous_chemicals',
  'combustible_dust',
];
const homes: readonly HazardKind[] = ['ev_charging', 'fire_exit', 'electrical', 'rental', 'gas', 'old_house', 'road'];
const streets: readonly HazardKind[] = [
  'road',
  'street_light',
  'vehicle',
  'waterlogging',
  'construction',
  'electrical',
];
const crowds: readonly HazardKind[] = ['fire_exit', 'fire_equipment', 'electrical', 'gas', 'food_drug', 'vehicle'];
const water: readonly HazardKind[] = ['waterside', 'waterlogging', 'road', 'geological', 'street_light'];

/** What goes wrong at a place of a kind, likeliest first; a kind of place that is not here has the usual ones. */
const byPlace: Partial<Record<PlaceKind, readonly HazardKind[]>> = {
  enterprise: factory,
  enterprise_gate: factory,
  village: homes,
  village_entrance: streets,
  junction: streets,
  rental_block: homes,
  door_plate: homes,
  charger: ['ev_charging', 'lithium', 'electrical', 'fire_equipment', 'vehicle'],
  school: crowds,
  market: crowds,
  parking: ['ev_charging', 'vehicle', 'fire_exit', 'fire_equipment', 'waterlogging', 'street_light'],
  building_site: ['construction', 'work_at_height', 'electrical', 'hot_work', 'special_equipment', 'vehicle'],
  waterside: water,
  rescue_pole: water,
  flood_point: water,
  power_room: ['waterlogging', 'electrical', 'fire_equipment', 'confined_space'],
};

const usual = hazardKindPages.find(({ code }) => code === 'likely')?.kinds ?? [];

/** The big choices of a place's form, `other` last. */
export function kindsAt(place: PlaceKind | null): readonly HazardKind[] {
  return [...((place === null ? undefined : byPlace[place]) ?? usual), 'other'];
}
