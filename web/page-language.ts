import type { Context } from 'hono';
import type { Language } from '../core/message.ts';

/** The language of somebody we do not know: the first of the browser's that we speak, else Chinese. */
export function pageLanguage(context: Context): Language {
  const wanted = context.req.header('accept-language') ?? '';
  for (const tag of wanted.split(',')) {
    const code = tag.trim().slice(0, 2).toLowerCase();
    if (code === 'zh' || code === 'en') return code;
  }
  return 'zh';
}
