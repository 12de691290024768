import { MockWorld } from '../../support/wechat-mock-world.ts';
import type { Stage } from './wechat-harness.ts';

/** wechaty's mock puppet in this process. */
export function inProcess(): Stage & { world: MockWorld } {
  const world = new MockWorld();
  return { world, settings: {}, makePuppet: () => world.puppet, close: () => Promise.resolve() };
}
