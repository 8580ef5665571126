/** First bytes by which files say what they are, as Latin-1 text. */
const beginnings: readonly [string, string][] = [
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['\xff\xd8\xff', 'image/jpeg'],
  ['GIF87a', 'image/gif'],
  ['GIF89a', 'image/gif'],
  ['%PDF-', 'application/pdf'],
  ['PK\x03\x04', 'application/zip'],
  ['PK\x05\x06', 'application/zip'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'application/x-ole-storage'],
  ['\x1f\x8b', 'application/gzip'],
  ['7z\xbc\xaf\x27\x1c', 'application/x-7z-compressed'],
  ['Rar!\x1a\x07', 'application/vnd.rar'],
  ['ID3', 'audio/mpeg'],
]

/** Programs, and pages that a browser would run: nobody needs them on a record. */
const programs = ['MZ', '\x7fELF', '\xcf\xfa\xed\xfe', '\xca\xfe\xba\xbe', '#!']
const pages = /<!doctype\s+html|<html|<svg|<script|<\?xml/i
const runnable =
  /\.(exe|dll|com|scr|msi|bat|cmd|ps1|vbs|vbe|js|mjs|jse|wsf|hta|jar|lnk|sh|app|html?|xhtml|shtml|svg|xml|php\d?|phar|pht(ml)?|asp|aspx|jsp)$/i

/**
 * What a file is by its bytes (security.md 2.2: 56). A name that promises something harmless helps
 * no program in, and one that promises a program keeps everything out.
 * @returns undefined for what is not taken
 */
export function fileType(bytes: Uint8Array, name: string): string | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096))
  const head = start.toString('latin1')
  // Windows lets go of dots and spaces at the end of a name.
  if (runnable.test(name.replace(/[.\s]+$/, ''))) return undefined
  if (programs.some((mark) => head.startsWith(mark))) return undefined
  const known = beginnings.find(([beginning]) => head.startsWith(beginning))?.[1]
  if (known) return known
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp'
  if (head.slice(4, 8) === 'ftyp') return 'video/mp4'
  if (pages.test(head)) return undefined
  return head.includes('\0') ? 'application/octet-stream' : 'text/plain'
}

/** A name as people will see it: without folders, control signs and signs that turn the writing round. */
export function fileName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? ''
  const clean = last
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
  const signs = [...clean]
  if (signs.length <= 150) return clean || 'file'
  const ending = /\.[^.]{1,10}$/.exec(clean)?.[0] ?? ''
  return signs.slice(0, 150 - ending.length).join('') + ending
}
