import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { LobbyPage } from '../pages/lobby-page.js';
import { NotFoundPage } from '../pages/not-found-page.js';
import { CrashPage } from './crash-page.js';
import { Shell } from './shell.js';

/** The campaign that `/` shows. Others have an address of their own. */
const HOME_CAMPAIGN = 'kepuri-2023';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

const lobby = createRoute({ getParentRoute: () => root, path: '/', component: () => <LobbyPage campaign={HOME_CAMPAIGN} /> });

const campaignLobby = createRoute({
  getParentRoute: () => root,
  path: '/c/$campaign',
  component: function CampaignLobby() {
    return <LobbyPage campaign={campaignLobby.useParams().campaign} />;
  },
});

const channel = createRoute({
  getParentRoute: () => root,
  path: '/channels/$slug',
  component: lazyRouteComponent(() => import('../pages/channel-page.js'), 'ChannelPage'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('../pages/sign-in-page.js'), 'SignInPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([lobby, campaignLobby, channel, signIn]),
  defaultErrorComponent: CrashPage,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
