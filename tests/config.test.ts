import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../config.ts';

describe('the configuration', () => {
  it('runs the demo on this machine when nothing is set', () => {
    expect(readConfig({})).toEqual({
      port: 8080,
      host: '127.0.0.1',
      publicUrl: null,
      databaseUrl: 'file:data/qunfang.db',
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

  it('polls without a webhook secret and needs a token with one', () => {
    const token = '123456:abcdefghijklmnopqrstuvwxyz';
    expect(readConfig({ TELEGRAM_BOT_TOKEN: token }).telegram).toEqual({
      token,
      apiRoot: 'https://api.telegram.org',
      webhookSecret: null,
    });
    expect(() => readConfig({ TELEGRAM_WEBHOOK_SECRET: 's' })).toThrow(/^TELEGRAM_BOT_TOKEN: /);
  });

  it('reaches WeChat through a puppet service as soon as its token is there', () => {
    expect(
      readConfig({ WECHATY_PUPPET_SERVICE_TOKEN: 't', WECHATY_PUPPET_SERVICE_ENDPOINT: '127.0.0.1:8788' }).wechat,
    ).toEqual({ puppet: 'wechaty-puppet-service', endpoint: '127.0.0.1:8788', token: 't', noTls: false });
    expect(() => readConfig({ WECHATY_PUPPET: 'wechaty-puppet-service' })).toThrow(/^WECHATY_PUPPET_SERVICE_TOKEN: /);
  });
});
