// Runs before the first paint: the theme and the language that were chosen here before, so that nothing flashes.
(function () {
  const root = document.documentElement;
  try {
    const theme = localStorage.getItem('yunhui.theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    const asked = new URLSearchParams(location.search).get('mode');
    if (asked === 'elder') localStorage.setItem('yunhui.mode', 'elder');
    if (asked === 'elder' || localStorage.getItem('yunhui.mode') === 'elder') root.dataset.mode = 'elder';
    const language = localStorage.getItem('yunhui.language') || navigator.language;
    root.lang = language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
  } catch {
    // Storage may be forbidden; then the system's theme and the page's own language hold.
  }
})();
