import type { Token } from '../../core/ids.ts';
import { matterKinds } from '../../core/matter.ts';
import type { Card } from '../../core/message.ts';
import { usualKeepDays, type PrivateRules } from '../../core/zone/private-rules.ts';
import { matterButton } from './matter-shown.ts';
import { cardOf, line, type Presenting } from './presenting.ts';

/** Buttons about one's own data belong to nothing else, so whoever taps is whom they are about. */
export const ownDataToken = 'own-data' as Token;

/** First contact: what is kept, why, how long. */
export function consentAsked({ keepDays }: PrivateRules, { texts }: Presenting): Card {
  const words = texts.matter.list;
  const longest = Math.max(...matterKinds.map(({ code }) => keepDays[code] ?? usualKeepDays[code]));
  return cardOf({
    title: words.dataTitle,
    confidential: true,
    lines: [
      ...words.data.flatMap((one) => line(one)),
      ...line(words.dataKept(longest)),
      ...line(words.dataAgree, 'quiet'),
    ],
    actions: [[matterButton(texts, 'data_agree', ownDataToken, { style: 'primary' })]],
  });
}

/** 我的数据: where it can be fetched. */
export function dataExport(url: string | null, { texts }: Presenting): Card {
  const words = texts.matter.list;
  return cardOf({
    title: words.exportTitle,
    confidential: true,
    lines: line(url === null ? words.exportNoLink : words.exportNext),
    links: url === null ? [] : [{ url, label: words.exportLabel }],
  });
}

/** Sure? One more tap. */
export function dataEraseSure({ texts }: Presenting): Card {
  const words = texts.matter.list;
  return cardOf({
    title: words.eraseTitle,
    confidential: true,
    lines: words.erase.flatMap((one) => line(one)),
    actions: [[matterButton(texts, 'data_erase_sure', ownDataToken, { style: 'danger' })]],
  });
}
