import type { WechatAdapter } from './adapter.ts';
import type { WechatParts, WechatSettings } from './settings.ts';

/**
 * The WeChat adapter, not yet started. wechaty is imported only here and only when it is called: it costs half a second and about
 * 95 MB, which a program without WeChat does not pay.
 * @throws Error with one line that names WECHATY_PUPPET, when there is no such package
 */
export async function loadWechat(settings: WechatSettings, parts: WechatParts): Promise<WechatAdapter> {
  assureInstalled(settings.puppet);
  const { wechatAdapter } = await import('./adapter.ts');
  return wechatAdapter(settings, parts);
}

/** wechaty would look for it in vain again and again, and only the log would say so. */
function assureInstalled(puppet: string): void {
  try {
    import.meta.resolve(puppet);
  } catch (error) {
    const howTo = `npm install ${puppet}`;
    throw new Error(`WECHATY_PUPPET: expected the name of an installed package; for this one: ${howTo}`, {
      cause: error,
    });
  }
}
