/** From the scene: what rescuers see, what they need, whom they saved, what is unsafe. */
import type { Phrase } from '../phrase.ts';
import { commsRisk } from './comms-risk.ts';
import { falseAlarm } from './false-alarm.ts';
import { handedOver } from './handed-over.ts';
import { needs } from './needs.ts';
import { rescued } from './rescued.ts';
import { situation } from './situation.ts';
import { withdrawal } from './withdrawal.ts';

/** In the order in which a message is searched. */
export const scene: readonly Phrase[] = [
  ...[needs, rescued, handedOver, withdrawal].flat(),
  ...[commsRisk, falseAlarm, situation].flat(),
];
