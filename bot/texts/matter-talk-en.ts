import type { MatterKind, MatterNeed } from '../../core/matter.ts';
import type { MatterTalkTexts } from './matter-talk-texts.ts';

const ask: Readonly<Record<MatterNeed, string>> = {
  facts: 'Take your time: what happened? Write it as it comes, in several messages if you like.',
  about: 'What kind of thing is it? Choose what comes nearest; if in doubt, “other”.',
  wants: 'What would settle it for you? Such as being paid, an apology, having something moved.',
  other_side: 'Who is the other side? A name or a firm is enough; a phone number helps.',
  sum: 'About how much money? Roughly is fine, such as “a bit over 6,000” or “186,000”.',
  place: 'Where is it? A village, an estate, a firm, or send your location.',
  people: 'How many people does it concern?',
  evidence: 'Any photos, a note of debt, a contract, chat messages? Send them to me; if not, never mind.',
  wish: 'Any wish about the mediator? You can ask for a woman, or for a room by its name.',
  self: 'What shall we call you? And a phone number, so that the mediator can reach you.',
  consent: 'You speak for somebody else. Do they know, and do they agree?',
  time: 'When does it suit you? Such as “weekend afternoon” or “after 7 pm”.',
  check: 'This is what I noted. Is it right?',
};

const askOf: Partial<Record<MatterKind, Partial<Record<MatterNeed, string>>>> = {
  crime_clue: {
    facts: 'What did you see, where, and when? Only what you know. Don’t look into it yourself, and keep away.',
    place: 'Where did you see it? A road, a door number, a firm, or send your location.',
    evidence:
      'Do you have photos or a video already? Send them. If not, don’t go back for one: your safety comes first.',
    self: 'Do you want to leave your name? Without it we work just the same; you get a code to ask how it stands.',
  },
  women_adviser: {
    facts: 'Would you like to say what happened? A little is enough, and you can skip it and just wait for the call.',
    self: 'What shall we call you? Which number is safe for you to answer?',
    time: 'When can you talk, with nobody else near?',
  },
  counselling: {
    facts: 'What is weighing on you? Say as much as you like, or skip this.',
    self: 'What shall we call you? Which number suits you?',
    time: 'When is a good time to talk?',
    wish: 'Would you rather talk to a woman, or is anybody fine?',
  },
  help_request: {
    facts: 'What do you need? One sentence is enough.',
    place: 'At which door? The code on it, the building, or the village.',
    self: 'What shall we call you? And a phone number for when they arrive.',
  },
  service_order: {
    facts: 'What is the problem? The machine, the step, or what you see.',
    place: 'Which firm, which workshop?',
    self: 'Who is the contact? Name and phone.',
    time: 'When does a visit suit you?',
  },
  legal_question: {
    facts: 'What would you like to know? The more of the story, the better the answer. No ID numbers, please.',
  },
};

/** Whoever speaks, or writes, for another is asked about that one. */
const askFor: Readonly<Record<'proxy' | 'desk', Partial<Record<MatterNeed, string>>>> = {
  proxy: {
    self: 'What is the name of whom you speak for? A phone number too, if there is one.',
    wants: 'What do they want?',
  },
  desk: {
    facts: 'What happened to whoever came? As they tell it, one message after the other.',
    self: 'What is the name of whoever came? A phone number too, if there is one.',
    other_side: 'Whom is it with? A name or a firm; a phone number helps.',
    wants: 'What do they want?',
    wish: 'Any wish of theirs about the mediator? A woman, or a room by its name.',
    evidence: 'Did they bring a note of debt, a contract, photos? Take a picture and send it.',
    check: 'Read it out to them. Is it right?',
  },
};

/** Told privately, in English. */
export const matterTalkEn: MatterTalkTexts = {
  title: (number, head) => `${number} · ${head}`,
  head: {
    worry: 'first, your question',
    question: 'one question',
    check: 'please check',
    resume: 'shall we go on?',
    filed: 'received',
    dropped: 'put aside',
    safety: 'please read this first',
    danger: 'please look at once',
    facts: 'what you asked for',
    next: 'please have a look',
    news: 'there is news',
  },
  ask: (need, kind, who) => (who === 'self' ? null : askFor[who][need]) ?? askOf[kind]?.[need] ?? ask[need],
  sumKept: 'Thank you, that is noted. One more thing:',
  worry: (worry, kind, { told, danger }) => {
    switch (worry) {
      case 'cost':
        return [
          kind === 'service_order'
            ? 'Nothing is charged here. Should whoever comes ask for money, agree on it before any work is done.'
            : 'It is free.',
        ];
      case 'secret':
        return kind === 'crime_clue'
          ? ['One named officer alone reads it. Without your name, not even he knows who told it.']
          : ['Only you and whoever takes it can read it. It goes to no group, and every look is on record.'];
      case 'other':
        if (kind === 'crime_clue') return ['Nobody tells them, nor who reported it.'];
        if (kind !== 'dispute' || danger)
          return [
            'Nobody tells them. If they look at your phone, delete what is written here; it goes on all the same.',
          ];
        return told === 'telling'
          ? [
              'As long as it is not handed in, they do not know.',
              'After that a mediator asks whether they will talk: then they know who it is and roughly why. What you say in private they never see.',
            ]
          : [
              'The mediator asks whether they will talk: then they know who it is and roughly why. What you say in private they never see.',
            ];
      case 'wait':
        if (told === 'telling') return ['Once it is handed in somebody reads it at once. You can leave out the rest.'];
        return [
          told === 'taken'
            ? 'Somebody has it and will contact you. Please watch your phone.'
            : 'Somebody is being found; you hear as soon as it is taken.',
          ...(danger || kind === 'help_request' ? ['If it cannot wait, ring 110, 119 or 120.'] : []),
        ];
    }
  },
  private: 'Only you and whoever takes it can read this. You can stop at any time: just say “never mind”.',
  answer: {
    no_sum: 'Not about money',
    alone: 'Only me',
    no_evidence: 'Nothing more',
    woman: 'A woman, please',
    anybody: 'Anybody',
    any_time: 'Any time',
    nameless: 'Without my name',
    named: 'With my name',
    may_speak: 'Yes, they agree',
    not_asked: 'Not asked yet',
  },
  edit: (need) =>
    `Change ${
      {
        about: 'kind',
        facts: 'what happened',
        wants: 'my wish',
        other_side: 'other side',
        sum: 'the sum',
        place: 'the place',
        people: 'how many',
        evidence: 'the papers',
        wish: 'the mediator',
        self: 'name, phone',
        consent: 'if they agree',
        time: 'the time',
      }[need]
    }`,
  checkNext: 'If it is right, hand it in. If not, change it, or just write it to me.',
  theirWord: 'Whoever takes it asks them in person whether they agree to mediation.',
  readOut: 'Change what they say is wrong, then hand it in.',
  voluntary: 'Handing it in says that you agree to mediation. It is voluntary; you can stop at any time.',
  kept: 'It is kept encrypted, seen by you and whoever takes it, and erased some time after it is over.',
  notSaid: 'not said',
  resume: (_number, hours) =>
    `We stopped halfway; shall we go on? If you’d rather not, that’s fine: after ${hours} hours without a word it is put aside and nobody sees it.`,
  filedDesk: (number) =>
    `Give whoever came the number ${number}: with it they can ask how it stands. If they tell more, send it with “also” before it.`,
  filed: (kind, { room, takeMinutes, helpMinutes, nameless }) =>
    ({
      dispute: [
        `It goes to ${room === '' ? 'the mediators' : `the mediators of ${room}`}; usually somebody takes it within ${takeMinutes} minutes. If nobody does, I ask further up.`,
        'Whoever takes it first asks the other side whether they want to talk. You both decide; it costs nothing, and you can still go to arbitration or court.',
      ],
      crime_clue: [
        'Only the officer who is named for it can read it, and nobody is told who said it.',
        nameless
          ? 'Don’t look into it yourself, and don’t speak of it.'
          : 'Don’t look into it yourself, and don’t speak of it. If you see more, just send it to me.',
        'If somebody may look at your phone, delete this chat; it goes on all the same.',
      ],
      women_adviser: [
        'A woman will call you at the time that suits you.',
        'If it can’t wait, or you are not safe where you are, call 110.',
      ],
      counselling: [
        'Somebody trained for it will call you at the time that suits you.',
        'If it gets too much don’t wait: call the helpline 12356 now, and 120 if nobody answers.',
      ],
      help_request: [
        `Somebody answers you within ${helpMinutes} minutes.`,
        'Please keep an eye on your phone; it may be a number you don’t know.',
      ],
      service_order: ['A technician calls you first, and then you fix a time.'],
      legal_question: [
        'Somebody who knows the law answers you, with the article; I tell you when it is there.',
        'The answer helps you understand; it is not formal legal advice.',
      ],
    })[kind],
  filedDanger: [
    'Somebody has been called and will contact you directly, as soon as they can.',
    'You are not asked to meet the other side; whether anybody talks with them, you are asked first.',
  ],
  filedUrgent: 'Marked as urgent: it goes first.',
  receipt: (code) => `Your code: ${code}`,
  receiptHow:
    'Please note it down somewhere else. Send “receipt” and this code to ask how it stands; write anything new behind the code. No name needed.',
  dropped: {
    told: 'All right, we stop. Nobody was given what you said. To talk again, write “I want mediation” at any time.',
    silence:
      'It has been quiet for a while, so I put it aside; nobody was given it. To talk again, write “I want mediation” at any time.',
  },
  safety: {
    violence: [
      'Get away from whoever is violent: to a neighbour, or to where people are.',
      'If you are hurt, have it seen to; take photos of it, and keep the papers.',
      'This is not your fault.',
    ],
    threat: [
      'Don’t meet them alone, and don’t answer their provocations.',
      'Keep every message with a threat, and call the police now.',
    ],
    self_harm: [
      'Thank you for saying it. You don’t have to carry this alone.',
      'Call one of these numbers now; somebody listens at any hour.',
      'If it is about somebody near you: stay with them, and put away pills, knives and ropes.',
    ],
    child: [
      'Bring the child somewhere safe first, and stay there.',
      'Don’t question the child again and again; say that it is not their fault.',
    ],
    crowd: [
      'Step to the side, don’t push, and keep gates and roads free.',
      'Choose a few to speak for all: things get done all the same, and faster.',
    ],
  },
  safetyRing: 'Call now:',
  safetyLine: (name, phone) => `${phone} ${name}`,
  safetyNext: 'I’m calling somebody as well. You don’t have to fill in anything: safety first.',
  pointer: (why, number) =>
    why === 'begun'
      ? `Noted as ${number}. Others read along here, so let’s go on in private.`
      : `${number}: something waits for somebody to take it. See your private chat.`,
  pointerHow: (why, number) =>
    why === 'begun' ? `Write to me privately: go on ${number}` : `Write to me privately: show ${number}`,
  pointerOver: (number) => `${number}: somebody has it now. Thank you all.`,
  pointerLink: 'Go on in private',
};
