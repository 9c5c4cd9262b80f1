import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { HomePage, loadHomePage } from '../pages/home-page.js';
import { NotFoundPage } from '../pages/not-found-page.js';
import { lobbyOf } from '../platform/campaign.js';
import { homeCampaign } from '../platform/home-campaign.js';
import { loadWords } from '../platform/i18n/index.js';
import { parseSearch, stringifySearch } from '../platform/search-params.js';
import { rememberWayBack } from './came-from.js';
import { CrashPage } from './crash-page.js';
import { hubQueries } from './hub-queries.js';
import { Shell } from './shell.js';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

/** The first answer is mostly here before the code is: then the page is drawn once. Who has to wait for it longer is shown the page without it. */
const ANSWER_WITHIN_MS = 200;
const patience = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ANSWER_WITHIN_MS));

const homePage = {
  loader: ({ params }: { params: { campaign?: string } }) => {
    const slug = params.campaign ?? homeCampaign();
    if (slug === '') return undefined;
    const answer = hubQueries.prefetchQuery(lobbyOf(slug));
    return Promise.all([loadHomePage(), Promise.race([answer, patience()])]).then(() => undefined);
  },
  component: HomePage,
};
const matrixPage = {
  loader: () => loadWords('matrix'),
  component: lazyRouteComponent(() => import('../pages/matrix-page.js'), 'MatrixPage'),
};
const schedulePage = {
  loader: () => loadWords('schedule', 'share', 'reminders'),
  component: lazyRouteComponent(() => import('../pages/schedule-page.js'), 'SchedulePage'),
};
const topicsPage = {
  loader: () => loadWords('topics'),
  component: lazyRouteComponent(() => import('../pages/topics-page.js'), 'TopicsPage'),
};
const topicPage = {
  loader: () => loadWords('topics', 'chat', 'share'),
  component: lazyRouteComponent(() => import('../pages/topic-page.js'), 'TopicPage'),
};
const searchPage = {
  loader: () => loadWords('search'),
  component: lazyRouteComponent(() => import('../pages/search-page.js'), 'SearchPage'),
};

const getParentRoute = () => root;

/** Pages of the home campaign; every other campaign has the same under `/c/{slug}`. */
const routes = [
  createRoute({ getParentRoute, path: '/', ...homePage }),
  createRoute({ getParentRoute, path: '/matrix', ...matrixPage }),
  createRoute({ getParentRoute, path: '/matrix/$region', ...matrixPage }),
  createRoute({ getParentRoute, path: '/schedule', ...schedulePage }),
  createRoute({ getParentRoute, path: '/topics', ...topicsPage }),
  createRoute({ getParentRoute, path: '/topics/$topic', ...topicPage }),
  createRoute({ getParentRoute, path: '/search', ...searchPage }),
  createRoute({ getParentRoute, path: '/c/$campaign', ...homePage }),
  createRoute({ getParentRoute, path: '/c/$campaign/matrix', ...matrixPage }),
  createRoute({ getParentRoute, path: '/c/$campaign/matrix/$region', ...matrixPage }),
  createRoute({ getParentRoute, path: '/c/$campaign/schedule', ...schedulePage }),
  createRoute({ getParentRoute, path: '/c/$campaign/topics', ...topicsPage }),
  createRoute({ getParentRoute, path: '/c/$campaign/topics/$topic', ...topicPage }),
  createRoute({ getParentRoute, path: '/c/$campaign/search', ...searchPage }),
  createRoute({
    getParentRoute,
    path: '/channels/$slug',
    loader: async ({ params: { slug }, preload }) => {
      const begun = import('../pages/begin-channel.js').then(({ beginChannel }) => (preload ? undefined : beginChannel(hubQueries, slug)));
      await Promise.all([loadWords('channel', 'chat', 'share'), import('../pages/playing-channel.js'), Promise.race([begun, patience()])]);
    },
    component: lazyRouteComponent(() => import('../pages/channel-page.js'), 'ChannelPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/sign-in',
    loader: () => loadWords('accounts', 'ways'),
    component: lazyRouteComponent(() => import('../pages/sign-in-page.js'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/sign-in/back',
    loader: () => loadWords('ways'),
    component: lazyRouteComponent(() => import('../pages/identity-answer-page.js'), 'IdentityAnswerPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/join',
    loader: () => loadWords('accounts'),
    component: lazyRouteComponent(() => import('../pages/join-page.js'), 'JoinPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/recover',
    loader: () => loadWords('accounts'),
    component: lazyRouteComponent(() => import('../pages/recover-page.js'), 'RecoverPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/appointment',
    loader: () => loadWords('accounts'),
    component: lazyRouteComponent(() => import('../pages/appointment-page.js'), 'AppointmentPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/setup',
    loader: () => loadWords('accounts'),
    component: lazyRouteComponent(() => import('../pages/setup-page.js'), 'SetupPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/desk/staff',
    loader: () => loadWords('accounts', 'staff', 'links'),
    component: lazyRouteComponent(() => import('../pages/staff-page.js'), 'StaffPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/desk/campaigns',
    loader: () => loadWords('campaigns', 'regions'),
    component: lazyRouteComponent(() => import('../pages/campaigns-page.js'), 'CampaignsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/desk/units',
    loader: () => loadWords('filers'),
    component: lazyRouteComponent(() => import('../pages/units-page.js'), 'UnitsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/apply',
    loader: () => loadWords('accounts', 'apply', 'regions'),
    component: lazyRouteComponent(() => import('../pages/apply-page.js'), 'ApplyPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/desk/applications',
    loader: () => loadWords('apply'),
    component: lazyRouteComponent(() => import('../pages/applications-page.js'), 'ApplicationsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/units/$unit',
    loader: () => loadWords('filers', 'links'),
    component: lazyRouteComponent(() => import('../pages/unit-page.js'), 'UnitPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/host',
    loader: () => loadWords('hosting', 'form'),
    component: lazyRouteComponent(() => import('../pages/host-page.js'), 'HostPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/host/live/$session',
    loader: () => loadWords('hosting', 'chat', 'live'),
    component: lazyRouteComponent(() => import('../pages/live-page.js'), 'LivePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/desk/review',
    loader: () => loadWords('review', 'filing', 'programme', 'supplement'),
    component: lazyRouteComponent(() => import('../pages/review-page.js'), 'ReviewPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/desk/review/$filing/record',
    loader: () => loadWords('review', 'filing', 'form'),
    component: lazyRouteComponent(() => import('../pages/record-page.js'), 'RecordPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/desk/webhooks',
    loader: () => loadWords('webhooks'),
    component: lazyRouteComponent(() => import('../pages/webhooks-page.js'), 'WebhooksPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/desk/webhooks/$webhook',
    loader: () => loadWords('webhooks'),
    component: lazyRouteComponent(() => import('../pages/webhook-page.js'), 'WebhookPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/desk/mail',
    loader: () => loadWords('mail', 'inbox'),
    component: lazyRouteComponent(() => import('../pages/sent-mail-page.js'), 'SentMailPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/mail/confirm',
    loader: () => loadWords('mail'),
    component: lazyRouteComponent(() => import('../pages/confirm-mail-page.js'), 'ConfirmMailPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/mail/end',
    loader: () => loadWords('mail'),
    component: lazyRouteComponent(() => import('../pages/end-mail-page.js'), 'EndMailPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/inbox',
    loader: () => loadWords('inbox', 'mail'),
    component: lazyRouteComponent(() => import('../pages/inbox-page.js'), 'InboxPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/host/filings',
    loader: () => loadWords('hosting', 'filing', 'form', 'sheet', 'programme'),
    component: lazyRouteComponent(() => import('../pages/filings-page.js'), 'FilingsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/host/filings/$filing',
    loader: () => loadWords('hosting', 'filing', 'form', 'programme', 'review', 'supplement'),
    component: lazyRouteComponent(() => import('../pages/filing-page.js'), 'FilingPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/host/filings/$filing/supplement',
    loader: () => loadWords('form', 'supplement'),
    component: lazyRouteComponent(() => import('../pages/supplement-page.js'), 'SupplementPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/desk/moderation',
    loader: () => loadWords('desk', 'moderation', 'people'),
    component: lazyRouteComponent(() => import('../pages/moderation-page.js'), 'ModerationPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/desk/moderation/lists',
    loader: () => loadWords('desk', 'moderation'),
    component: lazyRouteComponent(() => import('../pages/moderation-lists-page.js'), 'ModerationListsPage'),
  }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultErrorComponent: CrashPage,
  defaultPreload: 'intent',
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
});
rememberWayBack(router);

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
