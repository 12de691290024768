import type { Instant } from './clock.ts';
import type { PersonId } from './ids.ts';
import type { Matter, MatterStanding } from './matter.ts';

/** What a zone keeps of a person, in the order in which it is shown. */
export const dataSections = [
  'person',
  'consent',
  'identity',
  'position',
  'team',
  'message',
  'report',
  'order',
  'hazard_report',
  'hazard',
  'shift',
  'check_in',
  'request',
  'find',
  'log',
  'file',
  'matter',
] as const;
export type DataSection = (typeof dataSections)[number];

/** What an entry says; bot/texts names each. */
export const dataFields = [
  'at',
  'until',
  'number',
  'name',
  'callSign',
  'phone',
  'language',
  'roles',
  'duty',
  'certificates',
  'gender',
  'platform',
  'id',
  'kind',
  'state',
  'standing',
  'position',
  'words',
  'wants',
  'sum',
  'bytes',
] as const;
export type DataField = (typeof dataFields)[number];

/** One thing that is kept; instants are epoch milliseconds, and what is not known is left out. */
export type DataEntry = Readonly<Partial<Record<DataField, string | number>>>;

/** Everything that is kept of somebody, oldest first in each section; a section without entries is there and empty. */
export type PersonalData = Readonly<Record<DataSection, readonly DataEntry[]>>;

/** When somebody was told what is kept, and agreed to it. */
export interface Consent {
  askedAt: Instant;
  /** Null: not said yet. */
  agreedAt: Instant | null;
}

/** Of a private matter, what is this person's own: what they told, and themselves as a side; of the others nothing. */
export function ownMatter(matter: Matter, standings: readonly MatterStanding[], personId: PersonId): DataEntry {
  const { number, kind, state, begunAt: at } = matter;
  const side = matter.body.parties.find((party) => party.personId === personId);
  const own = standings.includes('teller') ? tellsOf(matter) : {};
  return {
    at,
    number,
    kind,
    state,
    standing: standings.join(' '),
    ...(side === undefined || side.name === '' ? {} : { name: side.name }),
    ...(side === undefined || side.phone === '' ? {} : { phone: side.phone }),
    ...own,
  };
}

/** What whoever told a matter said of it, in their own words. */
function tellsOf({ body }: Matter): DataEntry {
  const words = [...body.facts, body.placeWords].filter((word) => word !== '').join('\n');
  return {
    ...(words === '' ? {} : { words }),
    ...(body.wants === '' ? {} : { wants: body.wants }),
    ...(body.sumYuan === null ? {} : { sum: body.sumYuan }),
  };
}
