/** OpenCC's Traditional characters, each with its Simplified forms: `亂 乱|亙 亘|…`, the usual form first. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string
  export default pairs
}
