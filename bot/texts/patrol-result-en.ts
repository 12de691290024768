import { daySpans } from '../../core/day-spans.ts';
import { patrolNamesEn } from './patrol-names-en.ts';
import { countedEn, listEn } from './patrol-night-en.ts';
import type { PatrolTexts } from './patrol-texts.ts';

const gearEn = (items: readonly { item: string; count: number }[]): string =>
  countedEn(items.map(({ item, count }) => ({ item: patrolNamesEn.gear(item), count })));
const things = (count: number): string => (count === 1 ? '1 thing' : `${count} things`);
const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);
const safely = 'Keep your distance: do not chase, stop or touch anybody. In danger ring 110 at once.';

/** Which lines of a log are still open, and how one of several is closed. */
const leftEn = (left: readonly number[]): string =>
  left.length === 0
    ? ''
    : ` Still open: ${left.join(', ')}.${left.length > 1 ? ` Write “${left[0] ?? 1} done” for what is done.` : ''}`;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const dateEn = ({ day, month }: Temporal.PlainDate): string => `${day} ${months[month - 1] ?? ''}`;
/** 23 Nov, 24 Nov, 1 Dec to 5 Dec. */
const datesEn = (days: readonly string[]): string =>
  daySpans(days)
    .map(({ from, to }) => (to === null ? dateEn(from) : `${dateEn(from)} to ${dateEn(to)}`))
    .join(', ');

/** What a step came to, in English; a toast, so in one breath. */
export const patrolResultEn: PatrolTexts['result'] = {
  shift_mustered: ({ here, expected, already }) =>
    `${already ? 'You were here already' : 'You are here'}; ${here} of ${Math.max(here, expected)} now.`,
  shift_joined: ({ here }) => `Good, you are in; ${people(here)} now.`,
  shift_left: ({ here, who }) =>
    `Noted${who === undefined ? '. Get home safely' : `, ${who} goes home`}` +
    (here > 1
      ? `; ${here} are still on the shift.`
      : here === 0
        ? '. Nobody is on the shift now.'
        : '. Only one is left: please do not walk on alone, and tell the leader.'),
  shift_late: ({ minutes }) => `Noted, ${minutes} min late. Take care on the way.`,
  leave_asked: ({ substitute, days, unknown }) =>
    `${datesEn(days)}: ${
      substitute === '' ? 'passed on; you will hear how it is settled.' : `asking ${substitute} first, then the leader.`
    }${unknown === undefined ? '' : ` Nobody is called ${unknown}; please say who comes instead.`} Until then nothing changes.`,
  leave_granted: ({ who, days, left }) =>
    `Good: ${who} need not come on ${datesEn(days)} and hears so.${left === undefined ? '' : ` Only ${people(left.people)} left, at least ${left.minimum} needed; please find somebody.`}`,
  leave_when: ({ who }) => `Which day is not clear. Please say it again with the date: ${who} leave on 30 Nov.`,
  leave_none: () => 'There is no leave of that shift; you are on it as before.',
  leave_back_which: ({ days }) =>
    `There is leave for ${datesEn(days)}. Which one? Say it again with the date: cancel my leave on ${datesEn(days.slice(0, 1))}; or: cancel all my leave.`,
  leave_whom: ({ name, team }) =>
    `Who is ${name}? Nobody ${team === '' ? 'here' : `of ${team}`} is called so. Please say it again with the full name or number.`,
  leave_undone: ({ who, own, off }) =>
    `${own ? 'Good, your leave is undone; you are on this shift again.' : `${who} can come after all; the leave is undone.`}${
      off.length === 0 ? '' : ` ${listEn(off)} need not stand in.`
    }`,
  stand_in_off: ({ who }) =>
    `${who} can come after all, so you need not stand in for this shift. Thank you for offering.`,
  gear_taken: ({ missing }) =>
    missing > 0 ? `Gear noted, ${things(missing)} missing; that is noted too.` : 'Gear complete, noted.',
  gear_returned: ({ missing }) =>
    missing > 0 ? `Gear noted, ${things(missing)} not back yet.` : 'Gear all back, noted.',
  gear_lost: ({ items, told }) =>
    `Noted as lost: ${gearEn(items)}${told ? '; your leader knows too' : ''}. If it turns up, say “found it”; else it counts as missing at the end.`,
  gear_found: ({ left }) => (left.length === 0 ? 'Good that it is back.' : `Good. Still gone: ${gearEn(left)}.`),
  gear_broken: ({ items, told }) =>
    `Noted as not working: ${gearEn(items)}${told ? '; your leader knows too' : ''}. If it works again, say “it works again”; the summary and the next shift say it else.`,
  gear_mended: ({ left }) => (left.length === 0 ? 'Good that it works.' : `Good. Still not working: ${gearEn(left)}.`),
  handover_given: ({ to }) => `Hand-over noted. ${to} still has to say “Take over”.`,
  handover_taken: ({ missing }) =>
    missing > 0 ? `Noted: you have taken over, ${things(missing)} missing.` : 'Noted: you have taken over, all there.',
  shift_points_open: ({ open }) =>
    `No photo yet of ${open === 1 ? '1 point' : `${open} points`}. Just send it; if you are not going, choose why.`,
  shift_ended: ({ seen, points }) =>
    points > 0 ? `Done, ${seen} of ${points} points. Thank you!` : 'Done. Thank you!',
  shift_resumed: ({ asked, walking }) =>
    `${walking === true ? 'You are still checking in, so it is not over; once you are done, say “done for tonight” again.' : 'Good, it is not over; go on.'}${asked > 0 ? ' Leave the points that I just asked about until their time.' : ''}`,
  shift_unstaffed: () => 'Nobody came to this shift; it is ended, and that is noted.',
  shift_out: ({ minutes }) => `Noted: they are out. After ${minutes} minutes without a word somebody is asked.`,
  shift_ringing: () => 'Good; the numbers are on the card. Then tell me: they are out, or not tonight.',
  shift_safe: ({ rang }) =>
    rang === true ? 'Noted: they are well. No need to ring any more.' : 'Good to hear. Take care out there.',
  mate_missing: ({ who, minutes }) =>
    `${minutes > 0 ? `${who} is being asked; without an answer in ${minutes} minutes the duty officer rings` : `The duty officer was told to ring ${who} now`}. Once found, say “he is back”; if it is urgent, ring 110.`,
  mate_whom: ({ name }) =>
    `Who is “${name}”? Nobody on this shift is called so. Say the full name or call sign and they are asked at once; if it is urgent, ring 110.`,
  mate_open: ({ who }) => `Good. And ${who.join(', ')}? Say “found” and who it is.`,
  trouble_open: ({ who }) =>
    `Good. And ${who.join(', ')}, who told of trouble? If that is over, say “We are all well”.`,
  mate_found: ({ left }) =>
    left > 0 ? `Good. ${left} still missing.` : 'Good that they are found; nobody is asked any more.',
  points_excused: ({ points }) => `Noted, no need to go to ${points === 1 ? 'that point' : `these ${points} points`}.`,
  checked_in: ({ point, seen, points, late }) =>
    `${late ? 'Checked in late' : 'Checked in'}: ${point} (${seen}/${points})`,
  checked_in_again: ({ point }) => `${point} was checked in before; this photo is kept too.`,
  checked_in_extra: ({ place }) =>
    place === ''
      ? 'Fine, none of the route’s points; the photo is kept.'
      : `${place} is not on this route; noted all the same.`,
  check_in_which: () => 'Which point was it? Just choose one.',
  check_in_moved: ({ from, to }) => (from === '' ? `Counted for ${to}.` : `Changed: ${to} instead of ${from}.`),
  shift_trouble: () =>
    'The duty officer is told and asked to ring you now. Get to a safe place first; if it is urgent, ring 110 or 120 yourself.',
  check_in_void: ({ point }) =>
    point === '' ? 'Fine, that one is no check-in.' : `Undone; ${point} does not count this time.`,
  check_in_early: ({ point, from }) => `${point} counts from ${from} on. Please come by again then.`,
  check_in_word_wrong: ({ point }) => `That is not the word at ${point}. See what it is there now and send it again.`,
  late_photo: () => 'The summary is out already; this one is kept too, and your leader can see it.',
  request_agreed: () => 'Good. It changes once the leader agrees.',
  request_granted: ({ left }) =>
    `Granted. The roster is changed and they will be told.${left === undefined ? '' : ` Only ${people(left.people)} left, ${left.minimum} needed: please find somebody.`}`,
  request_which: ({ words, requests }) =>
    `${requests.length} wait for you; which one? Reply ${requests.map(({ name, code, day }) => `“${words === 'grant' ? 'Grant' : 'Refuse'} ${code}” (${name}${day === undefined ? '' : `, ${datesEn([day])}`})`).join(', ')}.${words === 'grant' ? ' For all of them: “grant all”.' : ''}`,
  shift_off_which: ({ running, next }) =>
    `It is after midnight. The shift of ${datesEn([running])} is out: “we are done” ends it. For the one of ${datesEn([next])} reply “cancel ${datesEn([next])} shift”.`,
  request_refused: () => 'Noted, they will be told. The roster stays as it is.',
  request_withdrawn: () => 'Taken back. The shift stays as it was.',
  request_lapsed: () =>
    'It cannot be swapped any more: one of the shifts has changed. The roster stays as it is and they will be told; to swap, ask anew.',
  leave_stands: ({ days, granted, swap, who = '' }) =>
    `You changed those words, but what they asked for${who === '' ? '' : ` for ${who}`} of ${datesEn(days)} ${granted ? 'is granted already' : 'still waits for the leader'} and stays. To take it back, ${who === '' ? 'say' : `let ${who} say`} “cancel my ${swap ? 'swap' : 'leave'} ${datesEn(days.slice(0, 1))}”; for ${who === '' ? '' : 'somebody else or '}another day, say it anew.`,
  swap_none: () =>
    'No swap was found, granted or asked for. Say “my shifts” to see yours; to swap, say with whom and which night.',
  swap_over: ({ who }) =>
    `One night of the swap with ${who} has begun or is over, so it cannot be swapped back. If you cannot go, say “leave” or ask somebody else.`,
  find_told: ({ find }) =>
    find === 'found' || find === 'lost'
      ? 'Got it, passed on to the police contact.'
      : `The duty officer knows. ${safely}`,
  find_decided: ({ state }) =>
    ({
      incident: 'It is an incident now.',
      hazard: 'It is a hazard now.',
      passed_on: 'Noted: the police have it.',
      noted: 'Noted; nothing more to do.',
    })[state],
  find_which: ({ verb, finds }) =>
    `${finds.length} wait for you; which one? Reply ${finds.map(({ words, code }) => `“${patrolNamesEn.word[verb]} ${code}” (${words})`).join(', ')}.`,
  logged: ({ n, open, ended, left }) =>
    `Written down, no. ${n}${open ? ', to be followed up' : ''}${ended === null ? '' : `; no. ${ended} is closed`}.${leftEn(left)}`,
  log_corrected: ({ n }) => `No. ${n} is put right; what it said stays beside it.`,
  log_none: ({ n, open }) =>
    `There is no line ${n}, so nothing was written. ${open.length === 0 ? 'Nothing is open now.' : `Open: ${open.map((line) => `${line.n} ${line.words}`).join('; ')}. Say it again with one of these numbers.`}`,
  shift_made: ({ name }) => `The shift is set: ${name}.`,
  shift_move: ({ date, to, times, words }) =>
    `To move the whole shift: “cancel ${datesEn([date])} shift”, then “extra shift ${datesEn([to])} ${[times === '' ? '…–…' : times, words].join(' ').trim()}”${times === '' ? ' with its times, which I did not understand' : ''}. If only you come late, say “I am late” and the minutes.`,
  shift_begun: () => 'This shift has begun. To end it early, say “we are done”.',
  shift_when: () =>
    'I cannot read the times, or they are over. Write: extra shift tonight 20:00-23:00 E01 E02 Bridge Village',
  shift_cancelled: ({ name }) => `Cancelled: ${name}. No need to come.`,
  shift_none: () => 'There is no shift now that fits. Send “My shifts” to see yours.',
  shift_which: ({ shifts }) =>
    `Which shift? Say it again with its code: ${shifts.map(({ name, code }) => `${name} ${code}`).join(', ')}.`,
  shift_not_yours: () => 'You are not in this shift. To come along, tell the leader.',
  shift_not_your_say: () => 'That is for others to decide. To change a shift, tell the leader or the duty officer.',
  shift_already: ({ by }) => (by === '' ? 'That is done already.' : `${by} has done it already.`),
};
