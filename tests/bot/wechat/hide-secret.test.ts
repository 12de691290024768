import { describe, expect, it } from 'vitest';
import { hiddenFailure, hiding, hidingLog } from '../../../bot/wechat/hide-secret.ts';
import { TransportError } from '../../../core/error.ts';

const token = 'insecure_5a1d7f0e';
const refused = new Error(`16 UNAUTHENTICATED: Invalid Wechaty TOKEN "${token}"`, { cause: new Error(token) });

describe('the token of the puppet service', () => {
  it('is in no line of the log, whatever the puppet says', () => {
    const lines: unknown[] = [];
    const keep = (fields: object, message: string): number => lines.push(fields, message);
    const log = hidingLog({ info: keep, warn: keep, error: keep }, hiding(token));
    log.error({ err: refused, reason: `token ${token}`, parts: 3 }, 'WeChat puppet reported an error');
    const [fields] = lines as [{ err: Error; reason: string; parts: number }];
    expect(JSON.stringify([fields.err.message, fields.err.stack, String(fields.err.cause)])).not.toContain(token);
    expect(fields).toMatchObject({ reason: 'token …', parts: 3 });
  });

  it('is in no failure that goes on to the outbox', () => {
    const failure = new TransportError('retryable', 'WeChat is not logged in', { cause: refused, retryAfterMs: 5_000 });
    const hidden = hiddenFailure(failure, hiding(token));
    expect(hidden).toMatchObject({ failure: 'retryable', retryAfterMs: 5_000, reason: undefined });
    expect(String(hidden.cause)).toContain('UNAUTHENTICATED');
    expect(String(hidden.cause)).not.toContain(token);
  });

  it('leaves everything as it is where there is none', () => {
    expect(hiding(null)('as it is')).toBe('as it is');
  });
});
