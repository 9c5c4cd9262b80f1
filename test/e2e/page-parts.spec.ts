import { expect, somebody, test } from './arrange/journey.js';
import { routes } from './arrange/routes.js';

/**
 * What comes when it is needed and not before: the connection (`dist` of the realtime client), and what plays a stream. What the
 * parts of media-chrome have in common is named by the bundler after modules of that.
 */
const later = /\/assets\/(?:dist|hls|hls\.light|watch-troubles|media-chrome|utils|i18n|carry-nonce-range)-/;

for (const { name, path } of routes.filter((route) => route.name !== 'not-found')) {
  test(`${name}: the files and first answers of the page are asked for by its HTML, each once, and no others are found out later`, async ({
    browser,
    hub,
  }) => {
    await using reader = await somebody(browser, hub);
    const asked: string[] = [];
    reader.page.on('request', (request) => asked.push(request.url()));
    const answer = await reader.page.goto(path);
    await reader.page.locator('main h1').first().waitFor();
    const html = (await answer?.text()) ?? '';
    const named = [...html.matchAll(/<(?:script|link)[^>]* (?:src|href)="(\/(?:assets|api)\/[^"]+)"/g)].flatMap(
      ([, address]) => address ?? [],
    );
    expect(named.length).toBeGreaterThan(5);
    const paths = asked.map((address) => new URL(address).pathname);
    for (const address of named)
      expect(
        paths.filter((one) => one === address),
        address,
      ).toHaveLength(1);
    const scripts = paths.filter((one) => one.startsWith('/assets/') && one.endsWith('.js'));
    expect(scripts.filter((one) => !named.includes(one) && !later.test(one))).toEqual([]);
  });
}
