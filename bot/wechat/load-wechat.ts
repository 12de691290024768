import type { WechatAdapter } from './adapter.ts';
import type { WechatParts, WechatSettings } from './settings.ts';

/**
 * The WeChat adapter, not yet started. wechaty is imported only here and only when it is called: it costs half a second and about
 * 95 MB, which a program without WeChat does not pay.
 */
export async function loadWechat(settings: WechatSettings, parts: WechatParts): Promise<WechatAdapter> {
  const { wechatAdapter } = await import('./adapter.ts');
  return wechatAdapter(settings, parts);
}
