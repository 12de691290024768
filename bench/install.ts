import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How long `npm ci` takes in an empty copy, in milliseconds. It needs a registry, so it is measured only on request. */
export async function measureInstall(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'qunfang-install-'));
  try {
    for (const file of ['package.json', 'package-lock.json', '.npmrc'])
      await cp(fileURLToPath(new URL(`../${file}`, import.meta.url)), join(folder, file));
    const startedAt = performance.now();
    const child = spawn('npm', ['ci', '--no-audit', '--no-fund'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) throw new Error(`npm ci ended with ${code ?? 'a signal'}`);
    return performance.now() - startedAt;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
