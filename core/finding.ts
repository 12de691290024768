import type { Finding } from './notice.ts';

/** Somebody has to scan a code before this platform works again. */
export function isLogin({ platform, code }: Finding): boolean {
  return platform === 'wechat' && (code === 'login_needed' || code === 'login_lost');
}
