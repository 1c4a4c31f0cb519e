import { constants, deflateRawSync } from 'node:zlib'

const MIB = 1024 * 1024

/** Blanks deflated: one block of a MiB again and again, made in no time however many they unpack to. */
export function deflatedBlanks(mebibytes: number): Buffer {
  const block = deflateRawSync(Buffer.alloc(MIB, 0x20), { finishFlush: constants.Z_FULL_FLUSH })
  return Buffer.concat([...Array.from({ length: mebibytes }, () => block), deflateRawSync(Buffer.alloc(0))])
}

/** The same as a zlib stream, as PDF has them; the checksum at its end is missing, as nobody gets there. */
export function zlibBlanks(mebibytes: number): Buffer {
  return Buffer.concat([Buffer.from([0x78, 0x9c]), deflatedBlanks(mebibytes)])
}
