import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../config.ts';

describe('the configuration', () => {
  it('runs the demo on this machine when nothing is set', () => {
    expect(readConfig({})).toEqual({
      port: 8080,
      host: '127.0.0.1',
      publicUrl: null,
      databaseUrl: 'file:data/qunfang.db',
      files: null,
      dataKeys: [],
      zoneFile: null,
      apiKey: null,
      logLevel: 'info',
      telegram: null,
      wechat: null,
    });
  });

  it('takes an empty value as not set', () => {
    expect(readConfig({ PORT: '', TELEGRAM_BOT_TOKEN: ' ' })).toMatchObject({ port: 8080, telegram: null });
  });

  it.each([
    ['PORT', '80x'],
    ['PORT', '70000'],
    ['HOST', 'a b'],
    ['PUBLIC_URL', 'no-address-at-all'],
    ['DATABASE_URL', 'mysql://x'],
    ['FILES_URL', 'ftp://nowhere'],
    ['FILES_URL', 's3://Bad_Bucket/x'],
    ['FILES_URL', 's3://evidence?style=other'],
    ['AWS_REGION', 'two words'],
    ['AWS_ENDPOINT_URL_S3', 'no-address-at-all'],
    ['AWS_ACCESS_KEY_ID', 'two words'],
    ['AWS_SECRET_ACCESS_KEY', 'a secret with spaces'],
    ['AWS_SESSION_TOKEN', 'a token with spaces'],
    ['DATA_KEYS', 'too-short'],
    ['DATA_KEYS', 'dG9vLXNob3J0LXRvby1zaG9ydC10b28tc2hvcnQtdG8=,short'],
    ['LOG_LEVEL', 'loud'],
    ['API_KEY', 'too-short'],
    ['TELEGRAM_BOT_TOKEN', 'not-a-token-but-secret'],
    ['TELEGRAM_WEBHOOK_SECRET', 'with space'],
    ['WECHATY_PUPPET', 'two words'],
    ['WECHATY_PUPPET_SERVICE_ENDPOINT', 'nowhere'],
    ['WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT', 'maybe'],
  ])('names %s in one line that does not show its value', (name, value) => {
    const start = (): unknown => readConfig({ [name]: value });
    expect(start).toThrow(ConfigError);
    expect(start).toThrow(new RegExp(`^${name}: expected [^\\n]+$`));
    expect(start).not.toThrow(new RegExp(value));
  });

  it('names every wrong setting, each on its line', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/^PORT: .+\nLOG_LEVEL: .+$/);
  });

  it('keeps files in a folder, or in a bucket once the key to it is there too', () => {
    expect(readConfig({ FILES_URL: 'file:/srv/qunfang/files' }).files).toEqual({
      kind: 'folder',
      path: '/srv/qunfang/files',
    });
    expect(readConfig({ FILES_URL: 'file:///srv/files' }).files).toEqual({ kind: 'folder', path: '/srv/files' });
    const key = { AWS_ACCESS_KEY_ID: 'AKID', AWS_SECRET_ACCESS_KEY: 'secret/of+the=key' };
    const bucket = {
      kind: 'bucket',
      name: 'evidence',
      accessKeyId: 'AKID',
      secretAccessKey: 'secret/of+the=key',
      sessionToken: null,
    };
    expect(readConfig({ FILES_URL: 's3://evidence/zone/files/', AWS_REGION: 'cn-north-1', ...key }).files).toEqual({
      ...bucket,
      prefix: 'zone/files',
      region: 'cn-north-1',
      endpoint: null,
      style: 'host',
    });
    const elsewhere = { FILES_URL: 's3://evidence', AWS_ENDPOINT_URL_S3: 'https://s3.example/', ...key };
    expect(readConfig(elsewhere).files).toEqual({
      ...bucket,
      prefix: '',
      region: 'us-east-1',
      endpoint: 'https://s3.example',
      style: 'path',
    });
    expect(readConfig({ ...elsewhere, FILES_URL: 's3://evidence?style=host' }).files).toMatchObject({ style: 'host' });
  });

  it('names what a bucket wants besides its address', () => {
    expect(() => readConfig({ FILES_URL: 's3://evidence/x' })).toThrow(
      /^AWS_ACCESS_KEY_ID: expected .+\nAWS_SECRET_ACCESS_KEY: expected .+\nAWS_REGION: expected .+$/,
    );
    const withoutKey = { FILES_URL: 's3://evidence', AWS_ENDPOINT_URL_S3: 'https://s3.example' };
    expect(() => readConfig(withoutKey)).toThrow(/^AWS_ACCESS_KEY_ID: .+because FILES_URL names a bucket$/m);
  });

  it('polls without a webhook secret and needs a token with one', () => {
    const token = '123456:abcdefghijklmnopqrstuvwxyz';
    expect(readConfig({ TELEGRAM_BOT_TOKEN: token }).telegram).toEqual({
      token,
      apiRoot: 'https://api.telegram.org',
      webhookSecret: null,
    });
    expect(() => readConfig({ TELEGRAM_WEBHOOK_SECRET: 's' })).toThrow(/^TELEGRAM_BOT_TOKEN: /);
  });

  it('wants an address for the webhook that Telegram posts to', () => {
    const webhook = { TELEGRAM_BOT_TOKEN: '123456:abcdefghijklmnopqrstuvwxyz', TELEGRAM_WEBHOOK_SECRET: 's' };
    for (const refused of ['', 'http://qunfang.example', 'https://qunfang.example:8080']) {
      expect(() => readConfig({ ...webhook, PUBLIC_URL: refused })).toThrow(
        /^PUBLIC_URL: expected an https address, on port 443[^\n]+TELEGRAM_WEBHOOK_SECRET is set$/,
      );
    }
    for (const taken of ['https://qunfang.example', 'https://qunfang.example:8443', 'https://qunfang.example:443']) {
      expect(readConfig({ ...webhook, PUBLIC_URL: taken }).publicUrl).toMatch(/^https:/);
    }
    // A server of one's own may post without https.
    expect(readConfig({ ...webhook, TELEGRAM_API_ROOT: 'http://127.0.0.1:8081' }).publicUrl).toBeNull();
  });

  it('reaches WeChat through a puppet service as soon as its token is there', () => {
    expect(
      readConfig({ WECHATY_PUPPET_SERVICE_TOKEN: 't', WECHATY_PUPPET_SERVICE_ENDPOINT: '127.0.0.1:8788' }).wechat,
    ).toEqual({ puppet: 'wechaty-puppet-service', endpoint: '127.0.0.1:8788', token: 't', noTls: false });
    expect(() => readConfig({ WECHATY_PUPPET: 'wechaty-puppet-service' })).toThrow(/^WECHATY_PUPPET_SERVICE_TOKEN: /);
  });
});
