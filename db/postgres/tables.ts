import { defineTables } from '../schema.ts';
import { postgresKit } from './kit.ts';

/** The zone's tables on PostgreSQL. */
export const postgresTables = defineTables(postgresKit);
