import { eachEngine } from '../../support/stores.ts';
import { describeAdapter } from '../conformance.ts';
import { webHarness } from './web-harness.ts';

eachEngine((database) => {
  describeAdapter('the web chat', { makeHarness: () => webHarness(() => database.store), troubles: ['busy'] });
});
