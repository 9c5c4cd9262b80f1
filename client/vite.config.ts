import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { captionTrack } from './build/caption-track.js';
import { earlyScript } from './build/early-script.js';
import { hlsCaptions } from './build/hls-captions.js';
import { homeInDev } from './build/home-in-dev.js';
import { oldBuilds } from './build/old-builds.js';
import { pageParts } from './build/page-parts.js';
import { codeSplitting } from './build/parts.js';
import { plateFiles } from './build/plate-files.js';
import { webSocketOnly } from './build/websocket-only.js';

/** `vite dev` stands in front of a hub on its usual port, so that cookies and sockets have one origin. */
const hub = { target: 'http://127.0.0.1:3000', ws: true };

// Vite reads its config from a default export; it is the only one in the client.
export default defineConfig({
  plugins: [
    react(),
    earlyScript(),
    homeInDev(hub.target),
    plateFiles(),
    webSocketOnly(),
    hlsCaptions(),
    captionTrack(),
    pageParts(),
    oldBuilds(),
  ],
  build: {
    target: ['es2022', 'chrome107', 'safari16.4', 'firefox108'],
    // Inlined assets would be data: scripts and styles, which the content security policy refuses.
    assetsInlineLimit: 0,
    // `oldBuilds` empties the folder, of all but the build before.
    emptyOutDir: false,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600,
    rolldownOptions: { output: { codeSplitting } },
  },
  server: { proxy: { '/api': hub, '/rt': hub, '/demo': hub, '/health': hub } },
});
