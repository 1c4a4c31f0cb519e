/** Lines on a terminal that each `show` replaces. Prints nothing if the stream is not a terminal. */
export interface Progress {
  /** Whether anybody sees what is shown. */
  readonly isSeen: boolean
  /** @param text one line or several, none wider than the terminal */
  show(text: string): void
  clear(): void
}

const CLEAR_BELOW = '\r\u001b[J'

export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  let lines = 1
  const write = (text: string) => {
    if (!stream.isTTY) return
    const up = lines > 1 ? `\u001b[${lines - 1}A` : ''
    stream.write(up + CLEAR_BELOW + text)
    lines = text.split('\n').length
  }
  return { isSeen: stream.isTTY === true, show: write, clear: () => write('') }
}
