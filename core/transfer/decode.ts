import { isUtf8 } from 'node:buffer'
import { analyse } from 'chardet'
import { foreignKind } from './file-kind.ts'
import { oddLine } from './odd-line.ts'
import { refuseFile } from './refusal.ts'

/** The most a file may weigh, in MiB. */
export const mostMebibytes = 20
const mostBytes = mostMebibytes * 1024 * 1024

/** Encodings that files of our users come in, by their WHATWG names. */
export const encodings = [
  'utf-8',
  'gb18030',
  'utf-16le',
  'utf-16be',
  'big5',
  'shift_jis',
  'windows-1252',
] as const
export type Encoding = (typeof encodings)[number]

/** `sure` is false when another encoding is possible too, so that a person should look. */
export type Decoded = { text: string; encoding: Encoding; sure: boolean }

/**
 * Collects a stream, counting bytes as they come, so that a lying length header does not matter.
 * @throws FileRefused once there are more than 20 MiB
 */
export async function readBytes(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of source) {
    length += part.length
    if (length > mostBytes) refuseFile('fileTooLarge', mostMebibytes)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/**
 * The text of a file: by its byte-order mark, else strictly as UTF-8, else as GB18030, which
 * Chinese Excel writes. chardet is asked only when GB18030 does not fit or fits by accident.
 * @param wanted the encoding a person chose instead of the guess
 * @throws FileRefused for what is no text, is too large, or has two encodings
 */
export function decodeFile(bytes: Uint8Array, wanted?: Encoding): Decoded {
  if (bytes.length === 0) refuseFile('fileEmpty')
  if (bytes.length > mostBytes) refuseFile('fileTooLarge', mostMebibytes)
  const foreign = foreignKind(bytes)
  if (foreign) refuseFile(foreign as 'fileIsPdf')
  const decoded = wanted ? decodeAs(bytes, wanted) : guess(bytes)
  if (decoded.text.includes('\0')) refuseFile('fileHasNul')
  if (decoded.text.trim() === '') refuseFile('fileEmpty')
  return decoded
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): Decoded {
  const text = strictly(bytes, encoding)
  return text === undefined
    ? refuseFile('encodingNotFitting', encoding)
    : { text, encoding, sure: true }
}

function guess(bytes: Uint8Array): Decoded {
  const wide = wideByMark(bytes)
  if (wide) {
    const text = strictly(bytes, wide) ?? refuseFile('encodingUnknown')
    return { text, encoding: wide, sure: true }
  }
  const unmarked = wideByZeros(bytes)
  if (unmarked) return unmarked
  if (isUtf8(bytes)) return decodeAs(bytes, 'utf-8')
  if (bytes.includes(0)) refuseFile('fileHasNul')
  const odd = oddLine(bytes)
  if (odd) refuseFile('encodingMixed', odd)
  return guessLegacy(bytes)
}

function wideByMark([first, second]: Uint8Array): Encoding | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
}

/**
 * UTF-16 without a mark: most of its zeros are the halves of ASCII, at every other byte (一 has one
 * at the other side). Without a line end it was no such text, but text with a NUL in it.
 */
function wideByZeros(bytes: Uint8Array): Decoded | undefined {
  const zeros = [0, 0]
  const head = bytes.subarray(0, 4096)
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (Math.max(even, odd) < head.length / 20 || Math.max(even, odd) < 4 * Math.min(even, odd))
    return undefined
  const encoding = odd > even ? 'utf-16le' : 'utf-16be'
  const text = strictly(bytes, encoding)
  return text !== undefined && /[\r\n]/.test(text) ? { text, encoding, sure: false } : undefined
}

const alternatives: Record<string, Encoding> = {
  Big5: 'big5',
  Shift_JIS: 'shift_jis',
  'ISO-8859-1': 'windows-1252',
  'windows-1252': 'windows-1252',
}

function guessLegacy(bytes: Uint8Array): Decoded {
  const chinese = strictly(bytes, 'gb18030')
  const likely = analyse(bytes.subarray(0, 65_536))
  const chineseLikely = likely.find(({ name }) => name === 'GB18030')?.confidence ?? 0
  for (const { name, confidence } of likely) {
    const encoding = alternatives[name]
    if (!encoding || (chinese !== undefined && confidence < Math.max(50, chineseLikely + 1)))
      continue
    const text = strictly(bytes, encoding)
    if (text !== undefined) return { text, encoding, sure: false }
  }
  if (chinese === undefined) refuseFile('encodingUnknown')
  return { text: chinese, encoding: 'gb18030', sure: chineseLikely >= 50 }
}

/** The text without its mark, or undefined when a byte does not fit. */
function strictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
