/**
 * Keeps a page's content as it is on the server: when the server says "changed", the page is fetched anew and its main part
 * put in place of the old one. Without this script the page is the same, only not by itself.
 */
const main = document.querySelector<HTMLElement>('[data-live]');
const from = main?.dataset['live'];

if (main !== null && from !== undefined) {
  const source = new EventSource(from);
  source.onmessage = ({ data }: MessageEvent<string>) => {
    if (data === 'changed') void refresh(main);
  };
}

async function refresh(shown: HTMLElement): Promise<void> {
  const response = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!response.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('[data-live]');
  if (fresh !== null && fresh.innerHTML !== shown.innerHTML) shown.replaceChildren(...fresh.childNodes);
}

document.querySelector('[data-print]')?.addEventListener('click', () => window.print());

export {};
