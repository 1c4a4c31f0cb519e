/** One line on a terminal that each `show` replaces. Prints nothing if the stream is not a terminal. */
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
