import type { StorageTexts } from './storage-texts.ts';

/** English words for when nothing can be stored. */
export const storageEn: StorageTexts = {
  unkept:
    'Please call now and do not wait for me: the bot cannot keep messages at the moment, and no officer sees yours.',
  unkeptDuty: (name, phone) => `${name}: ${phone}`,
  unkeptLater: 'No need to send it again: it is reported by itself as soon as this is over.',
  lostTitle: 'The bot cannot keep messages now: use the phone',
  lost: (clock) =>
    `Since ${clock} nothing can be written into the database; most likely the disk is full or the database is down. Reports reach nobody, orders and reminders do not go out, buttons do nothing.`,
  lostAsk:
    'Please call people by phone. An administrator frees disk space or brings the database back at once, without restarting the program.',
  lostLater:
    'Whoever tells of an emergency is told to call 110/119/120. What people write is dealt with by itself afterwards, and I say so here.',
};
