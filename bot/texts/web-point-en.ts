import type { PointPageTexts } from './web-point-texts.ts';

export const pointPageEn: PointPageTexts = {
  screen: {
    title: 'The word now',
    how: 'On patrol here? Take a photo and write the word under it.',
    until: (clock) => `The next one comes at ${clock}; the one before stays good for another quarter of an hour`,
    forbidden: {
      title: 'This page can’t be opened',
      text: 'The address is incomplete or was changed. Open it again from the place’s page.',
    },
    link: 'Word screen: open it on a tablet or the guard’s phone at the point',
  },
  phone: {
    title: (who) => `Is this ${who}’s phone?`,
    lead: 'One tap, and scanning the code at a point checks you in with it, for 180 days. Please not on a shared phone.',
    button: 'It’s mine, check in with it',
    done: { title: 'Done', text: 'At a point, scan the code on the wall and tap “I’m here, check in”.' },
    forbidden: {
      title: 'This page can’t be opened',
      text: 'The address is incomplete or was changed. Send the bot “my month” and open it again from there.',
    },
    expired: { title: 'This address has expired', text: 'Send the bot “my month” and open it again from there.' },
    link: 'Check in with this phone by the codes at points',
  },
  here: {
    title: (place) => `On patrol at ${place}?`,
    lead: (who) => `The check-in is ${who}’s.`,
    word: 'The word at the point',
    button: 'I’m here, check in',
    unknownPhone: {
      title: 'This phone isn’t known yet',
      text: 'Send the bot “my month”, open it and tap “Check in with this phone”. Or send the photo to your team’s group.',
    },
    noShift: {
      title: 'You’re not on a shift now',
      text: 'You can check in from an hour before it begins. For a place off your route, send the photo to your team’s group.',
    },
    link: 'On patrol here? Check in',
    foreign: { title: 'Not taken', text: 'Open this page again from the code at the point and tap once more.' },
  },
};
