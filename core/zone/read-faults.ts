import type { z } from 'zod';
import type { Expectation, ValueFault, ZoneIssue, ZonePath } from './fault.ts';
import { nearest } from './nearest.ts';
import { expectationMark, fieldNames } from './schema.ts';

type Issue = z.core.$ZodIssue;

/** What a bare type mismatch expected, where the schema does not say it better. */
const typeExpectations: Readonly<Record<string, Expectation>> = {
  string: 'text',
  number: 'number',
  int: 'whole_number',
  array: 'list',
  tuple: 'list',
  object: 'mapping',
};

const asNumber = (limit: number | bigint): number => Number(limit);

function sizeFault(issue: Extract<Issue, { code: 'too_big' | 'too_small' }>): ValueFault {
  if (issue.origin === 'array' || issue.origin === 'set') {
    return issue.code === 'too_big'
      ? { code: 'too_many', max: asNumber(issue.maximum) }
      : { code: 'too_few', min: asNumber(issue.minimum) };
  }
  if (issue.code === 'too_big') {
    return issue.origin === 'string'
      ? { code: 'too_long', max: asNumber(issue.maximum) }
      : { code: 'out_of_bounds', min: null, max: asNumber(issue.maximum) };
  }
  return { code: 'out_of_bounds', min: asNumber(issue.minimum), max: null };
}

function unknownValue(allowed: readonly unknown[], input: unknown): ValueFault {
  const codes = allowed.map(String);
  if (typeof input !== 'string') return { code: 'expected', what: 'text' };
  return { code: 'unknown_value', value: input.slice(0, 60), allowed: codes, nearest: nearest(input, codes) };
}

function faultOf(issue: Issue): ValueFault {
  // `null` is an empty value in YAML (`phone:`), which reads as forgotten.
  if (issue.input === undefined || issue.input === null) return { code: 'required' };
  if (issue.message.startsWith(expectationMark)) {
    return { code: 'expected', what: issue.message.slice(expectationMark.length) as Expectation };
  }
  switch (issue.code) {
    case 'invalid_type':
      return { code: 'expected', what: typeExpectations[issue.expected] ?? 'something_else' };
    case 'invalid_value':
      return unknownValue(issue.values, issue.input);
    case 'too_big':
    case 'too_small':
      return sizeFault(issue);
    default:
      return { code: 'expected', what: 'something_else' };
  }
}

/** Names of the fields that could stand at a path. */
function fieldsAt(path: ZonePath): readonly string[] {
  return fieldNames[path.filter((step) => typeof step === 'string').join('.')] ?? [];
}

/** Zod's issues in our own words; one for each misspelt field. */
export function readFaults(issues: readonly Issue[]): ZoneIssue[] {
  return issues.flatMap((issue): ZoneIssue[] => {
    const path = issue.path.filter((step) => typeof step !== 'symbol');
    if (issue.code !== 'unrecognized_keys') return [{ severity: 'error', path, ...faultOf(issue) }];
    return issue.keys.map((field) => ({
      severity: 'error',
      path: [...path, field],
      code: 'unknown_field',
      field: field.slice(0, 60),
      nearest: nearest(field, fieldsAt(path)),
    }));
  });
}
