/** One line on a terminal that each `show` replaces; nothing at all in a pipe. */
export interface Progress {
  show(text: string): void
  clear(): void
}

const CLEAR_LINE = '\r\u001b[K'

export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  const write = (text: string) => {
    if (stream.isTTY) stream.write(text)
  }
  return { show: (text) => write(`${CLEAR_LINE}${text}`), clear: () => write(CLEAR_LINE) }
}
