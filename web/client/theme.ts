/** Runs before the page is painted: the chosen theme, or the system's. Other scripts hear changes through the attribute. */
(() => {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const settle = (): void => {
    const chosen = localStorage.getItem('qunfang.theme');
    document.documentElement.dataset['theme'] = chosen ?? (system.matches ? 'dark' : 'light');
  };
  settle();
  system.addEventListener('change', settle);
})();
