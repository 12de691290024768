import { dangersInWords, dangersOf, dangersTold } from '../../core/matter-danger.ts';
import { withOtherSide, withSideNamed, withoutName, withProxy, withTeller } from '../../core/matter-sides.ts';
import { plainTold } from '../../core/matter-told.ts';
import { saysUrgent } from '../../core/matter-words.ts';
import type { DisputeKind } from '../../core/catalogue.ts';
import type { FileId } from '../../core/ids.ts';
import type { Danger, MatterBody, MatterKind } from '../../core/matter.ts';
import type { Person } from '../../core/people.ts';
import type { SaidSum } from '../../core/said-sum.ts';
import { fileMatter } from './file-matter.ts';
import { startMatter } from './start-matter.ts';
import { tellMatter } from './tell-matter.ts';
import type { Work } from '../work.ts';

/** A matter told at one go, by a form; '' and null: not said. */
export interface FilledMatter {
  kind: MatterKind;
  /** Written down by the reception desk for somebody who came. */
  desk: boolean;
  about: DisputeKind | null;
  facts: string;
  wants: string;
  other: { name: string; phone: string };
  /** Whom else it concerns. */
  third: { name: string; phone: string };
  sum: SaidSum | null;
  people: number | null;
  place: string;
  woman: boolean;
  /** Code of the room that was asked for. */
  room: string;
  time: string;
  self: { name: string; phone: string };
  /** Of a clue. */
  nameless: boolean;
  /** Whom whoever tells speaks for (妈, 工友). */
  proxyFor: string;
  fileIds: readonly FileId[];
}

/** What became of it; `dangers`: the numbers to ring come before anything else. */
export interface Filled {
  number: string;
  dangers: readonly Danger[];
}

/**
 * Takes a whole telling and hands it in at once. What was half told in the chat goes on with it; danger in its words comes before
 * the form, as everywhere (`takeDangers`).
 */
export async function fillMatter(work: Work, person: Person, filled: FilledMatter): Promise<Filled> {
  const door = filled.desk ? 'desk' : 'page';
  const begun = await startMatter(work, { person, room: null, kind: filled.kind, door, words: '' });
  const body = withFields(begun.body, filled);
  // What was told in the chat before stays; the form's words are more of it.
  const need = begun.body.facts.length === 0 ? 'facts' : null;
  const told = {
    ...plainTold(filled.facts),
    dangers: dangersIn(filled),
    urgent: saysUrgent(filled.facts),
    fileIds: filled.fileIds,
  };
  const next = await tellMatter(work, { ...begun, need, body }, told);
  if (next.state === 'telling') await fileMatter(work, next, person);
  return { number: begun.number, dangers: dangersOf(next.body) };
}

/** A clue tells of others' deeds: only what is about to happen to somebody counts there, and that is read by people. */
function dangersIn({ kind, facts, about }: FilledMatter): Danger[] {
  if (kind === 'crime_clue') return [];
  return dangersTold(dangersInWords(facts), about === 'domestic_violence' ? ['violence'] : []);
}

/** Whoever speaks for another gives their own number, and the other one is the side. */
function withSelf(body: MatterBody, { self, proxyFor }: FilledMatter): MatterBody {
  const said = [self.name, self.phone].filter((part) => part !== '').join(' ');
  const known = said === '' ? body : (withTeller(body, said) ?? body);
  return withProxy(known, proxyFor);
}

function withFields(body: MatterBody, filled: FilledMatter): MatterBody {
  const { other, wants, sum, place, time } = filled;
  const named = withSelf(body, filled);
  const two = other.name === '' && other.phone === '' ? named : withOtherSide(named, other, true);
  const sides = withSideNamed(two, 'c', `${filled.third.name} ${filled.third.phone}`.trim()) ?? two;
  const known = filled.kind === 'crime_clue' && filled.nameless ? withoutName(sides) : sides;
  const people = filled.people ?? known.people;
  return {
    ...known,
    about: filled.kind === 'dispute' ? (filled.about ?? known.about) : null,
    wants: wants === '' ? known.wants : wants,
    sumYuan: sum?.yuan ?? known.sumYuan,
    sumApproximate: sum?.approximate ?? known.sumApproximate,
    people,
    parties:
      people === null ? known.parties : known.parties.map((side) => (side.key === 'a' ? { ...side, people } : side)),
    placeWords: place === '' ? known.placeWords : place,
    wish: {
      ...known.wish,
      womanMediator: known.wish.womanMediator || filled.woman,
      room: filled.room === '' ? known.wish.room : filled.room,
      time: time === '' ? known.wish.time : time,
    },
  };
}

/** Whether this person writes down what others come to tell: mediators, desks of the zone file, officers. */
export function mayWriteForOthers(
  { callSign, roles, active }: Pick<Person, 'callSign' | 'roles' | 'active'>,
  desks: readonly string[],
): boolean {
  const byRole = roles.some((role) => role === 'mediator' || role === 'duty_officer' || role === 'admin');
  return active && (byRole || (callSign !== null && desks.includes(callSign)));
}
