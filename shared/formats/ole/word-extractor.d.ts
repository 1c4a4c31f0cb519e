/** The part of the package that is used; it ships no types, and those of DefinitelyTyped lack the option. */
declare module 'word-extractor' {
  export default class WordExtractor {
    extract(file: Buffer): Promise<WordDocument>
  }
  interface WordDocument {
    /** @param options `filterUnicode: false` keeps quotes and dashes as they are */
    getBody(options: { filterUnicode: boolean }): string
  }
}
