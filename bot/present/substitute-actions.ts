import type { Capabilities, Card, CardAction, CardLine, Language, Verb } from '../../core/message.ts';
import type { Token } from '../../core/ids.ts';
import type { MatterVerb } from '../../core/matter-verb.ts';
import type { PatrolVerb } from '../../core/patrol-verb.ts';
import type { SubstituteTexts } from '../texts/texts.ts';
import { textsIn } from '../texts/texts-in.ts';
import { hazardReplyLines, isHazardAction } from './hazard-replies.ts';
import { isMatterAction, matterReplyLines } from './matter-replies.ts';
import { isPatrolAction, patrolReplyLines } from './patrol-replies.ts';
import { isPlaceAction, placeReplyLines } from './place-replies.ts';

/** What the words in place of buttons may name. */
export interface SubstituteFacts {
  language: Language;
  /** The order's one-tap page; null without a public address or for a card of no order. */
  signedOrderLink: string | null;
  /** The incident's number, which an officer's reply carries; null for cards of none. */
  incidentNumber: string | null;
  /** Numbers of the hazards, or codes of the requests and finds, that the buttons are of. */
  hazardNumbers?: ReadonlyMap<Token, string>;
  /** Several people read it, so a reply about a hazard says which. */
  group?: boolean;
}

const incidentVerbs: ReadonlySet<Verb> = new Set<Verb>([
  'confirm',
  'not_incident',
  'call_out',
  'choose_kind',
  'set_kind',
  'more_people',
  'stand_down',
  'cancel',
  'false_alarm',
  'close',
  'split',
]);

/** A button whose word stands in `substitute.word`. */
type WordAction = CardAction & { verb: Exclude<Verb, PatrolVerb | MatterVerb> };

function isWordAction(action: CardAction): action is WordAction {
  return !isPatrolAction(action) && !isMatterAction(action);
}

/** The minutes that the example promises. */
const exampleMinutes = 8;

/** The end of a number is enough to name an incident that is running: `0042` of `I-2611-0042`. */
function shortNumber(number: string): string {
  return number.split('-').at(-1) ?? number;
}

function officerLines(actions: readonly WordAction[], words: SubstituteTexts, number: string | null): string[] {
  const suffix = number === null ? '' : ` ${shortNumber(number)}`;
  const kinds = actions.filter(({ verb }) => verb === 'set_kind').map(({ label }) => label);
  const replies = actions
    .filter(({ verb }) => verb !== 'set_kind')
    .map(({ verb, value }) =>
      verb === 'close' && value === 'phoned' ? `${words.closePhoned}${suffix}` : `${words.word[verb]}${suffix}`,
    );
  return [
    ...(replies.length === 0 ? [] : [words.incident(replies)]),
    ...(kinds.length === 0 ? [] : [words.kinds(`${words.word.set_kind} ${kinds[0] ?? ''}${suffix}`, kinds)]),
  ];
}

function orderLines(actions: readonly WordAction[], words: SubstituteTexts, code: string | null): string[] {
  if (actions.length === 0) return [];
  // Several orders on one card: each button's label already is the word with its code.
  if (new Set(actions.map(({ token }) => token)).size > 1)
    return [
      words.words(
        actions.map(({ label }) => label),
        null,
      ),
    ];
  const verbs = actions.map(({ verb }) => verb);
  const asking = (['accept', 'standby', 'decline'] as const).every((verb) => verbs.includes(verb));
  const rest = verbs.filter((verb) => verb !== 'eta' && !(asking && ['accept', 'standby', 'decline'].includes(verb)));
  return [
    ...(asking ? [words.digits(code)] : []),
    ...(verbs.includes('eta') ? [words.eta(exampleMinutes, code)] : []),
    ...(rest.length === 0
      ? []
      : [
          words.words(
            [...new Set(rest)].map((verb) => words.word[verb]),
            code,
          ),
        ]),
  ];
}

/**
 * On a platform without buttons every action becomes words to reply with, after a signed link where there is a public
 * address. Nothing is dropped: each action of the card can be done by what these lines say.
 */
export function substituteActions(
  card: Card,
  capabilities: Pick<Capabilities, 'buttons'>,
  facts: SubstituteFacts,
): Card {
  const actions = card.actions.flat();
  if (capabilities.buttons || actions.length === 0) return card;
  const texts = textsIn(facts.language);
  const words = texts.substitute;
  const others = actions.filter(isWordAction);
  const forOfficer = others.filter(({ verb }) => incidentVerbs.has(verb));
  const forHazard = actions.filter(isHazardAction);
  const forPlace = actions.filter(isPlaceAction);
  const forHolder = others.filter(
    (action) => !incidentVerbs.has(action.verb) && !isHazardAction(action) && !isPlaceAction(action),
  );
  const named = { numbers: facts.hazardNumbers ?? new Map<Token, string>(), group: facts.group === true };
  const link = forHolder.length > 0 ? facts.signedOrderLink : null;
  const lines = [
    ...(link === null ? [] : [words.link(link)]),
    ...orderLines(forHolder, words, card.code ?? null),
    ...officerLines(forOfficer, words, facts.incidentNumber),
    ...hazardReplyLines(forHazard, named, texts.hazard),
    ...placeReplyLines(forPlace, named.numbers, texts.place),
    ...patrolReplyLines(actions.filter(isPatrolAction), named.numbers, texts.patrol),
    ...matterReplyLines(actions.filter(isMatterAction), named.numbers, texts.matter),
  ];
  return {
    ...card,
    actions: [],
    lines: [...card.lines, ...lines.map((text): CardLine => ({ text, style: 'strong' }))],
  };
}
