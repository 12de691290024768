import { dueEn as due, workingDays } from './hazard-deadline-en.ts';
import { hazardStatesEn } from './hazard-names-en.ts';
import type { HazardTexts } from './hazard-texts.ts';

const list = (items: readonly string[]): string => items.join(', ');
const metres = (value: number): string => (value < 1 ? 'at the same spot' : `about ${Math.round(value)} m apart`);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What the command group's card says, in English. */
export const hazardTriageEn: HazardTexts['triage'] = {
  title: (state, outcome, kind, number) => {
    const ended = {
      resolved: 'closed',
      not_hazard: 'not a hazard',
      withdrawn: 'taken back',
      merged: 'merged',
    } as const;
    const now = state === 'closed' && outcome !== null ? ended[outcome] : hazardStatesEn[state];
    return `${capital(now)}: ${kind} · ${number}`;
  },
  reported: ({ first, count }) =>
    count < 2 ? `Reported ${due(first)}` : `Reported ${count} times since ${due(first)}:`,
  further: (at, words) => `${due(at)} “${words}”`,
  suggests: (grade) => `The rules suggest: ${grade} hazard`,
  reason: (why, because, source) =>
    `· ${why}${because.length === 0 ? '' : ` (because of: ${list(because)})`}${source === '' ? '' : `. Source: ${source}`}`,
  rule: {
    tenants: 'several tenants in one factory without common management',
    certificates: 'dangerous work without a certificate',
    molten_metal: 'molten metal',
    dust: 'combustible dust',
    ammonia: 'ammonia cooling',
    confined_space: 'work in a confined space',
    chemicals: 'hazardous chemicals',
    exits: 'fire exits locked or blocked',
    three_in_one: 'living, working and storing in one room',
    fire_system: 'fire system broken or switched off',
    gas: 'unsafe use of gas',
    construction: 'grave risk on a building site',
    special_equipment: 'special equipment unchecked, overdue or faulty',
    crowded_rental: 'rented rooms with one way out, or of what burns easily',
    many_people: 'many people live or work with it',
  },
  noReason: 'nothing fits the criteria for a major hazard',
  youDecide: 'This is only a suggestion; you decide.',
  proposed: (who) => `Once graded it goes to ${who} (by area and kind)`,
  proposedNone: 'Nobody is named for this area and kind; please choose somebody once it is graded.',
  chooseOwner: 'Please choose who has it put right:',
  noOwner: 'Nobody on the roster can take it; please add a grid worker or safety officer.',
  chooseKind: 'Choose a kind:',
  twin: (number, what, apart, days) =>
    `Perhaps the same: ${[`${number} ${what}`, ...(apart === null ? [] : [metres(apart)]), days === 0 ? 'reported today' : `reported ${days} day${days === 1 ? '' : 's'} ago`].join(', ')}`,
  sameAs: (number) => `Same as ${number}`,
  splitLast: 'Last one differs',
  waitsFor: (state) => (state === 'assigned' ? 'Waits for its owner to accept' : 'Waits for its check'),
  asked: (days, reason) => `The owner asks for ${workingDays(days)} more${reason === '' ? '' : `: “${reason}”`}`,
  draw: ({ checked, why, lot, sharePercent }) => {
    if (lot === null) {
      return (
        {
          major: 'major, so always checked',
          supervised: 'under supervision, so always checked',
          returned: 'it came back once, so it is checked',
        }[why] ?? 'to be checked'
      );
    }
    return `Lot ${lot}, checked below ${sharePercent}: ${checked ? 'to be checked' : 'not checked'}`;
  },
  fixed: (who, at) => `${who} reported it fixed on ${due(at)}`,
  checked: (who) => `Checked by ${who}`,
  mergedInto: (number) => `Goes on together with ${number}`,
  endWords: (words) => `Said: “${words}”`,
  rated: (satisfaction) => `Asked afterwards: ${{ good: 'content', fair: 'fair', bad: 'not content' }[satisfaction]}`,
  round: (n) => `Round ${n}`,
};

type Rest = Pick<HazardTexts, 'group' | 'alarm' | 'list' | 'reply' | 'help'>;

/** What groups, leaders and lists say, in English. */
export const hazardCommandEn: Rest = {
  help: [
    '“Stairs blocked at Shangqiao 36”: hazards too, best with a photo; add “anonymous” to stay unnamed',
    '“my hazards”: what you have to do and what you reported',
  ],
  group: {
    title: (kind) => `Hazard: ${kind}`,
    state: (state, outcome, until) => {
      if (state === 'closed' && outcome !== 'resolved') {
        return {
          not_hazard: 'Looked at: it is no hazard.',
          withdrawn: 'It was a mistake and is taken back.',
          merged: '',
        }[outcome ?? 'not_hazard'];
      }
      const by = until === null ? '' : `, due ${due(until)}`;
      return {
        reported: 'Registered, thank you! The duty officer is looking at it.',
        graded: 'Looked at; somebody is being found for it.',
        assigned: `Somebody has been asked to fix it${by}.`,
        accepted: `Somebody is fixing it${by}.`,
        fixed: 'Done; somebody else looks at it again.',
        closed: '✅ Put right and closed.',
      }[state];
    },
    late: 'It takes longer than promised; we are asking.',
    pairShown: 'Photos were taken before and after.',
    mergedInto: (number) => `It is the same as ${number} and goes on there.`,
    digestTitle: (done, open) => {
      const counts = [...(done > 0 ? [`${done} put right`] : []), ...(open > 0 ? [`${open} still open`] : [])];
      return `Hazards of this group today${counts.length === 0 ? '' : `: ${counts.join(', ')}`}`;
    },
    photoBefore: (kind, number) => `${number} ${kind}: how it is`,
    photoAfter: (kind, number) => `${number} ${kind}: put right, and now like this`,
    digestFresh: 'News:',
    digestGoing: 'Still going on:',
    digestThanks: 'Thank you for keeping watch. Tell us of anything amiss.',
  },
  alarm: {
    title: (late, kind) => `${capital(late)}: ${kind}`,
    next: {
      owner: 'When it is done send a photo; if time is short, ask for more early.',
      leader: 'Please ask its owner what is missing: people, money, or time.',
      supervision: 'It has taken too long. Putting it under supervision is proposed; you decide.',
    },
    moreTitle: (who, days) => `${who} asks for ${workingDays(days)} more`,
    moreReason: (reason) => `Why: “${reason}”`,
    moreUntil: (until) => `If granted it is due ${due(until)}`,
    moreAsk: 'Grant it? Until you answer the old deadline holds.',
    chasedOwner: (number) => `${number}: somebody asks how it goes.`,
    chasedCommand: (number) => `${number}: somebody asks for news.`,
    chasedNext: 'How far is it? A sentence will do; when it is done send a photo.',
    supervised: (number) => `${number} is now under special supervision`,
    supervisedNext:
      'The leaders watch this one: please hurry. When it is done send a photo; it will be checked in any case.',
    progress: (number, words) => `${number}: whoever has it says “${words}”`,
    placeSaid: (number) => `${number}: its reporter names another place`,
    placeSaidAs: (place, words) =>
      [
        place === '' ? 'A new position was sent' : `Said to be: ${place}`,
        words === '' ? '' : `in their words “${words}”`,
      ]
        .filter((part) => part !== '')
        .join(', '),
    placeSaidNext: {
      owner: 'Please check it when you go.',
      command: 'Nothing was changed yet. To change it, quote this and say “the place is …”.',
    },
    waitingTitle: (count) => `${count} still waiting`,
    waitingFor: (state) =>
      ({
        reported: 'not graded',
        graded: 'nobody has it',
        assigned: 'not accepted',
        accepted: 'being fixed',
        fixed: 'not checked',
        closed: 'closed',
      })[state],
    waitingSince: (one, what, hours) =>
      `${one}: ${what} ${hours < 1 ? 'as yet' : hours < 48 ? `for ${hours} h` : `for ${Math.floor(hours / 24)} days`}`,
    waitingNext: 'Please decide on the card, or ring somebody.',
    twinTitle: (number, other) => `${number} and ${other} may be the same`,
    apart: metres,
    twinAsk: 'If they are, they go on as one and everybody is told; if not, leave it.',
  },
  list: {
    title: (about, count, late) =>
      `${{ owned: 'My hazards', area: 'Hazards of my area', reported: 'What I reported', found: 'Hazards that fit', to_check: 'Waiting for your check' }[about]}: ${count}${late > 0 ? `, ${late} late` : ''}`,
    empty: {
      owned: 'You have no hazards to deal with. You hear at once of a new one.',
      area: 'Your area has no open hazards. You hear of new ones.',
      reported: 'You have not reported anything lately. When something is amiss, send a photo and a few words.',
      found: 'No hazard fits. Try another word, or send its number.',
      to_check: 'Nothing waits for your check.',
    },
    entry: (one, facts) => [one, ...facts].join(', '),
    more: (count) => `… and ${count} more`,
    how: {
      owned: 'Answer with the last four digits, such as “It is fixed 0042”, and send a photo.',
      area: 'To ask for news write “Ask again” with the last four digits, such as “Ask again 0042”.',
      reported: 'To ask for news write “Ask again” with the last four digits, such as “Ask again 0042”.',
      found: 'To see one, send me its number.',
      to_check:
        'After a look on the spot answer “Checked, fine” or “Not fixed” with the last four digits, such as “Checked, fine 0042”.',
    },
    privately: 'That is not for a group. Write to me directly to see it.',
    digestTitle: (about, late, today, soon) => {
      const counts = [
        ...(late > 0 ? [`${late} late`] : []),
        ...(today > 0 ? [`${today} due today`] : []),
        ...(soon > 0 ? [`${soon} due soon`] : []),
      ];
      return `Good morning. ${about === 'owned' ? 'You have' : 'Your area has'} ${counts.join(', ')}`;
    },
    digestRest: (count) => `${count} more are not due yet; ask for your list to see them.`,
    which: (count) => `${count} of them fit. Which one is it?`,
    whichLabel: (number, kind) => `${number} ${kind}`,
  },
  reply: {
    personal: (replies, number) =>
      `Reply ${replies.join(' · ')}${number === null ? '' : ` (with several, add ${number}, as in ${replies[0] ?? ''} ${number})`}`,
    whole: (replies) => `Please reply: ${replies.join(' · ')}`,
    kindLike: (reply) => `If the kind is wrong, reply the right one, as in: ${reply}`,
    kinds: (reply, names) => `Please reply: ${reply}. Kinds: ${list(names)}`,
  },
};
