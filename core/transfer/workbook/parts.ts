import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { refuseFile } from '../refusal.ts'

/** A workbook has a few dozen parts; more are there to keep a reader busy. */
const mostParts = 2_000

/** What all parts may weigh unpacked, in bytes: some two million filled cells. */
const mostUnpacked = 320 * 1024 * 1024

/** Rows of a sheet shrink thirtyfold; what grows more than this, once it is large, is a bomb. */
const mostGrowth = 200
const smallEnough = 8 * 1024 * 1024

/** The parts of a workbook, unpacked piece by piece: bytes are counted as they come, whatever the zip says. */
export class Parts {
  #unpacked = 0
  readonly #zip: ZipFile
  readonly #entries: ReadonlyMap<string, Entry>
  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip
    this.#entries = entries
  }

  /** @throws FileRefused for too many parts, or an Error for what is no zip */
  static async open(bytes: Uint8Array): Promise<Parts> {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    const zip = await fromBufferPromise(buffer, { autoClose: false })
    if (zip.entryCount > mostParts) refuseFile('workbookIsBomb')
    const entries = new Map<string, Entry>()
    for await (const entry of zip.eachEntry()) {
      entries.set(entry.fileName, entry)
      if (entries.size > mostParts) refuseFile('workbookIsBomb')
    }
    return new Parts(zip, entries)
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  /**
   * The text of a part, piece by piece.
   * @throws FileRefused once it has grown beyond reason
   */
  async *read(name: string): AsyncGenerator<string, void, undefined> {
    const entry = this.#entries.get(name)
    if (!entry) refuseFile('workbookBroken')
    const decoder = new TextDecoder()
    let grown = 0
    for await (const piece of await this.#zip.openReadStreamPromise(entry)) {
      grown += piece.length
      this.#unpacked += piece.length
      if (this.#unpacked > mostUnpacked) refuseFile('workbookTooLarge')
      if (grown > smallEnough && grown > entry.compressedSize * mostGrowth)
        refuseFile('workbookIsBomb')
      yield decoder.decode(piece, { stream: true })
    }
    yield decoder.decode()
  }
}
