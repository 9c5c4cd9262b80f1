import { plateKinds } from '@yunhui/domain';
import sharp from 'sharp';
import type { Plugin } from 'vite';
import { drawPlate } from './plates/index.js';

const MODULE = 'virtual:plate-files';
const DEV_FOLDER = '/@plates/';
/** Chat apps draw no SVG, take nothing under 300 px, and give up on what is heavy. */
const bitmap = { width: 640, height: 360, colours: 64 };

/**
 * Draws every plate once, while the client is built: phones get small cacheable images instead of the code that
 * draws them. `virtual:plate-files` has their addresses by kind. Beside them lies each as a bitmap under the name
 * that the server gives to chat apps; those keep an address for months, so it has no hash.
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
    async generateBundle() {
      for (const kind of plateKinds)
        this.emitFile({ type: 'asset', fileName: `plates/${kind}.png`, source: await drawnBitmap(drawPlate(kind)) });
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

function drawnBitmap(svg: string): Promise<Buffer> {
  const { width, height, colours } = bitmap;
  return sharp(Buffer.from(svg)).resize(width, height, { fit: 'cover' }).png({ palette: true, colours, compressionLevel: 9 }).toBuffer();
}
