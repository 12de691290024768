import type { AfterActionTexts } from './after-action-texts.ts';
import { hazardEn } from './hazard-en.ts';
import { matterNamesEn } from './matter-names-en.ts';
import { patrolEn } from './patrol-en.ts';
import { placeEn } from './place-en.ts';

/** Words of the after-action report, English. */
export const afterActionEn: AfterActionTexts = {
  title: (kind, number) => `Report: ${kind} · ${number}`,
  summary: (date, place, outcome) => [date, ...(place === null ? [] : [place]), outcome].join(' · '),
  spansHeading: 'How long it took',
  span: {
    report_to_confirm: 'Report to confirmation',
    confirm_to_orders: 'Confirmation to orders',
    orders_to_first_accept: 'Orders to first acceptance',
    orders_to_seats_full: 'Orders to all seats taken',
    orders_to_first_on_scene: 'Orders to first on scene',
    stand_down_to_all_safe: 'Stand-down to everybody safe',
    report_to_close: 'Report to close',
  },
  spanLine: (name, duration) => `${name}: ${duration ?? 'did not happen'}`,
  asked: ({ orders, accepted, withdrawn, standby, declined, unanswered, undelivered }) =>
    [
      `${orders} called`,
      `${accepted} accepted`,
      ...(withdrawn > 0 ? [`${withdrawn} pulled out`] : []),
      ...(standby > 0 ? [`${standby} on standby`] : []),
      ...(declined > 0 ? [`${declined} could not`] : []),
      ...(unanswered > 0 ? [`${unanswered} silent`] : []),
      ...(undelivered > 0 ? [`${undelivered} not delivered`] : []),
    ].join(', '),
  curveHeading: 'Acceptances',
  curvePoint: (duration, held) => `${held} after ${duration}`,
  seatsHeading: 'Seats',
  peopleHeading: 'Who went',
  person: (name, skill, { accepted, onScene, safe, withdrawn }) =>
    [
      name,
      skill,
      ...(accepted === null ? [] : [`accepted ${accepted}`]),
      ...(onScene === null ? [] : [`on scene ${onScene}`]),
      withdrawn ? 'pulled out' : safe === null ? 'not yet safe' : `safe ${safe}`,
    ].join(' · '),
  lessonsHeading: 'Worth another thought',
  lesson: {
    slow_decision: ({ milliseconds }, { duration }) =>
      `It took ${duration(milliseconds)} from report to confirmation: who was watching the command group?`,
    seats_empty: ({ seats }, say) =>
      `Short to the end: ${seats.map(({ skill, count }) => `${count} × ${say.skill(skill)}`).join(', ')}. Are there enough?`,
    nobody_left: () => 'For a while there was nobody left to call: does the roster need a neighbouring team?',
    undelivered: ({ count }) =>
      `Orders not delivered: ${count}. Please have these people bind again, or add a channel.`,
    unanswered: ({ count }) => `Orders without an answer: ${count}. Were they not seen, or was it a bad moment?`,
    late: ({ count }) => `Later on scene than promised: ${count}. What was in the way?`,
    added: ({ skill, count }, say) =>
      `The scene asked for more: ${say.skill(skill)}, ${count}. Should the plan have it?`,
  },
  timelineHeading: 'What happened',
  trace: {
    reported: 'reported',
    report_joined: 'reported again by somebody else',
    report_split: 'split into a second incident',
    detail_added: 'added a detail',
    kind_set: 'changed the kind',
    place_set: 'set the place',
    confirmed: 'confirmed the incident',
    rejected: 'decided: not an incident',
    called_out: 'ordered the call-out',
    wave: 'orders sent',
    order_created: 'order made',
    order_sent: 'order sent',
    order_unknown: 'an order may not have arrived',
    order_undelivered: 'an order could not be delivered',
    seen: 'read the order',
    accepted: 'accepted',
    standby: 'on standby',
    declined: 'cannot go',
    withdrawn: 'pulled out',
    eta: 'gave an arrival time',
    underway: 'set off',
    on_scene: 'on scene',
    done: 'done',
    scene_word: 'word from the scene',
    seat_opened: 'seat open',
    nobody_left: 'nobody left to call',
    officer_word: 'officer’s message',
    stood_down: 'stood down',
    released: 'released',
    safe: 'safe',
    closed: 'closed',
    photo: 'sent a photo',
    zone_imported: 'zone imported',
    identity_bound: 'account linked',
    duty_set: 'duty changed',
    bot_joined: 'bot joined a group',
    bot_left: 'bot left a group',
    ...hazardEn.trace,
    ...placeEn.trace,
    ...patrolEn.trace,
    ...matterNamesEn.trace,
  },
  actor: (actor) =>
    ({
      rescuer: () => ('name' in actor ? actor.name : ''),
      officer: () => ('name' in actor ? `officer ${actor.name}` : 'officer'),
      program: () => '',
      somebody: () => 'witness',
    })[actor.kind](),
  wave: (n) => `wave ${n}`,
  people: (count) => (count === 1 ? '1 person' : `${count} people`),
  score: (total) => `Drill score: ${total} of 100`,
  scorePart: {
    confirm: 'Report to confirmation',
    orders: 'Confirmation to orders',
    first_accept: 'First acceptance',
    seats: 'Seats filled',
    seats_in_time: 'Time to fill them',
    on_scene: 'First on scene',
    safe: 'Everybody safe',
  },
  scoreLine: (part, name, duration) =>
    part.by === 'share'
      ? `${name}: ${part.filled}/${part.needed}, ${part.points} of ${part.of}`
      : `${name}: ${part.milliseconds === null ? 'did not happen' : duration(part.milliseconds)}, ${part.points} of ${part.of} (all within ${duration(part.fullMs)}, none from ${duration(part.noneMs)})`,
  noneMeasured: 'Nobody was called',
  wholeReport: 'Whole report',
};
