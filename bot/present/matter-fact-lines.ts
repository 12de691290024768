import { dangersOf } from '../../core/matter-danger.ts';
import type { Matter } from '../../core/matter.ts';
import type { CardLine } from '../../core/message.ts';
import { maskedPhone } from '../../core/masked-phone.ts';
import type { Party, PartyKey } from '../../core/party.ts';
import type { MatterFactTexts } from '../texts/matter-talk-texts.ts';
import { sideNamed, type MatterShown } from './matter-shown.ts';
import { clip, line, type Presenting } from './presenting.ts';

/** How much of it is shown: what the teller told; all of it; what is needed to take it; what a side shares. */
export type Sight = 'told' | 'work' | 'offer' | 'side';

const wordsLength = 600;

/** A covered line of one fact; none where there is nothing. */
export function fact(
  name: keyof MatterFactTexts['name'],
  value: string | null,
  { texts }: Pick<Presenting, 'texts'>,
): CardLine[] {
  return value === null || value === '' ? [] : line(texts.matter.fact.fact(name, value), 'hidden');
}

/** Phones are whole for whoever has to ring, and for a side its own. */
function phoneOf(party: Pick<Party, 'phone'>, { rights }: MatterShown, sight: Sight): string {
  if (sight === 'told') return party.phone;
  if (sight !== 'work') return '';
  return rights.has('owner') || rights.has('desk') ? party.phone : maskedPhone(party.phone);
}

function proxyOf(party: Party, shown: MatterShown, sight: Sight, { texts }: Presenting): string[] {
  const { proxy } = party;
  if (proxy === null || sight === 'offer' || (sight === 'side' && party.key !== shown.side)) return [];
  return [texts.matter.fact.proxy(proxy.name, phoneOf(proxy, shown, sight), proxy.relation, proxy.agreed)];
}

/** Whoever another one speaks for is known by that one, until the name is told. */
function nameOf({ name, proxy }: Party, { texts }: Presenting): string {
  if (name !== '' || proxy === null || proxy.relation === '') return name;
  return texts.matter.fact.relative(proxy.name, proxy.relation);
}

/** The sides: by name, so that whoever is asked sees whom they know; phones and consent only for those who work on it. */
export function sideLines(shown: MatterShown, sight: Sight, presenting: Presenting): CardLine[] {
  const { texts } = presenting;
  const words = texts.matter.fact;
  // Of what the police wrote down nobody is named as a side at first.
  const known = (party: Party): boolean => shown.matter.door !== 'police' || party.name !== '' || party.phone !== '';
  const { parties } = shown.matter.body;
  return parties.filter(known).flatMap((party) => {
    const own = sight === 'side' && party.key === shown.side;
    const name = own ? words.you : nameOf(party, presenting);
    const side = words.side(
      sideNamed(party, parties, texts),
      name === '' ? words.nameless : clip(name, 60),
      phoneOf(party, shown, sight),
      party.people,
    );
    const consent = sight === 'work' && shown.matter.kind === 'dispute' ? words.consent[party.consent ?? 'none'] : '';
    return line(
      [side, ...proxyOf(party, shown, sight, presenting), consent].filter((part) => part !== '').join(' · '),
      'hidden',
    );
  });
}

function kindOf({ matter }: MatterShown, { texts }: Presenting): string {
  const { about } = matter.body;
  if (about === null && matter.door === 'police') return texts.matter.fact.police;
  return about === null ? texts.matter.kind(matter.kind) : texts.matter.about(about);
}

/** What was told, by whoever told it. A clue has no echo: whoever finds the phone reads how much was told, and nothing of it. */
function toldLines({ matter }: MatterShown, sight: Sight, presenting: Presenting): CardLine[] {
  const { texts } = presenting;
  const { facts, wants } = matter.body;
  if (sight === 'told' && hasNoEcho(matter))
    return fact('facts', texts.matter.fact.pieces(facts.length + Number(matter.body.placeWords !== '')), presenting);
  const told = facts.map((words) => texts.name.quoted(clip(words, wordsLength))).join('\n');
  return [...fact('facts', told, presenting), ...fact('wants', clip(wants, wordsLength), presenting)];
}

const hasNoEcho = ({ kind }: Pick<Matter, 'kind'>): boolean => kind === 'crime_clue';

function wishOf({ matter, rules }: MatterShown, { texts }: Presenting): string {
  const { wish } = matter.body;
  const room = rules.rooms.find(({ code }) => code === wish.room)?.name ?? '';
  return texts.name.list(
    [...(wish.womanMediator ? [texts.matter.fact.womanMediator] : []), room, clip(wish.words, 100)].filter(
      (part) => part !== '',
    ),
  );
}

/** Every danger that was told; '' none. */
function dangerWords({ matter }: MatterShown, { texts }: Presenting): string {
  return texts.name.list(dangersOf(matter.body).map((danger) => texts.matter.danger[danger]));
}

/** What the matter is about, as far as this sight goes. */
export function factLines(shown: MatterShown, sight: Sight, presenting: Presenting): CardLine[] {
  const { matter } = shown;
  const { body } = matter;
  const words = presenting.texts.matter.fact;
  const teller = sight === 'side' && shown.side === firstKey;
  const whole = sight === 'work' || sight === 'told' || teller;
  const people = body.people === null ? null : words.people(body.people);
  return [
    ...fact('kind', kindOf(shown, presenting), presenting),
    ...(sight === 'side' ? [] : fact('danger', dangerWords(shown, presenting), presenting)),
    ...sideLines(shown, sight, presenting),
    ...(whole ? toldLines(shown, sight, presenting) : []),
    ...(whole && body.sumYuan !== null ? fact('sum', words.yuan(body.sumYuan, body.sumApproximate), presenting) : []),
    ...(sight === 'side' && !teller ? [] : fact('people', people, presenting)),
    ...(whole && !(sight === 'told' && hasNoEcho(matter)) ? fact('place', clip(body.placeWords, 120), presenting) : []),
    ...(sight === 'work' || sight === 'offer' ? fact('area', body.area, presenting) : []),
    ...(sight === 'side' && !teller ? [] : fact('wish', wishOf(shown, presenting), presenting)),
    ...(whole ? fact('time', clip(body.wish.time, 100), presenting) : []),
    ...(whole && body.fileIds.length > 0 ? fact('evidence', words.photos(body.fileIds.length), presenting) : []),
  ];
}

/** The side of whoever told it. */
const firstKey: PartyKey = 'a';
