import type { MatterState } from '../../core/matter.ts';
import type { MatterWorkTexts } from './matter-course-texts.ts';

const ofDispute: Readonly<Record<MatterState, string>> = {
  telling: 'Please wait a little; it comes when it is told.',
  reported: 'I’m looking for somebody to take it.',
  screened: 'I tell you when somebody takes it.',
  assigned: 'Ask each side whether they want mediation; the numbers are inside. Then tell me what they said.',
  accepted: 'Propose two or three times to meet, and I ask everybody.',
  mediating: 'When you have met tell me, and I note it; and whether they agree or not.',
  agreed: 'When all have signed, you sign and seal it, and it is in force.',
  effective: 'I remind whoever pays before the day.',
  performing: 'Received or not: the sides or you just say so.',
  performed: 'Return visits are left before it can be filed away.',
  broken: 'Please ring first and ask why; if that does not help, there is the court.',
  ended: 'Return visits are left before it can be filed away.',
  suspended: 'To take it up again, just say so.',
  archived: 'Thank you.',
};

function lasting(minutes: number): string {
  const hours = Math.round(minutes / 60);
  if (minutes < 120) return `${minutes} minutes`;
  return hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`;
}

/** To those who take it, in English. */
export const matterWorkEn: MatterWorkTexts = {
  offer: 'Something waits for somebody to take it. Can you? Have a look first, then decide.',
  offerUrgent: 'It is rather urgent; please look at this one first.',
  offerUntil: (minutes, _kind, last) =>
    last
      ? `If nobody takes it within ${minutes} minutes, whoever is in charge finds somebody.`
      : `If nobody takes it within ${minutes} minutes I ask the next room.`,
  offerConflict: (kind) =>
    kind === 'dispute'
      ? 'It names the sides. If you know one of them just say so; no reason needed.'
      : 'If you know somebody in it and would rather not, just say so; no reason is needed.',
  takenBy: (who) => `${who} has taken it. Thank you.`,
  takenByYou: 'It is yours. The next step is in another message.',
  offerOver: 'Nobody is needed for this one any more. Thank you.',
  danger: (what) => `${what}: please take it at once.`.replace(/^./, (first) => first.toUpperCase()),
  dangerLater: (what) => `Just told as well: ${what}. Please look at once.`,
  dangerNext: 'Ring them first and make sure they are safe; call 110 if need be. Notes can come later.',
  unanswered: (names) =>
    names.length === 0 ? 'Nobody could take it yet.' : `Nobody has taken it yet. You can ring ${names.join(', ')}.`,
  pushSilent: (names) =>
    `Not everybody has said that they have this police matter${names.length === 0 ? '' : `: ${names.join(', ')}`}. Please ring, and have them answer.`,
  unansweredNext: (take) =>
    `Please ring round, and hand it to whoever says yes${take ? ', or take it yourself for now' : ''}.`,
  unansweredLast: 'I say it for the last time; the command group knows too. Please hand it to somebody.',
  assignHow: (number) => `To another mediator: write “assign ${number} to …” with the name.`,
  giveTo: (who) => `Assign to ${who}`,
  handedBy: (who) => `${who} handed this to you. If you know one of the sides, or can’t do it, just say so.`,
  idle: (minutes, who) =>
    who === undefined
      ? [
          `Nothing has moved for ${lasting(minutes)}. Reached them, a time fixed, finished: just tell me. If you can’t, give it back and I ask others.`,
        ]
      : [`${who} has this one, and nothing has moved for ${lasting(minutes)}. Please ring, or hand it on.`],
  idleOver: 'This one moves again; nothing to do for you.',
  idleTold: 'Those in charge know of it.',
  push: (to) =>
    `This police matter is yours as ${{ on_scene: 'the officer on scene', responsible: 'the responsible officer', centre: 'the service centre' }[to]}.`,
  pushNext: 'When you have seen it, say “it is mine”.',
  acknowledged: 'You have acknowledged it.',
  unreachedSide: (side) => `My messages no longer reach ${side}. Please ring them; the number is inside.`,
  unreachedMediator: (who) => `My messages no longer reach ${who}. Please ring them.`,
  next: (state, kind) => {
    if (kind === 'dispute') return ofDispute[state];
    if (state !== 'assigned' && state !== 'accepted') return ofDispute[state];
    return {
      crime_clue: 'Please look into this, and tell me when it is finished. Only you can see it; don’t pass it on.',
      women_adviser:
        'Please call her at the time that suits her; ask first whether she is safe. Then tell me that it is finished.',
      counselling:
        'Please call at the time they chose. In danger call 110 or 120 first. Then tell me that it is finished.',
      help_request: 'Please ring, then go. Say “it is mine” first, and “finished” when done.',
      service_order: 'Please ring to fix a time. Say “finished” after the visit.',
      legal_question: 'Please answer with the article and its edition; I pass it on.',
    }[kind];
  },
  hold: 'They asked for silence: don’t ring or write until they write again. I send no reminders either.',
  nextApart: 'There is danger in this one: no meeting at one table. Talk with each side apart.',
  consentOpen: (sides) => `No answer yet: ${sides.join(', ')}.`,
  signOpen: (sides) => `Not signed yet: ${sides.join(', ')}.`,
  courtRejected:
    'The court did not confirm it; its ruling says why. Ask whether they want to change it: then one of them writes “mediation” (or you “/desk”) for a new one, to be signed anew. If not, tell them that they can sue.',
  courtApplied:
    'The court has been asked. Tell me its answer: “the court has confirmed it” or “the court has rejected it”.',
  signSeal: 'All have signed. When you have signed and sealed the paper, say “signed and sealed”.',
  heard: (side, clock) => `${clock}: ${side ?? 'the person'} has written to you. Open it to read.`,
  timesOpen: 'The times are with the sides; waiting for their answers.',
  booked: (when) => `Booked: ${when}.`,
  due: (when) => `Next date: ${when}.`,
  write: 'Or just write to me: “Wed 3 pm, Thu 9:30 am”, “agreed on 5000, all by the end of the month”.',
  answerHow: 'Just write me the answer, such as “… (Labour Contract Law, Art. 82, 2012 edition)”.',
  writeAnswer: 'Write the answer',
};
