import { defineTables } from '../schema.ts';
import { sqliteKit } from './kit.ts';

/** The zone's tables on SQLite. */
export const sqliteTables = defineTables(sqliteKit);
