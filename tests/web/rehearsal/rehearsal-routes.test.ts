import { beforeEach, expect, it } from 'vitest';
import type { WebMessage } from '../../../core/ports/web-messages.ts';
import type { Scene } from '../../../web/rehearsal/scene.ts';
import { Collected } from '../../bot/collected.ts';
import { eachEngine } from '../../support/stores.ts';
import { webStage } from '../web-stage.ts';
import { castOfFour } from './cast-of-four.ts';

eachEngine((database) => {
  const web = webStage(database);
  let inbox: Collected;

  beforeEach(async () => {
    await castOfFour(database.store, web.stage.clock.now());
    inbox = new Collected();
    await web.chat.start(inbox.receive);
  });

  const ours = { host: 'localhost:8080', 'x-qunfang': 'rehearsal', 'content-type': 'application/json' };
  const get = (path: string, headers: Record<string, string> = ours): Promise<Response> =>
    Promise.resolve(web.app.request(path, { headers }));
  const post = (path: string, body: unknown, headers: Record<string, string> = ours): Promise<Response> =>
    Promise.resolve(
      web.app.request(path, {
        method: 'POST',
        headers,
        body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body),
      }),
    );
  const scene = async (): Promise<Scene> => (await (await get('/rehearsal/scene')).json()) as Scene;
  const failure = async (response: Response): Promise<string> =>
    ((await response.json()) as { error: { failure: string } }).error.failure;
  const words = (text: string): object => ({ updateId: 'act-00000001', person: 'zhang', room: 'direct:zhang', text });

  it('shows the cast, whose phones lie there first, and who is in which room', async () => {
    const { cast, phones, rooms, language } = await scene();
    expect(language).toBe('zh');
    expect(phones.map((id) => cast.find((member) => member.id === id)?.name)).toEqual([
      '张阿姨',
      '东01',
      '西02',
      '王敏',
    ]);
    const members = new Map(rooms.map(({ title, members: inIt }) => [title, inIt]));
    expect(members.get('指挥群')).toEqual(['officer']);
    expect(members.get('西塘村群')).toEqual(['zhang']);
    expect(members.get('值守队')).toEqual(['dong01', 'xi02']);
  });

  it('what is said stands in the scene and is handed on as that person’s words', async () => {
    const response = await post('/rehearsal/say', words('厂里着火了'));
    const { message } = (await response.json()) as { message: WebMessage };
    expect(message).toMatchObject({ sender: 'zhang', content: { text: '厂里着火了' } });
    expect((await scene()).messages).toEqual([message]);
    const { inbound } = await inbox.message('厂里着火了');
    expect(inbound.sender).toMatchObject({ externalId: 'zhang', name: '张阿姨' });
  });

  it('a form that is posted twice changes nothing', async () => {
    await post('/rehearsal/say', words('厂里着火了'));
    expect((await post('/rehearsal/say', words('厂里着火了'))).status).toBe(200);
    expect((await scene()).messages).toHaveLength(1);
  });

  it('says that it was not stored, so that the page tries again', async () => {
    inbox.failures = 1;
    const response = await post('/rehearsal/say', words('厂里着火了'));
    expect(response.status).toBe(503);
    expect(await failure(response)).toBe('not_stored');
    expect((await post('/rehearsal/say', words('厂里着火了'))).status).toBe(200);
  });

  it('refuses what is no act, quietly and with words for it', async () => {
    const wrong: [unknown, number, string][] = [
      [words('长'.repeat(4_001)), 400, 'too_long'],
      [{ ...words('hi'), text: 'x'.repeat(70_000) }, 413, 'too_long'],
      [words('  '), 400, 'refused'],
      [{ ...words('hi'), updateId: '../../etc' }, 400, 'refused'],
      [{ ...words('hi'), person: 'nobody' }, 404, 'refused'],
      [{ ...words('hi'), room: 'command' }, 404, 'refused'],
      [{ ...words('hi'), position: { lat: 91, lon: 0, live: false } }, 400, 'refused'],
      [{ ...words('hi'), photo: '../../../etc/passwd' }, 400, 'refused'],
      [{ ...words('hi'), evil: true }, 400, 'refused'],
      ['not an object', 400, 'refused'],
      [null, 400, 'refused'],
    ];
    for (const [body, status, why] of wrong) {
      const response = await post('/rehearsal/say', body);
      expect([body, response.status, await failure(response)]).toEqual([body, status, why]);
    }
    expect(inbox.events).toEqual([]);
    expect((await scene()).messages).toEqual([]);
  });

  it('only our own page may act: no foreign name, no foreign origin, no form of another site', async () => {
    const plain = { host: ours.host, 'content-type': ours['content-type'] };
    for (const headers of [
      plain,
      { ...ours, host: 'evil.test' },
      { ...ours, host: '127.0.0.1.evil.test' },
      { ...ours, origin: 'https://evil.test' },
      { ...ours, origin: 'null' },
      { ...ours, host: 'localhost:8080', origin: 'http://localhost:9999' },
    ]) {
      for (const path of ['say', 'tap', 'start-over', 'language', 'photos']) {
        expect((await post(`/rehearsal/${path}`, words('hi'), headers)).status).toBe(403);
      }
    }
    for (const path of ['scene', 'events', 'photos/x.jpg']) {
      expect((await get(`/rehearsal/${path}`, { host: 'rebound.evil.test' })).status).toBe(403);
    }
    expect(inbox.events).toEqual([]);
  });

  it('may be reached by an address, by localhost and by the public name', async () => {
    for (const host of ['127.0.0.1:8080', '[::1]:8080', '192.168.1.7:8080', 'localhost', 'qunfang.test']) {
      expect((await get('/rehearsal/scene', { host })).status).toBe(200);
    }
    const headers = { ...ours, host: '192.168.1.7:8080', origin: 'http://192.168.1.7:8080' };
    expect((await post('/rehearsal/say', words('hi'), headers)).status).toBe(200);
  });

  it('a tap is answered with the words that the bot gives it', async () => {
    const tap = { updateId: 'act-00000002', person: 'dong01', room: 'direct:dong01', messageId: 'm', data: 'T.accept' };
    await web.chat.answerTap('act-00000002', '接警成功，席位是你的。');
    expect(await (await post('/rehearsal/tap', tap)).json()).toEqual({ toast: '接警成功，席位是你的。' });
    expect(inbox.events.at(-1)).toMatchObject({
      sender: { externalId: 'dong01' },
      event: { kind: 'tap', data: 'T.accept', messageId: 'm' },
    });
  });

  it('a photo is kept, said and shown; what is no photo is refused', async () => {
    const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe1, 0, 5, 71, 80, 83, 0xff, 0xda, 0, 2, 9]);
    const { ref } = (await (await post('/rehearsal/photos', jpeg)).json()) as { ref: string };
    await post('/rehearsal/say', { ...words(''), photo: ref });
    const shown = await get(`/rehearsal/photos/${ref}`);
    expect(shown.headers.get('content-type')).toBe('image/jpeg');
    // Shown without what the camera wrote beside the picture; kept as it came.
    expect(Buffer.from(await shown.arrayBuffer()).toString('latin1')).not.toContain('GPS');
    const html = await post('/rehearsal/photos', new TextEncoder().encode('<html>'));
    expect([html.status, await failure(html)]).toEqual([415, 'not_a_photo']);
    const huge = await post('/rehearsal/photos', new Uint8Array(20 * 1024 * 1024 + 1));
    expect([huge.status, await failure(huge)]).toEqual([413, 'photo_too_large']);
    expect((await get('/rehearsal/photos/..%2f..%2fpackage.json')).status).toBe(404);
  });

  it('in English the cast and its rooms speak English too', async () => {
    expect((await post('/rehearsal/language', { language: 'en' })).status).toBe(200);
    const { language, rooms, texts } = await scene();
    expect(language).toBe('en');
    expect(texts.send).toBe('Send');
    expect(rooms.find(({ id }) => id === 'command')).toMatchObject({ title: '指挥群', shownAs: 'Command group' });
    expect((await database.store.read.people.bySender('web', 'zhang'))?.person.language).toBe('en');
    expect((await post('/rehearsal/language', { language: 'fr' })).status).toBe(400);
  });

  it('starting over leaves every chat empty', async () => {
    await post('/rehearsal/say', words('厂里着火了'));
    expect((await post('/rehearsal/start-over', {})).status).toBe(200);
    expect((await scene()).messages).toEqual([]);
  });
});
