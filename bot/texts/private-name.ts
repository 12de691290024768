import { disputeKinds } from '../../core/catalogue.ts';
import { matterKinds } from '../../core/matter.ts';
import type { Language } from '../../core/message.ts';

const names = new Map<string, { zh: string; en: string }>(
  [...matterKinds, ...disputeKinds].map((one) => [one.code, one]),
);

/** What people call a kind of dispute or of private matter; a code that is neither stays as it is. */
export function privateName(code: string, language: Language): string {
  return names.get(code)?.[language] ?? code;
}
