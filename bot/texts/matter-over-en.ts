import type { MatterOverTexts } from './matter-over-texts.ts';

/** In the place of questions that are over, in English. */
export const matterOverEn: MatterOverTexts = {
  payment: (done, money) =>
    !done
      ? 'This is over; nothing to do.'
      : money
        ? 'This sum is settled; nothing to do.'
        : 'This has been done; nothing to do.',
  court: (how, lastDay) =>
    ({
      none: `Noted: not to the court. If you change your mind, tell the mediator by ${lastDay}.`,
      performed: 'Everything was done as agreed; the court is not needed any more.',
      late: `The time to ask the court is over (the last day was ${lastDay}). The agreement holds all the same: if one side does not keep it, the other can sue. If you applied together before that, tell the mediator.`,
      ended: 'This is over; nothing to do.',
    })[how],
  moreTime: (how, day) =>
    ({
      agreed: `All agree: until ${day}.`,
      refused: 'Somebody does not agree, so it stays as it was.',
      anew: 'It was asked once more; see the latest message.',
      moved: 'It has gone on; no answer is needed any more.',
      rests: 'It rests for now; no answer is needed.',
    })[how],
  moreTimeSaid: 'You said yes. I tell you when all have answered.',
  terms: 'The terms were written anew. See the latest message, and read it before you sign.',
  visit: (answered) =>
    answered
      ? 'This has been answered, thank you. If anything changes, just write to me.'
      : 'No answer is needed any more. To tell me anything, just write.',
  unvisited: (days, last, until) => [
    `The visit after ${days} days has been due for two weeks and more, and nobody has made it.`,
    'Urge the mediator, or ring or drop in yourself, and note below what you heard.',
    ...(last
      ? [`If nobody has by ${until} it is filed away as “not visited”, and removed when its time is over.`]
      : []),
  ],
  unvisitedOver: (how, days) =>
    ({
      made: `The visit after ${days} days is noted, thank you.`,
      missed: `The visit after ${days} days was not made; noted.`,
      archived: `Nobody made the visit after ${days} days: it is filed away as “not visited”, and removed when its time is over.`,
    })[how],
  deadline: (how, day) =>
    ({
      longer: `The time is now until ${day}.`,
      moved: 'It has gone on; this time limit does not matter any more.',
      rests: 'It rests for now, and so does its time.',
    })[how],
  times: 'These times are off; see the latest message.',
  wishAsked: 'The other side has been asked about this time; I tell you when it answers.',
  met: (how) =>
    ({
      held: 'This talk is recorded.',
      missed: 'They did not meet; noted.',
      moved: 'It has gone on; nothing to do here.',
    })[how],
};
