import type { Language } from '../../core/message.ts';
import type { Work } from '../work.ts';

/** Where the language of the rehearsal room is kept. */
export const rehearsalLanguageKey = 'rehearsal.language';

/** The cast and its rooms speak this language from now on; what was said stays as it was said. */
export async function speak(work: Work, language: Language): Promise<void> {
  await work.tx.settings.put(rehearsalLanguageKey, language);
  for (const room of await work.tx.rooms.all()) {
    if (room.platform !== 'web') continue;
    await work.tx.rooms.put({ ...room, language });
    const holder = /^direct:(.+)$/.exec(room.externalId)?.[1];
    const known = holder === undefined ? null : await work.tx.people.bySender('web', holder);
    if (known !== null) await work.tx.people.put({ ...known.person, language });
    work.notify({ about: 'room', id: room.externalId });
  }
}
