import { matterNamesEn } from './matter-names-en.ts';
import type { MatterResultTexts } from './matter-names-texts.ts';

/** What a step came to, in English; a toast on a phone that others may see, so no contents. */
export const matterResultEn: MatterResultTexts = {
  matter_begun: ({ number }) => `Good, your number is ${number}. Let’s go on in our private chat.`,
  matter_asked: () => 'Noted, please go on.',
  matter_filed: ({ number }) => `Handed in as ${number}. You hear from me as soon as there is news.`,
  matter_dropped: () => 'All right, we stop; nobody was given what you said. I’m here whenever you want to talk.',
  matter_going_on: ({ number }) => `One of yours is half told: ${number}. Let’s finish that one first.`,
  matter_shown: () => 'It is in our private chat. Mind who stands next to you.',
  matter_taken: ({ number }) => `It is yours: ${number}, thank you. The next step is in our private chat.`,
  matter_assigned: ({ number, to }) => `${number} is ${to}’s now; I’m telling them.`,
  matter_not_assigned: ({ why }) =>
    ({
      unknown: 'I know no such mediator. Use the call sign or the full name: “assign M-2611-0042 to XG1”.',
      several: 'Several are called that; please use the call sign.',
      cannot: 'It cannot be this person’s; please name another.',
      unreachable: 'Nothing of mine reaches this person yet. Name another, or have them bind first.',
    })[why],
  matter_passed: () => 'I see; I’ll find somebody else. Thanks for saying so.',
  matter_given_back: () => 'Given back; I’ll find somebody else. Thanks for saying so.',
  matter_stepped_up: ({ room }) => (room === '' ? 'Moved up to the next level.' : `Now with ${room}.`),
  matter_acknowledged: () => 'Noted: it is with you.',
  matter_consent_noted: ({ said, accepted, without }) =>
    ({
      yes: accepted === true ? 'Noted. Everybody agrees; next we find a time.' : 'Noted: mediation is wanted.',
      no:
        without === true
          ? 'Noted: not wanted. Nobody is pressed; the other two go on without.'
          : 'Noted: not wanted. Nobody is pressed; I’ll tell everybody what other ways there are.',
      unreached: 'Noted: not reached.',
    })[said],
  matter_times_wanted: () => 'Write me two or three times, such as “Wed 3 pm, Thu 9:30 am”.',
  matter_times_refused: ({ why }) =>
    ({
      past: 'That time is over. Please write another one.',
      no_such_time: 'There is no such day or time. Have a look and write it again.',
      far: 'That is too far away. Please choose within three months.',
    })[why],
  matter_times_sent: ({ times }) => `Asked about ${times} times; I’ll tell you when all have answered.`,
  matter_times_taken: ({ taken, left }) =>
    [
      ...taken.map(({ date, clock, number, why }) => {
        const { month, day } = Temporal.PlainDate.from(date);
        return `${day}/${month} ${clock}: ${why === 'mediator' ? 'you have' : 'the room has'} ${number} then.`;
      }),
      left > 0
        ? `The sides are asked about the other ${left}.`
        : 'Send another time, or this one with “anyway” before it.',
    ].join(' '),
  matter_time_noted: () => 'Noted. When everybody has answered I’ll tell you which time it is.',
  matter_booked: () => 'The time is fixed; the details follow.',
  matter_session_off: () => 'The meeting is off, and everybody has been told.',
  matter_words_wanted: ({ what }) =>
    ({
      record: 'How did it go? A few sentences, and I keep them.',
      terms: 'What did they agree? Who, does or pays what, by which day.',
      reason: 'Please give the reason, in one sentence.',
      answer: 'Please write the answer, with the article and its edition.',
      note: 'What shall I note? No side sees it.',
      name: 'Please write a name, or a number.',
    })[what],
  matter_noted: () => 'Noted.',
  matter_words_passed_on: ({ waits, danger }) =>
    `${waits === true ? 'Noted; whoever takes it will see it.' : 'Noted, and passed on to whoever has it.'}${danger === true ? ' If it cannot wait, ring the numbers above.' : ''}`,
  matter_voice: () =>
    'Nobody can listen to this here. A few written words will do; if writing is hard, ask somebody at home, or tell it at the desk. Urgent? 110, 119, 120.',
  matter_time_passed_on: () => 'Passed on; I’ll tell you when it is settled. Until then what was said before holds.',
  matter_terms_sent: () => 'The terms are with the sides, to read and sign.',
  matter_signed: ({ waiting }) => (waiting > 0 ? `Signed. ${waiting} to go.` : 'Signed; now everybody has.'),
  matter_effective: () => 'The agreement is in force. From here just do as agreed.',
  matter_paid_noted: () => 'Noted; the other side is asked whether it came.',
  matter_payment_confirmed: ({ done }) =>
    done ? 'Confirmed, this sum is settled.' : 'Confirmed; a part is still open.',
  matter_moved: ({ state }) => `Noted, it is now “${matterNamesEn.state[state]}”.`,
  matter_court_noted: ({ state }) =>
    ({
      none: 'Noted: no court. The agreement binds all the same.',
      applied: 'Noted: the court has been asked.',
      confirmed: 'Noted: the court has confirmed it.',
      rejected: 'Noted: the court did not confirm it. You can talk again, or sue.',
    })[state],
  matter_more_time_asked: ({ days }) => `Asked everybody about ${days} days more. It takes a yes from all.`,
  matter_more_time: ({ agreed, all }) =>
    agreed
      ? all === true
        ? 'Noted. All agree, so there is more time.'
        : 'Noted: more time.'
      : 'Noted: no more time, it stays as it was.',
  matter_visited: ({ next }) =>
    next === null
      ? 'Noted; this can be filed away now, thank you.'
      : `Noted. The next visit is ${next} days after the end.`,
  matter_withdrawn: () => 'All right, it stops here. If you want to talk again, just write to me.',
  matter_done: () => 'Finished, thank you!',
  matter_link_sent: () => 'The link is in our private chat, for you alone.',
  opening_asked: () => 'Asked. A second person has to agree before you can look.',
  opening_agreed: () => 'Agreed, for a limited time. Each look is kept on record.',
  opening_refused: () => 'Noted: not allowed.',
  opening_own: () => 'Somebody else has to agree to what you asked for.',
  data_agreed: () => 'Thank you.',
  data_refused: () =>
    'All right, it is not seen to, and nothing of it is kept. To have your messages erased too write “erase my data”. You can come back at any time, or ring us.',
  data_sent: () => 'Your data is ready, in our private chat.',
  data_sure: () => 'What is erased cannot come back. If you are sure, confirm it once more.',
  data_erased: ({ kept }) =>
    kept > 0
      ? `Erased. ${kept} still open stay until they end, then they go too.`
      : 'All erased. You can still write to me.',
  data_busy: () => 'You are on an order or a shift right now. Finish it first, then ask again.',
  matter_not_here: () => 'Others can read this here. Please tell me in our private chat.',
  matter_not_yours: ({ why }) =>
    why === 'side'
      ? 'You are a side of this, so you can’t be its mediator; another one takes it.'
      : why === 'take'
        ? 'This one is not yours to take; somebody else takes it.'
        : 'This one is not yours to see. If it is urgent you can ask for a look.',
  matter_none: () => 'I can’t find that one. Give me its number, the one that begins with M, or write “my matters”.',
  matter_not_yet: ({ need }) =>
    ({
      consent: 'Not yet: every side has to agree to mediation first.',
      session: 'Not yet: they have to meet first.',
      terms: 'Not yet: write down the terms first.',
      visit: 'Not yet: one return visit before it is filed away.',
      effective: 'Not yet: the agreement is not in force.',
    })[need],
  matter_already: ({ state }) => `That step is past: it is now “${matterNamesEn.state[state]}”.`,
  matter_goes_on: () => 'All right, nothing has changed: this one goes on.',
  matter_no_meeting: () =>
    'There is danger in this one: no meeting at one table. Arrange each side apart, such as “side a Wed 3 pm”.',
};
