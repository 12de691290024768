import type { PublicNotice } from '../core/notice.ts';
import type { ShiftView } from '../core/ports/shifts.ts';
import { saidPeriod } from '../core/said-period.ts';
import { toPerson } from '../handlers/hazard/show-hazard.ts';
import { acknowledge } from '../handlers/incident/acknowledge.ts';
import { answer, type Heard } from './heard.ts';
import { ledShifts, ledTeams } from './led-shifts.ts';
import { asksForZone, tellNight } from './route-night.ts';
import { shiftMeant } from './shift-heard.ts';
import { belongsTo, decidesFor, ownTeam } from './team-meant.ts';
import { readAskedWord, type AskedWord } from './texts/asked-words.ts';

/** How far from now a shift is of this night. */
const nightMs = 15 * 3_600_000;
/** So many shifts are told of at once. */
const mostShifts = 8;

/**
 * What people of a team ask about their night: who is missing, which points are, how this works, and the proof of their hours. Asked
 * in the group it is answered there in a line, or alone where it is about one person. True: dealt with.
 */
export async function routeAsked(heard: Heard): Promise<boolean> {
  const { message, room } = heard;
  const asked = message.edited || message.attachments.length > 0 ? null : readAskedWord(message.text);
  if (asked === null) return false;
  if (asked === 'night' && room.purpose === 'command' && asksForZone(heard, false)) return tellNight(heard);
  if (room.kind === 'group' && room.teamId === null) return false;
  const team = await ownTeam(heard);
  if (asked === 'night' && asksForZone(heard, team !== null)) return tellNight(heard);
  if (team === null || !belongsTo(heard.person, team)) return false;
  if (asked === 'help')
    return room.purpose === 'patrol' && tell(heard, { kind: 'shift_asked', shiftId: null, about: 'help' });
  if (asked === 'hours') return tellHours(heard);
  const own = shiftMeant(heard, isOn);
  const led = own === null && asked !== 'night' ? await ledShifts(heard) : null;
  if (asked === 'night' || (led !== null && led.length > 1)) return tellStanding(heard, asked === 'night' ? null : led);
  const view = own ?? led?.[0] ?? (decidesFor(heard.person, team) ? await runningOf(heard, team.id) : null);
  if (view === null) return room.kind === 'group' && tell(heard, { kind: 'shift_asked', shiftId: null, about: asked });
  return tell(heard, { kind: 'shift_asked', shiftId: view.shift.id, about: asked });
}

/** 今晚怎么样, asked alone; in a group people ask one another. @param known which shifts are meant; null: those of this night */
async function tellStanding(heard: Heard, known: readonly ShiftView[] | null): Promise<boolean> {
  if (heard.room.kind === 'group') return false;
  const views = known ?? (await ofThisNight(heard));
  const shiftIds = views.slice(0, mostShifts).map(({ shift }) => shift.id);
  if (shiftIds.length === 0) return tell(heard, { kind: 'shift_asked', shiftId: null, about: 'night' });
  return tell(heard, { kind: 'shift_standing', shiftIds });
}

/** Of the teams that they lead, or their own: what runs, else what was last and what comes next. */
async function ofThisNight(heard: Heard): Promise<ShiftView[]> {
  const { work, person } = heard;
  const led = await ledTeams(heard);
  const whose = led.length === 0 ? [{ personId: person.id }] : led.map(({ id }) => ({ teamId: id }));
  const views = new Map<string, ShiftView>();
  for (const one of whose) {
    for (const view of await work.tx.shifts.between(work.now - nightMs, work.now + nightMs, one))
      views.set(view.shift.id, view);
  }
  const all = [...views.values()].toSorted((a, b) => a.shift.startsAt - b.shift.startsAt);
  const on = all.filter(isOn);
  if (on.length > 0) return on;
  const last = all.findLast(({ shift }) => shift.state === 'ended' || shift.state === 'unstaffed');
  const next = all.find(({ shift }) => shift.state === 'planned');
  return [last, next].filter((view) => view !== undefined);
}

const isOn = ({ shift }: ShiftView): boolean => shift.state === 'running' || shift.state === 'closing';

/** A leader need not be one of the crew. */
async function runningOf({ work }: Heard, teamId: ShiftView['shift']['teamIds'][number]): Promise<ShiftView | null> {
  const shift = (await work.tx.shifts.running()).find(({ teamIds }) => teamIds.includes(teamId));
  return shift === undefined ? null : work.tx.shifts.view(shift.id);
}

async function tell({ work, room, message }: Heard, notice: PublicNotice): Promise<true> {
  await answer(work, room, message, notice);
  return true;
}

/** Hours and their certificate are one person's: they are sent to that person alone, wherever they were asked for. */
async function tellHours(heard: Heard): Promise<true> {
  const { work, person, room, message } = heard;
  const month = saidPeriod(message.text, work.now, work.zone.timeZone).name;
  const table = { kind: 'month_table', month, personId: person.id, teamId: null } as const;
  const isTold = await toPerson(work, person.id, table, { priority: 'answer' });
  if (room.kind === 'direct' && isTold) return true;
  const words: AskedWord = 'hours';
  if (!isTold) return tell(heard, { kind: 'shift_asked', shiftId: null, about: words });
  await acknowledge(work, room, message.messageId, { kind: 'shift_asked', shiftId: null, about: 'sent' });
  return true;
}
