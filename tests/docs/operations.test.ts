import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { signLinks } from '../../bot/sign-links.ts';
import type { PersonId, Token } from '../../core/ids.ts';
import { priorities } from '../../core/notice.ts';
import { dailyAt } from '../../jobs/calendar.ts';
import { vitalBounds } from '../../jobs/watchdog.ts';
import { createMetrics } from '../../web/metrics.ts';
import { fakeClock } from '../support/clock.ts';
import { contentOf, home, section, tableRows, unsaid } from './documents.ts';

const text = contentOf('docs/operations.md');
const rows = tableRows(text);

function sources(): string {
  const folders = ['bot', 'db', 'handlers', 'jobs', 'web'];
  const inside = folders.flatMap((folder) =>
    readdirSync(join(home, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => join(folder, path)),
  );
  return [...inside, 'assemble.ts', 'main.ts', 'start-chats.ts'].map(contentOf).join('\n');
}

describe('docs/operations.md', () => {
  it('explains every metric and no other', async () => {
    const metrics = createMetrics({
      clock: fakeClock(),
      outbox: { depth: () => Promise.resolve([]) },
      isStoring: () => true,
    });
    const page = await metrics.text();
    metrics.close();
    const counted = [...page.matchAll(/^# HELP (\S+)/gm)].map(([, name = '']) => name);
    const explained = rows.map(([name = '']) => name).filter((name) => /^(?:qunfang|process)_/.test(name));
    expect(explained.sort()).toEqual(counted.sort());
  });

  it('quotes the log as the program writes it', () => {
    const quoted = tableRows(section(text, 'Reading the log'))
      .slice(1)
      .flatMap(([message = '', what = '']) => [message, ...(/`([A-Z][a-z][^`]+)` follows/.exec(what)?.slice(1) ?? [])]);
    expect(quoted.length).toBeGreaterThan(12);
    const code = sources();
    expect(quoted.filter((message) => !code.includes(`'${message}'`))).toEqual([]);
  });

  it('starts the program as npm start does', () => {
    const { scripts } = JSON.parse(contentOf('package.json')) as { scripts: { start: string } };
    const [, exec = ''] = /^ExecStart=\S*\/node_modules\/\.bin\/(.+)$/m.exec(text) ?? [];
    expect(exec).toBe(scripts.start);
  });

  it('lets every page through the proxy whose address somebody is given', () => {
    const links = signLinks({ publicUrl: 'https://qunfang.example', secret: 'secret' });
    const reader = 'p' as PersonId;
    const paths = [
      '/o/a-token',
      '/i/I-2611-0001',
      links.hazardPath({ number: 'H-2611-0001' }, reader, 0),
      links.place({ code: 'XT-01' }, reader, 0),
      links.month({ personId: reader }, '2026-11', reader, 0),
      links.calendar('feedfeed' as Token),
      links.login(reader, 0),
      links.matter({ number: 'M-2611-0001' }, reader, 0),
      links.session({ number: 'M-2611-0001' }, 1, reader, 0),
      links.tellPath('dispute', reader, 0),
      links.ownData(reader, 0),
      links.sheetsPath(reader, 0),
      links.pointPath({ code: 'XT-01' }),
      links.phonePath(reader, 0),
      '/p/XT-01',
      '/p/XT-01/here',
      '/report',
      '/assets/web/client/page.css',
    ].map((address) => new URL(address ?? '', 'https://qunfang.example').pathname);
    const caddy = (/@open path (.+)/.exec(text)?.[1] ?? '').split(' ');
    const nginx = new RegExp(/location ~ (\S+) \{/.exec(text)?.[1] ?? '^$');
    const open = (path: string): boolean =>
      caddy.some((glob) => (glob.endsWith('*') ? path.startsWith(glob.slice(0, -1)) : path === glob));
    expect(paths.filter((path) => !open(path))).toEqual([]);
    expect(paths.filter((path) => !nginx.test(path))).toEqual([]);
    expect(nginx.test('/metrics') || open('/metrics')).toBe(false);
  });

  it('tells when the daily work is done', () => {
    expect(dailyAt).toEqual({
      selfCheck: '30 7 * * *',
      forgetMatters: '10 3 * * *',
      forgetOld: '25 3 * * *',
      forgetRecords: '35 3 * * *',
      wipe: '50 3 * * *',
      unreachablePeople: '0 8 * * *',
    });
    expect(unsaid(text, ['every day at 7:30', 'At 8:00', 'At 3:10', 'at 3:25', 'at 3:35', 'At 3:50'])).toEqual([]);
  });

  it('asks for help where the watchdog does', () => {
    const bounds = rows.find(([name]) => name === 'qunfang_outbox_oldest_seconds')?.[2] ?? '';
    for (const [priority, mostMs] of Object.entries(vitalBounds.outboxMs).slice(0, 3)) {
      expect(bounds).toContain(`\`${priority}\` above ${mostMs / 1_000}`);
    }
    const loop = rows.find(([name]) => name === 'qunfang_event_loop_delay_seconds')?.[2];
    expect(loop).toContain(`above ${vitalBounds.eventLoopDelayMs / 1_000}`);
    expect(Object.keys(priorities).slice(0, 3)).toEqual(Object.keys(vitalBounds.outboxMs).slice(0, 3));
  });
});
