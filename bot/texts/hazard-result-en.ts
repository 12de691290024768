import type { HazardHandling, HazardOutcome } from '../../core/hazard.ts';
import { dueEn as due, workingDays } from './hazard-deadline-en.ts';
import { hazardStatesEn } from './hazard-names-en.ts';
import type { HazardTexts } from './hazard-texts.ts';

const handlings: Readonly<Record<HazardHandling, string>> = {
  on_the_spot: 'to be fixed on the spot',
  by_deadline: 'to be fixed by its deadline',
  supervised: 'under supervision',
};

/** What can still be done about one that has ended. */
const ended = (outcome: HazardOutcome): string =>
  outcome === 'resolved'
    ? ' It was closed; if it is not fixed, say “Still broken”.'
    : ' It has ended; to report it again just tell it again.';

/** What a step came to, in English; a toast, so in one breath. */
export const hazardResultEn: HazardTexts['result'] = {
  hazard_filed: ({ number, joined }) =>
    joined
      ? `Known already as ${number}; we noted that you saw it too. Thank you!`
      : `Registered as ${number}. Thank you!`,
  hazard_dropped: () => 'All right, not registered.',
  hazard_not_yours: ({ by }) =>
    `${by === '' ? 'Whoever' : `${by}, who`} told of this decides. If you saw it too, just send it yourself.`,
  hazard_asked: ({ need }) =>
    need === 'place'
      ? 'One thing more: where is it? Send a location or name the place.'
      : 'One thing more: what is wrong? Tap one, or say it in a few words.',
  hazard_anonymous: () => 'All right, nobody will learn that it was you.',
  hazard_graded: ({ grade, owner }) =>
    `Graded ${grade}. ${owner === null ? 'Nobody has it yet: please choose somebody.' : `${owner} has it now.`}`,
  hazard_rejected: () => 'Noted: not a hazard. Whoever reported it is told kindly.',
  hazard_kind_set: () => 'The kind is changed.',
  hazard_assigned: ({ owner }) => `${owner} has it now and is told at once.`,
  hazard_no_owner: () => 'This person cannot take it; please choose somebody else.',
  hazard_accepted: ({ handling, due: until, already }) =>
    `${already ? 'You have it already' : 'It is yours'}, ${handlings[handling]}${until === null ? '.' : `, due ${due(until)}.`} Send a photo when it is done.`,
  hazard_handed_back: () => 'Handed back; the duty officer finds somebody else. Thank you for saying so.',
  hazard_photo_wanted: () => 'Now send one photo of how it is after the work, and it counts.',
  hazard_fixed: ({ checked }) =>
    checked ? 'Noted; somebody else will look at it. Nothing to do for you.' : 'Noted and closed. Well done!',
  hazard_reason_wanted: () => 'Please say why, in a sentence.',
  hazard_more_asked: ({ days }) =>
    `Asked for ${workingDays(days)} more; the leader decides. Until then the old deadline holds.`,
  hazard_extended: ({ due: until }) => `Granted${until === null ? '' : `, now due ${due(until)}`}.`,
  hazard_not_extended: () => 'Answered: no more time, the deadline stays.',
  hazard_paused: () => 'The clock stands, and can go on at any time.',
  hazard_resumed: ({ due: until }) => `The clock runs again${until === null ? '' : `, due ${due(until)}`}.`,
  hazard_passed: () => 'Checked, fine, closed. Thank you!',
  hazard_returned: ({ due: until }) => `Sent back to be fixed${until === null ? '' : `, due ${due(until)}`}.`,
  hazard_own_work: () => 'Nobody checks their own work; somebody else must.',
  hazard_supervised: () => 'Now under supervision; whoever has it is told.',
  hazard_merged: ({ into }) => `It goes on together with ${into}.`,
  hazard_split: ({ number }) => `Now apart, as ${number}.`,
  hazard_reopened: () => 'Thank you; it is open again and somebody will come back to it.',
  hazard_withdrawn: () => 'Taken back. Thank you for telling us.',
  hazard_withdrawn_own: () => 'Yours is taken back. Others saw it too, so somebody will still look.',
  hazard_chased: ({ state, due: until }) =>
    `Passed on. It is ${hazardStatesEn[state]}${until === null ? '' : `, due ${due(until)}`}.`,
  hazard_rated: ({ satisfaction }) =>
    satisfaction === 'bad'
      ? 'Noted. Tell me what is wrong; if it is not fixed, say “Still broken”.'
      : 'Noted, thank you!',
  hazard_which: () => 'Which one is it? Please choose.',
  hazard_more: ({ photos, place, kindSet, outcome }) => {
    const where = place === null ? '' : place.name === '' ? 'the position you sent' : `“${place.name}”`;
    const told =
      place === null || place.moved || outcome !== null ? '' : ` Whoever has it was told of ${where} and will look.`;
    const kept = [
      ...(place?.moved === true ? [`the place is now ${where}`] : []),
      ...(kindSet ? ['the kind is changed'] : []),
      ...(photos > 0 ? [`${photos} ${photos === 1 ? 'photo' : 'photos'} kept`] : []),
    ];
    return `Added: ${kept.length === 0 ? 'it stands with this report' : kept.join(', ')}.${told}${outcome === null ? '' : ended(outcome)}`;
  },
  hazard_progress: () => 'Noted; whoever asked was told.',
  hazard_placed: ({ name }) => `The place is changed${name === '' ? '' : ` to ${name}`}; whoever has it sees it.`,
  hazard_far: ({ km }) =>
    `That position is ${km} km away from here, perhaps the phone was mistaken, so it was not used. Please send it again, or name the place.`,
  hazard_none: () => 'No such hazard was found. Give the last four digits of its number, or quote its message.',
  hazard_already: ({ state, by }) =>
    `${by === '' ? '' : `${by} has dealt with it. `}It is now: ${hazardStatesEn[state]}.`,
};
