import { useEffect, useState } from 'preact/hooks';
import type { Scene } from '../rehearsal/scene.ts';

/** What somebody of a patrol is made to say and has not said yet. */
export interface Expected {
  person: string;
  room: string;
  /** The newest message before it. */
  after: string;
}

/** So long is waited for it; a message that could not be sent says so itself. */
const EXPECTED_MS = 15_000;

/** Until it stands in the chat nothing else is to be done: what comes next is read from what was said. */
export function useExpected(): [Expected | null, (expected: Expected) => void] {
  const [expected, setExpected] = useState<Expected | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setExpected(null), EXPECTED_MS);
    return () => clearTimeout(timer);
  }, [expected]);
  return [expected, setExpected];
}

/** Whether it was said. */
export function isHere({ messages }: Scene, { person, room, after }: Expected): boolean {
  return messages.some(({ id, sender, room: where }) => id > after && sender === person && where === room);
}
