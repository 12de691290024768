import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TelegramControl } from '../support/fake-bot-api/control.ts';
import type { ShownMessage } from '../support/fake-bot-api/control/watch.ts';
import { startFakeBotApi } from '../support/fake-bot-api/server.ts';
import type { FakeBotApi } from '../support/fake-bot-api/server.ts';
import { newSchema } from '../support/stores.ts';
import type { Program } from '../support/program.ts';
import { startProgram, temporaryFolder } from '../support/program.ts';

const resident = 11;
const officer = 12;
const rescuers = [21, 22, 23] as const;
const command = -1_001_000_000_001;
const squad = -1_001_000_000_002;

const zone = `zone:
  name: 东城
  timeZone: Asia/Shanghai
  centre: [28.905, 120.055]
  languages: [zh, en]
people:
  - {callSign: 值01, roles: [duty_officer, admin], phone: 199-0000-0001, identities: {telegram: ${officer}}}
  - {callSign: 东01, roles: [rescuer], duty: on_duty, base: [28.906, 120.056], skills: [{skill: fire_operator}], identities: {telegram: 21}}
  - {callSign: 东02, roles: [rescuer], duty: on_duty, base: [28.907, 120.057], skills: [{skill: fire_operator}], identities: {telegram: 22}}
  - {callSign: 东03, roles: [rescuer], duty: on_duty, base: [28.908, 120.058], skills: [{skill: first_aid}], identities: {telegram: 23}}
rooms:
  - {platform: telegram, id: "${command}", purpose: command, title: 指挥群}
  - {platform: telegram, id: "${squad}", purpose: squad, title: 救援群}
places:
  - {code: GY-01, kind: market, name: 西塘工业区, position: [28.905, 120.055]}
plans:
  - code: F-01
    name: 火灾
    kind: fire
    seats: [{skill: fire_operator, count: 2}, {skill: first_aid, count: 1}]
    safety: {zh: [先断电，不进浓烟], en: [Cut the power first]}
`;

/** Polls what the fake shows until it fits; what never comes fails with what is there. */
async function until<T>(look: () => Promise<T>, fits: (seen: T) => boolean): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => void look().then((seen) => reject(new Error(`never came: ${JSON.stringify(seen)}`))),
    75_000,
  );
  const poll = async (): Promise<T> => {
    for (;;) {
      const seen = await look();
      if (fits(seen)) return seen;
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return Promise.race([poll(), late]).finally(() => clearTimeout(timer));
}

describe.each(['polling', 'webhook'] as const)('the program on Telegram by %s', (delivery) => {
  describe.each(['sqlite', 'postgres'] as const)('and %s', (engine) => {
    let api: FakeBotApi;
    let telegram: TelegramControl;
    let program: Program;
    let settings: Record<string, string>;
    let clean: (() => unknown)[] = [];

    beforeEach(async () => {
      api = await startFakeBotApi({ privacyMode: false });
      telegram = api.control;
      const folder = temporaryFolder();
      const schema = newSchema();
      clean = [() => folder.remove(), () => schema.remove(), () => api.close()];
      const zoneFile = join(folder.path, 'zone.yaml');
      writeFileSync(zoneFile, zone);
      settings = {
        DATABASE_URL: engine === 'sqlite' ? `file:${join(folder.path, 'zone.db')}` : schema.url,
        ZONE_FILE: zoneFile,
        TELEGRAM_BOT_TOKEN: api.token,
        TELEGRAM_API_ROOT: api.address,
        ...(delivery === 'webhook' ? { TELEGRAM_WEBHOOK_SECRET: 'hook-secret', PORT: String(await freePort()) } : {}),
      };
      for (const id of [resident, officer, ...rescuers])
        await telegram.createUser({ id, name: `u${id}`, started: true });
      await telegram.createGroup({ id: command, title: '指挥群', bot: 'administrator', members: [officer] });
      await telegram.createGroup({ id: squad, title: '救援群', bot: 'administrator', members: [...rescuers] });
      program = await startProgram(settings);
    });

    afterEach(async () => {
      await program.kill();
      for (const one of clean.toReversed()) await one();
    });

    const sees = (chat: number, pattern: RegExp): Promise<ShownMessage> =>
      until(
        async () => telegram.messages({ chat, fromBot: true }),
        (messages) => messages.some(({ text }) => pattern.test(text)),
      ).then((messages) => {
        const found = messages.findLast(({ text }) => pattern.test(text));
        if (found === undefined) throw new Error('unreachable');
        return found;
      });

    const taps = async (chat: number, user: number, pattern: RegExp, button: RegExp): Promise<string> => {
      const seen = await until(
        () => sees(chat, pattern),
        ({ buttons }) => buttons.flat().some(({ label }) => button.test(label)),
      );
      const label = seen.buttons.flat().find((one) => button.test(one.label))?.label ?? '';
      const { tap } = await telegram.tap({ chat, user, message: seen.message, button: label });
      const answer = await telegram.answer({ tap, timeoutMs: 10_000 });
      return answer?.text ?? '';
    };

    it(
      'a fire is called out, and a power cut in the middle loses nothing and doubles nothing',
      { timeout: 120_000 },
      async () => {
        await telegram.write({ chat: resident, user: resident, text: '厂里着火了 浓烟 西塘工业区' });
        expect((await sees(resident, /119/)).text).toContain('I-');
        await taps(command, officer, /西塘工业区/, /^确认警情/);
        await taps(command, officer, /西塘工业区/, /^立即出警/);
        for (const user of rescuers) await sees(user, /先断电/);
        expect(await taps(21, 21, /先断电/, /^接警/)).not.toBe('');

        await program.kill();
        await telegram.write({ chat: 22, user: 22, text: '能去，8分钟' });
        program = await startProgram(settings);
        await sees(command, /东01[\s\S]*东02|东02[\s\S]*东01/);
        await telegram.write({ chat: 23, user: 23, text: '1' });
        await sees(squad, /2\/2.*1\/1/);

        await taps(command, officer, /出警中/, /^收队/);
        for (const user of rescuers) await taps(user, user, /平安/, /^平安/);
        await sees(command, /复盘|报告/);
        for (const user of rescuers) {
          const told = (await telegram.messages({ chat: user, fromBot: true })).map(({ text }) => text);
          expect(told.filter((text) => /可能重复/.test(text))).toEqual([]);
          // An order that was being sent when the power failed may stand there without our knowing; its later state is said anew.
          expect(told.length).toBeLessThanOrEqual(4);
        }
        expect(await program.stop()).toBe(0);
        expect(program.output()).not.toContain(api.token);
      },
    );

    it(
      'refusals for the rate in the middle of a call-out delay some and double none',
      { timeout: 120_000 },
      async () => {
        await telegram.write({ chat: resident, user: resident, text: '厂里着火了 浓烟 西塘工业区' });
        await taps(command, officer, /西塘工业区/, /^确认警情/);
        for (const chat of [21, squad]) await telegram.fault({ kind: 'flood', chat, times: 1, retryAfterSeconds: 1 });
        await taps(command, officer, /西塘工业区/, /^立即出警/);
        for (const user of rescuers) await sees(user, /先断电/);
        await sees(squad, /消防设施操作/);
        for (const chat of [...rescuers, squad])
          expect(await telegram.messages({ chat, fromBot: true })).toHaveLength(1);
        expect(await taps(21, 21, /先断电/, /^接警/)).not.toBe('');
        await sees(squad, /1\/2/);
      },
    );

    if (delivery === 'polling')
      it(
        'another program that polls with the token in the middle of a call-out: nothing is lost and nothing doubled',
        { timeout: 120_000 },
        async () => {
          await telegram.write({ chat: resident, user: resident, text: '厂里着火了 浓烟 西塘工业区' });
          await taps(command, officer, /西塘工业区/, /^确认警情/);
          // Whoever asks last is served and the other one is refused; the intruder leaves after one answer.
          await fetch(`${api.address}/bot${api.token}/getUpdates`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ timeout: 0, limit: 1 }),
          });
          await taps(command, officer, /西塘工业区/, /^立即出警/);
          for (const user of rescuers) await sees(user, /先断电/);
          await telegram.write({ chat: 23, user: 23, text: '能去，8分钟' });
          await sees(squad, /东03/);
          for (const user of rescuers) {
            const orders = (await telegram.messages({ chat: user, fromBot: true })).filter(({ text }) =>
              /先断电/.test(text),
            );
            expect(orders).toHaveLength(1);
          }
        },
      );
  });
});

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
