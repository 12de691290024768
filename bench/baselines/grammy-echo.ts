import { createServer } from 'node:http';
import { Bot, webhookCallback } from 'grammy';

/** The least bot that there is: grammY's own webhook answering with the same words, nothing kept. */
const env = process.env;
const bot = new Bot(env.TELEGRAM_BOT_TOKEN ?? '', { client: { apiRoot: env.TELEGRAM_API_ROOT ?? '' } });
bot.on('message:text', (ctx) => ctx.reply(ctx.message.text));
await bot.init();
const webhook = webhookCallback(bot, 'http', { secretToken: env.TELEGRAM_WEBHOOK_SECRET ?? '' });
createServer((request, response) => {
  if (request.url === '/readyz') response.end('ready');
  else void webhook(request, response);
}).listen(Number(env.PORT), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
