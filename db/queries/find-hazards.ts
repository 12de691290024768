import { desc, eq, gte, sql } from '../drizzle.ts';
import type { Handle } from '../handle.ts';
import { query } from '../query.ts';
import type { Values, Writing } from '../query.ts';
import { hazardsByIds } from './hazard-queries.ts';
import type { HazardRow } from './hazard-row.ts';
import { fts5Phrase, plainPhrase, searchPhrases, textKey, tsQuestion } from './hazard-search.ts';

export const searchBounds = {
  /** So many of the newest texts are looked through first: what is common is found there, and which words are common is learnt. */
  newest: 600,
  /** What is seen among them is looked for in so many more of the newest before the index is asked, which finds all at once. */
  walk: 6_000,
  /** On SQLite, so many of the newest that have the rarest of several words are looked through for the others. */
  candidates: 2_000,
} as const;

type Phrases = readonly (readonly string[])[];

/** The newest that have all of these words. On SQLite, of words that are all common, only among the newest with the rarest. */
export async function findHazards(handle: Handle, words: string, limit: number): Promise<HazardRow[]> {
  const phrases = searchPhrases(words);
  if (phrases.length === 0) return [];
  const texts = await handle.run(newestTexts, { limit: searchBounds.newest });
  const plain = phrases.map(plainPhrase);
  const having = plain.map((phrase) => texts.filter(({ text }) => ` ${text} `.includes(phrase)));
  const recent = having.reduce((all, some) => all.filter((one) => some.includes(one)));
  if (recent.length >= limit || texts.length < searchBounds.newest)
    return newestFirst(await handle.run(hazardsByIds, { ids: recent.slice(0, limit).map(({ id }) => id) }));
  const rarest = rarestOf(
    phrases,
    having.map(({ length }) => length),
  );
  const tsquery = tsQuestion(phrases);
  // By what was seen, enough of them are to be expected; the walk ends with the last that is wanted.
  if ((recent.length * searchBounds.walk) / searchBounds.newest >= limit) {
    const { walk } = searchBounds;
    const walked = await handle.run(newestHaving, { all: JSON.stringify(plain), tsquery, walk, limit });
    if (walked.length === limit) return walked.map(({ hazard }) => hazard);
  }
  const found = await handle.run(foundByWords, {
    fts5: fts5Phrase(phrases[rarest] ?? []),
    others: JSON.stringify(plain.filter((_, at) => at !== rarest)),
    tsquery,
    candidates: searchBounds.candidates,
    limit,
  });
  return found.map(({ hazard }) => hazard);
}

/** Which phrase is seen least; the longest of those that are not seen at all. */
function rarestOf(phrases: Phrases, seen: readonly number[]): number {
  const order = phrases.map((_, at) => at);
  const length = (at: number): number => phrases[at]?.join('').length ?? 0;
  return order.sort((a, b) => (seen[a] ?? 0) - (seen[b] ?? 0) || length(b) - length(a))[0] ?? 0;
}

function newestFirst(rows: readonly HazardRow[]): HazardRow[] {
  return rows.toSorted((a, b) => textKey(b) - textKey(a));
}

/** From the end of the key, and no further than the limit. */
const newestTexts = query(({ db, tables: { hazardTexts } }, given: Values<{ limit: number }>) =>
  db
    .select({ id: hazardTexts.hazardId, text: hazardTexts.text })
    .from(hazardTexts)
    .where(gte(hazardTexts.n, 0))
    .orderBy(desc(hazardTexts.n))
    .limit(given.limit),
);

/** Text by text from the newest, which the limit inside holds PostgreSQL's planner to. `all`: a JSON list of what must stand in it. */
const newestHaving = query(
  (
    { db, dialect, tables: { hazards } }: Writing,
    given: Values<{ all: string; tsquery: string; walk: number; limit: number }>,
  ) => {
    const has =
      dialect.engine === 'sqlite'
        ? sql`not exists (select 1 from json_each(${given.all}) where instr(' ' || text || ' ', value) = 0)`
        : sql`words @@ to_tsquery('simple', ${given.tsquery})`;
    const newest = sql`(select * from hazard_texts where n >= 0 order by n desc limit ${given.walk}) as newest`;
    return db
      .select({ hazard: hazards })
      .from(hazards)
      .innerJoin(
        sql`(select n, hazard_id from ${newest} where ${has} order by n desc limit ${given.limit}) as found`,
        sql`found.hazard_id = ${hazards.id}`,
      )
      .orderBy(sql`found.n desc`);
  },
);

/** Words in the language of each engine; `others`: a JSON list of what else must stand in the text. */
type Asked = { fts5: string; others: string; tsquery: string; candidates: number; limit: number };

/**
 * FTS5 walks through one phrase from the newest and stops at the limit; through several at once it would read to the end of
 * each. PostgreSQL's index brings several together itself; `n + 0` keeps its planner from walking through everything from the
 * newest.
 */
const foundByWords = query(({ db, dialect, tables }: Writing, given: Values<Asked>) => {
  const { hazards, hazardTexts } = tables;
  const isSqlite = dialect.engine === 'sqlite';
  const has = isSqlite
    ? sql`${hazardTexts.n} in (select rowid from hazard_search where hazard_search match ${given.fts5} order by rowid desc limit ${given.candidates})
        and not exists (select 1 from json_each(${given.others}) where instr(' ' || ${hazardTexts.text} || ' ', value) = 0)`
    : sql`"hazard_texts"."words" @@ to_tsquery('simple', ${given.tsquery})`;
  const found = db
    .select({ n: hazardTexts.n, hazardId: hazardTexts.hazardId })
    .from(hazardTexts)
    .where(has)
    .orderBy(isSqlite ? desc(hazardTexts.n) : sql`${hazardTexts.n} + 0 desc`)
    .limit(given.limit)
    .as('found');
  return db
    .select({ hazard: hazards })
    .from(found)
    .innerJoin(hazards, eq(hazards.id, found.hazardId))
    .orderBy(desc(found.n));
});
