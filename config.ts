import { z } from 'zod';
import type { Bucket } from './jobs/file-bucket.ts';

/** One wrong setting: its name and what is expected, on one line, without the value (it may be a secret). */
export class ConfigError extends Error {
  constructor(problems: readonly string[], options?: { cause: unknown }) {
    super(problems.join('\n'), options);
    this.name = 'ConfigError';
  }
}

/** Levels of the log, from the most to the least talkative. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** Telegram's own Bot API server. */
export const publicBotApi = 'https://api.telegram.org';
/** Where it posts updates to (https://core.telegram.org/bots/api#setwebhook); no port in an address means 443. */
const webhookPorts = ['', '80', '88', '8443'];

const webAddress = (expected: string): z.ZodType<string> =>
  z
    .string()
    .refine((text) => {
      const url = URL.parse(text);
      return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.search === '';
    }, expected)
    .transform((text) => text.replace(/\/+$/, ''));

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'a whole number from 0 to 65535')
  .transform(Number)
  .pipe(z.int().max(65_535, 'a whole number from 0 to 65535'));

const environment = z.object({
  PORT: port.default(8080),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'an address to listen on, such as 127.0.0.1 or 0.0.0.0')
    .default('127.0.0.1'),
  PUBLIC_URL: webAddress('the address people reach this server by, such as https://qunfang.example').optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, 'file:PATH or postgres://USER:PASSWORD@HOST/DATABASE')
    .default('file:data/qunfang.db'),
  FILES_URL: z
    .string()
    .refine(
      (text) => filesOf(text) !== null,
      'file:PATH or s3://BUCKET/PREFIX, perhaps with ?style=path or ?style=host',
    )
    .optional(),
  AWS_REGION: z
    .string()
    .regex(/^[\w-]+$/, 'the name of a region, such as cn-north-1')
    .optional(),
  AWS_ENDPOINT_URL_S3: webAddress('the address of an S3-compatible store, such as https://s3.example').optional(),
  AWS_ACCESS_KEY_ID: z.string().regex(/^\S+$/, 'the id of an access key, without spaces').optional(),
  AWS_SECRET_ACCESS_KEY: z.string().regex(/^\S+$/, 'the secret of an access key, without spaces').optional(),
  AWS_SESSION_TOKEN: z.string().regex(/^\S+$/, "a temporary access key's token, without spaces").optional(),
  DATA_KEYS: z
    .string()
    .transform((text) => text.split(',').map((key) => key.trim()))
    .refine(
      (keys) => keys.every((key) => /^[\w+/-]{43}=?$/.test(key)),
      'keys of 32 bytes in base64, with commas between them; npm run keys -- new makes one',
    )
    .transform((keys) => keys.map((key) => Buffer.from(key, 'base64')))
    .optional(),
  ZONE_FILE: z.string().optional(),
  API_KEY: z
    .string()
    .regex(/^\S{16,256}$/, '16 to 256 characters without spaces')
    .optional(),
  LOG_LEVEL: z.enum(logLevels, `one of ${logLevels.join(', ')}`).default('info'),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d{1,20}:[\w-]{20,}$/, "a bot's token from @BotFather, digits, a colon and letters")
    .optional(),
  TELEGRAM_API_ROOT: webAddress(`the address of a Bot API server, such as ${publicBotApi}`).default(publicBotApi),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, '1 to 256 letters, digits, _ and -')
    .optional(),
  WECHATY_PUPPET: z
    .string()
    .regex(/^(@[\w-]+\/)?[\w.-]+$/, "the name of a wechaty puppet's npm package, such as wechaty-puppet-service")
    .optional(),
  WECHATY_PUPPET_SERVICE_ENDPOINT: z
    .string()
    .regex(/^[\w.[\]:-]+:\d{1,5}$/, 'host:port of a puppet service')
    .optional(),
  WECHATY_PUPPET_SERVICE_TOKEN: z.string().regex(/^\S+$/, 'a token without spaces').optional(),
  WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: z
    .enum(['true', 'false'], 'true or false')
    .default('false')
    .transform((text) => text === 'true'),
});

/** Every setting, checked. Which parts run follows from which are there. */
export interface Config {
  port: number;
  host: string;
  /** Without a trailing slash; null: pages have no address outside this machine, so links are left out. */
  publicUrl: string | null;
  databaseUrl: string;
  /** Where what people sent is kept; null: in a folder beside the database. */
  files: { kind: 'folder'; path: string } | ({ kind: 'bucket' } & Bucket) | null;
  /** What private content is sealed with, 32 bytes each: the first seals, all open; none: the key in a file beside the data. */
  dataKeys: readonly Uint8Array[];
  /** Null: the demo zone. */
  zoneFile: string | null;
  /** What other systems must know to report an emergency; null: none may. */
  apiKey: string | null;
  logLevel: (typeof logLevels)[number];
  telegram: { token: string; apiRoot: string; webhookSecret: string | null } | null;
  wechat: {
    puppet: string;
    endpoint: string | null;
    token: string | null;
    noTls: boolean;
  } | null;
}

/**
 * Reads the environment once. An empty value counts as not set.
 * @throws ConfigError with one line for each wrong setting
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const parsed = environment.safeParse(set);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: expected ${issue.message}`));
  }
  const value = parsed.data;
  if (value.TELEGRAM_WEBHOOK_SECRET !== undefined && value.TELEGRAM_BOT_TOKEN === undefined) {
    throw new ConfigError(['TELEGRAM_BOT_TOKEN: expected to be set, because TELEGRAM_WEBHOOK_SECRET is']);
  }
  assureWebhookAddress(value);
  return {
    port: value.PORT,
    host: value.HOST,
    publicUrl: value.PUBLIC_URL ?? null,
    databaseUrl: value.DATABASE_URL,
    files: filesConfig(value),
    dataKeys: value.DATA_KEYS ?? [],
    zoneFile: value.ZONE_FILE ?? null,
    apiKey: value.API_KEY ?? null,
    logLevel: value.LOG_LEVEL,
    telegram:
      value.TELEGRAM_BOT_TOKEN === undefined
        ? null
        : {
            token: value.TELEGRAM_BOT_TOKEN,
            apiRoot: value.TELEGRAM_API_ROOT,
            webhookSecret: value.TELEGRAM_WEBHOOK_SECRET ?? null,
          },
    wechat: wechatOf(value),
  };
}

/** A server of one's own may post to plain addresses, so only the public one is known beforehand to refuse them. */
function assureWebhookAddress(value: z.output<typeof environment>): void {
  if (value.TELEGRAM_WEBHOOK_SECRET === undefined || value.TELEGRAM_API_ROOT !== publicBotApi) return;
  const url = URL.parse(value.PUBLIC_URL ?? '');
  if (url?.protocol === 'https:' && webhookPorts.includes(url.port)) return;
  const what = 'an https address, on port 443, 80, 88 or 8443';
  throw new ConfigError([`PUBLIC_URL: expected ${what}, because TELEGRAM_WEBHOOK_SECRET is set`]);
}

/** WeChat runs as soon as a puppet is named, or a puppet service's endpoint or token is given. */
function wechatOf(value: z.output<typeof environment>): Config['wechat'] {
  const endpoint = value.WECHATY_PUPPET_SERVICE_ENDPOINT ?? null;
  const token = value.WECHATY_PUPPET_SERVICE_TOKEN ?? null;
  const service = endpoint !== null || token !== null;
  if (value.WECHATY_PUPPET === undefined && !service) return null;
  const puppet = value.WECHATY_PUPPET ?? 'wechaty-puppet-service';
  if (puppet === 'wechaty-puppet-service' && token === null) {
    throw new ConfigError(['WECHATY_PUPPET_SERVICE_TOKEN: expected to be set for wechaty-puppet-service']);
  }
  return { puppet, endpoint, token, noTls: value.WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT };
}

type FilesPlace = { path: string } | (Pick<Bucket, 'name' | 'prefix'> & { style: Bucket['style'] | null });

/** What the address of the files says; null when it says nothing. Names of buckets as Amazon allows them. */
function filesOf(text: string): FilesPlace | null {
  const path = /^file:(?:\/\/(?=\/))?(.+)$/.exec(text)?.[1];
  if (path !== undefined) return { path };
  const found = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([\w!.*'()/-]*?))?\/*(?:\?style=(path|host))?$/.exec(
    text,
  );
  if (found === null) return null;
  const [, name = '', prefix = '', style] = found;
  return { name, prefix: prefix.replace(/^\/+/, ''), style: style === 'path' || style === 'host' ? style : null };
}

function filesConfig(value: z.output<typeof environment>): Config['files'] {
  const place = value.FILES_URL === undefined ? null : filesOf(value.FILES_URL);
  if (place === null) return null;
  if ('path' in place) return { kind: 'folder', path: place.path };
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = value;
  const endpoint = value.AWS_ENDPOINT_URL_S3 ?? null;
  const region = value.AWS_REGION ?? (endpoint === null ? undefined : 'us-east-1');
  const missing = { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_REGION: region };
  if (accessKeyId === undefined || secretAccessKey === undefined || region === undefined) {
    const names = Object.entries(missing).filter(([, set]) => set === undefined);
    throw new ConfigError(names.map(([name]) => `${name}: expected to be set, because FILES_URL names a bucket`));
  }
  const { name, prefix, style } = place;
  return {
    kind: 'bucket',
    name,
    prefix,
    region,
    endpoint,
    style: style ?? (endpoint === null ? 'host' : 'path'),
    accessKeyId,
    secretAccessKey,
    sessionToken: value.AWS_SESSION_TOKEN ?? null,
  };
}
