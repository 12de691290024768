import Driver from 'better-sqlite3';
import pg from 'pg';
import { hazardKinds } from '../core/catalogue.ts';
import { searchText } from '../db/queries/hazard-search.ts';

/** How much lies in the database before it is asked. */
export interface Filling {
  open: number;
  closed: number;
  photos: number;
}

/** Where the zone lies that is filled: a square of about five kilometres. */
export const filledZone = { south: 28.88, west: 120.03, degrees: 0.05, places: 1_700 } as const;

const months = 60;
const areas = [
  '西塘工业区',
  '东溪村',
  '上桥村',
  '下桥村',
  '南山头',
  '溪口街',
  '金井村',
  '后宅村',
  '新殿村',
  '石门坑',
  '前洋村',
  '大塘沿',
];
const whats = [
  '疏散通道被纸箱堵住了',
  '消防通道停满了车',
  '灭火器过期没人换',
  '消火栓没有水',
  '电动车在楼道里充电',
  '飞线充电从三楼拉下来',
  '配电箱门开着电线外露',
  '车间里住人做饭',
  '出租房隔了十几间',
  '一个厂房租给五家',
  '油漆桶堆在门口',
  '抛光车间粉尘很厚',
  '冷库有氨味',
  '喷漆房没有通风',
  '污水池没有盖也没有警示',
  '锂电池堆在过道里充电',
  '熔炉旁边积水',
  '焊接没有人看着',
  '外墙施工没有系安全带',
  '叉车没有牌照',
  '煤气瓶放在床边',
  '脚手架松动',
  '老房子墙体开裂',
  '井盖不见了',
  '路灯不亮',
  '大货车占道卸货',
  '地下室进水',
  '山坡掉石头',
  '池塘边没有护栏',
  '食堂没有健康证',
  '锅炉冒黑烟',
  '夜里有人打架',
];
const details = [
  '',
  '好几天了',
  '请尽快派人来看',
  '小孩经常经过',
  '昨天又有',
  '老板说没事',
  '一楼到三楼都是',
  '很危险',
];
/** In one of so many, words that are in no other. */
const rare = { every: 10_000, words: '变压器漏油' };

/** The few things that the two engines write differently. */
interface Dialect {
  json: (text: string) => string;
  hex: (bytes: number) => string;
}

const sqlite: Dialect = { json: (text) => text, hex: (bytes) => `lower(hex(randomblob(${bytes})))` };
const postgres: Dialect = {
  json: (text) => `(${text})::json`,
  hex: (bytes) => `substr(md5(random()::text), 1, ${bytes * 2})`,
};

/** Fills a migrated database whose program does not run, in whole statements: a million rows in a minute or two. */
export async function fillHazards(databaseUrl: string, filling: Filling, now: number): Promise<void> {
  if (databaseUrl.startsWith('file:')) fillSqlite(databaseUrl.slice('file:'.length), statements(sqlite, filling, now));
  else await fillPostgres(databaseUrl, statements(postgres, filling, now));
}

function fillSqlite(file: string, all: readonly string[]): void {
  const database = new Driver(file);
  for (const pragma of ['synchronous = off', 'cache_size = -600000', 'foreign_keys = off']) database.pragma(pragma);
  database.transaction(() => all.forEach((statement) => database.exec(statement)))();
  database.exec('analyze');
  database.pragma('wal_checkpoint(truncate)');
  database.close();
}

async function fillPostgres(databaseUrl: string, all: readonly string[]): Promise<void> {
  const url = new URL(databaseUrl);
  const schema = url.searchParams.get('schema') ?? 'public';
  url.searchParams.delete('schema');
  const client = new pg.Client(url.href);
  await client.connect();
  await client.query(
    `set search_path to ${schema}; set session_replication_role = replica; set synchronous_commit = off`,
  );
  for (const statement of all) await client.query(statement);
  // As autovacuum would: the words that wait beside the index go into it.
  await client.query('vacuum analyze people, places, hazards, hazard_texts, hazard_reports, files, photos');
  await client.end();
}

function statements(dialect: Dialect, filling: Filling, now: number): string[] {
  return [
    ...fragments(now),
    `insert into people (id, name, phone, language, roles, duty, certificates, active)
     select 'person-' || i, '网格员' || i, '', 'zh', ${dialect.json(`'["grid_worker"]'`)}, 'off', ${dialect.json(`'[]'`)}, ${yes}
     from (${series(500)}) as numbers`,
    `insert into places (id, code, kind, name, aliases, lat, lon, area, active)
     select 'place-' || i, 'QY-' || (10000 + i), 'enterprise', '企业' || i, ${dialect.json(`'[]'`)}, ${latOf('i')}, ${lonOf('i')}, '', ${yes}
     from (${series(filledZone.places)}) as numbers`,
    hazards(dialect, filling),
    `insert into hazard_texts (n, hazard_id, text)
     select month.yymm * 10000000 + h.n, 'hazard-' || (10000000 + h.i),
       'h ' || month.yymm || ' ' || h.n || ' ' || what.pieces || ${rareOr(`' ' || detail.pieces`, ` ${inPieces(rare.words)}`)} || ' ' || area.pieces || ' ' || h.house || ' 号 ' || area.pieces
     from ${joined(filling)}`,
    `insert into hazard_reports (id, hazard_id, person_id, anonymous, via, words, kinds, place_words, file_ids, at)
     select 'report-' || (10000000 + h.i), 'hazard-' || (10000000 + h.i), 'person-' || h.i * 31 % 500, ${no}, 'chat', what.words, ${dialect.json(`'["' || what.kind || '"]'`)}, area.words || h.house || '号', ${dialect.json(`'[]'`)}, ${reportedAt}
     from ${joined(filling)}`,
    ...photos(dialect, filling.photos, now),
    ...['what', 'detail', 'area', 'month'].map((name) => `drop table filling_${name}`),
  ];
}

const yes = '(1 = 1)';
const no = '(1 = 0)';

function series(count: number): string {
  return `with recursive s(i) as (select cast(0 as bigint) union all select i + 1 from s where i + 1 < ${count}) select i from s`;
}

function inPieces(words: string): string {
  return searchText({ number: '', words, placeWords: '', area: '' });
}

/** Small tables of words, to be put together by the million. */
function fragments(now: number): string[] {
  const table = (name: string, words: readonly string[]): string[] => [
    `create temp table filling_${name} (i bigint primary key, words text, pieces text, kind text)`,
    `insert into filling_${name} values ${words
      .map(
        (one, i) => `(${i}, '${one}', '${inPieces(one)}', '${hazardKinds[i % hazardKinds.length]?.code ?? 'other'}')`,
      )
      .join(', ')}`,
  ];
  const month = Array.from({ length: months }, (_, i) => {
    const at = new Date(now);
    at.setUTCDate(1);
    at.setUTCMonth(at.getUTCMonth() - (months - 1 - i));
    const yymm = (at.getUTCFullYear() % 100) * 100 + at.getUTCMonth() + 1;
    const end = i === months - 1 ? now : new Date(at).setUTCMonth(at.getUTCMonth() + 1);
    return `(${i}, ${yymm}, ${at.getTime()}, ${end - at.getTime()})`;
  });
  return [
    ...table('what', whats),
    ...table('detail', details),
    ...table('area', areas),
    'create temp table filling_month (i bigint primary key, yymm bigint, at bigint, ms bigint)',
    `insert into filling_month values ${month.join(', ')}`,
  ];
}

/** Numbers that look drawn, and are the same each time. */
function drawn(i: string, prime: number, below: number): string {
  return `(${i} * ${prime} % 1000003 % ${below})`;
}

function joined({ open, closed }: Filling): string {
  const all = open + closed;
  const each = Math.ceil(all / months);
  return `(select i, i / ${each} as m, i % ${each} as k, 10000 + i % ${each} as n, ${each} as each_month,
      ${drawn('i', 7_919, 300)} + 1 as house from (${series(all)}) as numbers) as h
    join filling_month as month on month.i = h.m
    join filling_what as what on what.i = ${drawn('h.i', 104_729, whats.length)}
    join filling_detail as detail on detail.i = ${drawn('h.i', 15_485_863, details.length)}
    join filling_area as area on area.i = ${drawn('h.i', 611_953, areas.length)}`;
}

const reportedAt = 'month.at + month.ms * h.k / h.each_month';

function rareOr(common: string, words: string): string {
  return `case when h.i % ${rare.every} = 7 then '${words}' else ${common} end`;
}

function latOf(i: string): string {
  return `(${filledZone.south} + ${drawn(i, 32_452_843, 50_000)} * 0.000001)`;
}

function lonOf(i: string): string {
  return `(${filledZone.west} + ${drawn(i, 49_979_687, 50_000)} * 0.000001)`;
}

/** Open ones are the newest, and one in fifty of the rest until there are enough. */
function hazards(dialect: Dialect, filling: Filling): string {
  const { open, closed } = filling;
  const scattered = Math.max(1, Math.floor((closed * 5) / open));
  const isOpen = `(h.i >= ${open + closed - Math.floor(open * 0.8)} or h.i % ${scattered} = 3)`;
  const state = `case when ${isOpen} then case h.i % 5 when 0 then 'fixed' when 1 then 'reported' when 2 then 'graded' when 3 then 'assigned' else 'accepted' end else 'closed' end`;
  const lat = latOf('h.i');
  const lon = lonOf('h.i');
  const cell = (degrees: string): string => `cast(floor(${degrees} * 1000) as bigint)`;
  return `insert into hazards (id, number, token, state, outcome, kinds, kind, severity, grade, handling, words, place_words,
      place_id, lat, lon, cell, area, owner_id, leader_id, reported_at, closed_at, due_at, round, round_at, alarms, end_words, changed_at)
    select 'hazard-' || (10000000 + f.i), 'H-' || f.yymm || '-' || f.n, 'tokentokentoken' || (10000000 + f.i), f.state,
      case when f.state = 'closed' then 'resolved' end, ${dialect.json(`'["' || f.kind || '"]'`)}, f.kind, 'ordinary', 'ordinary', 'by_deadline',
      f.words, f.place_words, 'place-' || f.place, f.lat, f.lon, ${cell('f.lat')} || ':' || ${cell('f.lon')}, f.area,
      'person-' || f.i % 500, 'person-' || f.i % 25, f.at, case when f.state = 'closed' then f.at + 259200000 end,
      case when f.state in ('assigned', 'accepted') then f.at + 864000000 end, 1, f.at, 0, '', f.at
    from (select h.i, h.n, month.yymm, ${state} as state, what.kind, ${rareOr('what.words || detail.words', rare.words)} as words,
      area.words || h.house || '号' as place_words, ${drawn('h.i', 86_028_121, filledZone.places)} as place, ${lat} as lat, ${lon} as lon,
      area.words as area, ${reportedAt} as at from ${joined(filling)}) as f`;
}

function photos(dialect: Dialect, count: number, now: number): string[] {
  const camera = dialect.json(`'{"takenAt":null,"position":null,"orientation":null,"device":null}'`);
  const attachment = dialect.json(`'{"kind":"photo","ref":"bench","sentAs":"photo"}'`);
  return [
    `insert into rooms (id, platform, external_id, kind, purpose, title, language, state)
     values ('room-filled', 'web', 'filled', 'group', 'other', '', 'zh', 'gone')`,
    `insert into files (id, platform, room_id, message_id, attachment, subject, role, received_at, state, sha256, mime, size_bytes, why, attempts, due_at)
     select 'file-' || (10000000 + i), 'web', 'room-filled', 'm' || i, ${attachment}, 'hazard:hazard-' || (10000000 + i), 'before', ${now} - ${count} + i, 'stored', ${dialect.hex(16)}, 'image/jpeg', 200000, '', 1, ${now}
     from (${series(count)}) as numbers`,
    `insert into photos (file_id, width, height, camera, damaged, hash, mirrored_hash, band1, band2, band3, band4)
     select 'file-' || (10000000 + i), 1280, 960, ${camera}, ${no}, hash, reversed, substr(hash, 1, 4), substr(hash, 5, 4), substr(hash, 9, 4), substr(hash, 13, 4)
     from (select i, ${dialect.hex(8)} as hash, ${dialect.hex(8)} as reversed from (${series(count)}) as numbers) as drawn`,
  ];
}
