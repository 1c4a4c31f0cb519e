/** Whether a page may have words that its sheets generate, or lists whose signs they set. Most pages have signs and pictures only. */
export function mayGenerate(source: string): boolean {
  return CONTENT.test(source) || (/<ol\b/i.test(source) && source.includes('list-style'))
}

const CONTENT = /\bcontent\s*:[^;{}]{0,200}?(?:attr\(|counters?\(|[\u3400-\u9fff]|\d|\\[4-9][\da-f]{3})/i
