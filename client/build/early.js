// Runs before the first paint: the theme, the mode and the language that were chosen here before or that the address asks for, so that nothing flashes.
(function () {
  const root = document.documentElement;
  const address = new URL(location.href);
  const isElderAsked = address.searchParams.get('mode') === 'elder';
  if (isElderAsked) {
    root.dataset.mode = 'elder';
    // It is asked for once: who leaves the mode and loads the page again has left it.
    address.searchParams.delete('mode');
    history.replaceState(null, '', address);
  }
  try {
    const language = localStorage.getItem('yunhui.language') || navigator.language;
    root.lang = language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
    const theme = localStorage.getItem('yunhui.theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    // Who moderates does it for hours: night, unless the desk itself was set to day.
    if (address.pathname.startsWith('/desk/moderation')) root.dataset.theme = localStorage.getItem('yunhui.deskTheme') || 'dark';
    if (localStorage.getItem('yunhui.mode') === 'elder') root.dataset.mode = 'elder';
    if (isElderAsked) localStorage.setItem('yunhui.mode', 'elder');
  } catch {
    // Storage may be forbidden or full: then the system's theme and the page's own language hold, and what the address asks for.
  }
})();
