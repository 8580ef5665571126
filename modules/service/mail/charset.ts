import { isUtf8 } from 'node:buffer'

const textPart = /^(content-type:[ \t]*text\/(?:plain|html))([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)/gim
const charset = /;\s*charset\s*=\s*(?:"[^"]*"|[^\s;]+)/i

/**
 * A mail whose text came out as marks of doubt, read as old Chinese programs write it: GBK in headers
 * without saying so, and in parts that name no charset, or a wrong one. What is Chinese in UTF-8 stays.
 */
export function asChinese(bytes: Uint8Array): Uint8Array {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const crossing = /\r?\n\r?\n/.exec(whole.toString('latin1'))
  const end = crossing?.index ?? whole.length
  const head = whole.subarray(0, end)
  const known = isUtf8(head) ? head.toString() : new TextDecoder('gb18030').decode(head)
  const named = (text: string) =>
    text.replace(textPart, (_, type: string, rest: string) => {
      return `${type}${rest.replace(charset, '')}; charset=gb18030`
    })
  const rest = named(whole.subarray(end).toString('latin1'))
  return Buffer.concat([Buffer.from(withType(named(known))), Buffer.from(rest, 'latin1')])
}

const withType = (head: string): string =>
  /^content-type:/im.test(head) ? head : `${head}\r\nContent-Type: text/plain; charset=gb18030`
