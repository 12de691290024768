import { hazardGrades } from '../../core/hazard.ts';
import { hazardKinds, riskColours, type Named } from '../../core/catalogue.ts';
import type { Language } from '../../core/message.ts';
import type { Hazard, HazardState } from '../../core/hazard.ts';
import type { Place } from '../../core/people.ts';
import type { HazardCursor } from '../../core/ports/hazards.ts';
import type { Reads } from '../../core/ports/store.ts';
import { enterpriseColumns, type EnterpriseColumn } from '../../core/table/enterprises.ts';
import { hazardColumns, type HazardColumn } from '../../core/table/hazards.ts';
import { ownerColumns, type OwnerColumn } from '../../core/table/owners.ts';
import type { Cell, Column, TableName } from '../../core/table/table.ts';
import { momentText } from '../../core/table/zone-moment.ts';
import { storedHazardRules } from '../../core/zone/stored.ts';

/** Whose words the table is in, and on which clocks. */
export interface TableTongue {
  language: Language;
  timeZone: string;
  state: Readonly<Record<HazardState, string>>;
}

/** So many hazards are held at once. */
const pageSize = 1_000;

type Fields<Key extends string> = Partial<Record<Key, Cell>>;

/** The rows of a table with its heading, as they are now; importing them again changes nothing. */
export async function* exportTable(read: Reads, table: TableName, tongue: TableTongue): AsyncGenerator<Cell[]> {
  if (table === 'enterprises') yield* inColumns(enterpriseColumns, enterprises(read, tongue), tongue);
  else if (table === 'hazards') yield* inColumns(hazardColumns, hazards(read, tongue), tongue);
  else yield* inColumns(ownerColumns, owners(read, tongue), tongue);
}

async function* inColumns<Key extends string>(
  columns: readonly Column<Key>[],
  rows: AsyncIterable<Fields<Key>>,
  { language }: TableTongue,
): AsyncGenerator<Cell[]> {
  yield columns.map((column) => column[language]);
  for await (const row of rows) yield columns.map(({ key }) => row[key] ?? null);
}

const joined = (words: readonly string[]): string => words.join('、');
const named = (list: readonly Named[], code: string | null | undefined, { language }: TableTongue): string =>
  list.find((one) => one.code === code)?.[language] ?? '';

async function* enterprises(read: Reads, tongue: TableTongue): AsyncGenerator<Fields<EnterpriseColumn>> {
  for (const place of await read.places.all()) if (place.kind === 'enterprise') yield enterprise(place, tongue);
}

function enterprise({ details, position, ...place }: Place, tongue: TableTongue): Fields<EnterpriseColumn> {
  const { contact, colour, lec, matrix, tags = [] } = details ?? {};
  return {
    code: place.code,
    name: place.name,
    aliases: joined(place.aliases),
    area: place.area,
    lat: position?.lat ?? null,
    lon: position?.lon ?? null,
    contact: contact?.name ?? null,
    phone: contact?.phone ?? null,
    colour: named(riskColours, colour, tongue),
    likelihood: lec?.likelihood ?? null,
    exposure: lec?.exposure ?? null,
    consequence: lec?.consequence ?? null,
    matrix_likelihood: matrix?.likelihood ?? null,
    matrix_severity: matrix?.severity ?? null,
    tags: joined(tags),
  };
}

async function* hazards(read: Reads, tongue: TableTongue): AsyncGenerator<Fields<HazardColumn>> {
  const codes = new Map((await read.places.all()).map(({ id, code }) => [id, code]));
  const callSigns = new Map((await read.people.all()).map(({ id, callSign }) => [id, callSign]));
  let after: HazardCursor | null = null;
  for (;;) {
    const page: Hazard[] = await read.hazards.list({}, pageSize, after);
    for (const hazard of page) {
      const place = hazard.placeId === null ? undefined : codes.get(hazard.placeId);
      const owner = hazard.ownerId === null ? undefined : callSigns.get(hazard.ownerId);
      yield hazardFields(hazard, { place: place ?? null, owner: owner ?? null }, tongue);
    }
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    after = { reportedAt: last.reportedAt, id: last.id };
  }
}

/** Who reported is not in it, and no words of theirs that the number does not already lead to. */
function hazardFields(
  hazard: Hazard,
  { place, owner }: { place: string | null; owner: string | null },
  tongue: TableTongue,
): Fields<HazardColumn> {
  const at = (instant: number | null): string => momentText(instant, tongue.timeZone);
  return {
    number: hazard.number,
    state: tongue.state[hazard.state],
    kinds: joined(hazard.kinds.map((kind) => named(hazardKinds, kind, tongue))),
    grade: named(hazardGrades, hazard.grade, tongue),
    words: hazard.words,
    place,
    where: hazard.placeWords,
    area: hazard.area,
    lat: hazard.position?.lat ?? null,
    lon: hazard.position?.lon ?? null,
    owner,
    reported: at(hazard.reportedAt),
    due: at(hazard.dueAt),
    fixed: at(hazard.fixedAt),
    closed: at(hazard.closedAt),
    ending: hazard.endWords,
  };
}

async function* owners(read: Reads, tongue: TableTongue): AsyncGenerator<Fields<OwnerColumn>> {
  const people = new Map((await read.people.all()).map((person) => [person.callSign, person]));
  for (const line of (await storedHazardRules(read.settings)).owners) {
    for (const [index, callSign] of line.owners.entries()) {
      const person = people.get(callSign);
      yield {
        call_sign: callSign,
        name: person?.name ?? null,
        phone: person?.phone ?? null,
        roles: joined(person?.roles ?? []),
        places: joined(line.places),
        areas: joined(line.areas),
        kinds: joined(line.kinds.map((kind) => named(hazardKinds, kind, tongue))),
        rank: index + 1,
      };
    }
  }
}
