import type { Open311Texts } from '../../bot/texts/open311-texts.ts';
import { open311TextsIn } from '../../bot/texts/open311-in.ts';
import { textsIn } from '../../bot/texts/texts-in.ts';
import { hazardKinds, type HazardKind } from '../../core/catalogue.ts';
import { hazardKindPages } from '../../core/hazard-kind-page.ts';
import type { Language } from '../../core/message.ts';
import type { Answerable } from './xml.ts';

/** What can be reported: every kind of hazard is a service, whose number is given at once. */
export function serviceList(language: Language): Answerable {
  const texts = open311TextsIn(language);
  const { hazard } = textsIn(language);
  return hazardKinds.map(({ code, zh, en }) => ({
    service_code: code,
    service_name: hazard.kind(code),
    description: texts.service(hazard.kind(code)),
    metadata: true,
    type: 'realtime',
    keywords: `${zh}, ${en}`,
    group: groupOf(code, language),
  }));
}

/** The first page of kinds that has it, those that only gather what is common left out. */
function groupOf(kind: HazardKind, language: Language): string {
  const page = hazardKindPages.find(({ code, kinds }) => code !== 'likely' && kinds.includes(kind));
  return page === undefined ? open311TextsIn(language).otherGroup : textsIn(language).hazard.page[page.code];
}

/** Which kind a code names; null: none. */
export function kindOf(code: string): HazardKind | null {
  return hazardKinds.find((kind) => kind.code === code)?.code ?? null;
}

/** What else may be said of a hazard of this kind; nothing of it must be. */
export function serviceDefinition(kind: HazardKind, language: Language): Answerable {
  const { attribute } = open311TextsIn(language);
  const { hazard } = textsIn(language);
  const others = hazardKinds.filter(({ code }) => code !== kind && code !== 'other');
  return {
    service_code: kind,
    attributes: [
      { ...field('emergency', 'string', 1, attribute), variable: false },
      field('people', 'number', 2, attribute),
      {
        ...field('also', 'multivaluelist', 3, attribute),
        values: others.map(({ code }) => ({ key: code, name: hazard.kind(code) })),
      },
    ],
  };
}

function field(
  code: keyof Open311Texts['attribute'],
  datatype: 'string' | 'number' | 'multivaluelist',
  order: number,
  words: Open311Texts['attribute'],
) {
  const { description, type } = words[code];
  return { variable: true, code, datatype, required: false, datatype_description: type, order, description };
}
