import type { Finding } from './notice.ts';

/** Somebody has to scan a code before this platform works again. */
export function isLogin({ platform, code }: Finding): boolean {
  return platform === 'wechat' && (code === 'login_needed' || code === 'login_lost');
}

/** It is about what everything is kept in; the platform that it names means nothing. */
export function isOfNoPlatform({ code }: Pick<Finding, 'code'>): boolean {
  return code === 'files_stuck' || code === 'files_kept' || code === 'storage_back';
}
