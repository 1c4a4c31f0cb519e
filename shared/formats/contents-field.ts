const CONTENTS = /^\s*TOC\b/i

/** Whether a field of a Word file builds a table of contents, by its instruction (ECMA-376 part 1, 17.16). */
export function isContents(instruction: string): boolean {
  return CONTENTS.test(instruction)
}
