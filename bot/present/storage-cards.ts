import type { Card } from '../../core/message.ts';
import type { Texts } from '../texts/texts.ts';
import { cardOf, line } from './presenting.ts';
import type { DutyPhone } from './nobody-left.ts';

/** To whoever tells of an emergency that nobody will see for now: whom to call instead. */
export function unkeptEmergency(dutyPhones: readonly DutyPhone[], { report, storage }: Texts): Card {
  return cardOf({
    title: report.emergencyLine,
    lines: [
      ...line(storage.unkept, 'strong'),
      ...dutyPhones.flatMap(({ name, phone }) => line(storage.unkeptDuty(name, phone))),
      ...line(storage.unkeptLater, 'quiet'),
    ],
    loud: true,
  });
}

/** To the command: nothing can be stored, since when, and what to do meanwhile. */
export function storageLost(clock: string, { storage }: Texts): Card {
  return cardOf({
    title: storage.lostTitle,
    lines: [
      ...line(storage.lost(clock), 'warning'),
      ...line(storage.lostAsk, 'strong'),
      ...line(storage.lostLater, 'quiet'),
    ],
    loud: true,
  });
}
