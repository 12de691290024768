import { boxContains, distanceMetres } from '../geo.ts';
import type { Position } from '../message.ts';
import { advisePatrols } from './advise-patrols.ts';
import { advisePrivate } from './advise-private.ts';
import { warn, type Warning, type ZoneIssue, type ZonePath } from './fault.ts';
import type { ShapedZoneFile } from './schema.ts';

/** Without bounds, a position farther than this from the centre is probably a slip: a county is smaller. */
const farKm = 100;

/** Who must be reachable for a call-out to work, unless off duty. */
const needsChannel = new Set(['rescuer', 'leader', 'duty_officer']);

function advisePosition({ zone }: ShapedZoneFile, position: Position | undefined, path: ZonePath): Warning[] {
  if (position === undefined) return [];
  if (zone.bounds !== undefined) {
    return boxContains(zone.bounds, position) ? [] : [warn(path, { code: 'outside_bounds' })];
  }
  const km = Math.round(distanceMetres(zone.centre, position) / 1000);
  return km > farKm ? [warn(path, { code: 'far_away', km })] : [];
}

function advisePeople(file: ShapedZoneFile, today: string): Warning[] {
  return file.people.flatMap((person, i) => [
    ...advisePosition(file, person.base, ['people', i, 'base']),
    ...person.skills.flatMap(({ skill, validUntil }, j) =>
      validUntil !== undefined && validUntil < today
        ? [warn(['people', i, 'skills', j, 'validUntil'], { code: 'expired', skill, validUntil })]
        : [],
    ),
    ...(Object.keys(person.identities).length === 0 &&
    person.duty !== 'off' &&
    person.roles.some((role) => needsChannel.has(role))
      ? [warn(['people', i], { code: 'no_channel', callSign: person.callSign })]
      : []),
  ]);
}

/** Two places that answer to the same words: a report naming them cannot be placed without asking. */
function advisePlaces(file: ShapedZoneFile): Warning[] {
  const names = new Map<string, { path: ZonePath; place: number }>();
  return file.places.flatMap((place, i) => {
    const own: [string, ZonePath][] = [
      [place.name, ['places', i, 'name']],
      ...place.aliases.map((alias, j): [string, ZonePath] => [alias, ['places', i, 'aliases', j]]),
    ];
    const clashes = own.flatMap(([name, path]) => {
      const first = names.get(name);
      if (first === undefined) names.set(name, { path, place: i });
      return first === undefined || first.place === i
        ? []
        : [warn(path, { code: 'same_name', value: name, first: first.path })];
    });
    return [...clashes, ...advisePosition(file, place.position, ['places', i, 'position'])];
  });
}

function advisePlans(file: ShapedZoneFile): Warning[] {
  const held = new Set(file.people.flatMap(({ skills }) => skills.map(({ skill }) => skill)));
  const missing = new Set<string>();
  const warnings = file.plans.flatMap((plan, i) => [
    ...file.zone.languages
      .filter((language) => plan.safety[language].length === 0)
      .map((language) => warn(['plans', i], { code: 'no_safety_lines', language })),
    ...plan.seats.flatMap(({ skill }, j) => {
      if (skill === undefined || held.has(skill) || missing.has(skill)) return [];
      missing.add(skill);
      return [warn(['plans', i, 'seats', j, 'skill'], { code: 'nobody_holds', skill })];
    }),
  ]);
  const general = file.plans.some((plan) => plan.kind === undefined);
  return general ? warnings : [warn(['plans'], { code: 'no_general_plan' }), ...warnings];
}

/**
 * What an experienced reader of the file would point out, none of it reason to refuse it.
 * @param today ISO date in the zone's time; a certificate is good on its last day.
 */
export function advise(file: ShapedZoneFile, today: string): ZoneIssue[] {
  const officer = file.people.some((person) => person.roles.includes('duty_officer'));
  const command = file.rooms.some((room) => room.purpose === 'command');
  return [
    ...(officer ? [] : [warn(['people'], { code: 'no_officer' })]),
    ...(command ? [] : [warn(['rooms'], { code: 'no_command_room' })]),
    ...advisePeople(file, today),
    ...advisePlaces(file),
    ...advisePlans(file),
    ...advisePatrols(file, today),
    ...advisePrivate(file),
  ];
}
