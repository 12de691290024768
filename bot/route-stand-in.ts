import { namedPerson } from '../core/named-person.ts';
import type { Person, Team } from '../core/people.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import { isCrew } from '../core/shift-choice.ts';
import { standInWords } from '../core/stand-in-words.ts';
import type { TapResult } from '../core/tap-result.ts';
import { offerToCome } from '../handlers/patrol/offer-to-come.ts';
import { answer, type Heard } from './heard.ts';
import { meantOf } from './leave-heard.ts';
import { ask } from './route-leave.ts';
import { belongsTo, ownTeam } from './team-meant.ts';

/**
 * 周三东03顶东01, as mostly a leader says it of two others: the one who is to come is asked, then the leader decides, as for any wish to
 * be stood in for. True: dealt with.
 */
export async function routeStandIn(heard: Heard): Promise<boolean> {
  const { message, room, person, work } = heard;
  if (message.attachments.length > 0 || (room.kind === 'group' && room.teamId === null)) return false;
  const said = standInWords(message.text);
  const team = said === null ? null : await ownTeam(heard);
  if (said === null || team === null || !belongsTo(person, team)) return false;
  const goes = await named(heard, team, said.goes);
  if (goes === null) return false;
  const comes = await named(heard, team, said.comes);
  if (comes === null) {
    const result = { kind: 'leave_whom', name: said.comes, team: team.name } as const;
    await answer(work, room, message, { kind: 'shift_answer', shiftId: null, result });
    return true;
  }
  const views = await meantOf(heard, goes);
  if (comes.id !== person.id) return ask(heard, views, { goes, comes });
  // Whoever goes there anyway asks that the other one may stay at home.
  const [view = null] = views;
  return view !== null && isCrew(view, comes.id) ? ask(heard, views, { goes }) : offer(heard, view, goes);
}

/** 东03替东01, by 东03. */
async function offer(heard: Heard, view: ShiftView | null, { id }: Person): Promise<true> {
  const { work, person, room, message } = heard;
  const locked = view === null ? null : await work.tx.shifts.lock(view.shift.id);
  const result: TapResult = locked === null ? { kind: 'shift_none' } : await offerToCome(work, locked, person, id);
  await answer(work, room, message, { kind: 'shift_answer', shiftId: view?.shift.id ?? null, result });
  return true;
}

/** Somebody of the team, else anybody by their call sign. */
async function named({ work }: Heard, { memberIds }: Team, words: string): Promise<Person | null> {
  const mates = (await work.tx.people.byIds([...memberIds])).filter(({ active }) => active);
  const found = namedPerson(mates, words) ?? (await work.tx.people.byCallSign(words));
  return found?.active === true ? found : null;
}
