import { useRef, useState } from 'preact/hooks';
import type { RehearsalTexts } from '../../bot/texts/web-texts.ts';
import { actId, ActingError, say, uploadPhoto, type Saying } from './acting.ts';
import type { Composed } from './composer.ts';
import type { LiveScene } from './live-scene.ts';
import type { Pending } from './pending.ts';
import { shrinkPhoto } from './shrink-photo.ts';

/** Sends what one phone composes; what is on its way, or did not arrive, stays in sight. */
export interface Sending {
  pending: readonly Pending[];
  send: (from: Pick<Saying, 'person' | 'room' | 'quoting'>, composed: Composed) => void;
  again: (one: Pending) => void;
}

/** The sending of one phone. */
export function useSending(live: LiveScene, texts: RehearsalTexts): Sending {
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const photos = useRef(new Map<string, File>());
  const set = (one: Pending): void =>
    setPending((all) => [...all.filter(({ updateId }) => updateId !== one.updateId), one]);
  const drop = (updateId: string): void => {
    photos.current.delete(updateId);
    setPending((all) => all.filter((one) => one.updateId !== updateId));
  };
  const carry = async (one: Pending): Promise<void> => {
    set({ ...one, failed: null });
    try {
      const photo = photos.current.get(one.updateId);
      const saying =
        photo === undefined ? one.saying : { ...one.saying, photo: await uploadPhoto(await shrinkPhoto(photo)) };
      live.take([await say(one.updateId, saying)]);
      drop(one.updateId);
    } catch (error) {
      if (!(error instanceof ActingError)) throw error;
      set({ ...one, failed: error.failure });
    }
  };
  const send: Sending['send'] = (from, { text, photo, spot }) => {
    const updateId = actId();
    if (photo !== undefined) photos.current.set(updateId, photo);
    const saying: Saying = {
      ...from,
      text: text ?? '',
      ...(spot === undefined ? {} : { position: { ...spot.position, live: true } }),
    };
    const label = text ?? (spot === undefined ? texts.photo : spot.name);
    void carry({ updateId, saying, label, failed: null });
  };
  return { pending, send, again: (one) => void carry(one) };
}
