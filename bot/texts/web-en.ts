import { rehearsalEn } from './rehearsal-en.ts';
import { hazardPageEn, placePageEn, placeSheetEn } from './web-hazard-en.ts';
import { dataPageEn } from './web-data-en.ts';
import { calendarEntryEn, certificateEn, monthPageEn } from './web-month-en.ts';
import { pointPageEn } from './web-point-en.ts';
import type { WebTexts } from './web-texts.ts';

/** Words of the web pages, English. */
export const webEn: WebTexts = {
  rehearsal: rehearsalEn,
  page: {
    siteName: 'Qunfang',
    slogan: 'Neighbours looking out for each other',
    wait: 'Connecting…',
    needsScript: 'The rehearsal room needs JavaScript. Switch it on in the browser’s settings and reload.',
    notFound: {
      title: 'There is no such page',
      text: 'Part of the address may be missing. Go back to the chat and open the link again.',
    },
    failed: {
      title: 'That did not work',
      text: 'It was noted and the people on duty will see it. Try again in a moment; if it is urgent, phone.',
    },
    unstored: {
      title: 'Not received: nothing can be stored now',
      text: 'Nobody can see what you just sent. If it is urgent, call 110/119/120 at once; otherwise try again in a few minutes.',
    },
    start: {
      title: 'Qunfang is on watch',
      text: 'Reports and orders happen in the chat groups; there is nothing to do here.',
      platform: { telegram: 'Telegram', wechat: 'WeChat', web: 'Web chat' },
      state: { on: 'connected', starting: 'connecting', off: 'off' },
      database: 'Database',
    },
    order: {
      forged: {
        title: 'This link cannot be opened',
        text: 'It is incomplete or was changed. Open the link in the order in your chat, or reply with its code, such as: accept A7K.',
      },
      expired: {
        title: 'This link has expired',
        text: 'An order counts only in its time. If you can still go, say so in the chat or phone the duty officer.',
      },
      pressOnce: 'One press is enough; the result shows here at once.',
      nothingToDo: 'There is nothing to press now.',
      live: 'This page updates itself',
      unavailable: 'That could not be kept, please press again. If it still fails, phone the duty officer.',
    },
    incident: {
      forbidden: {
        title: 'This page is not open to you',
        text: 'Only the officer and those who were called may see it. Open the link from your own chat.',
      },
      expired: {
        title: 'This link has expired',
        text: 'Links are kept for 30 days. To read it again, ask the officer to send a new one.',
      },
      running: 'Still running; this page updates itself',
      place: 'Place',
      placeUnknown: 'not known yet',
      reportedAt: 'Reported',
      closedAt: 'Closed',
      officer: 'Duty officer',
      level: 'Level',
      reports: 'Reports',
      photos: 'Photos',
      photoOriginal: 'Download the original',
      photoAlt: 'Photo from the scene',
      seat: 'Seat',
      seatsHeld: 'Filled',
      curveAlt: (held, needed) => `Accept curve: ${held} seated at the end, ${needed} needed`,
      needed: (count) => `${count} needed`,
      who: 'Name',
      accepted: 'Accepted',
      underway: 'Underway',
      onScene: 'On scene',
      safe: 'Safe',
      notSafe: 'not reported safe',
      nobodyYet: 'Nobody has accepted yet',
      print: 'Print',
      printedFrom: 'Written by Qunfang from the trace',
      pdf: 'Download as PDF',
      notOver: 'Still running; this is how it stands now',
    },
    place: placePageEn,
    hazard: hazardPageEn,
    placeSheet: placeSheetEn,
    point: pointPageEn,
    month: monthPageEn,
    certificate: certificateEn,
    calendar: calendarEntryEn,
    ownData: dataPageEn,
    invite: {
      expired: { title: 'This link is too old', text: 'Write “my matters” in the chat to see when it is now.' },
      forbidden: {
        title: 'No appointment for you here',
        text: 'It may have been moved, or the link is cut off. Look at the newest message in the chat.',
      },
    },
    login: {
      title: 'WeChat login',
      scan: 'Scan with the bot’s WeChat and confirm on the phone. The code changes every few minutes; this page follows.',
      waiting: 'Waiting for WeChat’s code…',
      loggedIn: (name) =>
        name === '' ? 'WeChat is logged in; nothing to scan.' : `WeChat is logged in as ${name}; nothing to scan.`,
      off: 'WeChat is off. Set WECHATY_PUPPET and start again to scan here.',
      refused: {
        title: 'This page does not open here',
        text: 'The login code is a key. Open it on the computer that runs Qunfang, or tap the link that the bot sends to administrators: it works for a day, and comes again the next.',
      },
    },
  },
};
