import type { DisputeKind } from '../core/catalogue.ts';

/** The few words by which nearly everybody begins; whatever else there is core/reading hears. */
const plain: readonly (readonly [DisputeKind, RegExp])[] = [
  [
    'wages',
    /(?:欠|拖欠|不给|不发|没发|克扣|讨要?)[^,，。!！]{0,10}(?:工资|工钱|薪水|血汗钱)|(?:工资|工钱)[^,，。!！]{0,8}(?:没给|不给|没发|不发|拖|欠)|\bunpaid wages\b/iu,
  ],
  [
    'business_debt',
    /(?:欠|拖欠|拖着|不付|不结)[^,，。!！]{0,8}(?:货款|尾款|工程款)|(?:货款|尾款|工程款)[^,，。!！]{0,8}(?:拖|欠|不付|不结|没付|没结)/u,
  ],
  ['tenancy', /(?:不退|没退|扣)[^,，。!！]{0,4}押金|押金[^,，。!！]{0,6}(?:不退|没退|不还)/u],
  ['loan', /(?:借|欠)(?:了)?我(?:们)?(?:家)?[^,，。!！]{0,8}(?:钱|块|元|万)[^。!！]{0,12}(?:不还|没还|赖)/u],
  ['family', /(?:要|想|闹)离婚|抚养费|抚养权/u],
  ['work_injury', /工伤[^。!！]{0,12}(?:不赔|不认|没赔|只肯|不给)/u],
];

/** The kind of dispute that somebody plainly complains of; null: none. */
export function plainDispute(words: string): DisputeKind | null {
  const text = words.normalize('NFKC');
  return plain.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
