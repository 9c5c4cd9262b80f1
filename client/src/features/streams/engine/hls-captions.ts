/** hls.js for what has captions. The build makes it of the library's source (build/hls-captions.ts); elsewhere it is the whole library. */
export { default as Hls } from 'hls.js';
