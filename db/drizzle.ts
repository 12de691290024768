import { createRequire } from 'node:module';

/**
 * drizzle, loaded as CommonJS. As ES modules its hundreds of files make Node read drizzle's package.json, 180 kB, once for
 * each: 0.3 s and 180 MB more at every start. Types are imported from drizzle itself.
 */
const require = createRequire(import.meta.url);

export const {
  and,
  asc,
  Column,
  count,
  desc,
  entityKind,
  eq,
  exists,
  getTableColumns,
  getTableName,
  gt,
  gte,
  inArray,
  is,
  isNull,
  lt,
  lte,
  max,
  min,
  or,
  Param,
  Placeholder,
  sql,
  SQL,
} = require('drizzle-orm') as typeof import('drizzle-orm');

export const { toSnakeCase } = require('drizzle-orm/casing') as typeof import('drizzle-orm/casing');

export const pgCore = require('drizzle-orm/pg-core') as typeof import('drizzle-orm/pg-core');

export const sqliteCore = require('drizzle-orm/sqlite-core') as typeof import('drizzle-orm/sqlite-core');
