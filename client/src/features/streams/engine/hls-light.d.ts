/** The light build has the same types; the package names them for the full one only. */
declare module 'hls.js/light' {
  export { default, type ErrorData, type Events } from 'hls.js';
}
