import { sideOf } from '../../core/dispute.ts';
import type { MatterId, Token } from '../../core/ids.ts';
import type { MatterVerb } from '../../core/matter-verb.ts';
import type { Matter } from '../../core/matter.ts';
import type { Card, CardAction } from '../../core/message.ts';
import type { Party, PartyKey } from '../../core/party.ts';
import type { Person } from '../../core/people.ts';
import { matterRights, mayOnMatter, type MatterRight } from '../../core/matter-permission.ts';
import type { MatterView } from '../../core/ports/matters.ts';
import { usualPrivateRules, type PrivateRules } from '../../core/zone/private-rules.ts';
import type { MatterTalkTexts } from '../texts/matter-talk-texts.ts';
import type { Texts } from '../texts/texts.ts';
import type { Desk, Drawn } from './drawing.ts';
import { cardOf, type Presenting } from './presenting.ts';

/** A private matter as one reader may know it. */
export interface MatterShown extends MatterView {
  reader: Person | null;
  rights: ReadonlySet<MatterRight>;
  /** Which side the reader is; null: none. */
  side: PartyKey | null;
  rules: PrivateRules;
}

/** Looks up a matter, and what its reader is to it; null: there is none. */
export async function matterShown(id: MatterId, desk: Desk): Promise<MatterShown | null> {
  const { reader, tools } = desk;
  const [view, openings] = await Promise.all([tools.read.matters.view(id), tools.read.matters.openings(id)]);
  if (view === null) return null;
  return {
    ...view,
    reader,
    rights:
      reader === null ? new Set() : matterRights(reader, view.people, openings, tools.now, view.matter.body.parties),
    side: reader === null ? null : sideOf(view.matter, reader.id),
    rules: tools.zone.privateMatters ?? usualPrivateRules,
  };
}

/** Draws a notice about one private matter. */
export function onMatter<N extends { matterId: MatterId }>(
  present: (shown: MatterShown, notice: N, desk: Desk) => Card | null | Promise<Card | null>,
): (notice: N, desk: Desk) => Promise<Drawn | null> {
  return async (notice, desk) => {
    const shown = await matterShown(notice.matterId, desk);
    const card = shown === null ? null : await present(shown, notice, desk);
    return shown === null || card === null ? null : { card, incident: null, numbers: numbersOf([shown.matter]) };
  };
}

/** The numbers that words in place of their buttons carry. */
export function numbersOf(matters: readonly Pick<Matter, 'token' | 'number'>[]): ReadonlyMap<Token, string> {
  return new Map(matters.map(({ token, number }) => [token, number]));
}

/** A private card: silent, not to be passed on, and its first line says nothing but a number. */
export function privateCard(
  { number }: Pick<Matter, 'number'>,
  head: keyof MatterTalkTexts['head'],
  { texts }: Pick<Presenting, 'texts'>,
  parts: Partial<Card> & Pick<Card, 'lines'>,
): Card {
  const { talk } = texts.matter;
  return cardOf({ title: talk.title(number, talk.head[head]), confidential: true, ...parts });
}

/** A button of a matter. */
export function matterButton(
  texts: Texts,
  verb: MatterVerb,
  token: Token,
  { value, label, style }: { value?: string; label?: string; style?: CardAction['style'] } = {},
): CardAction {
  return {
    verb,
    token,
    label: label ?? texts.matter.verb[verb],
    style: style ?? 'plain',
    ...(value === undefined ? {} : { value }),
  };
}

/** Rows without those buttons that the reader may not press, and without rows that are empty then. */
export function allowedRows({ rights }: MatterShown, rows: readonly (readonly CardAction[])[]): CardAction[][] {
  return rows
    .map((row) => row.filter(({ verb }) => mayOnMatter(rights, verb as MatterVerb)))
    .filter((row) => row.length > 0);
}

/** A side by what it is, where no name may be said; by its letter too where several are the same. */
export function sideNamed(party: Pick<Party, 'key' | 'role'>, parties: readonly Party[], texts: Texts): string {
  const alike = parties.filter(({ role }) => role === party.role).length > 1;
  const name = texts.matter.side[party.role];
  return alike ? texts.matter.lettered(name, party.key.toUpperCase()) : name;
}

/** The same of any matter; one that is no dispute has no sides but whom it is about. */
export function partyNamed(
  { kind, body }: Pick<Matter, 'kind' | 'body'>,
  party: Pick<Party, 'key' | 'role'>,
  texts: Texts,
): string {
  return kind === 'dispute' ? sideNamed(party, body.parties, texts) : texts.matter.sole;
}

/** The name of the zone file's room with this code; '' unknown. */
export function roomNamed(code: string, { rooms }: PrivateRules): string {
  return rooms.find((room) => room.code === code)?.name ?? '';
}
