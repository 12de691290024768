import type { PaperTexts } from './paper-texts.ts';

const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const longDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });
const instant = (iso: string): number => Temporal.PlainDate.from(iso).toZonedDateTime('UTC').epochMilliseconds;
const money = new Intl.NumberFormat('en-GB');

export const paperEn: PaperTexts = {
  title: {
    application: 'Application for people’s mediation',
    rights: 'Your rights and duties',
    consent: 'Consent to mediation',
    record: 'Record of mediation',
    agreement: 'Mediation agreement',
    confirmation: 'Application for judicial confirmation',
    visit: 'Record of return visits',
  },
  file: (number, title) => `${number} ${title}`,
  number: (number) => `No. ${number}`,
  date: (iso) => long.format(instant(iso)),
  moment: (iso, clock) => `${longDay.format(instant(iso))}, ${clock}`,
  yuan: (sum) => `${money.format(sum)} yuan`,
  aboutYuan: (sum) => `about ${money.format(sum)} yuan`,
  letter: (key) => key.toUpperCase(),
  letteredSide: (letter) => `side ${letter}`,
  longestInTable: 24,
  side: (role, letter) =>
    `${{ applicant: 'Applicant', respondent: 'Respondent', third: 'Further side' }[role]} (side ${letter})`,
  people: (count) => `${String(count)} people`,
  proxy: (name, relation) => `Represented by ${name}${relation === '' ? '' : ` (${relation})`}`,
  label: {
    name: 'Name',
    phone: 'Phone',
    address: 'Home or business address',
    kind: 'Kind of dispute',
    sum: 'Sum at stake',
    mediator: 'Mediator',
    room: 'Mediation committee',
    when: 'Time',
    where: 'Place',
    present: 'Present',
    absent: 'Absent',
    reportedOn: 'Applied on',
    acceptedOn: 'Accepted on',
    effectiveOn: 'In force since',
    court: 'Court',
    lastDay: 'Last day to apply',
    visitor: 'Visited by',
    holds: 'Performed, or solved',
    said: 'What was said',
    payer: 'Pays',
    payee: 'Receives',
    amount: 'Amount',
    what: 'What',
    due: 'By',
    atOnce: 'at once',
    deed: '(no sum)',
  },
  heading: {
    sides: 'The sides',
    facts: 'What happened and what is in dispute',
    wants: 'What is applied for',
    terms: 'What was agreed',
    record: 'How it went',
    request: 'What is applied for',
    rights: 'Your rights',
    duties: 'What is asked of you',
    attachments: 'Handed in with it',
    visits: 'Visits',
  },
  yes: 'yes',
  no: 'no',
  notYet: 'not visited yet',
  notVisited: 'not visited',
  applicationPlea:
    'I wish to settle this dispute with the other side by people’s mediation. I know that mediation is voluntary and free, that I can end it at any time, and that I can go to arbitration or to court.',
  consentWords:
    'The mediator has explained to me: mediation is voluntary and costs nothing; I can accept it, refuse it, or end it half-way; it does not keep me from arbitration or from the court. I have read and understood this, and agree that the committee named above mediates this dispute.',
  rightsLead:
    'These are your rights and duties under the People’s Mediation Act of the PRC. Please read them before mediation begins, and ask the mediator about whatever is not clear.',
  rights: [
    'To choose or accept the mediator (Art. 23); if you think that the mediator is close to the other side, ask for another.',
    'To accept mediation, to refuse it, or to have it ended (Art. 23).',
    'To ask for it to be held openly or in private (Art. 23).',
    'To say freely what you want, and to agree only of your own will (Art. 23).',
    'To go to arbitration, to an authority or to court when it fails or you no longer want it (Art. 3, 26).',
    'To apply to the court for confirmation, both sides together, within thirty days after the agreement took effect (Art. 33).',
    'To pay nothing for it (Art. 4).',
  ],
  duties: [
    'To tell the facts of the dispute truthfully (Art. 24).',
    'To keep the order of the room and respect the mediator (Art. 24).',
    'To respect the other side’s rights (Art. 24).',
    'To do what was agreed (Art. 31).',
  ],
  agreementLead: 'By mediation, and of their own will, the sides have agreed:',
  agreementForce:
    'This agreement takes effect on the day on which every side has signed, sealed or put a fingerprint under it and the mediator has signed and the committee sealed it (People’s Mediation Act, Art. 29). It binds the sides, who shall perform it (Art. 31). Within thirty days from then both sides together can apply to the court for its confirmation (Art. 33).',
  agreementCopies: (count) => `Made in ${String(count)} copies: one for each side, one for the committee.`,
  oralNote:
    'The sides agreed orally; the mediator has recorded what follows. An oral agreement takes effect on the day on which it is reached (People’s Mediation Act, Art. 28, 30).',
  confirmationPlea: (room, date) =>
    `The applicants’ dispute was mediated by ${room}, and on ${date} they reached a mediation agreement. They apply together to the court to confirm that this agreement is valid.`,
  confirmationPromise: [
    'Both sides agreed of their own will in order to settle the dispute, without collusion and without evading the law.',
    'Should what was agreed harm others, they will answer for it by law.',
  ],
  attachments: [
    'The mediation agreement, original',
    'A note of the committee that it mediated',
    'Proof of identity of both sides; for whoever is represented, a signed authorisation',
    'Proof of rights to property that the agreement concerns',
    'Address and phone of both sides for service',
  ],
  readBack: 'This record was read to (read by) the sides, who find it right.',
  apartNote:
    'The mediator also talked with sides by themselves; what was said there is kept by the mediator alone and not on this record.',
  signature: '(signature, seal or fingerprint)',
  sealed: 'People’s mediation committee (seal)',
  signedOn: 'Date: ____________________',
  draft: 'not yet signed',
  expired: {
    title: 'This link is too old',
    text: 'To keep it private it works for a few days only. Go back to the chat and tap “Show me” for a new one.',
  },
  forbidden: {
    title: 'No paper for you here',
    text: 'Papers are for the sides and the mediator of a matter, once it has come so far. Ask me in the chat.',
  },
  foot: ({ zone, number, page, pages }) => `${zone} · ${number} · page ${page} of ${pages} · confidential`,
};
