/** Short ways to have a message read in a test. */
import type { Message, Reading } from '../../../core/reading/reading.ts';
import { read } from '../../../core/reading/read.ts';
import { messageOf } from './corpus.ts';

/** Reads `text` as a rescuer's answer to an open order. */
export function answer(text: string, more: Partial<Message> = {}): Reading {
  return read(messageOf({ text, room: 'squad', openOrder: true, ...more }));
}

/** Reads `text` as written in a village group. */
export function inVillage(text: string, more: Partial<Message> = {}): Reading {
  return read(messageOf({ text, room: 'village', ...more }));
}

/** Reads `text` as written in a squad's group when no order awaits an answer. */
export function inSquad(text: string, more: Partial<Message> = {}): Reading {
  return read(messageOf({ text, room: 'squad', ...more }));
}
