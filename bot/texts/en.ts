import { incidentKinds, incidentLevels, skills } from '../../core/catalogue.ts';
import { afterActionEn } from './after-action-en.ts';
import { hazardEn } from './hazard-en.ts';
import { matterEn } from './matter-en.ts';
import { paperEn } from './paper-en.ts';
import { statisticsEn } from './statistics-en.ts';
import { patrolEn } from './patrol-en.ts';
import { nightEn } from './night-en.ts';
import { placeEn } from './place-en.ts';
import { nameIn } from './name-in.ts';
import { isOfNoPlatform } from '../../core/finding.ts';
import { storageEn } from './storage-en.ts';
import type { Texts } from './texts.ts';
import { webEn } from './web-en.ts';

const list = (items: readonly string[]): string => items.join(', ');
const seatList = (seats: readonly { skill: string; count: number }[]): string =>
  list(seats.map(({ skill, count }) => `${count} × ${skill}`));
const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);
const emergencyLine = 'In an emergency call 110/119/120 directly';
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Every word in English. */
export const en: Texts = {
  language: 'en',
  name: {
    kind: (code) => nameIn(incidentKinds, code).en,
    // The one name that is longer than a button may be.
    kindLabel: (code) => (code === 'confined_space' ? 'confined space' : nameIn(incidentKinds, code).en),
    skill: (code) => (code === null ? 'any skill' : nameIn(skills, code).en),
    level: (code) => nameIn(incidentLevels, code).en,
    duty: { on_duty: 'on duty', reachable: 'reachable', off: 'off' },
    platform: { telegram: 'Telegram', wechat: 'WeChat', web: 'Web' },
    notice: {
      emergency_line: 'emergency line',
      report_outcome: 'outcome of a report',
      detail_noted: 'thanks for a detail',
      command_card: 'command card',
      decision_reminder: 'reminder to decide',
      late_report: 'warning of a late report',
      squad_card: 'squad card',
      nobody_left: 'warning that nobody is left',
      scene_word: 'word from the scene',
      after_action: 'after-action report',
      order: 'call-out order',
      order_answer: 'answer to an order',
      which_order: 'question which order',
      word_answer: 'answer',
      officer_word: 'officer’s message',
      stand_down: 'stand-down',
      safe_reminder: 'reminder to confirm being safe',
      late_reminder: 'reminder of the arrival',
      refusal: 'answer',
      welcome: 'welcome',
      help: 'help',
      not_understood: 'hint',
      words_wanted: 'please write',
      duty_set: 'duty',
      language_set: 'language',
      room_set: 'group setting',
      bound: 'link confirmation',
      bind_refused: 'link confirmation',
      bind_code: 'link code',
      self_check: 'self-check',
      unreachable_people: 'list of unreachable people',
      inbox_failed: 'warning of a failed message',
      undelivered: 'warning of a lost message',
      incident_photo: 'photo from the scene',
      photo_refused: 'photo not kept',
      reaction: 'reaction',
      ...hazardEn.notice,
      ...placeEn.notice,
      ...patrolEn.notice,
      matter_pointer: matterEn.notice,
      matter_statistics: 'figures of mediation',
    },
    privateNotice: matterEn.notice,
    list,
    quoted: (words) => `“${words}”`,
  },
  mark: {
    drill: '[DRILL] This is an exercise, not a real incident',
    drillShort: 'DRILL',
    drillToast: (words) => `DRILL: ${words}`,
    repeat: '[POSSIBLE REPEAT] You may have had this already; your last answer counts',
    more: (lines) => `… ${lines} more lines; ask the duty officer`,
  },
  label: {
    verb: {
      confirm: 'Confirm',
      not_incident: 'Not an incident',
      choose_kind: 'Change kind',
      more_people: 'Call more',
      stand_down: 'Stand down',
      cancel: 'Cancel',
      false_alarm: 'False alarm',
      close: 'Close',
      split: 'Split off',
      accept: 'Accept',
      standby: 'Standby',
      decline: 'Can’t',
      withdraw: 'Can’t after all',
      underway: 'Set off',
      on_scene: 'On scene',
      done: 'Done',
      safe: 'Safe',
      received: 'Read',
      ...hazardEn.verb,
      ...placeEn.verb,
      ...patrolEn.verb,
      ...matterEn.verb,
    },
    callOut: (count) => `Call out now (${count})`,
    eta: (minutes) => `${minutes} min`,
    closePhoned: 'Phoned all, close',
    map: 'Map',
    page: 'Details',
  },
  time: {
    duration: ({ hours, minutes, seconds }) =>
      hours > 0
        ? `${hours} h${minutes > 0 ? ` ${minutes} min` : ''}`
        : minutes > 0
          ? `${minutes} min${seconds > 0 ? ` ${seconds} s` : ''}`
          : `${seconds} s`,
    minutes: (minutes) => `about ${minutes} min`,
    positionAge: (minutes) =>
      minutes === null
        ? 'position unknown'
        : minutes < 1
          ? 'position just now'
          : minutes < 60
            ? `position ${minutes} min old`
            : `position ${Math.floor(minutes / 60)} h old`,
    fromBase: 'from the usual place',
    distance: (metres) => (metres < 1000 ? `${Math.round(metres / 10) * 10} m` : `${(metres / 1000).toFixed(1)} km`),
    expected: (clock) => `expected ${clock}`,
  },
  report: {
    emergencyLine,
    reported: (number, heard) =>
      heard
        ? `The duty officer has your report, number ${number}.`
        : `Noted as ${number}, but no duty officer can be reached right now. Please call yourself, at once.`,
    joined: (number) =>
      `Somebody has reported this already, number ${number}. Your words went to the duty officer too.`,
    crewTold: 'Your numbers and your last point went along; watch for a call.',
    ask: {
      place: 'Where is it? A firm, village or crossing will do, or send your location.',
      people: 'Is anybody hurt or trapped? How many?',
    },
    undecided: (number) =>
      `${number}: reported; the duty officer has yet to confirm it. You hear as soon as that is done. ${emergencyLine}.`,
    confirmed: (number) => `${number}: the duty officer has confirmed it and is getting people together.`,
    calledOut: (number, underway, onScene) =>
      onScene > 0
        ? `${number}: rescuers are on scene, ${onScene} so far.`
        : underway > 0
          ? `${number}: rescuers are on their way, ${underway} so far.`
          : `${number}: rescuers have been called.`,
    stoodDown: (number) => `${number}: it is dealt with and the crews are leaving. Thank you for telling us.`,
    closed: (number, outcome) =>
      ({
        resolved: `${number}: dealt with. Thank you for telling us in time.`,
        false_alarm: `${number}: checked, a false alarm, so all is well. Do tell us again next time.`,
        cancelled: `${number}: cancelled. Tell us if anything changes. ${emergencyLine}.`,
        not_incident: `${number}: the duty officer looked at it; nobody is sent for now. Tell us if anything changes. ${emergencyLine}.`,
      })[outcome],
    keepAway: 'Please wait somewhere safe and keep away from the scene.',
    detailNoted: (number) => `Thanks, the duty officer has that too (${number}).`,
  },
  command: {
    title: (state, kind, number) =>
      `${{ reported: 'To be decided', confirmed: 'Confirmed', called_out: 'Called out', stood_down: 'Stood down', closed: 'Over' }[state]}: ${kind} · ${number}`,
    reporter: (who, room, clock) =>
      `Reported by ${[who ?? 'somebody unknown', ...(room === null ? [] : [room]), clock].join(' · ')}`,
    guess: (kind, because) =>
      because === null
        ? `First guess: ${kind} (the machine is not sure; please decide)`
        : because.length === 0
          ? `First guess: ${kind}`
          : `First guess: ${kind}, because of ${list(because.map((word) => `“${word}”`))}`,
    place: (name, said) => (said === '' || said === name ? `Place: ${name}` : `Place: ${name} (said “${said}”)`),
    placeUnknown: 'Place: not clear yet. Quote this message with a place or a location to set it',
    positionUnknown: 'No coordinates, so no travel times',
    level: (name) => `Level: ${name}`,
    reports: (count) => `${count} reports:`,
    lateReport: (number, { clock, late }) =>
      `Late: ${number} was reported at ${clock} and reached the bot only ${late} later. Please ring and ask how things stand before you decide.`,
    furtherReport: (clock, words) => `${clock} “${words}”`,
    photos: (count) => `Photos: ${count}`,
    officer: (who) => `Duty officer: ${who}`,
    chooseKind: 'Choose a kind; seats and list follow.',
    seatsNeeded: (seats) => `Needed: ${seatList(seats)}`,
    wouldAsk: (count) => `Will call ${people(count)}:`,
    asked: (n, who, facts) => `${n}. ${[who, ...facts].join(' · ')}`,
    short: (seats) => `Not enough people: ${seatList(seats)} missing; get ready to ring`,
    nextWave: (count) => `${people(count)} more for the next wave`,
    passedOver: 'Not on the list:',
    passedOverFor: (why, count, names, others) =>
      `${
        {
          no_certificate: 'no such certificate',
          certificate_expired: 'certificate expired',
          off_duty: 'off',
          no_channel: 'cannot be reached',
          busy: 'busy with another incident',
        }[why]
      }, ${count}: ${list(names)}${others > 0 ? ' …' : ''}`,
    nobody: 'Nobody can be called; please ring',
    seat: (skill, taken, needed) => `${skill} ${taken}/${needed}${taken >= needed ? ' full' : ''}`,
    wave: (n) => `Wave ${n}`,
    holder: (who, skill, progress, facts) =>
      [
        `${{ seated: '🟡 accepted', underway: '🔵 underway', on_scene: '🟢 on scene', done: '⚪ done', safe: '✅ safe' }[progress]} ${who}`,
        skill,
        ...facts,
      ].join(' · '),
    standby: (names, more) =>
      `Standby: ${names.map((name, index) => `${index + 1}. ${name}`).join('  ')}${more > 0 ? `  and ${more} more` : ''}`,
    tally: ({ open, seen, declined, withdrawn, unreachable }) =>
      [
        ...(open > 0 ? [`${open} silent`] : []),
        ...(seen > 0 ? [`${seen} only read it`] : []),
        ...(declined > 0 ? [`${declined} cannot`] : []),
        ...(withdrawn > 0 ? [`${withdrawn} pulled out`] : []),
        ...(unreachable > 0 ? [`${unreachable} not delivered`] : []),
      ].join(' · '),
    exhausted: '🔴 Nobody left to call and seats still empty. Please ring.',
    safe: (count, of) => `Safe ${count}/${of}`,
    notSafe: (who, phone) => `🔴 Not yet safe: ${who}${phone === '' ? ' (no phone)' : ` ${phone}`}`,
    everybodySafe: '✅ Everybody who went is safe',
    mayClose: 'You can close it.',
    outcome: (outcome) =>
      `Outcome: ${{ resolved: 'dealt with', cancelled: 'cancelled', false_alarm: 'false alarm', not_incident: 'not an incident' }[outcome]}`,
    times: (times) =>
      times
        .map(
          ({ what, clock }) =>
            `${{ reported: 'reported', confirmed: 'confirmed', called_out: 'called out', stood_down: 'stood down', closed: 'closed' }[what]} ${clock}`,
        )
        .join(' → '),
    decide: (minutes) => `Nobody has decided for ${minutes} min. Please decide: confirm, or not an incident?`,
  },
  squad: {
    title: (state, kind) => `${{ called_out: 'Call-out', stood_down: 'Stand-down', closed: 'Over' }[state]}: ${kind}`,
    place: (name) => `Place: ${name}`,
    placeUnknown: 'Place: being asked; it will show here',
    seats: (seats) => `Seats: ${seats.map(({ skill, taken, needed }) => `${skill} ${taken}/${needed}`).join(' · ')}`,
    going: (names) => `Accepted: ${list(names)}`,
    underway: (names) => `Underway: ${list(names)}`,
    onScene: (names) => `On scene: ${list(names)}`,
    standby: (names, more) => `Standby: ${list(names)}${more ? ' and others' : ''}`,
    howToAnswer:
      'If you have an order: answer it in your direct chat, or here with accept or 1, best with the minutes: “can go, 8 min”.',
    awaited: (count) => `Waiting for ${people(count)} to be safe. Back? Reply “safe”.`,
    ended: (outcome) =>
      outcome === null
        ? 'It is over, please return. Mind the road.'
        : {
            resolved: 'Dealt with.',
            cancelled: 'Cancelled, no need to go.',
            false_alarm: 'A false alarm, no need to go.',
            not_incident: 'Not an incident.',
          }[outcome],
    thanks: 'Thank you all.',
  },
  order: {
    title: (kind) => `Call-out: ${kind}`,
    againTitle: (kind) => `A seat is free, your turn: ${kind}`,
    answeredTitle: (answer, progress, kind) =>
      answer === 'accepted'
        ? `${{ seated: 'You accepted', underway: 'You are underway', on_scene: 'You are on scene', done: 'You are done', safe: 'You are safe' }[progress]}: ${kind}`
        : `${
            {
              open: 'Call-out',
              unreachable: 'Call-out',
              standby: 'You are on standby',
              declined: 'Noted, you can’t go',
              withdrawn: 'Noted, you pulled out',
              released: progress === 'safe' ? 'You are safe' : 'Stand-down',
              lapsed: 'Expired',
            }[answer]
          }: ${kind}`,
    number: (number) => `Number ${number}`,
    place: (name) => `Place: ${name}`,
    placeUnknown: 'Place: being asked; it will show here',
    words: (words) => `What: “${words}”`,
    seat: (skill) => `Your seat: ${skill}`,
    need: (words) => `The scene needs: “${words}”`,
    travel: (facts) => `Way: ${facts.join(' · ')}`,
    officer: (who, phone) => `Duty officer: ${who}${phone === '' ? '' : ` ${phone}`}`,
    safetyHeading: 'Safety:',
    safety: (n, line) => `${n}. ${line}`,
    limit: (reason) => `You said “${reason}”; the duty officer knows`,
    standby: (rank) => `You are standby no. ${rank}. We call you as soon as a seat is free.`,
    standbyByChoice: 'You are on standby. There are free seats now: tap Accept when you can go.',
    standbyWait: 'We call you as soon as a seat is free; wait where you are.',
    askAnswer: 'Can you go?',
    askEta: 'How many minutes?',
    next: {
      seated: 'Say “set off” when you leave.',
      underway: 'Don’t rush, safety first. Say “on scene” when you are there.',
      on_scene: 'Just say what you need, such as “need rope and a diver”. Say “done” when finished.',
      done: 'Say “safe” when you are back.',
      safe: 'Thank you. Have a good rest.',
    },
    mindChange: 'Changed your mind? Say “accept”.',
    lapsed: 'This order is out of date, no need to go. Thank you.',
    full: 'Enough people are going, stay where you are. If you want to go say “standby”; we call you when a seat is free.',
    fullTitle: (kind) => `All seats taken: ${kind}`,
    notNeeded: 'Enough people are there, no need to go. Thank you for being ready.',
    notNeededFalseAlarm: 'A false alarm, no need to go. Thank you.',
    standDownTitle: (kind) => `Stand-down: ${kind}`,
    standDown: 'It is over, please return. Mind the road.',
    standDownFalseAlarm: 'It was a false alarm, please return. Mind the road.',
    standDownCancelled: 'It is cancelled, please return. Mind the road.',
    askSafe: 'Back? Say “safe”. If anything is wrong, just say so.',
    safeReminder:
      'We have not heard that you are safe. Say “safe” when you are back; if anything is wrong just say so, and the duty officer will call.',
    lateReminder: (clock) =>
      `You said ${clock}. Are you there? Say “on scene”; if you are stuck, say how many minutes more.`,
    which: (count) => `You have ${count} orders. Which one do you mean?`,
    whichLine: (code, kind, place) => `${code}: ${[kind, place].filter((part) => part !== '').join(' · ')}`,
    whichLabel: (verb, code) => `${verb} ${code}`,
    officerWord: (who, words) => `Duty officer ${who}: ${words}`,
  },
  scene: {
    title: (word, number) =>
      `${
        {
          need: 'The scene needs support',
          situation: 'From the scene',
          rescued: 'Rescued',
          handed_over: 'Handed over',
          unsafe_withdrawal: '⚠️ Unsafe, the crew is pulling back',
          comms_risk: '⚠️ Poor signal at the scene',
          false_alarm: 'The scene says: false alarm',
          delay: 'A rescuer will be late',
          photo: 'Photo from the scene',
          question: 'A rescuer asks',
        }[word]
      } · ${number}`,
    from: (who, progress) =>
      progress === null
        ? who
        : `${who} (${{ seated: 'accepted', underway: 'underway', on_scene: 'on scene', done: 'done', safe: 'safe' }[progress]})`,
    hint: {
      need: 'Please have the gear sent; for more people “call more”.',
      situation: '',
      rescued: 'Please meet up with 120.',
      handed_over: 'Stand down if nobody is needed any more.',
      unsafe_withdrawal: 'Please contact the scene at once and count heads.',
      comms_risk: 'Contact may be lost; agree when you speak next.',
      false_alarm: 'When checked, call it a false alarm and everybody returns.',
      delay: '',
      photo: '',
      question: 'Quote this message to answer; it goes to everybody underway and on scene.',
    },
    photoTitle: (number) => `Photo · ${number}`,
    photoFrom: (who, clock) => `from ${who ?? 'somebody'} at ${clock}`,
    photoCount: (count) => `${count} pictures`,
    photoRefused:
      'This photo could not be kept: it may be too large (over 20 MB), or it cannot be opened. Please take it again and send it as a photo.',
    openSeats: (seats) => `Open seats: ${seatList(seats)}`,
  },
  storage: storageEn,
  trouble: {
    nobodyLeftTitle: (kind, number) => `🔴 Nobody left to call: ${kind} · ${number}`,
    stillShort: (seats) => `Still missing: ${seatList(seats)}`,
    ring: 'Please ring:',
    ringLine: (who, phone, why) => `${who} ${phone} (${why})`,
    ringWhy: {
      unreachable: 'not delivered',
      open: 'silent',
      standby: 'on standby',
      withdrawn: 'pulled out',
      no_certificate: 'no such certificate',
      certificate_expired: 'certificate expired',
      off_duty: 'off',
      no_channel: 'not linked',
      busy: 'busy with another incident',
    },
    dutyPhone: 'duty phone',
    noPhones: 'No other phone numbers on the list; turn to 119/120 or a neighbouring squad.',
    undeliveredTitle: (what) => `Not delivered: ${what}`,
    undelivered: (who, phone) => `${who}${phone === '' ? ' (no phone)' : ` ${phone}`}`,
    undeliveredRoom: (title) => `To: ${title}`,
    undeliveredNext: 'Please ring if it matters.',
    unreachableTitle: (count) => `${people(count)} cannot be reached now and would miss a call-out`,
    unreachable: (who, phone) => `${who}${phone === '' ? ' (no phone)' : ` ${phone}`}`,
    unreachableNext: 'Ask them to write to the bot once, or to send “bind” with a link code.',
    andMore: (count) => `… and ${count} more`,
    selfCheckTitle: 'Self-check',
    loginLink: 'Open the page with the code (for a day, for you alone)',
    selfCheckFine: 'All platforms are fine.',
    finding: (platform, { code, detail }) =>
      `${isOfNoPlatform({ code }) ? '' : `${platform}: `}${
        {
          ok: 'fine',
          privacy_mode:
            'privacy mode is on, so group messages are not seen. Ask @BotFather: /setprivacy, Disable; then remove the bot from the group and add it again',
          not_admin: 'not an administrator, so group messages may be missed. Make the bot an administrator',
          webhook_failing: 'the webhook gets nothing. Check the public address and its certificate',
          room_unreachable: 'cannot write to a group. Add the bot to it again',
          login_lost: 'logged out; nothing comes in or goes out. Use another group meanwhile and log in again soon',
          login_needed: 'log in by scanning the code on the web page',
          login_back: 'back again',
          token_refused:
            'the token is refused; nothing comes in or goes out. Use another group meanwhile; an administrator sets the right token and restarts the program',
          conflict: 'the same bot is running elsewhere. Keep only one',
          files_stuck:
            'photos and files cannot be kept: the disk is full or the store does not answer. What was sent is fetched again by itself; please see to it soon',
          files_kept: 'photos and files can be kept again',
          storage_back:
            'messages can be stored again. What people wrote and tapped meanwhile is being dealt with now; where an emergency is more than two minutes late, I say when it was reported',
        }[code]
      }${detail === '' ? '' : ` (${detail})`}`,
    inboxFailed: (platform, reference) =>
      `A ${platform} message could not be handled, reference ${reference}. It is stored, nothing is lost.`,
    inboxFailedNext: 'Please look at that chat and deal with it by hand if needed.',
  },
  people: {
    welcome: (zone) => `Hello, I am the Qunfang bot of ${zone}.`,
    welcomeHow:
      'If you see a fire, somebody in the water or somebody down, just say what and where. I tell the duty officer at once.',
    privacy: 'Your words and position serve this matter alone; only the duty officer and those who go can see them.',
    helpTitle: 'You can say:',
    helpResident: [
      '“Fire at Xitang industrial park, thick smoke”: just what and where',
      'A photo or your location helps to find it',
      ...hazardEn.help,
      '“中文” for Chinese',
    ],
    helpRescuer: [
      '“can go, 8 min” or 1: accept',
      '“standby” or 2; “can’t” or 3',
      '“set off”, “on scene”, “done”, “safe”',
      '“need rope and a diver”: ask for support',
      '/on, /reachable, /off: whether you may be called',
    ],
    helpOfficer: [
      'The card’s buttons: confirm, call out, stand down, close',
      'Quote the card and write: it goes to everybody underway and on scene',
      '/drill fire Xitang industrial park: start a drill',
      '/code 东03, in our direct chat: a link code for a rescuer',
    ],
    helpBind: 'Rescuers, the first time: send “bind” and the code that the duty officer gave you, such as “bind 7K3Q”.',
    notUnderstood: 'I did not understand that.',
    wordsWanted: `Your voice message is kept, but I cannot listen to it. Please write a few words: what and where; to accept an order, 1. ${emergencyLine}.`,
    notUnderstoodNext: {
      resident: `To report danger or a hazard, say what and where. ${emergencyLine}.`,
      rescuer: 'To answer an order reply accept, standby or can’t. For everything else send “help”.',
      officer: 'To see what you can say, send “help”.',
    },
    dutySet: {
      on_duty: 'Noted: you are on duty and called first.',
      reachable: 'Noted: you may be called.',
      off: 'Noted: you are off and not called. Send /on when you are back.',
    },
    languageSet: 'All right, English from now on.',
    roomSet: (purpose, team) =>
      `Noted: this is a ${{ direct: 'direct chat', command: 'command group', squad: 'squad group', patrol: 'patrol group', village: 'village group', mediation: 'mediation group', other: 'plain group' }[purpose]}${team === '' ? '' : ` of ${team}`}.`,
    bound: (who) => `Linked: you are ${who}. Orders come here from now on.`,
    bindRefused: {
      unknown: 'That code is not right. Check it and send it again, such as “bind 7K3Q”.',
      expired: 'That code has expired. Ask the duty officer for a new one.',
      used: 'That code has been used. Ask the duty officer for a new one.',
    },
    bindCode: (who, code) => `Link code of ${who}: ${code}`,
    bindCodeHow: (code) => `Have them send “bind ${code}” to the bot. It works once; please be quick.`,
  },
  substitute: {
    link: (url) => `Open and tap once: ${url}`,
    digits: (code) => `Reply 1 accept · 2 standby · 3 can’t${code === null ? '' : `, or accept ${code}`}`,
    eta: (minutes, code) =>
      `Reply with the minutes, such as ${minutes} min${code === null ? '' : ` (with several orders: ${minutes} min ${code})`}`,
    words: (words, code) =>
      `Reply ${words.join(' · ')}${code === null ? '' : ` (with several orders: ${words[0] ?? ''} ${code})`}`,
    incident: (words) => `Duty officer, reply: ${words.join(' · ')}`,
    kinds: (reply, names) => `Duty officer, reply: ${reply}. Kinds: ${list(names)}`,
    word: {
      confirm: 'confirm',
      not_incident: 'not an incident',
      call_out: 'call out',
      choose_kind: 'change kind',
      set_kind: 'change kind',
      more_people: 'call more',
      stand_down: 'stand down',
      cancel: 'cancel',
      false_alarm: 'false alarm',
      close: 'close',
      split: 'split off',
      accept: 'accept',
      standby: 'standby',
      decline: 'can’t',
      withdraw: 'can’t after all',
      eta: 'min',
      underway: 'set off',
      on_scene: 'on scene',
      done: 'done',
      safe: 'safe',
      received: 'read',
      ...hazardEn.word,
      ...placeEn.word,
    },
    closePhoned: 'phoned all close',
  },
  afterAction: afterActionEn,
  hazard: hazardEn,
  place: placeEn,
  night: nightEn,
  patrol: patrolEn,
  matter: matterEn,
  paper: paperEn,
  statistics: statisticsEn,
  result: {
    ...hazardEn.result,
    ...placeEn.result,
    ...patrolEn.result,
    ...matterEn.result,
    seated: ({ already }) =>
      already ? 'You have accepted already; the seat is yours.' : 'Accepted, the seat is yours.',
    standby: ({ rank, full }) => (full ? `Full; you are standby no. ${rank}.` : `Noted, you are standby no. ${rank}.`),
    declined: () => 'Noted, you can’t go.',
    withdrawn: () => 'Noted, you can’t go after all; the seat is free again.',
    eta: ({ minutes }) => `Noted, about ${minutes} min.`,
    seen: () => 'Good, you have read it. Can you go?',
    underway: () => 'Noted, you set off.',
    on_scene: () => 'Noted, you are on scene.',
    done: () => 'Noted, you are done.',
    safe: () => 'Glad you are safe, thank you!',
    noted: () => 'The duty officer has it.',
    not_seated: () => 'You have not accepted yet. To go, say “accept” first.',
    ended: () => 'This incident is over, no need to go.',
    confirmed: () => 'Confirmed. Look at the list, then call out.',
    called_out: ({ orders }) => `Orders for ${people(orders)} are going out.`,
    nobody_to_call: () => 'Nobody is left to call; please ring.',
    rejected: () => 'Noted: not an incident.',
    kind_set: () => 'Kind changed.',
    choose_kind: () => 'Tap a kind on the card.',
    stood_down: ({ awaited }) =>
      awaited > 0 ? `Stood down; waiting for ${people(awaited)} to be safe.` : 'Stood down; nobody is out there.',
    closed: () => 'Closed; the report follows.',
    not_yet: ({ unsafe }) => `${capital(people(unsafe))} not yet safe; please ring first.`,
    already: ({ by }) => (by === '' ? 'Somebody has done this already.' : `${by} has dealt with it already.`),
    split: () => 'Split off as an incident of its own.',
    not_yours: () => 'This order is not yours.',
    not_allowed: () => 'Only the duty officer can do this.',
    stale: () => 'That does not match anything; it may be out of date. Look at the latest message.',
    failed: ({ reference }) =>
      `That did not work; please try again. If it still fails ring the duty officer, reference ${reference}.`,
  },
  web: webEn,
};
