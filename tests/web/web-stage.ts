import { getRandomValues } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterEach, beforeEach } from 'vitest';
import { signLinks, type SignedLinks } from '../../bot/sign-links.ts';
import { webZh } from '../../bot/texts/web-zh.ts';
import { webEn } from '../../bot/texts/web-en.ts';
import { webChatAdapter, type WebChat } from '../../bot/web-chat/web-chat-adapter.ts';
import type { WechatLogin } from '../../bot/wechat/settings.ts';
import { randomIds } from '../../core/ids.ts';
import type { Platform } from '../../core/message.ts';
import type { Tx } from '../../core/ports/store.ts';
import type { FileStore } from '../../core/ports/file-store.ts';
import { usualTiming } from '../../core/zone/timing.ts';
import { speak } from '../../handlers/rehearsal/speak.ts';
import { startOver } from '../../handlers/rehearsal/start-over.ts';
import type { ZoneFacts } from '../../handlers/work.ts';
import { fileStore } from '../../jobs/file-store.ts';
import { keepUpload } from '../../jobs/keep-upload.ts';
import { readPhoto } from '../../jobs/read-photo.ts';
import { workbook } from '../../jobs/tables/write-table.ts';
import { createApp } from '../../web/app.ts';
import { EventStreams } from '../../web/event-streams.ts';
import { takeForm } from '../../web/hazard-intake.ts';
import type { PhotoKeeper } from '../../web/hazard-photos.ts';
import type { AdapterState } from '../../web/health.ts';
import { photoSource } from '../../web/photo-answer.ts';
import { createMetrics, type MetricsPage } from '../../web/metrics.ts';
import type { PlaceParts } from '../../web/place-routes.ts';
import { SceneFeed } from '../../web/rehearsal/scene-feed.ts';
import { Stage } from '../scenarios/stage.ts';
import { countingIds } from '../support/ids.ts';
import { quietLog } from '../support/quiet.ts';
import type { TestDatabase } from '../support/stores.ts';

/** The pages, over a stage of the call-out's stories. */
export interface WebStage {
  stage: Stage;
  app: Hono;
  links: SignedLinks;
  streams: EventStreams;
  metrics: MetricsPage;
  chat: WebChat;
  feed: SceneFeed;
  /** Where the photos of the pages lie. */
  files: FileStore;
  /** What the log was told of pages that failed. */
  failures: unknown[];
  /** How WeChat's login stands. */
  login: WechatLogin | null;
  adapters: Record<Platform, AdapterState>;
  databaseIsUp: boolean;
  rehearses: boolean;
  /** Makes the pages anew, after one of the switches above was changed. */
  restart(): void;
}

/** A fresh web stage for every test. */
export function webStage(database: TestDatabase): WebStage {
  const web = {} as WebStage;
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'qunfang-web-'));
    const stage = new Stage(database.store);
    const { store } = database;
    const { clock } = stage;
    const failures: unknown[] = [];
    const log = { ...quietLog, error: (facts: object) => void failures.push(facts) };
    const links = signLinks({ publicUrl: 'https://qunfang.test', secret: 'a secret of the tests' });
    const files = fileStore(join(folder, 'files'));
    const streams = new EventStreams(3);
    const metrics = createMetrics({ clock, outbox: store.read.outbox, isStoring: () => true });
    const chat = webChatAdapter({ store, clock, ids: countingIds(), photoFolder: folder });
    const feed = new SceneFeed({
      store,
      clock,
      log,
      zone: {
        name: { zh: '东城', en: 'East Town' },
        timeZone: 'Asia/Shanghai',
        texts: { zh: webZh.rehearsal, en: webEn.rehearsal },
      },
    });
    const zone = { name: '东城', timeZone: 'Asia/Shanghai', timing: usualTiming };
    Object.assign(web, {
      stage,
      links,
      streams,
      metrics,
      chat,
      feed,
      files,
      failures,
      login: null,
      adapters: { telegram: 'off', wechat: 'off', web: 'on' },
      databaseIsUp: true,
      rehearses: true,
    });
    const ids = randomIds((bytes) => getRandomValues(bytes));
    const keeper: PhotoKeeper = {
      files,
      log,
      nextId: () => ids.next(clock.now()),
      keep: (id, draft) => keepUpload({ files, readPhoto }, id, draft),
    };
    const inWork: PlaceParts['inWork'] = (run) => store.transaction((tx) => run(stage.bot.workIn(tx)));
    // The zone that the stage's handlers see; its list of places grows with the scene.
    const facts = (): ZoneFacts => stage.bot.workIn({} as Tx).zone;
    web.restart = () => {
      web.app = createApp({
        log,
        assets: new Map([['web/client/page.css', { body: 'body{}', type: 'text/css; charset=utf-8', etag: '"v1"' }]]),
        health: {
          askDatabase: () => (web.databaseIsUp ? Promise.resolve(null) : Promise.reject(new Error('it is down'))),
          adapters: () => web.adapters,
          storage: stage.bot.storage,
          metrics,
        },
        orders: {
          store,
          clock,
          log,
          links,
          streams,
          zone: () => zone,
          answerByLink: (...answer) => stage.bot.answerByLink(...answer),
        },
        incidents: {
          store,
          clock,
          links,
          streams,
          timeZone: () => zone.timeZone,
          photos: photoSource(store.read, files),
        },
        months: { store, clock, links, workbook, zone: () => zone },
        reports: { apiKey: null, report: () => Promise.reject(new Error('no system may report')) },
        places: {
          clock,
          log,
          links,
          publicUrl: 'https://qunfang.test',
          places: () => facts().places,
          photos: keeper,
          inWork,
          newToken: () => ids.token(),
          chats: () => ({ telegramName: 'qunfang_bot', wechat: true }),
        },
        hazards: {
          store,
          clock,
          log,
          links,
          zone: facts,
          photos: photoSource(store.read, files),
          keeper,
          inWork,
        },
        hazardApi: {
          apiKey: 'a-key-of-the-tests',
          places: () => facts().places,
          take: (told) => inWork((work) => takeForm(work, told, [])),
        },
        open311: {
          apiKey: 'a-key-of-the-tests',
          store,
          clock,
          log,
          zone: () => zone,
          publicUrl: 'https://qunfang.test',
          isTest: false,
          places: () => facts().places,
          take: (told) => inWork((work) => takeForm(work, told, [])),
        },
        wechatLogin: () => web.login,
        rehearsal: web.rehearses
          ? {
              chat,
              feed,
              log,
              streams,
              publicUrl: 'https://qunfang.test',
              startOver: () => store.transaction((tx) => startOver(stage.bot.workIn(tx))),
              speak: (language) => store.transaction((tx) => speak(stage.bot.workIn(tx), language)),
            }
          : null,
      });
    };
    web.restart();
  });
  afterEach(async () => {
    web.feed.close();
    web.streams.close();
    web.metrics.close();
    await web.chat.stop();
    await web.stage.close();
    rmSync(folder, { recursive: true });
  });
  return web;
}

/** A page's words, without its markup. */
export async function wordsOf(response: Response): Promise<string> {
  const html = await response.text();
  return html
    .replaceAll(/<(script|style|svg)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
