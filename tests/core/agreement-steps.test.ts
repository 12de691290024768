import { describe, expect, it } from 'vitest';
import {
  agreementOf,
  courtConfirmation,
  inForce,
  isPerformed,
  leftOf,
  nextReminderOn,
  openTerms,
  paidOf,
  reminderDue,
  unsigned,
  withAnswer,
  withPayment,
  withSignature,
} from '../../core/agreement-steps.ts';
import type { Agreement, Term } from '../../core/agreement.ts';
import type { Party } from '../../core/party.ts';
import { workingCalendar } from '../../core/working-days.ts';

const at = Date.parse('2026-11-22T02:00:00Z');
const side = (key: string): Party => ({
  key,
  role: key === 'a' ? 'applicant' : 'respondent',
  name: '',
  phone: '',
  personId: null,
  people: 1,
  proxy: null,
  consent: 'yes',
  consentAt: at,
});
const sides = [side('a'), side('b')];
const owes = (amountYuan: number | null, dueOn: string | null): Term => ({
  n: 0,
  from: 'b',
  to: 'a',
  amountYuan,
  words: '',
  dueOn,
  payments: [],
  doneAt: null,
  reminded: [],
});
const termOf = (agreement: Agreement, n: number): Term => {
  const found = agreement.terms.find((term) => term.n === n);
  if (found === undefined) throw new Error(`no term ${String(n)}`);
  return found;
};
const instalments = agreementOf('written', '', [owes(3_000, '2026-12-10'), owes(2_000, '2026-12-31')]);

describe('when an agreement takes effect', () => {
  it('a written one with every side’s name, the mediator’s and the seal; not before', () => {
    const one = withSignature(instalments, { key: 'a', how: 'tap', at });
    const both = withSignature(one, { key: 'b', how: 'paper', at });
    expect(unsigned(one, sides)).toEqual(['b']);
    expect(inForce({ ...one, sealedAt: at }, sides, at).effectiveAt).toBeNull();
    expect(inForce(both, sides, at).effectiveAt).toBeNull();
    expect(inForce({ ...both, sealedAt: at }, sides, at + 1).effectiveAt).toBe(at + 1);
  });

  it('an oral one at once', () => {
    expect(inForce(agreementOf('oral', '', []), sides, at).effectiveAt).toBe(at);
  });

  it('signing twice changes nothing, and effect begins only once', () => {
    const signed = withSignature(instalments, { key: 'a', how: 'tap', at });
    expect(withSignature(signed, { key: 'a', how: 'paper', at: at + 9 })).toBe(signed);
    const oral = inForce(agreementOf('oral', '', []), sides, at);
    expect(inForce(oral, sides, at + 9)).toBe(oral);
  });
});

describe('what was paid', () => {
  it('told by the side that owes, it counts only once the other one says that it came', () => {
    const told = withPayment(instalments, 1, 3_000, 'b', at);
    expect(paidOf(termOf(told, 1))).toBe(3_000);
    expect(leftOf(termOf(told, 1))).toBe(3_000);
    const came = withAnswer(told, 1, true, at);
    expect(leftOf(termOf(came, 1))).toBe(0);
    expect(termOf(came, 1).doneAt).toBe(at);
  });

  it('denied, it is owed as before, and can be told again', () => {
    const denied = withAnswer(withPayment(instalments, 1, 3_000, 'b', at), 1, false, at);
    expect(paidOf(termOf(denied, 1))).toBe(0);
    expect(leftOf(termOf(denied, 1))).toBe(3_000);
    expect(leftOf(termOf(withPayment(denied, 1, null, 'a', at), 1))).toBe(0);
  });

  it('a part leaves the rest, more than a part goes on to the next instalment', () => {
    const part = withPayment(instalments, 1, 1_000, 'a', at);
    expect(leftOf(termOf(part, 1))).toBe(2_000);
    const more = withPayment(part, 1, 2_500, 'owner', at);
    expect([leftOf(termOf(more, 1)), leftOf(termOf(more, 2))]).toEqual([0, 1_500]);
    expect(isPerformed(withPayment(more, 2, null, 'owner', at))).toBe(true);
  });

  it('a deed is done when the side that wanted it, or the owner, says so', () => {
    const deed = agreementOf('oral', '', [owes(null, '2026-12-01')]);
    const told = withPayment(deed, 1, null, 'b', at);
    expect(isPerformed(told)).toBe(false);
    expect(isPerformed(withAnswer(told, 1, true, at))).toBe(true);
  });

  it('a term that there is not changes nothing', () => {
    expect(withPayment(instalments, 9, 100, 'b', at)).toBe(instalments);
  });

  it('open terms come in the order of their days', () => {
    expect(openTerms(instalments).map(({ n }) => n)).toEqual([1, 2]);
    expect(openTerms(withPayment(instalments, 1, null, 'owner', at)).map(({ n }) => n)).toEqual([2]);
  });
});

describe('reminders of a term', () => {
  const due = termOf(instalments, 1);
  it.each([
    ['2026-12-06', null],
    ['2026-12-07', 'soon'],
    ['2026-12-09', 'soon'],
    ['2026-12-10', 'due'],
    ['2026-12-11', 'late'],
    ['2027-01-20', 'late'],
  ])('on %s: %s', (today, step) => {
    expect(reminderDue(due, today)).toBe(step);
  });

  it('each goes out once, and none of what is done', () => {
    expect(reminderDue({ ...due, reminded: ['late'] }, '2027-01-20')).toBeNull();
    expect(reminderDue({ ...due, doneAt: at }, '2026-12-10')).toBeNull();
    expect(reminderDue({ ...due, dueOn: null }, '2026-12-10')).toBeNull();
  });

  it('the next day that wants one is named', () => {
    expect(nextReminderOn(instalments, '2026-11-22')).toBe('2026-12-07');
    expect(nextReminderOn(instalments, '2026-12-11')).toBe('2026-12-28');
    expect(nextReminderOn(instalments, '2027-01-01')).toBeNull();
  });
});

describe('the court’s thirty days', () => {
  const calendar = workingCalendar();
  it('do not count the day of effect, and end on a working day', () => {
    expect(courtConfirmation('2026-11-02', calendar).lastDay).toBe('2026-12-02');
    // 6 December 2026 is a Sunday.
    expect(courtConfirmation('2026-11-06', calendar).lastDay).toBe('2026-12-07');
  });

  it('a last day in the national holiday moves behind it', () => {
    expect(courtConfirmation('2026-09-02', calendar).lastDay).toBe('2026-10-08');
  });

  it('from 30 January of a leap year', () => {
    expect(courtConfirmation('2028-01-30', calendar).lastDay).toBe('2028-02-29');
  });
});
