import { riskColours, type RiskColour } from './catalogue.ts';

/**
 * A risk by LEC (作业条件危险性分析): how likely, how often somebody is exposed, how grave.
 * Source of method and values: K. F. Graham, G. F. Kinney, Practical Risk Analysis for Safety Management (1976).
 */
export interface LecScore {
  likelihood: number;
  exposure: number;
  consequence: number;
}

/** A risk by a matrix of five by five: both from 1 to 5. */
export interface MatrixScore {
  likelihood: number;
  severity: number;
}

/** The values that the method knows, from the gravest. */
export const lecValues = {
  likelihood: [10, 6, 3, 1, 0.5, 0.2, 0.1],
  exposure: [10, 6, 3, 2, 1, 0.5],
  consequence: [100, 40, 15, 7, 3, 1],
} as const;

/** What somebody assessed; part of a place's details. */
export interface Assessment {
  colour?: RiskColour;
  lec?: LecScore;
  matrix?: MatrixScore;
}

/** Where an assessed risk comes from, and the colour that it gives. */
export type BaseReason =
  /** Somebody assessed it, and the zone file or a table says the colour. */
  | { kind: 'stated'; colour: RiskColour }
  | ({ kind: 'lec'; colour: RiskColour; product: number } & LecScore)
  | ({ kind: 'matrix'; colour: RiskColour; product: number } & MatrixScore)
  /** Nobody has: it counts as the lowest until somebody does. */
  | { kind: 'not_assessed'; colour: 'blue' };

/** Colours from the gravest with the least product that gives them; below the last it is blue. */
type Steps = readonly (readonly [RiskColour, number])[];
/** 320 极其危险, 160 高度危险, 70 显著危险; what lies below is 一般 or 稍有危险. */
const lecSteps: Steps = [
  ['red', 320],
  ['orange', 160],
  ['yellow', 70],
];
const matrixSteps: Steps = [
  ['red', 20],
  ['orange', 15],
  ['yellow', 9],
];

function stepOf(steps: Steps, product: number): RiskColour {
  return steps.find(([, least]) => product >= least)?.[0] ?? 'blue';
}

/**
 * The colour of a place before anything is found there: the one that is stated, else by LEC, else by the matrix. Red 重大风险,
 * orange 较大风险, yellow 一般风险, blue 低风险 as in 安委办〔2016〕11号, 关于实施遏制重特大事故工作指南构建双重预防机制的意见.
 */
export function baseColour(details: Assessment | undefined): BaseReason {
  const { colour, lec, matrix } = details ?? {};
  if (colour !== undefined) return { kind: 'stated', colour };
  if (lec !== undefined) {
    // 0.1 × 6 × 7 is 4.2, not 4.200000000000001.
    const product = Math.round(lec.likelihood * lec.exposure * lec.consequence * 100) / 100;
    return { kind: 'lec', colour: stepOf(lecSteps, product), product, ...lec };
  }
  if (matrix !== undefined) {
    const product = matrix.likelihood * matrix.severity;
    return { kind: 'matrix', colour: stepOf(matrixSteps, product), product, ...matrix };
  }
  return { kind: 'not_assessed', colour: 'blue' };
}

const order = riskColours.map(({ code }) => code);

/** Whether the first is graver than the second. */
export function isGraver(one: RiskColour, other: RiskColour): boolean {
  return order.indexOf(one) < order.indexOf(other);
}

/** One step graver; red stays red. */
export function oneUp(colour: RiskColour): RiskColour {
  return order[Math.max(0, order.indexOf(colour) - 1)] ?? 'red';
}
