import type { PublicNotice } from '../core/notice.ts';
import type { Team } from '../core/people.ts';
import { maySeeMonth } from '../core/shift-permission.ts';
import type { DutyOf } from '../core/shift.ts';
import { toPerson } from '../handlers/hazard/show-hazard.ts';
import { giveCalendar } from '../handlers/patrol/give-calendar.ts';
import { toRooms } from '../handlers/say.ts';
import { answer, type Heard } from './heard.ts';
import { readRosterWords, type RosterWords } from './roster-words.ts';
import { routeAnnounced } from './route-announced.ts';
import { routeLeave } from './route-leave.ts';
import { routeStandIn } from './route-stand-in.ts';
import { routePostponed } from './route-postponed.ts';
import { routeSwapBack } from './route-swap-back.ts';
import { routeRequestWord } from './route-request-word.ts';
import { ownTeam, belongsTo } from './team-meant.ts';

/** Rosters by chat: lists, leave and swaps, temporary shifts, calendars. True: dealt with. */
export async function routeRoster(heard: Heard): Promise<boolean> {
  const { message, work } = heard;
  if (message.edited || message.text.trim() === '') return false;
  const asked = message.attachments.length > 0 ? null : readRosterWords(message.text, work.now, work.zone.timeZone);
  return (
    (asked !== null && (await tell(heard, asked))) ||
    (await routeRequestWord(heard)) ||
    (await routeAnnounced(heard)) ||
    (await routePostponed(heard)) ||
    (await routeSwapBack(heard)) ||
    (await routeStandIn(heard)) ||
    routeLeave(heard)
  );
}

async function tell(heard: Heard, asked: RosterWords): Promise<boolean> {
  const { person, room } = heard;
  if (room.kind === 'group' && room.teamId === null) return false;
  const team = await teamAsked(heard, asked);
  if (asked.rest !== '' && team === null) return false;
  // In a group nobody means the bot who is in none of its teams.
  if (room.kind === 'group' && (team === null || !belongsTo(person, team))) return false;
  if (asked.what === 'calendar') return tellCalendar(heard, team, asked);
  const byTeam = asked.ofTeam || asked.rest !== '' || (asked.what === 'month' && room.kind === 'group');
  const whose = byTeam && team !== null ? { personId: null, teamId: team.id } : { personId: person.id, teamId: null };
  await reply(
    heard,
    asked.what === 'month' ? { kind: 'month_table', month: asked.period, ...whose } : { kind: 'shift_list', ...whose },
  );
  return true;
}

/** The team that is named, as far as its numbers are this person's to see; else the room's, else their own. */
async function teamAsked(heard: Heard, { rest }: RosterWords): Promise<Team | null> {
  if (rest === '') return ownTeam(heard);
  const teams = (await heard.work.tx.people.teams()).filter(
    ({ name, code, active }) => active && (name.toLowerCase() === rest || code.toLowerCase() === rest),
  );
  const [team] = teams;
  return team !== undefined && teams.length === 1 && maySeeMonth(heard.person, 'team', teams) ? team : null;
}

/** A link on it is signed for its reader, so in a direct chat that is said. */
async function reply({ work, room, message, person }: Heard, notice: PublicNotice): Promise<void> {
  if (room.kind === 'group') return answer(work, room, message, notice);
  await toRooms(work, [room.id], notice, { priority: 'answer', reader: person.id });
}

/** The address is a secret: it is only ever written to the person alone. A team's is its leader's to have. */
async function tellCalendar(heard: Heard, team: Team | null, asked: RosterWords): Promise<boolean> {
  const { work, person, room, message } = heard;
  const byTeam = asked.ofTeam || asked.rest !== '' || room.kind === 'group';
  const whose: DutyOf = byTeam && team?.leaderId === person.id ? { teamId: team.id } : { personId: person.id };
  await giveCalendar(work, whose, asked.anew);
  const notice: PublicNotice = { kind: 'calendar_link', personId: null, teamId: null, ...whose };
  if (room.kind === 'direct') await reply(heard, notice);
  else if (!(await toPerson(work, person.id, notice, { priority: 'answer' })))
    await answer(work, room, message, notice);
  return true;
}
