import type { Log } from '../../core/ports/log.ts';
import type { Metrics } from '../../core/ports/metrics.ts';

/** A log that keeps still, except for errors: those a test wants to see. */
export const quietLog: Log = {
  info: () => {},
  warn: () => {},
  error: (fields, message) => console.error(message, fields),
};

/** Metrics that nobody reads. */
export const quietMetrics: Metrics = {
  updateTaken: () => {},
  handlerTook: () => {},
  sent: () => {},
  sendTook: () => {},
  timerRan: () => {},
};
