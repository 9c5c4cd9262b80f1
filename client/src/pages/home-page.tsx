import { lazyRouteComponent } from '@tanstack/react-router';
import { Suspense } from 'react';
import { loadWords } from '../platform/i18n/index.js';
import { currentMode, useMode } from '../platform/mode.js';

const LobbyPage = lazyRouteComponent(() => import('./lobby-page.js'), 'LobbyPage');
const ElderPage = lazyRouteComponent(async () => {
  const [page] = await Promise.all([import('./elder-page.js'), loadWords('elder')]);
  return { ElderPage: page.ElderPage };
}, 'ElderPage');

/** What the route waits for: an empty page drawn before the first costs a phone a picture, and React waits before it draws the next. */
export async function loadHomePage(): Promise<void> {
  await (currentMode() === 'elder' ? ElderPage : LobbyPage).preload?.();
}

/** The first page: the lobby, or in 长辈模式 its three buttons. */
export function HomePage() {
  const elder = useMode() === 'elder';
  return <Suspense>{elder ? <ElderPage /> : <LobbyPage />}</Suspense>;
}
