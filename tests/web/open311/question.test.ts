import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../../web/open311/fields.ts';
import { questionSchema, rangeOf, statusOf, type Question } from '../../../web/open311/question.ts';

const ask = (question: string): Question | null =>
  questionSchema.safeParse(fieldsOf(new URLSearchParams(question))).data ?? null;
const day = 86_400_000;
const now = Date.UTC(2026, 10, 22, 12);

describe('a question for requests', () => {
  it('is for the first thousand when it says nothing', () => {
    expect(ask('')).toEqual({ extensions: false, page: 1, page_size: 1000 });
    expect(ask('status=&service_code=&start_date=&page=')).toEqual(ask(''));
  });

  it.each([
    ['2010-05-24T00:00:00Z', Date.UTC(2010, 4, 24)],
    ['1994-11-05T08:15:30-05:00', Date.UTC(1994, 10, 5, 13, 15, 30)],
    ['2010-05-24T08:00%2B08:00', Date.UTC(2010, 4, 24)],
    ['2010-05-24T08:00:00+08:00', Date.UTC(2010, 4, 24)],
    ['2010-05-24T00:00:00.250Z', Date.UTC(2010, 4, 24, 0, 0, 0, 250)],
  ])('takes the time %s', (said, at) => {
    expect(ask(`start_date=${said}`)?.start_date).toBe(at);
  });

  it.each([
    'start_date=2010-05-24',
    'start_date=2010-05-24T00:00:00',
    'start_date=2010-02-30T00:00:00Z',
    'start_date=yesterday',
    'start_date=2010-05-24T00:00:00Z&start_date=2010-05-25T00:00:00Z',
    'status=resolved',
    'service_code=potholes',
    'service_code=gas,,road',
    'service_request_id=a%20b',
    'page=0',
    'page=1001',
    'page=1.5',
    'page=-1',
    'page_size=0',
    'page_size=1001',
    'page_size=all',
    'extensions=yes',
    'start=2010-05-24T00:00:00Z',
    `jurisdiction_id=${'x'.repeat(201)}`,
  ])('is refused as %s', (question) => {
    expect(ask(question)).toBeNull();
  });

  it('declares lists with commas, several times, or both', () => {
    expect(ask('service_code=gas,road&service_code=rental')?.service_code).toEqual(['gas', 'road', 'rental']);
    expect(ask('service_request_id=h-2611-0042, H-2611-0043')?.service_request_id).toEqual([
      'H-2611-0042',
      'H-2611-0043',
    ]);
    expect(statusOf({ status: ['open'] })).toEqual({ status: 'open' });
    expect(statusOf({ status: ['open', 'closed'] })).toEqual({});
    expect(statusOf({})).toEqual({});
  });

  it('spans 90 days, from either end', () => {
    expect(rangeOf({}, now)).toEqual({ from: now - 90 * day, to: now });
    expect(rangeOf({ end_date: now - day }, now)).toEqual({ from: now - 91 * day, to: now - day });
    expect(rangeOf({ start_date: now - 200 * day }, now)).toEqual({ from: now - 200 * day, to: now - 110 * day });
    expect(rangeOf({ start_date: now - 90 * day, end_date: now }, now)).toEqual({ from: now - 90 * day, to: now });
    expect(rangeOf({ start_date: now - 91 * day, end_date: now }, now)).toBe('range_too_long');
    expect(rangeOf({ start_date: now, end_date: now - 1 }, now)).toBe('range_backwards');
  });
});
