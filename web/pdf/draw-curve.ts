import type { AfterActionReport } from '../../core/after-action.ts';
import type { Texts } from '../../bot/texts/texts.ts';
import { spanOf } from '../../core/zone-time.ts';
import { curveTicks } from '../pages/accept-curve.ts';
import { ink, type Paper } from './paper.ts';

const height = 130;
const inset = { left: 26, right: 8, top: 12, bottom: 18 };

/** Seats held since the orders went out, as steps, with the need as a dashed line across. */
export function drawCurve(paper: Paper, curve: AfterActionReport['acceptCurve'], needed: number, texts: Texts): void {
  const last = curve.at(-1);
  if (last === undefined) return;
  paper.heading(texts.afterAction.curveHeading, height);
  const { doc } = paper;
  const endMs = Math.max(last.sinceOrdersMs * 1.15, 10_000);
  const most = Math.max(needed, ...curve.map(({ held }) => held), 1);
  const left = paper.left + inset.left;
  const right = paper.left + paper.width - inset.right;
  const [top, base] = [paper.y + inset.top, paper.y + height - inset.bottom];
  const x = (milliseconds: number): number => left + (milliseconds / endMs) * (right - left);
  const y = (held: number): number => base - (held / most) * (base - top);
  const steps = (): void => {
    doc.moveTo(x(0), y(0));
    for (const [at, { sinceOrdersMs, held }] of curve.entries())
      doc.lineTo(x(sinceOrdersMs), y(curve[at - 1]?.held ?? 0)).lineTo(x(sinceOrdersMs), y(held));
    doc.lineTo(right, y(last.held));
  };
  steps();
  doc.lineTo(right, base).lineTo(x(0), base).closePath().fill(ink.soft);
  doc.moveTo(left, top).lineTo(left, base).lineTo(right, base).lineWidth(0.7).stroke(ink.rule);
  doc.moveTo(left, y(needed)).lineTo(right, y(needed)).lineWidth(0.8).dash(3, { space: 3 }).stroke(ink.quiet);
  doc.undash();
  steps();
  doc.lineWidth(1.6).stroke(ink.brand);
  for (const { sinceOrdersMs, held } of curve) doc.circle(x(sinceOrdersMs), y(held), 2.6).fill(ink.brand);
  const word = (text: string, at: number, under: number, width: number, align: 'left' | 'center' | 'right'): void => {
    doc.font('regular').fontSize(8).fillColor(ink.quiet).text(text, at, under, { width, align, lineBreak: false });
  };
  word(texts.web.page.incident.needed(needed), right - 120, y(needed) - (y(needed) - top < 8 ? -3 : 11), 120, 'right');
  for (const held of [0, most]) word(String(held), paper.left, y(held) - 5, inset.left - 6, 'right');
  for (const at of curveTicks(endMs)) word(texts.time.duration(spanOf(at)), x(at) - 30, base + 4, 60, 'center');
  doc.y = base + inset.bottom;
}
