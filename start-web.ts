import type { Bot } from './assemble.ts';
import type { SignedLinks } from './bot/sign-links.ts';
import { textsIn } from './bot/texts/texts-in.ts';
import type { Config } from './config.ts';
import type { Clock } from './core/clock.ts';
import type { Ids } from './core/ids.ts';
import type { FileStore } from './core/ports/file-store.ts';
import type { Store } from './core/ports/store.ts';
import { reportEmergency } from './handlers/incident/report-emergency.ts';
import { speak } from './handlers/rehearsal/speak.ts';
import { startOver } from './handlers/rehearsal/start-over.ts';
import { keepUpload } from './jobs/keep-upload.ts';
import type { PhotoReader } from './jobs/read-photo.ts';
import { workbook } from './jobs/tables/write-table.ts';
import type { ProgramLog } from './program-log.ts';
import type { Chats } from './start-chats.ts';
import type { RunningZone } from './start-zone.ts';
import { assetEntries, createApp, type WebParts } from './web/app.ts';
import { loadAssets } from './web/assets.ts';
import { EventStreams } from './web/event-streams.ts';
import { takeForm } from './web/hazard-intake.ts';
import type { PhotoKeeper } from './web/hazard-photos.ts';
import type { MetricsPage } from './web/metrics.ts';
import { photoSource, type NamedBytes } from './web/photo-answer.ts';
import type { PlaceParts } from './web/place-routes.ts';
import { SceneFeed } from './web/rehearsal/scene-feed.ts';
import type { RehearsalParts } from './web/rehearsal/rehearsal-routes.ts';
import { serveWeb } from './web/serve.ts';

/** What the web server stands on. */
export interface WebStart {
  config: Config;
  store: Store;
  clock: Clock;
  log: ProgramLog;
  metrics: MetricsPage;
  links: SignedLinks;
  chats: Chats;
  bot: Bot;
  ids: Ids;
  files: FileStore;
  /** The same, by the names that the database has for them. */
  named: NamedBytes;
  readPhoto: PhotoReader;
  zone: () => RunningZone;
  /** Whoever opens the rehearsal room acts as anybody of the cast, so there is one only for the demo zone. */
  isDemo: boolean;
  /** Whether the platforms take events by now. */
  started: () => boolean;
}

/** How many pages may listen at once. */
const openPages = 500;

/** Serves the pages and the webhook. @throws Error with one line that names PORT or HOST */
export async function startWeb(parts: WebStart): Promise<{ url: string; close(): Promise<void> }> {
  const { config, store, clock, log, links, chats, bot, zone } = parts;
  const streams = new EventStreams(openPages);
  const adapterState = (on: boolean) => (!on ? 'off' : parts.started() ? 'on' : 'starting');
  const app = createApp({
    log,
    assets: await loadAssets(assetEntries),
    health: {
      askDatabase: () => store.read.settings.get('zone.import'),
      adapters: () => ({
        web: adapterState(true),
        telegram: chats.telegram === null ? 'off' : chats.telegram.connected ? 'on' : 'starting',
        wechat: adapterState(chats.wechat !== null),
      }),
      storage: bot.storage,
      metrics: parts.metrics,
    },
    orders: { store, clock, log, links, streams, zone, answerByLink: (...answer) => bot.answerByLink(...answer) },
    incidents: {
      store,
      clock,
      links,
      streams,
      timeZone: () => zone().timeZone,
      photos: photoSource(store.read, parts.named),
    },
    reports: {
      apiKey: config.apiKey,
      report: (telling) => store.transaction((tx) => reportEmergency(bot.workIn(tx), telling)),
    },
    months: { store, clock, links, workbook, zone: () => ({ name: zone().profile.name, timeZone: zone().timeZone }) },
    ...forms(parts),
    wechatLogin: () => chats.wechat?.login ?? null,
    rehearsal: parts.isDemo ? rehearsal(parts, streams) : null,
  });
  const telegram = chats.telegram;
  return serveWeb({
    app,
    streams,
    host: config.host,
    port: config.port,
    takeTelegram:
      telegram === null || config.telegram?.webhookSecret == null
        ? null
        : (secret, body) => telegram.handleWebhook(secret, body),
  });
}

/** Where people and systems tell of hazards, and read how they stand. */
function forms(parts: WebStart): Pick<WebParts, 'places' | 'hazards' | 'hazardApi' | 'open311'> {
  const { config, store, clock, log, links, chats, bot, ids, files, readPhoto, zone } = parts;
  const keeper: PhotoKeeper = {
    files,
    log,
    nextId: () => ids.next(clock.now()),
    keep: (id, draft) => keepUpload({ files, readPhoto }, id, draft),
  };
  const inWork: PlaceParts['inWork'] = (run) => store.transaction((tx) => run(bot.workIn(tx)));
  const places = (): RunningZone['places'] => zone().places;
  const hazardApi: WebParts['hazardApi'] = {
    apiKey: config.apiKey,
    places,
    take: (told) => inWork((work) => takeForm(work, told, [])),
  };
  return {
    places: {
      clock,
      log,
      links,
      publicUrl: config.publicUrl,
      places,
      photos: keeper,
      inWork,
      newToken: () => ids.token(),
      chats: () => ({ telegramName: chats.telegram?.username ?? null, wechat: chats.wechat !== null }),
    },
    hazards: { store, clock, log, links, zone, photos: photoSource(store.read, parts.named), keeper, inWork },
    hazardApi,
    open311: { ...hazardApi, store, clock, log, zone, publicUrl: config.publicUrl, isTest: parts.isDemo },
  };
}

function rehearsal({ config, store, clock, log, chats, bot, zone }: WebStart, streams: EventStreams): RehearsalParts {
  const { profile } = zone();
  const feed = new SceneFeed({
    store,
    clock,
    log,
    zone: {
      name: { zh: profile.name, en: profile.englishName ?? profile.name },
      timeZone: profile.timeZone,
      texts: { zh: textsIn('zh').web.rehearsal, en: textsIn('en').web.rehearsal },
    },
  });
  return {
    chat: chats.web,
    feed,
    log,
    streams,
    publicUrl: config.publicUrl,
    startOver: () => store.transaction((tx) => startOver(bot.workIn(tx))),
    speak: (language) => store.transaction((tx) => speak(bot.workIn(tx), language)),
  };
}
