import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** The release whose source, flags and libraries were read when this was written (docs/decisions/0019). Another one is read before it is named here. */
export const readRelease = '1.7.4';

/** The features by which hls.js divides its own builds (its README, "Compile from source"): those of its light build, and captions. */
const features: Readonly<Record<string, boolean>> = {
  SUBTITLES: true,
  CONTENT_STEERING: true,
  ALT_AUDIO: false,
  CMCD: false,
  EME_DRM: false,
  IFRAMES: false,
  INTERSTITIALS: false,
  M2TS_ADVANCED_CODECS: false,
  MEDIA_CAPABILITIES: false,
  VARIABLE_SUBSTITUTION: false,
};

/** What its source imports and its published files contain. pnpm shows them to nobody else, so the client has them as its own. */
export const libraries = ['eventemitter3', 'url-toolkit', '@svta/cml-utils', '@svta/cml-id3'];

/** Its own build leaves these out likewise: a feature that brings a library along, and a worker, which the content security policy refuses. */
const leftOut = ['./controller/cmcd-controller', './transmuxer-worker'];
const NOTHING = '\0nothing';

const require = createRequire(import.meta.url);
const folder = dirname(require.resolve('hls.js/package.json'));

/**
 * Makes hls.js with captions and nothing else that its light build leaves out, from the library's own source. The
 * package offers all or light: for captions alone a phone would load half as much again.
 */
export function hlsCaptions(): Plugin {
  const define = Object.fromEntries(Object.entries(features).map(([name, isOn]) => [`__USE_${name}__`, String(isOn)]));
  return {
    name: 'hls-captions',
    enforce: 'pre',
    apply: 'build',
    config: () => ({ define: { ...define, __VERSION__: JSON.stringify(readRelease) } }),
    buildStart() {
      const { version } = require('hls.js/package.json') as { version: string };
      if (version !== readRelease) this.error(`hls.js is ${version}; the source that was read is of ${readRelease} (docs/decisions/0019)`);
    },
    resolveId(id, importer) {
      if (id === 'hls.js' && importer?.endsWith('/engine/hls-captions.ts')) return join(folder, 'src/exports-default.ts');
      if (!importer?.startsWith(join(folder, 'src'))) return undefined;
      if (leftOut.includes(id)) return NOTHING;
      return libraries.includes(id) ? this.resolve(id, import.meta.filename, { skipSelf: true }) : undefined;
    },
    load: (id) => (id === NOTHING ? 'export default undefined;' : undefined),
  };
}
