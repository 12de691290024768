import { describeAdapter } from '../conformance.ts';
import { telegramHarness } from './telegram-harness.ts';

describeAdapter('Telegram', { makeHarness: () => telegramHarness(), troubles: ['blocked', 'busy', 'answer_lost'] });
