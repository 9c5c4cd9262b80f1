/** OpenCC's tables by character, as its package ships them: `from to|from to`. It declares no types for these. */
declare module 'opencc-js/dict/*' {
  const rows: string;
  export default rows;
}
