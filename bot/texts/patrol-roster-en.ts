import type { PatrolTexts } from './patrol-texts.ts';
import { countedEn, listEn, someEn, spanEn } from './patrol-night-en.ts';

type Roster = Pick<
  PatrolTexts,
  'gaps' | 'request' | 'handover' | 'find' | 'roster' | 'month' | 'log' | 'calendar' | 'reply' | 'help'
>;

const wish = (kind: 'leave' | 'swap' | 'stand_in', other: string, shift: string, exchange: string | null): string =>
  ({
    leave: `can’t come: ${shift}`,
    swap: `wants to swap with ${other}: ${shift}${exchange === null ? '' : ` ⇄ ${exchange}`}`,
    stand_in: `asks for ${other} to stand in: ${shift}`,
  })[kind];

const by = (who: string | null): string => (who === null ? '' : ` (${who})`);
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Rosters, requests, hand-overs, finds and lists, in English. */
export const patrolRosterEn: Roster = {
  reply: (words) => `Reply ${words.join(' · ')}`,
  help: [
    '“I am here” once you are; a photo in the group at each point is a check-in',
    '“we are done, 8 km”; “Hand over” and “Take over” at the change',
    '“night off from patrol tomorrow” when you can’t come',
    '“My shifts”, “This month”, “Calendar” to see your own',
  ],
  gaps: {
    title: (short, unreached) =>
      capital(
        [
          ...(short > 0 ? [short === 1 ? 'a shift is short of people' : `${short} shifts are short of people`] : []),
          ...(unreached > 0
            ? [
                unreached === 1
                  ? 'a shift has people whom nothing reaches'
                  : `${unreached} shifts have people whom nothing reaches`,
              ]
            : []),
        ].join(', '),
      ),
    unstaffedTitle: 'Nobody came to a shift',
    line: (shift, facts) => `${capital(shift)}: ${facts.join(', ')}`,
    nobody: 'nobody yet',
    unstaffed: 'nobody came',
    few: (people, minimum) => `only ${people} (it takes ${minimum})`,
    unreachable: (names) => `nothing reaches ${listEn(names)}, please ring`,
    next: 'Ask the team who can come. Whoever comes says “I am here” and is counted.',
    more: (count) => `… and ${someEn(count, 'more shift', 'more shifts')}`,
  },
  request: {
    toOther: (kind, who, shift, exchange) =>
      kind === 'swap' && exchange !== null
        ? `${who} would like to swap with you: you take ${shift}, ${who} takes ${exchange}. Is that fine?`
        : `${who} asks you to stand in: ${shift}. Is that fine?`,
    toLeader: (kind, who, other, shift, exchange) => `${who} ${wish(kind, other, shift, exchange)}`,
    agreed: (who) => `${who} is fine with it.`,
    waiting: (who) => `Waiting for ${who} to answer.`,
    clash: (who, shift) =>
      shift === null ? `⚠️ ${who} is in this shift anyway.` : `⚠️ ${who} has another shift at that time: ${shift}.`,
    left: (people, minimum) =>
      people < minimum
        ? `${people === 0 ? 'Nobody' : `Only ${people}`} would be left; it takes ${minimum}.`
        : `${someEn(people, 'person', 'people')} would be left.`,
    state: (state, who) =>
      ({
        asked: '',
        agreed: 'You are fine with it; the leader decides.',
        granted: `Granted${by(who)}; the roster is changed.`,
        refused: `Not granted${by(who)}; the roster stays as it is.`,
        withdrawn: 'Taken back; the roster stays as it is.',
        lapsed: 'It cannot be swapped any more: one of the shifts has changed. The roster stays as it is.',
      })[state],
    unasked: (who) => `${who} cannot be asked here; please ring.`,
    decided: ({ kind, state, shift, exchange, other, by: who, over }) => {
      const decider = who ?? 'The leader';
      if (state === 'granted' && kind === 'leave' && over)
        return `${decider} grants your leave afterwards: ${shift}. You do not count as absent.`;
      if (state === 'granted' && kind === 'leave') return `${decider} lets you off: ${shift}. No need to come.`;
      if (state === 'granted') {
        return `${decider} agrees: ${other} takes ${shift}${exchange === null ? '' : `, you take ${exchange}`}.`;
      }
      if (state === 'withdrawn') return `Taken back; ${shift} is still your shift.`;
      if (state === 'lapsed')
        return `The swap is off: ${exchange ?? ''} has changed and is no longer ${other}’s to give. ${shift} stays as it was. If you cannot go, ask somebody else or say “leave”.`;
      const no = who === other ? 'can’t' : 'does not agree this time';
      return `${decider} ${no}: ${shift} is still your shift. If that is hard, talk to the leader.`;
    },
    yours: (shift, asker, exchange) =>
      `Settled: you take ${shift} for ${asker}${exchange === null ? '' : `; ${asker} takes ${exchange}`}.`,
    off: (shift, asker) => `No need to take ${shift}; it stays with ${asker}.`,
  },
  handover: {
    title: (from) => `From ${from} to you:`,
    gear: (items) => `Gear: ${countedEn(items)}`,
    missing: (items) => `Missing: ${countedEn(items)}`,
    broken: (items) => `Not working: ${countedEn(items)}`,
    missed: (names, more) => `Points not seen: ${listEn(names)}${more > 0 ? `, and ${more} more` : ''}`,
    words: (who, words) => `${who === null ? '' : `${who}: `}${words}`,
    openMatters: (lines) => `To follow up: ${listEn(lines)}`,
    nothing: 'Nothing in particular.',
    how: 'If it is all there: “Take over”; if not, say what is missing.',
    chaseTitle: (from, to) => `${from} to ${to}: not handed over yet`,
    notGiven: 'Those who go have not said “Hand over”.',
    notTaken: 'Those who come have not said “Take over”.',
    chaseHow: 'Please ask. If all is settled, you can say “Take over” for them.',
    given: (who, clock) => `✓ ${who} handed over at ${clock}.`,
    taken: (who, clock) => `✓ ${who} took over at ${clock}.`,
  },
  find: {
    title: (kind, shift) =>
      `${{ suspicious: '🔎 Something suspicious', found: 'Something found', lost: 'Something lost' }[kind]}${shift === null ? '' : ` · ${shift}`}`,
    from: (who, clock) => `${who}, ${clock}`,
    place: (name) => `Place: ${name}`,
    ask: {
      suspicious: 'They were told to keep away and not to chase. What is to be done is yours to decide.',
      found: 'Please tell the police or the owner, then choose.',
      lost: 'Please ask around, then choose.',
    },
    decided: (state, who, number) =>
      `${{ incident: `Made an incident${number === null ? '' : `: ${number}`}`, hazard: `Made a hazard${number === null ? '' : `: ${number}`}`, passed_on: 'The police have it', noted: 'Noted, nothing to do' }[state]}${by(who)}`,
  },
  roster: {
    mineTitle: 'Your next shifts',
    teamTitle: (team) => `Next shifts of ${team}`,
    line: (shift) => capital(shift),
    together: (names) => `with ${listEn(names)}`,
    crew: (names) => listEn(names),
    onLeave: 'on leave',
    replaced: (who) => `${who} goes for you`,
    unknown: (names) =>
      `Nobody in the teams is called ${listEn(names)}, so they are not on it. If they come, “I am here” in the group counts them in; if it was a slip, cancel this shift and announce it anew.`,
    asName: (names) =>
      `Nobody of the teams is named, so the whole team is on it, and ${listEn(names)} is what it is called. If that is a person, cancel this shift and announce it anew.`,
    nobody: 'nobody yet',
    emptyMine: 'No shifts of yours ahead.',
    emptyTeam: 'No shifts ahead.',
    how: 'Can’t come? Say “night off from patrol tomorrow”. To swap: “tomorrow I’d like to swap patrol shifts with Zhao”.',
    more: (count) => `… and ${someEn(count, 'more shift', 'more shifts')}`,
  },
  month: {
    title: (month, whose) => `${whose}, ${month}`,
    line: (who, { shifts, points, span }) =>
      `${who}: ${someEn(shifts, 'shift')}${points > 0 ? ` · ${someEn(points, 'point')}` : ''} · ${spanEn(span)}`,
    total: (people, { shifts, points, span }) =>
      `${someEn(people, 'person', 'people')} in all, ${someEn(shifts, 'turn')}${points > 0 ? `, ${someEn(points, 'point')}` : ''}, ${spanEn(span)}`,
    empty: 'No shifts are counted here.',
  },
  log: {
    title: (name, day) => `${name}, ${day}: log`,
    kind: { received: 'in', reported: 'reported', passed_on: 'passed on', followed_up: 'followed up' },
    line: (n, kind, clock, words, who) => `${n}. ${clock} ${kind}: ${words} (${who})`,
    open: (line) => `🔸 ${line}`,
    empty: 'Nothing written down yet.',
    how: '🔸 is still to be followed up; it goes over to the next shift.',
  },
  calendar: {
    title: (whose) => (whose === null ? 'Your shifts as a calendar' : `Shifts of ${whose} as a calendar`),
    how: 'In your phone’s calendar choose “subscribe” and paste this address. When shifts change, it follows.',
    secret: 'The address is for you alone. If it gets out, write “calendar new”; the old one stops working.',
    label: 'Calendar address',
    unavailable: 'There are no web pages here yet, so no calendar. “My shifts” shows the same.',
    privately: 'The calendar’s address is given in a direct chat only. Ask me there.',
  },
};
