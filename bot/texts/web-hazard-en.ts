import type { CountedDay } from '../../core/deadline.ts';
import type { HazardPageTexts, PlacePageTexts, PlaceSheetTexts } from './web-hazard-texts.ts';

const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

/** The page behind the code on a wall. */
export const placePageEn: PlacePageTexts = {
  title: 'Report a hazard',
  emergency: 'In an emergency call',
  call: { '110': '110 police', '119': '119 fire', '120': '120 ambulance' },
  otherLanguage: '中文',
  what: 'What is wrong?',
  words: 'A few words (optional)',
  wordsHint: 'Such as: boxes block the stairs on the second floor',
  where: 'Where is it?',
  whereHint: 'Firm, house number, junction, or the code on the wall',
  photos: 'Photos',
  photosHint: (most) => `Up to ${most}; none is fine too`,
  camera: 'Take one',
  album: 'Choose from the album',
  photosKept: (n) => `${count(n, 'photo')} received, no need to choose again`,
  position: 'Use where I am now',
  positionFound: 'Your position is filled in',
  positionFailed: 'No position; you can report all the same',
  anonymous: 'Report anonymously',
  anonymousHint: 'No name and no phone is kept',
  phone: 'Phone (optional)',
  phoneHint: 'Seen only by those who deal with it, to ring you back',
  send: 'Report',
  sending: 'Sending, please keep this open…',
  next: 'You get a number at once, somebody comes to look, and you hear when it is fixed.',
  chatHeading: 'Or report in a chat',
  openTelegram: 'Report in Telegram',
  wechatWord: (code) => `隐患 ${code}`,
  wechatHow: 'In WeChat, send this to Qunfang, then the photo:',
  fault: {
    nothing: 'Nothing is said yet: choose one, write a line, or take a photo.',
    too_long: 'That is too long: please keep it under 2000 characters, then press Report.',
    no_place: 'Where is it? Write a line, or press “Use where I am now”.',
    phone: 'That phone number looks wrong; check it, or leave it out.',
    broken: 'Not everything arrived, perhaps the connection broke. Please press Report again.',
  },
  photoRefused: {
    empty: 'A photo was empty and not kept; please take it again.',
    not_a_photo: 'One file is no photo and was not kept.',
    too_large: 'A photo over 20 MB was not kept; please choose a smaller one.',
    too_many_pixels: 'A photo with too many pixels was not kept; please choose a smaller one.',
    not_stored: 'A photo could not be kept; add it later on the page that follows your report.',
  },
  photosLeftOut: (most) => `Up to ${most} photos are kept; the others were not.`,
  thanks: {
    title: 'Received, thank you!',
    number: (number) => `Number ${number}`,
    joined: 'Somebody has told of it already; what you saw is added.',
    again: 'This was received before; it is not registered twice.',
    next: 'Somebody comes to look, has it fixed, and it is checked again.',
    anonymous: 'You reported anonymously: no name and no phone is kept.',
    follow: 'See how it stands, add photos',
    followHint: 'That page is yours alone, keep its address; “still broken” is there too.',
    emergencyTitle: 'This looks urgent: the duty officer has it now',
    emergency: (number) => `Incident ${number}; the duty officer is looking at it.`,
    emergencyCall: 'If anybody is in danger, call now:',
    photos: (n) => `${count(n, 'photo')} received`,
  },
  unknownPlace: {
    title: 'There is no such code',
    text: 'It may have been replaced, or a letter is wrong. You can report all the same.',
  },
  reportAnyway: 'Report without a code',
  tooLarge: {
    title: 'The photos are too large',
    text: 'Up to 6 photos of 20 MB each. Choose fewer or smaller ones and report again.',
  },
  tooMany: {
    title: 'Too many reports just now',
    text: 'Please try again in a few minutes. In an emergency call 110, 119 or 120.',
  },
  busy: {
    title: 'Photos of others are coming in',
    text: 'Please press Report again in half a minute. In an emergency call 110, 119 or 120.',
  },
  foreign: {
    title: 'This form came from another page',
    text: 'Please scan the code again and fill in the page itself.',
  },
  back: 'Back to the form',
  teller: 'Reporter by code',
};

const passing = ({ date, why, name }: CountedDay): string => {
  const reason = { weekend: 'weekend', holiday: name === '' ? 'holiday' : name, makeup: 'worked', paused: 'paused' };
  return `${date} (${reason[why]})`;
};

/** A hazard's page. */
export const hazardPageEn: HazardPageTexts = {
  forbidden: {
    title: 'This page is not open to you',
    text: 'Only those who told of it and those who deal with it may see it. Open the link that you were given.',
  },
  expired: {
    title: 'This link has expired',
    text: 'Links are kept for a year. To hear more, phone and say the number.',
  },
  title: (kind, number) => `${kind} ${number}`,
  place: 'Place',
  placeUnknown: 'not known yet',
  state: 'State',
  plainState: {
    reported: 'Received, waiting for somebody to look',
    graded: 'Looked at, finding somebody for it',
    assigned: 'Somebody was given it',
    accepted: 'Somebody is at work on it',
    fixed: 'Said to be fixed, waiting for a second look',
    closed: 'Closed',
  },
  outcome: { not_hazard: 'Looked at: no hazard', withdrawn: 'Taken back', merged: 'Dealt with together with another' },
  grade: 'Grade',
  gradeName: { ordinary: 'ordinary', major: 'major' },
  handling: 'How',
  handlingName: { on_the_spot: 'fixed on the spot', by_deadline: 'to be fixed by a date', supervised: 'supervised' },
  owner: 'Owner',
  leader: 'Leader',
  reportedAt: 'Reported',
  closedAt: 'Closed',
  told: 'Told',
  callBack: 'Ring back',
  words: 'In the reporter’s words',
  deadline: 'Deadline',
  deadlineStands: 'The clock stands',
  sumDays: (given, extended, from) =>
    `${count(given, 'working day')} from ${from} (that day not counted)${
      extended === 0 ? '' : `, and ${count(extended, 'working day')} more`
    }`,
  sumHours: (given, from) => `${count(given, 'hour')} from ${from}`,
  sumPaused: (n) => `${count(n, 'minute')} of pause taken off`,
  passedOver: (days) => `passing over ${days.join(', ')}`,
  worked: (days) => `counting ${days.join(', ')}`,
  dayName: passing,
  dueAt: (date, clock) => `until ${date} ${clock}`,
  lateBy: (days) =>
    days > 0 ? `${count(days, 'working day')} late` : days === 0 ? 'due today' : `${count(-days, 'working day')} left`,
  photos: 'Photos',
  photoRole: { before: 'Before', after: 'After', recheck: 'Second look' },
  photoWaiting: 'none yet',
  photoOriginal: 'Download the original',
  timeline: 'What happened',
  anonymousActor: 'the reporter',
  me: 'you',
  mergedInto: 'Dealt with under',
  actions: 'What you can do',
  pressOnce: 'One press is enough; the result shows here at once.',
  label: {
    spot: 'Mine, fixed right away',
    deadline: 'Mine, by the deadline',
    fixed: 'It is fixed',
    pass: 'Well done, close it',
    fail: 'Not fixed, send back',
    reopen: 'Still broken',
    chase: 'Remind them',
    withdraw: 'My mistake, take back',
  },
  rate: 'Is it well?',
  rating: { good: 'good', fair: 'fair', bad: 'bad' },
  rated: 'You said',
  say: 'A few words (optional)',
  afterPhotos: 'Photos of how it is now',
  more: 'Add to it',
  moreHint: 'More photos, or words that make it clearer',
  addMore: 'Add',
  added: 'Added, thank you!',
  nothingAdded: 'There is nothing to add yet: write a line, or choose a photo.',
  unavailable: 'That could not be kept, please press again.',
  bookmark: 'The address of this page is yours alone: keep it, pass it to nobody.',
  print: 'Print, or save as PDF',
  printedFrom: 'Written by Qunfang from the trace',
};

/** The sheets to print. */
export const placeSheetEn: PlaceSheetTexts = {
  title: 'Codes of places',
  scan: 'Scan to report a hazard',
  scanOther: '扫一扫，报隐患',
  emergency: 'In an emergency call 110 / 119 / 120',
  code: 'Code',
};
