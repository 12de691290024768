import type { HazardState } from '../../core/hazard.ts';
import { dueEn as due, workingDays } from './hazard-deadline-en.ts';
import type { HazardTexts } from './hazard-texts.ts';

const list = (items: readonly string[]): string => items.join(', ');
const phoned = (who: string, phone: string): string => (phone === '' ? who : `${who} ${phone}`);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

type People = Pick<HazardTexts, 'draft' | 'reporter' | 'fact' | 'order' | 'check' | 'photoAlike'>;

const nowIs: Readonly<Record<HazardState, string>> = {
  reported: 'the duty officer is looking at it',
  graded: 'somebody is being found for it',
  assigned: 'somebody has been asked to fix it',
  accepted: 'somebody is fixing it',
  fixed: 'it is done and waits for a second look',
  closed: 'it is closed',
};

/** What reporters, owners and checkers read, in English. */
export const hazardPeopleEn: People = {
  draft: {
    offer: 'Register it as a hazard?',
    askKind: 'What is wrong?',
    tapKind: 'What is wrong? Tap one, or say it in a few words.',
    askSort: 'Of which sort is it? Tap one, or say it in a few words.',
    askPlace: (choices) =>
      choices
        ? 'Is it one of these? If not, say it again or send a location.'
        : 'Where is it? A firm, a village, a house number, or send a location.',
    known: (kinds, place, photos) =>
      `Noted: ${[...(kinds.length === 0 ? [] : [list(kinds)]), ...(place === '' ? [] : [place]), ...(photos === 0 ? [] : [`photos: ${photos}`])].join(' · ')}`,
    howKind: 'Just say it, such as “the stairs are blocked” or “loose wires”.',
    placeLine: (n, name) => `${n}. ${name}`,
    ended: 'Something was still missing from your report and nothing more came, so it is put away.',
    resume: 'Send it again at any time: what is wrong, and where.',
    filed: (number) => `✅ Registered as ${number}`,
    dropped: 'All right, not registered.',
    unanswered: 'Not registered. Say it again at any time.',
    emergency: 'It goes on as an emergency.',
  },
  reporter: {
    filed: (number) => `Thank you! Your report is number ${number}.`,
    joined: (number) => `Thank you! This is known as ${number}; we noted that you saw it too.`,
    filedInGroup: (number, joined) =>
      joined ? `Known already as ${number}; noted once more. Thank you!` : `Registered as ${number}. Thank you!`,
    what: (kinds, place) => capital([list(kinds), ...(place === '' ? [] : [place])].join(' · ')),
    next: 'The duty officer looks at it and sends somebody; you hear of every step.',
    urgentNext: 'The duty officer is asked to look at once. If it burns or somebody is hurt, call 119/120 now.',
    anonymous: 'Nobody will learn that it was you.',
    now: (state, until) => `By now: ${nowIs[state]}${until === null ? '' : `, due ${due(until)}`}.`,
    turn: (turn, { number, due: until, words, into }) => {
      const why = words === '' ? '' : ` (${words})`;
      const by = until === null ? '' : `, by ${due(until)}`;
      return `${number}: ${
        {
          accepted: `somebody has taken it on${by}.`,
          fixed: 'the work is done; somebody else looks at it now.',
          returned: `the check found it not done${why}; the work goes on${by}.`,
          delayed: `it takes longer${why}${by}.`,
          not_hazard: `the duty officer looked: it is no hazard${why}. Thank you for your care; tell us if anything changes.`,
          merged: `it is the same as ${into} and goes on there; you hear of it all the same.`,
          split: 'it now goes on by itself.',
          reopened: `it is open again and somebody will come${by}.`,
        }[turn]
      }`;
    },
    closed: (number) => `${number} is put right and closed.`,
    pair: 'Here it is before and after: please have a look.',
    afterOnly: 'This is how it looks now: please have a look.',
    ask: 'Are you content with it?',
    reopen: (days) => `If it is still broken, say “Still broken” within ${days} days and it is open again.`,
  },
  fact: {
    number: (number) => `Number ${number}`,
    line: (number, what, place) => `${number} ${[what, ...(place === '' ? [] : [place])].join(' · ')}`,
    place: (name, said) => (said === '' || said === name ? `Place: ${name}` : `Place: ${name} (said “${said}”)`),
    placeUnknown: 'Place: not clear yet',
    byPosition: (area) => (area === '' ? 'the position sent' : `near ${area} (the position sent)`),
    positionUnknown: 'No coordinates; to be found by its name',
    urgent: 'It sounds urgent: please look at this one first',
    people: (count) => `About ${count} people live or work with it`,
    photos: (count) => `Photos: ${count}`,
    noPhotos: 'No photo yet',
    otherFiles: (count) => `Films, voice messages or papers: ${count}, on its page`,
    seen: (count) => `Told of ${count} times`,
    owner: (who, phone) => `Owner: ${phoned(who, phone)}`,
    leader: (who, phone) => `Leader: ${phoned(who, phone)}`,
    officer: (who, phone) => `Duty officer: ${phoned(who, phone)}`,
    handling: (handling) =>
      `Way: ${{ on_the_spot: 'fixed on the spot', by_deadline: 'by a deadline', supervised: 'under supervision' }[handling]}`,
    somebody: '(name left out)',
  },
  order: {
    title: (step, kind) =>
      `${
        {
          assigned: 'For you to fix',
          again: 'Not fixed, please again',
          accepted: 'Yours to fix',
          late: 'Past its deadline, please hurry',
          fixed: 'Waits for its check',
          returned: 'Did not pass its check',
          closed: 'Closed',
          gone: 'No longer yours',
          over: 'Nothing to do any more',
        }[step]
      }: ${kind}`,
    next: {
      assigned: 'Have a look, then choose: fix it now, or by the deadline? If it is not yours, say so.',
      accepted: 'When it is done send a photo, then say “It is fixed”.',
      asked: 'Your wish for more time awaits its answer; until then the deadline holds.',
      fixed: 'Somebody else looks at it now; nothing to do for you. You hear if it comes back.',
      returned: 'It has to be done again: see the new message below.',
      closed: 'Well done, and thank you.',
      gone: 'Somebody else is found for it; nothing to do for you.',
      over: 'It has ended; nothing to do for you. Thank you.',
    },
    spot: (hours) => `“Fix it now” means within ${hours} hours; else take the deadline.`,
    back: (why, words) => {
      const said = why === 'returned' ? 'The check found it not done' : 'Somebody says that it is still broken';
      return words === '' ? `${said}.` : `${said}: “${words}”`;
    },
    asked: (days, reason) => `You asked for ${workingDays(days)} more${reason === '' ? '' : `: “${reason}”`}`,
    photoWanted: (number) => `${number} still needs a photo of how it is now.`,
    photoHow: 'Take it from the same spot and send it here.',
    moreGranted: (number) => `${number}: more time is granted.`,
    moreRefused: (number) => `${number}: no more time, the deadline stays.`,
    moreNext: 'When it is done send a photo, then say “It is fixed”.',
  },
  check: {
    title: (kind) => `Please check: ${kind}`,
    doneTitle: (how, kind) =>
      `${{ passed: 'Checked and closed', returned: 'Checked and sent back', needless: 'No check needed' }[how]}: ${kind}`,
    fixedBy: (who, at) => `${who} reported it fixed on ${due(at)}`,
    why: {
      major: 'a major hazard is always checked',
      supervised: 'what is under supervision is always checked',
      returned: 'it came back once, so it is checked',
      sample: 'the lot fell on this one',
    },
    pair: 'The photos show it before and after.',
    noPair: 'Please have a look on the spot.',
    ask: 'Look at it on the spot, then decide: fine, or not fixed? If not, say in a sentence what is missing.',
    ownWork: 'Whoever did the work, or owns it, does not check it.',
  },
  photoAlike: {
    other: (number) => `This photo looks much like one of ${number}; please have a look.`,
    before: 'The photo after the work looks much like the one before it; please have a look.',
    earlier: 'This photo looks much like one of the round before; please have a look.',
  },
};
