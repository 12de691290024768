import { createServer } from 'node:http';
import { Bot, webhookCallback } from 'grammy';
import pg from 'pg';

/** What one writes first: grammY, and a handler that commits each update to PostgreSQL and then answers. */
const env = process.env;
const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: 20 });
await pool.query(`create table if not exists updates (id bigint primary key, body jsonb not null, at timestamptz not null);
  create table if not exists messages (id bigserial primary key, chat bigint not null, words text not null, answer text not null);
  create table if not exists chats (id bigint primary key, messages int not null)`);
const bot = new Bot(env.TELEGRAM_BOT_TOKEN ?? '', { client: { apiRoot: env.TELEGRAM_API_ROOT ?? '' } });
bot.on('message:text', async (ctx) => {
  const { chat, text } = ctx.message;
  const client = await pool.connect();
  try {
    await client.query('begin');
    const fresh = await client.query('insert into updates values ($1, $2, now()) on conflict do nothing', [
      ctx.update.update_id,
      JSON.stringify(ctx.update),
    ]);
    if (fresh.rowCount === 1) {
      await client.query(
        'insert into chats values ($1, 1) on conflict (id) do update set messages = chats.messages + 1',
        [chat.id],
      );
      await client.query('insert into messages (chat, words, answer) values ($1, $2, $2)', [chat.id, text]);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
  await ctx.reply(text);
});
await bot.init();
const webhook = webhookCallback(bot, 'http', { secretToken: env.TELEGRAM_WEBHOOK_SECRET ?? '' });
createServer((request, response) => {
  if (request.url === '/readyz') response.end('ready');
  else void webhook(request, response);
}).listen(Number(env.PORT), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
