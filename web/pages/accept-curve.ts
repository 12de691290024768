import { html } from 'hono/html';
import type { AfterActionReport } from '../../core/after-action.ts';
import type { Markup } from './layout.ts';

const width = 640;
const height = 190;
const margin = { left: 34, right: 14, top: 14, bottom: 28 };
const inner = { width: width - margin.left - margin.right, height: height - margin.top - margin.bottom };

/** What the drawing says in words. */
export interface CurveWords {
  alt: string;
  needed: string;
  /** A span of time, short. */
  duration(milliseconds: number): string;
}

/** Seats held since the orders went out, as steps, with the need as a line across. Nothing when nobody accepted. */
export function acceptCurve(curve: AfterActionReport['acceptCurve'], needed: number, words: CurveWords): Markup | '' {
  const last = curve.at(-1);
  if (last === undefined) return '';
  const endMs = Math.max(last.sinceOrdersMs * 1.15, 10_000);
  const top = Math.max(needed, ...curve.map(({ held }) => held), 1);
  const x = (milliseconds: number): number => round(margin.left + (milliseconds / endMs) * inner.width);
  const y = (held: number): number => round(margin.top + (1 - held / top) * inner.height);
  const steps = curve.map(({ sinceOrdersMs, held }) => `H${x(sinceOrdersMs)}V${y(held)}`).join('');
  const line = `M${x(0)} ${y(0)}${steps}H${x(endMs)}`;
  return html`<svg class="curve" viewBox="0 0 ${width} ${height}" role="img" aria-label="${words.alt}">
    <path class="curve-axis" d="M${margin.left} ${margin.top}V${y(0)}H${width - margin.right}" />
    <path class="curve-area" d="${line}V${y(0)}Z" />
    <path class="curve-line" d="${line}" />
    <path class="curve-need" d="M${margin.left} ${y(needed)}H${width - margin.right}" />
    <text
      class="curve-word"
      x="${width - margin.right}"
      y="${y(needed) - 5 < 12 ? y(needed) + 14 : y(needed) - 5}"
      text-anchor="end"
    >
      ${words.needed}
    </text>
    ${curve.map(({ sinceOrdersMs, held }) => html`<circle class="curve-dot" cx="${x(sinceOrdersMs)}" cy="${y(held)}" r="4" />`)}
    ${curveTicks(endMs).map((at) => html`<text class="curve-word" x="${x(at)}" y="${height - 8}" text-anchor="middle">${words.duration(at)}</text>`)}
    ${[0, top].map((held) => html`<text class="curve-word" x="${margin.left - 8}" y="${y(held) + 4}" text-anchor="end">${held}</text>`)}
  </svg>`;
}

/** Round steps of time below the axis, at most six. */
export function curveTicks(endMs: number): number[] {
  const steps = [5, 10, 15, 30, 60, 120, 300, 600, 1_200, 1_800, 3_600, 7_200].map((seconds) => seconds * 1_000);
  const step = steps.find((one) => endMs / one <= 6) ?? 14_400_000;
  return Array.from({ length: Math.floor(endMs / step) + 1 }, (_, n) => n * step);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
