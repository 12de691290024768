import type { Span } from '../../core/zone-time.ts';
import type { Counted, PointNamed } from './patrol-night-texts.ts';
import type { PatrolTexts } from './patrol-texts.ts';

type Night = Pick<
  PatrolTexts,
  | 'reminder'
  | 'card'
  | 'checkIn'
  | 'stray'
  | 'missing'
  | 'asked'
  | 'night'
  | 'which'
  | 'welfare'
  | 'summary'
  | 'gearLost'
  | 'gearBroken'
  | 'review'
  | 'time'
>;

export const listEn = (items: readonly string[]): string => items.join(', ');
export const countedEn = (items: readonly Counted[]): string =>
  listEn(items.map(({ item, count }) => `${count} × ${item}`));
export const spanEn = ({ hours, minutes }: Span): string =>
  hours === 0 ? `${minutes} min` : minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
export const someEn = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
const agoEn = (minutes: number): string =>
  minutes < 120
    ? `${minutes} min`
    : minutes < 2_880
      ? `${Math.round(minutes / 60)} h`
      : someEn(Math.round(minutes / 1_440), 'day');
const kmEn = (km: number): string => `${Math.round(km * 10) / 10} km`;
const weekdays = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = ['', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];
const dateEn = ({ month, day }: { month: number; day: number }): string => `${day} ${months[month] ?? ''}`;
const numberedEn = (n: number | null, name: string): string => (n === null ? name : `${n} ${name}`);
const pointEn = ({ n, name, by, from }: PointNamed): string =>
  `${numberedEn(n, name)}${from === undefined ? '' : ` (from ${from})`}${by === null ? '' : ` (by ${by})`}`;
const moreEn = (more: number): string => (more > 0 ? `, and ${more} more` : '');
const pointsEn = (points: readonly PointNamed[], more: number): string =>
  `${listEn(points.map(pointEn))}${moreEn(more)}`;

const parts = {
  small_hours: ['early this morning', 'early tomorrow', ' early'],
  day: ['today', 'tomorrow', ''],
  evening: ['tonight', 'tomorrow night', ' night'],
} as const;

/** What a crew reads from the reminder to the summary, in English. */
export const patrolNightEn: Night = {
  time: {
    day: ({ inDays, weekday, month, day, part }) => {
      const [today, tomorrow, later] = parts[part];
      if (inDays === 0) return today;
      if (inDays === 1) return tomorrow;
      if (inDays === -1) return part === 'evening' ? 'last night' : `yesterday${later}`;
      const name = weekdays[weekday] ?? '';
      return inDays > 0 && inDays < 7 ? `${name}${later}` : `${name.slice(0, 3)} ${dateEn({ month, day })}`;
    },
    date: dateEn,
    hours: (from, to, days) => `${from}–${to}${days === 0 ? '' : days === 1 ? ' (next day)' : ` (${days} days later)`}`,
    days: (from, to) => `${dateEn(from)} – ${dateEn(to)}`,
    shift: (when, name) => `${when} ${name}`,
    month: (year, month) => (month === null ? String(year) : `${months[month] ?? ''} ${year}`),
  },
  reminder: {
    crew: (names) => `${listEn(names)} (${someEn(names.length, 'person', 'people')})`,
    nobody: 'Nobody is down for it yet. If you can come, say “I am here” once you are.',
    onLeave: (names) => `On leave: ${listEn(names)}`,
    short: (people, minimum) => `It takes ${minimum} at least; ${people} so far. Who can step in?`,
    meeting: (place) => `Meet at ${place}`,
    route: (points, first) => `Route of ${someEn(points, 'point')}, starting at ${first}`,
    round: (points) => `${someEn(points, 'point')}, in any order`,
    gear: (items) => `Bring: ${countedEn(items)}`,
    how: (kind) =>
      `“I am here” once you are; “I can’t come” as early as you can.${kind === 'patrol' ? ' Set off only when there are two of you.' : ''}`,
  },
  card: {
    title: (state, name, hours) =>
      ({
        planned: `${name} ${hours}`,
        running: `🟢 ${name} ${hours}`,
        closing: `🟡 ${name}: finishing`,
        ended: `⚪ ${name}: done`,
        cancelled: `⚪ ${name}: cancelled`,
        unstaffed: `⚪ ${name}: nobody came`,
      })[state],
    present: (names, expected) =>
      `Here ${names.length}/${expected}${names.length === 0 ? '' : `: ${names.map((name) => `✓${name}`).join(' ')}`}`,
    awaited: (names) => `Waiting for: ${listEn(names)}`,
    late: (who, minutes) => `${who} (${minutes} min late)`,
    guest: (who) => `${who} (helping out)`,
    standIn: (who, whom) => `${who} (for ${whom})`,
    gear: (items) =>
      `Gear: ${items
        .map(({ item, count, taken }) =>
          taken === null || taken >= count ? `${count} × ${item}` : `${taken} of ${count} × ${item}`,
        )
        .join(' · ')}`,
    points: (seen, points) => `Points ${seen}/${points}`,
    last: (clock, point) => `last ${clock} ${point}`,
    next: (points) => `Next: ${listEn(points.map(pointEn))}`,
    task: (point, task) => `${point}: ${task}`,
    allSeen: 'All points seen. Once you are back: “We are done”.',
    whenDone: 'When you are through, say “We are done”.',
    how: (kind) =>
      ({
        patrol: 'One photo at each point, no words needed.',
        round: 'One photo each, with its code or name.',
        desk: 'Write down what comes, such as “received: street light out in Xitang”; “reported:”, “passed on:” and “followed up:” too.',
        grid_day: 'Take photos as you walk. If something is wrong, a photo and a few words.',
        checkpoint: 'Say when something happens. Say “Hand over” and “Take over” at the change.',
      })[kind],
    log: (lines, open) => `Log: ${someEn(lines, 'line')}${open > 0 ? `, ${open} to follow up` : ''}`,
    calledOff: (when, name, date) =>
      `Cancelled: ${when} ${name}${when.includes(date) ? '' : ` (${date})`}. No need to come.`,
    closing: (open) => `Still waiting for photos of ${someEn(open, 'point')}; just send them.`,
    ended: (clock, seen, points) =>
      `Done${clock === null ? '' : ` at ${clock}`}${points > 0 ? `, ${seen} of ${points} points` : ''}. Thank you!`,
    unstaffed: 'Nobody came; whoever is in charge has been told.',
    cancelled: 'This shift is cancelled. No need to come.',
  },
  checkIn: {
    which: (who) => `${who}, which point is this?`,
    whichHow: 'Just choose one.',
    pointLabel: numberedEn,
    settled: (state, who, point) =>
      ({
        counted: `✓ ${point} (${who})`,
        repeat: `✓ ${point} (${who}, once more)`,
        extra:
          point === '' ? `Fine, ${who}: none of the route’s points; it is kept.` : `✓ ${point} (${who}, off the route)`,
        void: `Fine, ${who}: that one is no check-in.`,
      })[state],
    line: ({ point, seen, points, late }) => `✓ ${point}${late ? ' (late)' : ''} ${seen}/${points}`,
    again: (point) => `✓ ${point} once more`,
    extra: (place) => (place === '' ? '✓ kept (off the route)' : `✓ ${place} (off the route)`),
  },
  stray: {
    counted: (room, n, point) =>
      `Your photo went to “${room}”. It counts for ${point}; if it was none, say “point ${n} does not count”. Next time send it to the team's group.`,
    not: (room) => `Your photo went to “${room}” and is no check-in. For one, send it to the team's group, or to me.`,
  },
  missing: {
    point: pointEn,
    group: (points, more) => `No photo yet of: ${pointsEn(points, more)}.`,
    groupHow: 'Not been there, or forgot to send it? Just send it now. If you can’t go, that is fine: choose why.',
    leaderTitle: (name, points) => `${name}: no photo yet of ${someEn(points, 'point')}`,
    leader: (points, more) => `${pointsEn(points, more)}.`,
    settled: (points, more) => `Asked about, and answered: ${pointsEn(points, more)}.`,
    over: 'This shift was summed up; what was not seen stands in the summary.',
    overLeader: (points, more) => `This shift was summed up; not seen: ${pointsEn(points, more)}.`,
    leaderHow: 'The group was asked once and is not asked again. Ring them? If nobody needs to go there, choose why.',
  },
  asked: {
    points: (points, more) => `Still open: ${pointsEn(points, more)}.`,
    zone: 'No team has a shift tonight.',
    noShift: 'No shift is running now. Write “team shifts” for the next one.',
    help: 'Say “Here” when you come, send a photo at each point, say “We are done” at the end. For the rest write “help” to me alone.',
    hours: 'Hours and their certificate are for you alone: write “my hours” to me directly.',
    sent: 'Your hours and the certificate are in our direct chat.',
  },
  night: {
    title: 'How the shifts stand',
    line: (head, said) => (said.length === 0 ? head : `${head}: ${said.join(' · ')}`),
    here: (here, expected) => `${here} of ${expected} here`,
    planned: (people) => (people === 0 ? 'nobody yet' : people === 1 ? '1 person' : `${people} people`),
    worried: (head) => `⚠️ ${head}`,
    silent: (silent) => `silent for ${silent}`,
    missed: (points) => `not seen ${listEn(points)}`,
    more: (shifts) => `${shifts} more are not listed.`,
  },
  which: {
    shift_end: (shifts) => (shifts === 1 ? 'Is it this shift that is done?' : 'Which shift is done?'),
    shift_safe: (shifts) =>
      shifts === 1 ? 'Good. Are they all well?' : 'Which shift did you reach, and are they all well?',
    shift_leave: () => 'Which day is not clear. Choose the shift, or say it again with the date: leave on 30 Nov.',
  },
  welfare: {
    ask: (silent) => `Nothing heard from you for ${silent}. Is everybody all right?`,
    askHow: 'If so, answer “All is well”. If not, just say what; if it is urgent, ring 110.',
    officerTitle: (name, silent) => `⚠️ ${name}: nothing heard for ${silent}`,
    askAgain: 'I did not understand that. Are you all well?',
    officerAsked: 'They were asked; nobody has answered.',
    last: (clock, place, who) =>
      `Last heard: ${[clock, ...(place === null ? [] : [place]), ...(who === null ? [] : [who])].join(' ')}`,
    neverHeard: 'Nothing was heard since it began.',
    person: (who, phone) => `${who} ${phone === '' ? '(no phone)' : phone}`,
    officerNext: 'Please ring them one by one. If nobody answers, send somebody to the last point.',
    unreported: {
      title: (name) => `${name}: nobody has reported for duty`,
      several: (shifts) => `${shifts} shifts: nobody has reported for duty`,
      line: (name, what) => `${name}: ${what}`,
      startedAt: (clock) => `began at ${clock}, and nobody has said that they are there`,
      ring: 'Nobody is known to be out, so nobody was asked whether all is well. Please ring; whoever is out says “I am here” in the team’s group.',
      since: (clock) => `It began at ${clock}; nobody has said that they are there, and there is no photo.`,
      expected: 'Expected:',
      ask: 'Nobody is known to be out, so nobody was asked whether all is well. Which is it?',
      ringing: (who) => `${who} is ringing them.`,
      came: (clock, names) => `${clock}: ${names.join(', ')} came.`,
      out: (clock, minutes) => `${clock}: somebody is out. After ${minutes} minutes without a word they are asked.`,
      off: 'It was called off, and the team knows.',
      nobody: 'Nobody came until the end; noted.',
    },
    missingAsk: (teller) => `${teller} cannot find you. Are you all right?`,
    missing: (who) => `cannot find ${listEn(who)}`,
    missingTitle: (name, who) => `⚠️ ${name}: ${listEn(who)} cannot be found`,
    missingTold: (teller) => `${teller} says so; no answer from them.`,
    missingNext: (who) =>
      `Please ring ${listEn(who)} first, then the others. If nobody answers, send somebody to the last point.`,
    hurtTitle: (name) => `⚠️ ${name}: one of the crew is hurt`,
    troubleTitle: (name, who) => `⚠️ ${name}: ${who} is not all right`,
    troubleTold: (who, said) => (said === '' ? `${who} chose “We need help”.` : `${who} answered: “${said}”`),
    troubleNext: (who) =>
      `Please ring ${who} now: where are they, what happened, is anybody needed? If nobody answers, ring the others and send somebody to the last point.`,
    hurtTold: (who) => `${who} told of it; the incident’s card is above. Their numbers:`,
    hurtNext:
      'Ring first: where are they, how bad is it, can they walk? To send people, confirm on the incident’s card.',
    officerSafe: 'Reached, all well',
    ok: (name, who, clock, rang) =>
      `${name} is fine: ${who} ${rang ? 'reached them' : 'answered'} at ${clock}. No need to ring any more.`,
  },
  summary: {
    title: (name, day) => `${name}, ${day}`,
    people: (names) => `${someEn(names.length, 'person', 'people')}: ${listEn(names)}`,
    firstCame: (clock) => `First there: ${clock}`,
    points: ({ seen, late, points }) => `Points ${seen}/${points}${late > 0 ? `, ${late} of them late` : ''}`,
    late: (names, more) => `Late: ${listEn(names)}${moreEn(more)}`,
    missed: (names, more) => `Not seen: ${listEn(names)}${moreEn(more)}`,
    excused: (names, more) => `Not seen, with a reason: ${listEn(names)}${moreEn(more)}`,
    numbers: ({ photos, km, span }) =>
      [someEn(photos, 'photo'), ...(km === null ? [] : [kmEn(km)]), ...(span === null ? [] : [spanEn(span)])].join(
        ' · ',
      ),
    kept: ({ afterwards, proxies, repeats, amended }) => {
      const kinds = [
        ...(afterwards > 0 ? [`${afterwards} told afterwards`] : []),
        ...(proxies.length > 0 ? [`sent for others: ${listEn(proxies)}`] : []),
        ...(repeats > 0 ? [`${repeats} of a point once more`] : []),
        ...(amended > 0 ? [`${amended} put right`] : []),
      ];
      return kinds.length === 0 ? null : kinds.join(' · ');
    },
    gridDay: ({ span, minutes, km, metres }) =>
      `Outdoors ${spanEn(span)} (of ${spanEn({ hours: Math.floor(minutes / 60), minutes: minutes % 60, seconds: 0 })})${km === null ? '' : ` · ${kmEn(km)} (of ${kmEn(metres / 1000)})`}`,
    problems: ({ found, onSpot }) =>
      `Problems found: ${found} (${onSpot} put right on the spot, ${found - onSpot} still to be dealt with)`,
    gearMissing: (items) => `Not back: ${countedEn(items)}`,
    gearBroken: (items) => `Not working: ${countedEn(items)}`,
    finds: ({ suspicious, found, lost }) =>
      `Came across: ${listEn([
        ...(suspicious > 0 ? [`${suspicious} suspicious`] : []),
        ...(found > 0 ? [`${found} found`] : []),
        ...(lost > 0 ? [`${lost} lost`] : []),
      ])}`,
    remarks: (words) => `The team says: ${words}`,
    thanks: (kind) => (kind === 'patrol' ? 'Thank you, and sleep well!' : 'Thank you!'),
  },
  gearLost: {
    title: (name) => `${name}: gear lost on the way`,
    gone: (tellers, items) => `${listEn(tellers)} told: ${countedEn(items)}`,
    next: 'You hear when it is found; else it counts as missing at the end.',
    found: 'Found again; nothing is missing.',
  },
  gearBroken: {
    title: (name) => `${name}: gear that does not work`,
    gone: (tellers, items) => `${listEn(tellers)} told: ${countedEn(items)}`,
    next: 'You hear when it works again; the summary and what goes to the next shift say it.',
    found: 'It works again.',
  },
  review: {
    undecided: (people) =>
      [
        `Asked for leave, got no answer, and did not come: ${listEn(people.map(({ who }) => who))}.`,
        ...people.flatMap(({ who, grant }) => (grant === '' ? [] : [`To grant it to ${who} still, reply “${grant}”.`])),
      ].join(' '),
    lateTitle: (name, photos) => `${name}: ${someEn(photos, 'more photo')} after the summary`,
    lateLine: (clock, who, point, words) =>
      `${clock} ${who}${point === '' ? '' : `, ${point}`}${words === '' || words === point ? '' : `: ${words}`}`,
    lateNote: 'The numbers of the summary stay as they are; the photos are kept.',
    title: (name, count) => `${name}: please look at ${someEn(count, 'thing')}`,
    unplaced: (photos, more) => `Photos of which nobody said the point: ${listEn(photos)}${moreEn(more)}`,
    proxy: (by, who) => `${by} for ${who}`,
    line: ({ clock, point, who, reasons, asFile }) =>
      `${clock}${point === '' ? '' : ` ${point}`} (${who}): ${reasons.join('; ')}${asFile ? ' (sent as a file)' : ''}`,
    reason: (kind, value) =>
      ({
        seen_before: value === 0 ? 'the very same photo was sent before' : 'the photo looks much like an earlier one',
        taken_earlier: value === null ? 'the photo may be from earlier' : `the photo may be ${agoEn(value)} older`,
        far_away:
          value === null
            ? 'the position is some way off the point'
            : `the position is ${value < 1_000 ? `${value} m` : `${Math.round(value / 100) / 10} km`} off the point`,
        forwarded: 'it was forwarded',
        too_fast:
          value === null
            ? 'very soon after the last point'
            : `${value < 1 ? 'less than 1' : `only ${value}`} min after the last point`,
        no_word: 'the word at the point was not given',
        wrong_word: 'the word at the point did not fit',
      })[kind],
    note: 'Only you see this. Mostly there is a good reason; just ask when it suits.',
    more: (count) => `… and ${count} more`,
  },
};
