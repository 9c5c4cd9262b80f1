import type { Plugin } from 'vite';

const MODULE = '\0websocket-only';

/**
 * The hub takes WebSockets and nothing else (protocol.md): polling and WebTransport stay out of the phone.
 * Socket.IO's engine looks its transports up in one table; here the table has the one.
 */
export function webSocketOnly(): Plugin {
  let webSocket = '';
  return {
    name: 'websocket-only',
    enforce: 'pre',
    apply: 'build',
    async resolveId(id, importer) {
      if (!id.endsWith('/transports/index.js') || !importer?.includes('/engine.io-client/')) return undefined;
      webSocket = (await this.resolve(id.replace(/index\.js$/, 'websocket.js'), importer))?.id ?? '';
      return MODULE;
    },
    load: (id) =>
      id === MODULE ? `import { WS } from ${JSON.stringify(webSocket)};\nexport const transports = { websocket: WS };\n` : undefined,
  };
}
