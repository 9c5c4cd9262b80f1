import type { Plugin } from 'vite';
import { plateKinds } from '@yunhui/domain';
import { drawPlate } from './plates/index.js';

const MODULE = 'virtual:plate-files';
const DEV_FOLDER = '/@plates/';

/**
 * Draws every plate once, while the client is built: phones get small cacheable images instead of the code that
 * draws them. `virtual:plate-files` has their addresses by kind.
 */
export function plateFiles(): Plugin {
  return {
    name: 'plate-files',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load(id) {
      if (id !== `\0${MODULE}`) return undefined;
      const building = this.environment.config.command === 'build';
      const addresses = plateKinds.map((kind) => {
        if (!building) return `${kind}: '${DEV_FOLDER}${kind}.svg'`;
        const file = this.emitFile({ type: 'asset', name: `plate-${kind}.svg`, source: drawPlate(kind) });
        return `${kind}: import.meta.ROLLUP_FILE_URL_${file}`;
      });
      return `export const plateFiles = { ${addresses.join(', ')} };`;
    },
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const kind = plateKinds.find((known) => request.url === `${DEV_FOLDER}${known}.svg`);
        if (!kind) return next();
        response.setHeader('content-type', 'image/svg+xml').end(drawPlate(kind));
      });
    },
  };
}
