/** `npm run bench:quiet`: how much the bot says in each flow, as the stories in tests/scenarios/quiet.test.ts play it. */
import { startVitest } from 'vitest/node';
import type { Quiet } from '../tests/scenarios/quiet.test.ts';

const columns = ['actions', 'groups', 'busiest', 'direct', 'edits', 'reactions'] as const;

const vitest = await startVitest(['tests/scenarios/quiet.test.ts'], {
  watch: false,
  reporters: [{}],
  testNamePattern: 'sqlite',
});
const played: Quiet[] = [];
for (const module of vitest.state.getTestModules())
  for (const test of module.children.allTests()) {
    const { quiet } = test.meta() as { quiet?: Quiet };
    if (quiet !== undefined) played.push(quiet);
  }
const ok = vitest.state.getCountOfFailedTests() === 0 && played.length > 0;
await vitest.close();

const widest = Math.max(...played.map(({ flow }) => flow.length));
const row = (name: string, cells: readonly string[]): string =>
  `${name.padEnd(widest)}  ${cells.map((cell) => cell.padStart(9)).join(' ')}`;
const lines = [
  row('flow', columns),
  ...played.map((quiet) =>
    row(
      quiet.flow,
      columns.map((column) => String(quiet[column])),
    ),
  ),
];
if (!ok) lines.push('A bound does not hold: npm test -- tests/scenarios/quiet.test.ts');
process.stdout.write(`${lines.join('\n')}\n`);
process.exitCode = ok ? 0 : 1;
