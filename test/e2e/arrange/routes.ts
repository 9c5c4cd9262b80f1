import { expect, type Page } from '@playwright/test';

/** A page of the audience, and what stands on it once it is worth looking at. */
export type Route = { name: string; path: string; shows: string };

/** Half past two in the afternoon of a day of the campaign: the demo's programme is on. */
export const daytime = { CLOCK_AT: '2023-09-19T14:32:00+08:00' };

/** Every route, once: what is checked of one page is checked of all, and each has its contact sheet. */
export const routes: readonly Route[] = [
  { name: 'lobby', path: '/', shows: '[data-state="live"]' },
  { name: 'matrix', path: '/matrix', shows: 'ol button' },
  { name: 'matrix-list', path: '/matrix?view=list', shows: 'table' },
  { name: 'matrix-region', path: '/matrix/450000', shows: 'h1' },
  { name: 'schedule', path: '/schedule', shows: '[data-section], [role="grid"], table' },
  { name: 'topics', path: '/topics', shows: 'li a' },
  { name: 'topic', path: '/topics/fangzai', shows: 'h1' },
  { name: 'search', path: '/search', shows: 'input' },
  { name: 'channel', path: '/channels/deep-space', shows: '[role="log"], video' },
  { name: 'sign-in', path: '/sign-in', shows: 'form' },
  { name: 'apply', path: '/apply', shows: 'form' },
  { name: 'not-found', path: '/no-such-page', shows: 'h1' },
];

/** The first page of 长辈模式, which is the lobby for whoever chose it. */
export const elderHome: Route = { name: 'elder', path: '/?mode=elder', shows: 'button' };

/** The moderators' pages, for who is signed in as one. */
export const deskRoutes: readonly Route[] = [
  { name: 'moderation', path: '/desk/moderation', shows: '[data-hold]' },
  { name: 'moderation-context', path: '/desk/moderation?step=context', shows: '[data-hold]' },
  { name: 'moderation-rooms', path: '/desk/moderation?step=rooms', shows: '[data-hold]' },
  { name: 'moderation-reports', path: '/desk/moderation?list=reports', shows: 'select' },
  { name: 'moderation-appeals', path: '/desk/moderation?list=appeals', shows: 'section li p' },
  { name: 'moderation-lists', path: '/desk/moderation/lists', shows: 'table td' },
];

/** The pages of those who bring streams and file activities, for who is signed in as one who has filed. */
export const hostRoutes: readonly Route[] = [
  { name: 'host', path: '/host', shows: 'article' },
  { name: 'inbox', path: '/inbox', shows: 'h1' },
  { name: 'applied', path: '/apply', shows: 'fieldset, li h2' },
  { name: 'filings', path: '/host/filings', shows: 'li a[href*="/host/filings/"]' },
  { name: 'sign-ins', path: '/sign-in', shows: '#sign-ins' },
];
/** The form of one of them. */
export const formRoute = (filing: string): Route => ({ name: 'filing', path: `/host/filings/${filing}`, shows: '#part-time' });

/** The reviewers' desk, for who is signed in as one for whom something waits. */
export const reviewRoutes: readonly Route[] = [
  { name: 'review', path: '/desk/review', shows: '[data-review]' },
  { name: 'review-all', path: '/desk/review?list=all', shows: '[data-review]' },
  { name: 'units', path: '/desk/units', shows: 'li a[href*="/units/"]' },
  { name: 'unit', path: '/units/gx-nature-museum', shows: 'li h3' },
  { name: 'applications', path: '/desk/applications', shows: 'fieldset' },
];
/** With one of them open. */
export const reviewRoute = (filing: string): Route => ({ name: 'review-open', path: `/desk/review?id=${filing}`, shows: 'article h2' });
/** The whole record of one of them. */
export const recordRoute = (filing: string): Route => ({ name: 'record', path: `/desk/review/${filing}/record`, shows: 'ol li' });

/** The operators' pages, for who is signed in as one who keeps a webhook. */
export const operatorRoutes = (webhook: string): readonly Route[] => [
  { name: 'webhooks', path: '/desk/webhooks', shows: 'li a[href*="/desk/webhooks/"]' },
  { name: 'webhook', path: `/desk/webhooks/${webhook}`, shows: '#deliveries' },
  { name: 'mail', path: '/desk/mail', shows: 'fieldset' },
  { name: 'staff', path: '/desk/staff', shows: 'li h3' },
  { name: 'campaigns', path: '/desk/campaigns', shows: 'li h2' },
];

/** Opens a page and waits until what it is for is on it, in the letters it is drawn with. */
export async function visit(page: Page, { path, shows }: Pick<Route, 'path' | 'shows'>): Promise<void> {
  await page.goto(path);
  const main = page.locator('main');
  await expect(main.getByRole('heading').first()).toBeAttached();
  await expect(main.locator(shows).first()).toBeAttached({ timeout: 30_000 });
  await page.evaluate(() => document.fonts.ready);
}
