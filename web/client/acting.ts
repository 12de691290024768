import type { RehearsalFailure } from '../../bot/texts/web-texts.ts';
import type { Language, Position } from '../../core/message.ts';
import type { WebMessage } from '../../core/ports/web-messages.ts';

/** Waits before the tries after the first; a repeat carries the same id, so it changes nothing that was done. */
const RETRIES_MS = [400, 1_200, 3_000];

/** Words, a photo or a place that somebody of the cast sends. */
export interface Saying {
  person: string;
  room: string;
  text: string;
  quoting?: string;
  photo?: string;
  position?: Position & { live: boolean };
}

/** Why something was not done; `failure` names the words for it. */
export class ActingError extends Error {
  readonly failure: RehearsalFailure;
  constructor(failure: RehearsalFailure) {
    super(failure);
    this.failure = failure;
  }
}

/** A fresh id for one act. Not `randomUUID`, which browsers hide on plain http in a home network. */
export function actId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Says something as somebody; answers the message as it stands now. @throws ActingError */
export async function say(updateId: string, saying: Saying): Promise<WebMessage> {
  const answer = (await act('/rehearsal/say', { updateId, ...saying })) as { message: WebMessage };
  return answer.message;
}

/** Taps a button as somebody; answers the toast. @throws ActingError */
export async function tap(tapping: { person: string; room: string; messageId: string; data: string }): Promise<string> {
  const answer = (await act('/rehearsal/tap', { updateId: actId(), ...tapping })) as { toast: string };
  return answer.toast;
}

/** Clears the stage. @throws ActingError */
export async function startOver(): Promise<void> {
  await act('/rehearsal/start-over', {});
}

/** Lets the cast and the page speak another language. @throws ActingError */
export async function speak(language: Language): Promise<void> {
  await act('/rehearsal/language', { language });
}

/** Uploads a photo; answers the name under which it can be said. @throws ActingError */
export async function uploadPhoto(photo: Blob): Promise<string> {
  const answer = (await send('/rehearsal/photos', photo)) as { ref: string };
  return answer.ref;
}

async function act(path: string, body: object): Promise<unknown> {
  const json = new Blob([JSON.stringify(body)], { type: 'application/json' });
  for (const wait of RETRIES_MS) {
    try {
      return await send(path, json);
    } catch (error) {
      if (!worthAnotherTry(error)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return send(path, json);
}

function worthAnotherTry(error: unknown): boolean {
  return error instanceof ActingError && (error.failure === 'offline' || error.failure === 'not_stored');
}

async function send(path: string, body: Blob): Promise<unknown> {
  const response = await fetch(path, { method: 'POST', body, headers: { 'x-qunfang': 'rehearsal' } }).catch(
    (error: unknown) => {
      if (error instanceof TypeError) throw new ActingError('offline');
      throw error;
    },
  );
  const answer: unknown = await response.json();
  if (response.ok) return answer;
  throw new ActingError((answer as { error: { failure: RehearsalFailure } }).error.failure);
}
