import type { MatterListTexts } from './matter-course-texts.ts';

/** Lists, links, openings and one's own data, in English. */
export const matterListEn: MatterListTexts = {
  title: (count) => (count === 1 ? 'You have one' : `You have ${count}`),
  none: 'You have none just now. To tell of one, write “I want mediation”; only you and whoever takes it can read it.',
  entry: (number, mine, state) => `${number} · ${mine} · ${state}`,
  mine: {
    owner: 'yours to do',
    desk: 'taken in by you',
    co_owner: 'you work on it too',
    offered: 'waits for your answer',
    teller: 'told by you',
    party: 'you are a side',
  },
  how: 'When you look, mind who stands next to you.',
  more: (count) => `… and ${count} more. Say the number to see one.`,
  whose: (number, sides) => [
    `Kept as a note of ${number}; ${sides ? 'neither side sees' : 'whom it is about does not see'} it.`,
    'If it is about something new, say so: it begins a matter of its own, and the note goes.',
  ],
  whoseDanger: 'If there is danger now, call 110 at once, then reach them.',
  whoseMoved: 'It has begun a matter of its own; the note is gone.',
  whoseLabel: (number) => `It is about ${number}`,
  which: 'Which one do you mean? Send it again with the number in front.',
  whichEntry: (number, when) => `${number}, begun on ${when}`,
  lookLabel: (number) => `Show ${number}`,
  resumeLabel: (number) => `Go on ${number}`,
  link: (page) =>
    page === 'tell'
      ? 'You can also fill it in on a page, at your own pace, and stop halfway.'
      : 'You can see it on a page; signing and payments work there too.',
  linkLabel: { tell: 'Tell it on a page', matter: 'Open the page' },
  linkHow: 'The link is for you alone; please don’t pass it on. If it has run out ask me for another.',
  noLink: 'There is no page to open just now; tell me here, step by step.',
  noteKept: 'Noted; only those who work on it see it.',
  openingAsked: (who, number) => `${who} asks to look inside ${number}; it takes your yes.`,
  openingReason: (words) => `Reason: ${words}`,
  openingNext: (minutes) =>
    `A yes opens it for ${minutes} minutes. Who asked, who agreed and who looked stays on record, and whoever works on it is told.`,
  openingDecided: (agreed, who, until) => (agreed ? `${who} agreed, until ${until}.` : `${who} did not agree.`),
  openingOver: (number) => `The time for looking inside ${number} is over.`,
  openingToOwner: (who, by, number) =>
    `For your knowledge: ${who} looked inside ${number}; ${by} agreed. It is on record.`,
  openingYours: (agreed, until) =>
    agreed ? `Agreed, until ${until}. Each look is kept on record.` : 'Not agreed. Please contact whoever works on it.',
  openingWaits: 'Asked; waiting for a second person to agree.',
  dataTitle: 'a word first',
  data: [
    'What you say, your name and your number are used for your matter alone, kept encrypted, and read only by whoever takes it.',
    'Every look is on record. Write “my data” for a copy, “erase my data” to have it erased, at any time.',
  ],
  dataKept: (days) =>
    `After it ends it is kept for ${days < 365 ? `${days} days` : `${Math.round(days / 365)} years`} at most, then removed.`,
  dataAgree:
    'If you agree say so, or just go on. If not write “I don’t agree”: then it is neither seen to nor kept, and you can ring us.',
  exportTitle: 'your data',
  exportNext:
    'Open the link to download it. It is for you alone and good for a day; please not on somebody else’s phone.',
  exportLabel: 'Download my data',
  exportNoLink: 'There is no page to download from just now; please ask an administrator.',
  eraseTitle: 'really erase?',
  erase: [
    'Your name, your number and what you said are erased and cannot come back.',
    'What is still open stays until it ends, then it goes too.',
  ],
};
