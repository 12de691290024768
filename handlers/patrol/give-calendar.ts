import type { Token } from '../../core/ids.ts';
import type { DutyOf } from '../../core/shift.ts';
import type { Work } from '../work.ts';

/** The secret address of a team's or a person's calendar; made when there is none, or anew when the old one got about. */
export async function giveCalendar(work: Work, whose: DutyOf, anew: boolean): Promise<Token> {
  const known = anew ? null : await work.tx.shifts.feedOf(whose);
  if (known !== null) return known.token;
  const token = work.ids.token();
  await work.tx.shifts.putFeed({
    token,
    personId: 'personId' in whose ? whose.personId : null,
    teamId: 'teamId' in whose ? whose.teamId : null,
    madeAt: work.now,
  });
  return token;
}
