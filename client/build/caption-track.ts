import type { Plugin } from 'vite';

/** As hls.js writes it into each `<track>` that it fills from code. */
const written = "'data:,WEBVTT'";
/** The same nothing, as a file of ours in `public/`. */
const ours = "'/no-captions.vtt'";

/**
 * hls.js gives its caption tracks an empty file as a `data:` address, which the content security policy refuses: no
 * media comes from `data:`. Here they get a file of our own instead. The build fails when the library writes it otherwise.
 */
export function captionTrack(): Plugin {
  return {
    name: 'caption-track',
    enforce: 'pre',
    apply: 'build',
    transform: {
      filter: { id: /\/hls\.js\/(?:dist\/hls(?:\.light)?\.mjs|src\/utils\/texttrack-utils\.ts)$/ },
      handler(code) {
        if (!code.includes(written)) this.error(`hls.js no longer writes ${written}`);
        return { code: code.replaceAll(written, ours), map: null };
      },
    },
  };
}
