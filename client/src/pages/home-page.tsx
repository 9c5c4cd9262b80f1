import { lazy, Suspense } from 'react';
import { loadWords } from '../platform/i18n/index.js';
import { useMode } from '../platform/mode.js';

const LobbyPage = lazy(async () => ({ default: (await import('./lobby-page.js')).LobbyPage }));

const ElderPage = lazy(async () => {
  const [page] = await Promise.all([import('./elder-page.js'), loadWords('elder')]);
  return { default: page.ElderPage };
});

/** The first page: the lobby, or in 长辈模式 its three buttons. */
export function HomePage() {
  const Page = useMode() === 'elder' ? ElderPage : LobbyPage;
  return (
    <Suspense>
      <Page />
    </Suspense>
  );
}
