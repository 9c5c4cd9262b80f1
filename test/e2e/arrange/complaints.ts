import type { Page } from '@playwright/test';

/**
 * Collects what a browser complains of while it shows pages: errors of scripts, what a policy refused, what did not
 * load. That a page which does not exist answers 404 is no complaint.
 */
export async function complaintsOf(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  page.on('console', (said) => {
    const own = said.location().url.endsWith('/no-such-page');
    if (said.type() === 'error' && !own) complaints.push(`${new URL(page.url()).pathname}: ${said.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${new URL(page.url()).pathname}: ${error.message}`));
  await page.exposeFunction('complain', (what: string) => complaints.push(what));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      const { complain } = globalThis as unknown as { complain: (what: string) => void };
      complain(`${location.pathname}: ${effectiveDirective} refused ${blockedURI}`);
    });
  });
  return complaints;
}
