import type { TelegramControl } from './fake-bot-api/control.ts';

/** The control of a fake Bot API in another process, at the address that it printed. */
export function connectTelegramControl(address: string): TelegramControl {
  const call = async (name: string, input: unknown): Promise<unknown> => {
    const path = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const response = await fetch(`${address}/control/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input ?? {}),
    });
    const result: unknown = await response.json();
    if (!response.ok) throw new Error(`${name}: ${JSON.stringify(result)}`);
    return result;
  };
  return new Proxy({} as TelegramControl, {
    get: (_, name) => (typeof name === 'string' && name !== 'then' ? (input: unknown) => call(name, input) : undefined),
  });
}
