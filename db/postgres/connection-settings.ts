import type { PoolConfig } from 'pg';

/** How to reach a zone's schema. */
export interface ConnectionSettings {
  /** The PostgreSQL schema that is the zone. */
  schema: string;
  config: PoolConfig;
}

/** A statement longer than this is cut off; nothing here takes a tenth of it. */
const statementTimeoutMs = 15_000;

/**
 * Reads `postgres://user:password@host/database?schema=zone`. Other parameters go to the driver as they are.
 * @throws Error that names DATABASE_URL and never repeats it, for it holds a password
 */
export function connectionSettings(databaseUrl: string): ConnectionSettings {
  const url = URL.parse(databaseUrl);
  if (!url?.hostname && !url?.searchParams.has('host'))
    throw new Error('DATABASE_URL must look like postgres://user:password@host:5432/database');
  const schema = url.searchParams.get('schema') ?? 'qunfang';
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema) || schema.startsWith('pg_')) {
    throw new Error('DATABASE_URL: the parameter schema takes small letters, digits and _, such as schema=xitang');
  }
  url.searchParams.delete('schema');
  return {
    schema,
    config: {
      connectionString: url.href,
      application_name: 'qunfang',
      options: `-c search_path="${schema}"`,
      statement_timeout: statementTimeoutMs,
      idle_in_transaction_session_timeout: statementTimeoutMs,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      pipeline: true,
    },
  };
}
