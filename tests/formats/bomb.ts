import { constants, deflateRawSync } from 'node:zlib'

const MIB = 1024 * 1024

/** Deflated blanks: one block of a MiB, repeated. They are made quickly, however large they are unpacked. */
export function deflatedBlanks(mebibytes: number): Buffer {
  const block = deflateRawSync(Buffer.alloc(MIB, 0x20), { finishFlush: constants.Z_FULL_FLUSH })
  return Buffer.concat([...Array.from({ length: mebibytes }, () => block), deflateRawSync(Buffer.alloc(0))])
}

/** The same as a zlib stream, as PDF files contain them. The checksum at the end is missing, because no reader gets there. */
export function zlibBlanks(mebibytes: number): Buffer {
  return Buffer.concat([Buffer.from([0x78, 0x9c]), deflatedBlanks(mebibytes)])
}
