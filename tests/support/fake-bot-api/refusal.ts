import type { ResponseParameters } from 'grammy/types';

/** What the Bot API answers in place of a result. Wording as the public server gives it, so that a reader of it is tested. */
export class Refusal extends Error {
  readonly errorCode: number;
  readonly parameters: ResponseParameters | undefined;
  constructor(errorCode: number, description: string, parameters?: ResponseParameters) {
    super(description);
    this.name = 'Refusal';
    this.errorCode = errorCode;
    this.parameters = parameters;
  }
}

/** 400 with the server's usual prefix. */
export function badRequest(what: string, parameters?: ResponseParameters): Refusal {
  return new Refusal(400, `Bad Request: ${what}`, parameters);
}

/** 403 with the server's usual prefix. */
export function forbidden(what: string): Refusal {
  return new Refusal(403, `Forbidden: ${what}`);
}

/** 429, as every client must obey it. Seconds, rounded up by the caller. */
export function tooManyRequests(retryAfterSeconds: number): Refusal {
  return new Refusal(429, `Too Many Requests: retry after ${retryAfterSeconds}`, { retry_after: retryAfterSeconds });
}
