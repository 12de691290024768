import type { Position } from '../../core/message.ts';

/** The invented zone: 26 km², three parts, 21 villages, six estates, two rivers. WGS-84. */
export const centre: Position = { lat: 28.905, lon: 120.055 };
export const bounds: [[number, number], [number, number]] = [
  [28.882, 120.0288],
  [28.928, 120.0812],
];

export type Part = 'east' | 'centre' | 'west';

/** A named spot of the map. */
export interface Spot {
  name: string;
  position: Position;
}

const at = (lat: number, lon: number): Position => ({ lat, lon });

/** The villages by part; the order gives their codes CUN-01 to CUN-21. */
export const villages: readonly (Spot & { part: Part })[] = [
  { part: 'east', name: '樟塘', position: at(28.921, 120.066) },
  { part: 'east', name: '上桥', position: at(28.915, 120.07) },
  { part: 'east', name: '石坎头', position: at(28.924, 120.0745) },
  { part: 'east', name: '东岭脚', position: at(28.918, 120.0775) },
  { part: 'east', name: '前坞', position: at(28.9075, 120.072) },
  { part: 'east', name: '后塘', position: at(28.901, 120.067) },
  { part: 'east', name: '麻车口', position: at(28.893, 120.07) },
  { part: 'east', name: '溪东', position: at(28.887, 120.076) },
  { part: 'centre', name: '山沿', position: at(28.9245, 120.05) },
  { part: 'centre', name: '新屋', position: at(28.917, 120.053) },
  { part: 'centre', name: '桥里', position: at(28.9075, 120.0545) },
  { part: 'centre', name: '街西', position: at(28.903, 120.052) },
  { part: 'centre', name: '大塘沿', position: at(28.896, 120.056) },
  { part: 'centre', name: '岗头', position: at(28.889, 120.051) },
  { part: 'centre', name: '井头', position: at(28.913, 120.0605) },
  { part: 'west', name: '西塘', position: at(28.911, 120.036) },
  { part: 'west', name: '黄泥岭', position: at(28.9235, 120.033) },
  { part: 'west', name: '长垅', position: at(28.8985, 120.0345) },
  { part: 'west', name: '荷塘', position: at(28.905, 120.0445) },
  { part: 'west', name: '渡口', position: at(28.9, 120.0392) },
  { part: 'west', name: '下宅', position: at(28.888, 120.042) },
];

/** The estates, where seven of ten enterprises are. */
export const estates: readonly (Spot & { code: string; aliases: string[]; spreadMetres: number })[] = [
  {
    code: 'YQ-01',
    name: '西塘工业区',
    aliases: ['西塘工业园', '西塘园区'],
    position: at(28.915, 120.0385),
    spreadMetres: 300,
  },
  {
    code: 'YQ-02',
    name: '荷塘五金园',
    aliases: ['荷塘五金工业园'],
    position: at(28.9085, 120.0478),
    spreadMetres: 220,
  },
  { code: 'YQ-03', name: '桥里门业园', aliases: ['桥里工业区'], position: at(28.91, 120.057), spreadMetres: 240 },
  {
    code: 'YQ-04',
    name: '大塘沿电动工具园',
    aliases: ['大塘沿工业区', '电动工具园'],
    position: at(28.8975, 120.06),
    spreadMetres: 260,
  },
  { code: 'YQ-05', name: '樟塘杯业园', aliases: ['樟塘工业区'], position: at(28.9185, 120.0635), spreadMetres: 240 },
  {
    code: 'YQ-06',
    name: '溪东物流园',
    aliases: ['溪东物流中心', '物流中心'],
    position: at(28.8905, 120.0735),
    spreadMetres: 240,
  },
];

/** The two rivers, as lines from their upper end. */
export const rivers: readonly { name: string; line: readonly Position[] }[] = [
  {
    name: '青竹溪',
    line: [
      at(28.9275, 120.036),
      at(28.919, 120.0415),
      at(28.9065, 120.0408),
      at(28.8998, 120.0402),
      at(28.89, 120.0438),
      at(28.8825, 120.045),
    ],
  },
  {
    name: '石鼓溪',
    line: [
      at(28.9275, 120.07),
      at(28.917, 120.0728),
      at(28.908, 120.0692),
      at(28.898, 120.0712),
      at(28.888, 120.074),
      at(28.8825, 120.0745),
    ],
  },
];

/** A spot on a line, `share` (0 to 1) of its corners along. */
export function along(line: readonly Position[], share: number): Position {
  const step = Math.min(line.length - 2, Math.floor(share * (line.length - 1)));
  const [from, to] = [line[step], line[step + 1]];
  if (from === undefined || to === undefined) throw new RangeError('a line has two ends');
  const rest = share * (line.length - 1) - step;
  return { lat: from.lat + (to.lat - from.lat) * rest, lon: from.lon + (to.lon - from.lon) * rest };
}
