import { html, raw } from 'hono/html';
import { renderSVG } from 'uqr';
import { placeSheetZh } from '../../bot/texts/web-hazard-zh.ts';
import type { Place } from '../../core/people.ts';
import type { Markup } from './layout.ts';

/** Four sheets of A6 to a page of A4, with marks to cut along, or one. */
export const sheetStyle = `
@page { size: A4; margin: 0; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #000; font-family: 'PingFang SC', 'Noto Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif; }
.sheets { display: flex; flex-wrap: wrap; width: 210mm; margin: 0 auto; }
.sheet { display: flex; flex-direction: column; align-items: center; width: 105mm; height: 148mm; padding: 7mm 6mm 6mm; border: 1px dashed #bbb; text-align: center; break-inside: avoid; overflow: hidden; }
h1 { margin: 0; font-size: 20pt; line-height: 1.2; overflow-wrap: anywhere; }
h1.long { font-size: 14pt; }
.code { margin: 1mm 0 2mm; font-size: 24pt; font-weight: 700; letter-spacing: .04em; }
.a4 .sheet { zoom: 2; border: 0; }
.qr { width: 68mm; }
.qr svg { display: block; width: 100%; height: auto; }
.scan { margin: 2mm 0 0; font-size: 15pt; font-weight: 700; }
.scan small { display: block; font-size: 10pt; font-weight: 400; }
.emergency { width: 100%; margin: auto 0 0; padding: 2mm; background: #b92c14; color: #fff; font-size: 12pt; font-weight: 700; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
`;

/** From here on a name needs smaller letters to stay within two lines. */
const longName = 22;

/**
 * Sheets for walls, one for each place: its name and code in large letters, the code to scan, and whom to ring. Opens in any
 * browser and prints from there.
 * @param publicUrl where people reach the program, without a trailing slash
 * @param styleAddress where `sheetStyle` is; null for a file that stands alone, with its style in it
 */
export function placeSheets(
  places: readonly Place[],
  publicUrl: string,
  size: 'a4' | 'a6',
  styleAddress: string | null = null,
): Markup {
  const words = placeSheetZh;
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <title>${words.title}</title>
        ${
          styleAddress === null
            ? html`<style>
                ${raw(sheetStyle)}
              </style>`
            : html`<link rel="stylesheet" href="${styleAddress}" />`
        }
      </head>
      <body>
        <main class="sheets ${size}">${places.map((place) => sheet(place, publicUrl))}</main>
      </body>
    </html>`;
}

function sheet({ code, name }: Place, publicUrl: string): Markup {
  const words = placeSheetZh;
  // A scratched corner of a sheet that hangs outside must not matter: a quarter of it may be lost.
  const qr = renderSVG(`${publicUrl}/p/${encodeURIComponent(code)}`, { ecc: 'Q', border: 2 });
  return html`<section class="sheet">
    <h1 class="${name.length > longName ? 'long' : ''}">${name}</h1>
    <p class="code">${code}</p>
    <div class="qr">${raw(qr)}</div>
    <p class="scan">${words.scan}<small>${words.scanOther}</small></p>
    <p class="emergency">${words.emergency}</p>
  </section>`;
}
