import type { Plugin } from 'vite';

const MODULE = '\0websocket-only';
const transports = /\/engine\.io-client\/build\/esm\/transports\//;

/**
 * The hub takes WebSockets and nothing else (protocol.md): polling and WebTransport stay out of the phone.
 * Socket.IO's engine looks its transports up in one table; here the table has the one, and the others are
 * dropped though they prepare something when they are read.
 */
export function webSocketOnly(): Plugin {
  let webSocket = '';
  return {
    name: 'websocket-only',
    enforce: 'pre',
    apply: 'build',
    async resolveId(id, importer) {
      if (!importer?.includes('/engine.io-client/')) return undefined;
      if (id.endsWith('/transports/index.js')) {
        webSocket = (await this.resolve(id.replace(/index\.js$/, 'websocket.js'), importer))?.id ?? '';
        return MODULE;
      }
      const found = id.includes('transports/') ? await this.resolve(id, importer, { skipSelf: true }) : null;
      return found && transports.test(found.id) ? { ...found, moduleSideEffects: false } : undefined;
    },
    load: (id) =>
      id === MODULE ? `import { WS } from ${JSON.stringify(webSocket)};\nexport const transports = { websocket: WS };\n` : undefined,
  };
}
