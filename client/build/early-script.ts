import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const source = new URL('early.js', import.meta.url);

/**
 * Puts `build/early.js` before everything else in the page, as a file of its own: it must run before
 * the first paint, a module would come too late, and the content security policy refuses inline scripts.
 */
export function earlyScript(): Plugin {
  return {
    name: 'early-script',
    buildStart() {
      if (this.environment.config.command === 'build') {
        this.emitFile({ type: 'asset', name: 'early.js', source: readFileSync(source, 'utf8') });
      }
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const built = Object.values(bundle ?? {}).find((file) => file.type === 'asset' && file.names.includes('early.js'));
        return [{ tag: 'script', attrs: { src: built ? `/${built.fileName}` : '/build/early.js' }, injectTo: 'head-prepend' }];
      },
    },
  };
}
