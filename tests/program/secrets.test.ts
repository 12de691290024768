import { expect, it } from 'vitest';
import { startProgram } from '../support/program.ts';
import { newSchema } from '../support/stores.ts';

it('the start shows no part of a database password, wherever in the address it stands', async () => {
  const schema = newSchema();
  const settings = schema.url.replace('//qunfang@', '//qunfang:hunter2@tail3@');
  const program = await startProgram({ DATABASE_URL: `${settings}&password=hunter4`, LOG_LEVEL: 'trace' });
  const code = await program.stop();
  await schema.remove();
  expect(program.output()).toContain('qunfang:***@127.0.0.1');
  expect(program.output()).not.toMatch(/hunter|tail3/);
  expect(code).toBe(0);
});
