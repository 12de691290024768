import { pino } from 'pino';
import type { Config } from './config.ts';

/** The program's log: pino, JSON, one line an event, on the error output so that the start's own words stay readable. */
export type ProgramLog = ReturnType<typeof programLog>;

/** Makes the log. Secrets are not logged anywhere; should one slip into an error's fields, its usual names are cut out. */
export function programLog(level: Config['logLevel']): pino.Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: ['*.token', '*.secret', '*.password', 'err.config', 'err.options'], censor: '***' },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
