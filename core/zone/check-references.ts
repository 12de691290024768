import { checkPatrols } from './check-patrols.ts';
import { checkPrivate } from './check-private.ts';
import type { ZoneIssue } from './fault.ts';
import { References, type Keys } from './references.ts';
import type { ShapedZoneFile } from './schema.ts';

function checkPeople(file: ShapedZoneFile, found: References, people: Keys, chats: Keys): void {
  for (const [i, person] of file.people.entries()) {
    found.unique(people, person.callSign, ['people', i, 'callSign']);
    const skills: Keys = new Map();
    for (const [j, { skill }] of person.skills.entries()) {
      found.unique(skills, skill, ['people', i, 'skills', j, 'skill']);
    }
    for (const [platform, id] of Object.entries(person.identities)) {
      found.unique(chats, `${platform}:${id}`, ['people', i, 'identities', platform]);
    }
  }
}

function checkTeams(file: ShapedZoneFile, found: References, teams: Keys, people: Keys, chats: Keys): void {
  for (const [i, team] of file.teams.entries()) {
    found.unique(teams, team.code, ['teams', i, 'code']);
    if (team.leader !== undefined) found.exists('unknown_person', people, team.leader, ['teams', i, 'leader']);
    const members: Keys = new Map();
    for (const [j, member] of team.members.entries()) {
      found.unique(members, member, ['teams', i, 'members', j]);
      found.exists('unknown_person', people, member, ['teams', i, 'members', j]);
    }
    for (const [platform, id] of Object.entries(team.rooms)) {
      found.unique(chats, `${platform}:${id}`, ['teams', i, 'rooms', platform]);
    }
  }
}

function checkRooms(file: ShapedZoneFile, found: References, teams: Keys, chats: Keys): void {
  for (const [i, room] of file.rooms.entries()) {
    found.unique(chats, `${room.platform}:${room.id}`, ['rooms', i, 'id']);
    if (room.team !== undefined) found.exists('unknown_team', teams, room.team, ['rooms', i, 'team']);
    if (room.platform === 'telegram' && !/^-?\d{1,16}$/.test(room.id)) {
      found.issues.push({ severity: 'error', path: ['rooms', i, 'id'], code: 'expected', what: 'telegram_id' });
    }
  }
}

function checkPlans(file: ShapedZoneFile, found: References, places: Keys): void {
  const plans: Keys = new Map();
  for (const [i, plan] of file.plans.entries()) {
    found.unique(plans, plan.code, ['plans', i, 'code']);
    for (const [j, place] of plan.warn.entries()) {
      found.exists('unknown_place', places, place, ['plans', i, 'warn', j]);
    }
    const seats: Keys = new Map();
    for (const [j, { skill = '' }] of plan.seats.entries()) {
      found.unique(seats, skill, ['plans', i, 'seats', j, ...(skill === '' ? [] : ['skill'])]);
    }
  }
}

/** Owners, leaders and checkers of hazards must be people of the file, their places places. */
function checkHazards(file: ShapedZoneFile, found: References, people: Keys, places: Keys): void {
  const { owners, leaders, checkers, calendar } = file.hazards;
  const lines = [
    ...owners.map((line, i) => ({ line, path: ['hazards', 'owners', i], signs: line.owners, field: 'owners' })),
    ...checkers.map((line, i) => ({ line, path: ['hazards', 'checkers', i], signs: line.checkers, field: 'checkers' })),
  ];
  for (const { line, path, signs, field } of lines) {
    for (const [j, sign] of signs.entries()) found.exists('unknown_person', people, sign, [...path, field, j]);
    for (const [j, code] of line.places.entries()) found.exists('unknown_place', places, code, [...path, 'places', j]);
  }
  for (const [i, line] of leaders.entries()) {
    found.exists('unknown_person', people, line.leader, ['hazards', 'leaders', i, 'leader']);
    for (const [j, code] of line.places.entries()) {
      found.exists('unknown_place', places, code, ['hazards', 'leaders', i, 'places', j]);
    }
  }
  const days: Keys = new Map();
  for (const [i, { date }] of calendar.entries()) found.unique(days, date, ['hazards', 'calendar', i, 'date']);
}

/**
 * Errors between the entries of a file: a key used twice, a reference to nothing. People, teams, places and plans are
 * keyed by call sign or code; a chat (a person's or a group's) by platform and id.
 */
export function checkReferences(file: ShapedZoneFile): ZoneIssue[] {
  const found = new References();
  const people: Keys = new Map();
  const teams: Keys = new Map();
  const places: Keys = new Map();
  const chats: Keys = new Map();
  checkPeople(file, found, people, chats);
  checkTeams(file, found, teams, people, chats);
  checkRooms(file, found, teams, chats);
  for (const [i, place] of file.places.entries()) found.unique(places, place.code, ['places', i, 'code']);
  checkPlans(file, found, places);
  checkHazards(file, found, people, places);
  checkPatrols(file, found, { people, teams, places });
  checkPrivate(file, found, { people, places });
  return found.issues;
}
