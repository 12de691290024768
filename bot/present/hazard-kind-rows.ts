import type { HazardKind } from '../../core/catalogue.ts';
import { hazardKindPages, type HazardKindPage } from '../../core/hazard-kind-page.ts';
import type { Token } from '../../core/ids.ts';
import type { CardAction } from '../../core/message.ts';
import { hazardButton } from './hazard-lines.ts';
import type { Presenting } from './presenting.ts';

/** Buttons side by side that can still be read on a small phone. */
const perRow = 2;

/** Buttons in rows. */
export function inRows(actions: readonly CardAction[], width = perRow): CardAction[][] {
  return Array.from({ length: Math.ceil(actions.length / width) }, (_, row) =>
    actions.slice(row * width, row * width + width),
  );
}

/**
 * One page of kinds as buttons. The likely ones end in 其他, which leads to the pages of all; every page ends in "other", so
 * that nobody is stuck with a kind that is not on it.
 */
export function kindRows(
  page: HazardKindPage,
  token: Token,
  presenting: Presenting,
  chosen: HazardKind | null = null,
): CardAction[][] {
  const { hazard } = presenting.texts;
  const kindButton = (kind: HazardKind): CardAction =>
    hazardButton(presenting, 'hazard_kind', token, {
      value: kind,
      label: hazard.kindLabel(kind),
      style: kind === chosen ? 'primary' : 'plain',
    });
  const pageButton = (code: HazardKindPage): CardAction =>
    hazardButton(presenting, 'hazard_kind', token, { value: code, label: hazard.page[code] });
  const none: CardAction = { ...kindButton('other'), label: hazard.noneOfThese };
  if (page === 'all') {
    const pages = hazardKindPages.filter(({ kinds }) => kinds.length > 0).map(({ code }) => code);
    return [...pages.map((code) => [pageButton(code)]), [none]];
  }
  const kinds = hazardKindPages.find(({ code }) => code === page)?.kinds ?? [];
  const last = page === 'likely' ? [pageButton('all')] : [{ ...pageButton('all'), label: hazard.otherPage }, none];
  return [...inRows(kinds.map(kindButton)), last];
}
