import { describe, expect, it } from 'vitest';
import { logLevels, readConfig } from '../../config.ts';
import { contentOf, settingNames, tableRows } from './documents.ts';

const rows = tableRows(contentOf('docs/configuration.md'));
const shown = new Map(rows.slice(1).map(([name = '', value = '']) => [name, value]));

describe('docs/configuration.md', () => {
  it('describes every setting and no other', () => {
    expect([...shown.keys()].sort()).toEqual(settingNames().sort());
    expect(rows.filter(([, , what = '']) => what === '')).toEqual([]);
  });

  it('gives every default as the program has it', () => {
    const { port, host, publicUrl, databaseUrl, files, dataKeys, zoneFile, apiKey, logLevel, telegram, wechat } =
      readConfig({});
    const onTelegram = readConfig({ TELEGRAM_BOT_TOKEN: `1:${'a'.repeat(30)}` }).telegram;
    const onWechat = readConfig({ WECHATY_PUPPET: 'wechaty-puppet-x' }).wechat;
    const key = { AWS_REGION: 'x-1', AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' };
    const place = readConfig({ FILES_URL: 's3://bucket', ...key }).files;
    const bucket = place?.kind === 'bucket' ? place : null;
    const onAmazon = (name: string): unknown => {
      expect(() => readConfig({ FILES_URL: 's3://bucket', ...key, [name]: '' })).toThrow(name);
      return null;
    };
    const none = (value: unknown): string => (value === null ? 'none' : 'something');
    expect(Object.fromEntries(shown)).toEqual({
      PORT: String(port),
      HOST: host,
      PUBLIC_URL: none(publicUrl),
      DATABASE_URL: databaseUrl,
      FILES_URL: none(files),
      AWS_REGION: none(onAmazon('AWS_REGION')),
      AWS_ENDPOINT_URL_S3: none(bucket?.endpoint),
      AWS_ACCESS_KEY_ID: none(onAmazon('AWS_ACCESS_KEY_ID')),
      AWS_SECRET_ACCESS_KEY: none(onAmazon('AWS_SECRET_ACCESS_KEY')),
      AWS_SESSION_TOKEN: none(bucket?.sessionToken),
      DATA_KEYS: none(dataKeys.length === 0 ? null : dataKeys),
      ZONE_FILE: none(zoneFile),
      API_KEY: none(apiKey),
      LOG_LEVEL: logLevel,
      TELEGRAM_BOT_TOKEN: none(telegram),
      TELEGRAM_API_ROOT: onTelegram?.apiRoot,
      TELEGRAM_WEBHOOK_SECRET: none(onTelegram?.webhookSecret),
      WECHATY_PUPPET: none(wechat),
      WECHATY_PUPPET_SERVICE_ENDPOINT: none(onWechat?.endpoint),
      WECHATY_PUPPET_SERVICE_TOKEN: none(onWechat?.token),
      WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: String(onWechat?.noTls),
    });
  });

  it('names every level of the log', () => {
    const [, , levels = ''] = rows.find(([name]) => name === 'LOG_LEVEL') ?? [];
    expect(logLevels.filter((level) => !levels.includes(`\`${level}\``))).toEqual([]);
  });

  it('shows the line that a wrong value gives', () => {
    const [, line = ''] = /```\n(.+)\n```/.exec(contentOf('docs/configuration.md')) ?? [];
    expect(() => readConfig({ PORT: 'x' })).toThrow(line);
  });
});
