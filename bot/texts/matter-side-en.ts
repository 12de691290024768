import type { MatterSideTexts } from './matter-course-texts.ts';

/** To the sides, in English. */
export const matterSideEn: MatterSideTexts = {
  consent: (asked) =>
    asked
      ? [
          'Somebody would like to talk something over with you, with a mediator’s help. Have a look to see who, and roughly what.',
          'Whether you talk is up to you.',
        ]
      : ['Shall a mediator talk with you both about what you brought?', 'If you like, I ask the other side.'],
  consentNote:
    'It costs nothing, and only you and the mediator know. If you don’t want to, that’s fine: arbitration and court stay open.',
  consentSaid: (said) =>
    said === 'yes'
      ? 'You said yes. When all agree we find a time.'
      : 'You said no. If you change your mind, tell me at any time.',
  consentOver: 'This is over; no answer is needed any more.',
  stop: [
    'This was handed in and is being seen to.',
    'To stop it, confirm it here; no reason is needed. Otherwise it goes on.',
  ],
  times: 'At which of these times can you come? Tell me each that suits you.',
  time: (n, when) => `${n}. ${when}`,
  timeChosen: (when) => `✓ ${when}`,
  timesNone: 'You said that none suits; the mediator will propose others.',
  timesOver: (end, when) =>
    ({
      fixed: `The time is fixed: ${when}.`,
      agreed: 'You have agreed; no time has to be chosen any more.',
      ended: 'This is over; no time has to be chosen any more.',
      rests: 'This rests for now; no time has to be chosen.',
      others: 'These times are off; see the latest message.',
      off: 'These times are off; I ask you again when there are others.',
    })[end],
  timesOf: (side, when, answered) =>
    `${side}: ${!answered ? 'no answer yet' : when.length === 0 ? 'none of them' : when.join('; ')}`,
  timesWaiting: 'Somebody has not answered yet; I’ll tell you.',
  timesClash: 'No time suits everybody. Please propose two or three others.',
  timesFixed: (when) => `Fixed: ${when}.`,
  timesWished: (side, when) => `${side} asks for: ${when.join('; ')}.`,
  wishedInstead: (when) => `It is ${when} now, which is off then.`,
  wishTake: (date, clock, moved) => `${moved ? 'Move to' : 'Fixed:'} ${date} ${clock}`,
  wishAsk: (times) => `Ask the others: ${times.map((time) => time.join(' ')).join(', ')}`,
  session: (step, when) =>
    ({
      booked: `The meeting is fixed: ${when}.`,
      day: `A reminder: ${when} is your meeting.`,
      hour: `Soon: ${when} is your meeting.`,
      changed: `The time has changed; now it is ${when}.`,
      off: `The meeting of ${when} is off; no need to come.`,
    })[step],
  sessionPast: (how, when) =>
    ({
      moved: `The time was changed; now it is ${when}. See the latest message.`,
      over: `The meeting of ${when} lies behind; nothing to do.`,
      off: `The meeting of ${when} is off; no need to come.`,
    })[how],
  sessionWhere: (place) => `Where: ${place}`,
  sessionWith: (who, mediates) => `${mediates ? 'Mediator' : 'With'}: ${who}`,
  sessionBring:
    'Bring contracts, notes of debt, photos if you have them. To have somebody with you, tell the mediator.',
  sessionCant: 'If you can’t come just write to me, early, so that we find another time.',
  cannotCome: 'I can’t come',
  sessionApart: 'It is only you and the mediator; you won’t meet the other side.',
  calendar: 'Add to my calendar',
  over: 'The time of the meeting is past: how did it go?',
  overNext: 'Tell me, or write me a few sentences and I keep them.',
  overMet: 'The time of the appointment is past: did you meet? If not, find another time.',
  terms: [
    'What you agreed on is written down. Have a look first, line by line.',
    'Sign if it is what was said. If something differs, don’t sign; tell the mediator.',
  ],
  termsOff: (over) =>
    over
      ? 'This is over; nothing has to be signed.'
      : 'This one is not signed: the terms are spoken of again. I send them when they stand.',
  termsSigned: 'You have agreed. When everybody has signed, it is in force.',
  payment: (step, as, { due, money }) => {
    const until = due === '' ? '' : ` (${due})`;
    const one = money ? 'A payment' : 'Something';
    const done = money ? 'paid' : 'done';
    if (as === 'owner')
      return {
        soon: [`${one} falls due soon${until}. I can’t reach whoever promised it; please ring.`],
        due: [`${one} is due today${until}. I can’t reach whoever promised it; please ring.`],
        late: [`${one} is past its day${until}, with no word of it. Please ask how things are.`],
        told: [`One side says that it is ${done}; I can’t reach the other to ask. Please ring.`],
        confirmed: ['One of the promises is confirmed.'],
        denied: [`One side says that ${money ? 'nothing came' : 'it is not done'}. Please ask both.`],
      }[step];
    if (as === 'creditor')
      return {
        soon: [`${one} that was promised to you falls due soon${until}.`],
        due: [`${one} that was promised to you is due today${until}. Tell me when it is there.`],
        late: [
          `${one} that was promised to you is past its day${until}. Tell me whether it came; if not, the mediator asks.`,
        ],
        told: [`The other side says that it is ${done}. Is it?`],
        confirmed: ['Noted: it is there.'],
        denied: ['Noted: not yet. The mediator asks.'],
      }[step];
    return {
      soon: [
        `A word beforehand: ${money ? 'a payment' : 'something'} that you promised falls due soon${until}.`,
        `Tell me when it is ${done}. If it is difficult write to me early, and the mediator helps you both.`,
      ],
      due: [
        `${one} that you promised is due today${until}.`,
        `Tell me when it is ${done}. If it is difficult just write to me.`,
      ],
      late: [
        `${one} that you promised is past its day${until}. Forgotten, or is it difficult?`,
        `Tell me if it is ${done}; if you can’t just now, write what you plan, and the mediator helps you both.`,
      ],
      told: [`Noted: it is ${done}. The other side is asked.`],
      confirmed: ['The other side has it. Thank you for keeping your word.'],
      denied: [
        money
          ? 'The other side says that nothing came. Please check where it went and keep the receipt; the mediator calls you.'
          : 'The other side says that it is not done. Keep a photo of it; the mediator calls you.',
      ],
    }[step];
  },
  deed: { matter_paid: 'Done', matter_got: 'They have done it', matter_not_got: 'Not done yet' },
  court: (day, lastDay) => [
    day === 27
      ? `Last reminder: for the court’s confirmation the last day is ${lastDay}.`
      : `${day === 0 ? '' : `The agreement has been in force for ${day} days. `}You can have the court confirm it together, until ${lastDay}.`,
    'The court looks it over; once confirmed, if one side does not keep it, the other can have it enforced without a lawsuit.',
    'Both apply together at the basic court where the mediators are; it costs nothing. Marriage, parentage, adoption, and whose a house or land is, courts do not confirm in this way.',
  ],
  moreTime: (days) => [
    `The mediator would like ${days} days more. Do you agree?`,
    'It takes a yes from all; otherwise it stays as it was.',
  ],
  moreTimeState: (sides) =>
    sides.length === 0 ? 'More time: all agree.' : `More time, no answer yet: ${sides.join(', ')}.`,
  deadline: (step, day) =>
    step === 'soon'
      ? [
          `Mediation usually takes a month; that ends on ${day}.`,
          'If they are close, ask them for more time; if it won’t work, tell them of the other ways soon.',
        ]
      : [`The month is over (${day}).`, 'Tell me: do they agree, do they not, or shall I ask them for more time?'],
  visitUnsettled: (days) => [
    `${days} days have passed: how is it now?`,
    'To talk after all, or for help, just write to me.',
  ],
  visit: (days, kind, owner) =>
    owner
      ? [`${days} days have passed: time for a return visit. Ring or drop in, then tell me.`]
      : kind === 'dispute'
        ? [`${days} days have passed: was everything done as agreed?`, 'A word is enough; or write me more.']
        : [`${days} days have passed: did it help?`, 'A word is enough; or write me more.'],
  turn: {
    taken: 'A mediator has taken it and will contact you.',
    new_mediator: 'Another mediator has it now and will contact you. No need to tell it all again.',
    accepted: 'Everybody wants to talk, so it is accepted. Next we find a time.',
    session_off: 'This meeting is off; we find another time.',
    missed: 'You didn’t meet this time; never mind, we find another. You can also write me when it suits you.',
    agreed: 'You agree. Next it is written down, for you to read and then sign.',
    effective: 'The agreement is in force, and both are bound by it. Have a look to see each line.',
    performed: 'Everything was done as agreed; thank you all. I’ll ask again in a few days.',
    broken:
      'Something was not done in time. You can talk again with the mediator; if the court confirmed it you can have it enforced; if not, you can sue. About wages or a work injury you can also go to labour arbitration, or have the court order payment on the written agreement.',
    suspended: 'It rests for now. To go on, just say so.',
    goes_on: 'It goes on.',
    extended: 'All agree: more time.',
    court_applied: 'The court has been asked to confirm it; we wait for its answer.',
    court_confirmed: 'The court has confirmed it. If one side does not keep it, the other can have it enforced.',
    court_rejected:
      'The court did not confirm the agreement; its ruling says why. To talk again and change it, tell the mediator or write “mediation”; or you can sue.',
  },
  takenOther: 'Somebody has taken it and will contact you. Please keep an eye on your phone.',
  ended: (outcome) =>
    ({
      dropped: 'It was not handed in, so it ends here.',
      agreed_written: 'You agreed, in writing.',
      agreed_oral: 'You agreed, by word of mouth.',
      failed: 'No agreement this time, and mediation ends here. Thank you for sitting down to talk.',
      refused: 'One side does not want mediation, so there is none; nobody is pressed.',
      withdrawn: 'Whoever brought it does not want to go on; mediation ends here.',
      no_contact: 'The other side could not be reached, so mediation ends for now.',
      handed_on: 'Another office has it now and will contact you.',
      answered: 'Your question has been answered.',
      done: 'This is finished.',
    })[outcome],
  waysTitle: 'These ways are open to you:',
  again: 'If you want to talk again, write to me at any time.',
  answered: 'Your question has been answered; have a look for the answer and the article.',
};
