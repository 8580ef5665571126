import { isUtf8 } from 'node:buffer'

const hanInUtf8 = /[\u0800-\uffff]/

/**
 * The number of the first line of the rarer kind when some lines are Chinese in UTF-8 and others in something
 * else: two files pasted together, or one damaged. By accident a GB18030 line is almost never
 * UTF-8 with a character of three bytes.
 */
export function oddLine(bytes: Uint8Array): number | undefined {
  const utf8 = { count: 0, first: 0 }
  const other = { count: 0, first: 0 }
  let start = 0
  for (let line = 1; start < bytes.length; line += 1) {
    const end = bytes.indexOf(10, start)
    const part = Buffer.from(bytes.subarray(start, end < 0 ? bytes.length : end))
    start = end < 0 ? bytes.length : end + 1
    const kind = isUtf8(part) ? (hanInUtf8.test(part.toString()) ? utf8 : undefined) : other
    if (!kind) continue
    kind.count += 1
    kind.first ||= line
  }
  if (utf8.count === 0 || other.count === 0) return undefined
  return utf8.count < other.count ? utf8.first : other.first
}
