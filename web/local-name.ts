import { isIP } from 'node:net';

/** Whether a Host header is an address or localhost: no foreign name can be made to point there (DNS rebinding). */
export function isLocalName(host: string): boolean {
  const name = host.replace(/:\d{1,5}$/, '').replace(/^\[(.*)\]$/, '$1');
  return name === 'localhost' || name.endsWith('.localhost') || isIP(name) !== 0;
}
