import { connect, type TcpNetConnectOpts } from 'node:net'
import { Duplex } from 'node:stream'
import { type ConnectionOptions, connect as connectSecurely } from 'node:tls'

/** Servers send fewer bytes of headers. A longer head is left as it is, for the parser to refuse. */
const MAX_HEAD = 64 * 1024
/** RFC 9110, section 5.6.2. */
const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/

/**
 * A connection whose answers have the faults taken out of their heads that browsers forgive and the parser does not: blanks between
 * a header's name and its colon, and lines that are no header at all, which browsers leave out.
 */
export function forgivingConnection(options: TcpNetConnectOpts & ConnectionOptions, isSecure: boolean): Duplex {
  const socket = isSecure ? connectSecurely(options) : connect(options)
  let head: Buffer | null = Buffer.alloc(0)
  const connection = new Duplex({
    read: () => socket.resume(),
    write: (chunk, encoding, done) => socket.write(chunk, encoding, done),
    final: (done) => socket.end(done),
    destroy: (error, done) => {
      socket.destroy()
      done(error)
    },
  })
  const pass = (bytes: Buffer) => {
    if (bytes.length > 0 && !connection.push(bytes)) socket.pause()
  }
  socket.on('data', (chunk: Buffer) => {
    // What follows the head is not looked at.
    if (head === null) return pass(chunk)
    head = Buffer.concat([head, chunk])
    const end = endOfHead(head)
    if (end === -1 && head.length < MAX_HEAD) return
    pass(end === -1 ? head : Buffer.concat([cleanHead(head.subarray(0, end)), head.subarray(end)]))
    head = null
  })
  socket.on('end', () => {
    // A server that went away within the head is what the parser says it is.
    if (head !== null) pass(head)
    connection.push(null)
  })
  socket.on('error', (error) => connection.destroy(error))
  return connection
}

/** Where the blank line after the head begins, or -1 if it has not come yet. */
function endOfHead(bytes: Buffer): number {
  const ends = ['\r\n\r\n', '\n\n', '\n\r\n'].map((mark) => bytes.indexOf(mark)).filter((at) => at !== -1)
  return ends.length === 0 ? -1 : Math.min(...ends)
}

/** A head without the faults; it comes without the line end of its last line. */
function cleanHead(head: Buffer): Buffer {
  const [status = '', ...lines] = head.toString('latin1').split(/\r?\n/)
  const kept = lines.flatMap((line) => {
    // A line that begins with a blank goes on with the one before.
    if (/^[ \t]/.test(line)) return [line]
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(0, colon)).trimEnd()
    return NAME.test(name) ? [`${name}:${line.slice(colon + 1)}`] : []
  })
  return Buffer.from([status, ...kept].join('\r\n'), 'latin1')
}
