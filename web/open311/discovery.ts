import type { Open311Texts } from '../../bot/texts/open311-texts.ts';
import type { Answerable } from './xml.ts';

/** When the list of services or their definitions last changed; move it on with them. */
const changeset = '2026-11-22 08:00';

/** Where the interface is and what it speaks (http://wiki.open311.org/Service_Discovery). */
export function discovery(
  texts: Open311Texts,
  { zone, url, isTest }: { zone: string; url: string; isTest: boolean },
): Answerable {
  return {
    changeset,
    contact: texts.contact(zone),
    key_service: texts.keyService,
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url,
        changeset,
        type: isTest ? 'test' : 'production',
        formats: ['text/xml', 'application/json'],
      },
    ],
  };
}
