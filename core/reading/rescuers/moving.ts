/** Between leaving and being home again: underway, late, there, back. */
import type { Phrase } from '../phrase.ts';
import { arrived } from './arrived.ts';
import { delay } from './delay.ts';
import { returned } from './returned.ts';
import { underway } from './underway.ts';

/** In the order in which a message is searched. */
export const moving: readonly Phrase[] = [underway, delay, arrived, returned].flat();
