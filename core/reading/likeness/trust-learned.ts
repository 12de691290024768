/** How far words and rules can be trusted; made by `npm run learn`, never by hand. */
import type { Trust } from './trust.ts';

/** See trust.ts. */
export const trustLearned: Trust = {
  words: 1.28,
  lean: {
    accept: -0.45,
    arrived: 0.08,
    check_in: -0.52,
    comms_risk: 0.34,
    crisis: -0.17,
    decline: -0.54,
    delay: 0.23,
    dispute: -1.09,
    dispute_breach: 0.37,
    dispute_consent: 0.28,
    dispute_payment: 0.09,
    dispute_refuse: 0.03,
    dispute_schedule: -0.21,
    dispute_settled: 0.27,
    emergency: -0.99,
    false_alarm: 0.43,
    figures: -0.03,
    figures_correction: 0.45,
    found_item: 0.47,
    handed_over: 0.32,
    handover: 0.21,
    hazard_chase: 0.33,
    hazard_fixed: 0.63,
    hazard_report: -1,
    hazard_withdraw: 0.21,
    leave_request: 0.42,
    need: 0.17,
    question: -0.19,
    received: 0.28,
    reminder: 0.51,
    rescued: 0.06,
    returned: 0.21,
    shift_end: 0.16,
    shift_start: 0.26,
    situation: -0.29,
    small_talk: -0.94,
    standby: 0.07,
    suspicious: 0.08,
    underway: 0.07,
    unknown: -0.9,
    unsafe_withdrawal: 0.29
  },
  rules: {
    accept: [
      0,
      0,
      0,
      0.7
    ],
    arrived: [
      0,
      0.45,
      0,
      0.7
    ],
    check_in: [
      0,
      0.27,
      0.64,
      0.91
    ],
    comms_risk: [
      0,
      0.29,
      0,
      0.46
    ],
    crisis: [
      0,
      0,
      0.7,
      0.36
    ],
    decline: [
      0,
      0.65,
      0.65,
      1.42
    ],
    delay: [
      0,
      0.53,
      -0.37,
      0.99
    ],
    dispute: [
      0,
      0.19,
      0.36,
      0.07
    ],
    dispute_breach: [
      0,
      0,
      0,
      0.46
    ],
    dispute_consent: [
      0,
      0,
      0,
      0.36
    ],
    dispute_payment: [
      0,
      0,
      0,
      0.61
    ],
    dispute_refuse: [
      0,
      0,
      0,
      0.68
    ],
    dispute_schedule: [
      0,
      0,
      0,
      1.06
    ],
    dispute_settled: [
      0,
      0,
      0,
      0.25
    ],
    emergency: [
      0,
      0.7,
      0.74,
      1.08
    ],
    false_alarm: [
      0,
      0.6,
      0,
      0.66
    ],
    figures: [
      0,
      0,
      0.32,
      0.61
    ],
    figures_correction: [
      0,
      0,
      0,
      0.36
    ],
    found_item: [
      0,
      0,
      0,
      0.67
    ],
    handed_over: [
      0,
      0.22,
      0,
      0.21
    ],
    handover: [
      0,
      0,
      0.39,
      0.31
    ],
    hazard_chase: [
      0,
      0,
      0,
      1.14
    ],
    hazard_fixed: [
      0,
      0,
      -0.01,
      0.73
    ],
    hazard_report: [
      0,
      0.05,
      0.46,
      0.75
    ],
    hazard_withdraw: [
      0,
      0,
      0.19,
      1.28
    ],
    leave_request: [
      0,
      0,
      0.19,
      0.52
    ],
    need: [
      0,
      0.81,
      0,
      0.72
    ],
    question: [
      -0.27,
      0,
      0.12,
      0
    ],
    received: [
      0,
      0.58,
      0.01,
      0.08
    ],
    reminder: [
      0,
      0,
      0,
      0.48
    ],
    rescued: [
      0,
      1.22,
      0,
      0.69
    ],
    returned: [
      0,
      0.59,
      0,
      0.85
    ],
    shift_end: [
      0,
      0,
      0,
      0.99
    ],
    shift_start: [
      0,
      0,
      0,
      0.66
    ],
    situation: [
      0,
      0.84,
      0.29,
      0
    ],
    small_talk: [
      0.23,
      0.7,
      0.55,
      0
    ],
    standby: [
      0,
      0,
      0,
      0.53
    ],
    suspicious: [
      0,
      0,
      0,
      0.39
    ],
    underway: [
      0,
      0.68,
      0,
      0.97
    ],
    unknown: [
      0,
      -0.01,
      0,
      0
    ],
    unsafe_withdrawal: [
      0,
      0.51,
      0,
      0.52
    ]
  }
};
