/** One line of a card: TEL;TYPE=CELL:138… . Names and types are in capitals. */
export type Property = { name: string; types: readonly string[]; value: string }

/** A written name, its parameters, and its value: item1.EMAIL;TYPE="WORK":lin@… */
const shape = /^(?:[\w-]+\.)?([\w-]+)((?:;(?:"[^"]*"|[^":])*)*?):(.*)$/s

/** A property of a line that is unfolded; undefined for what is none. */
export function readProperty(line: string): Property | undefined {
  const [, name, parameters = '', value = ''] = shape.exec(line) ?? []
  if (!name) return undefined
  const given = parameters.match(/(?:"[^"]*"|[^";])+/g) ?? []
  const named = (key: string) =>
    given.flatMap((one) =>
      one.toUpperCase().startsWith(`${key}=`) ? one.slice(key.length + 1) : [],
    )
  // Version 2.1 writes types and encodings without a name: TEL;CELL;VOICE.
  const bare = given.filter((one) => !one.includes('='))
  const encodings = [...named('ENCODING'), ...bare].map((one) => one.toUpperCase())
  const types = [...named('TYPE').flatMap((one) => one.replaceAll('"', '').split(',')), ...bare]
  return {
    name: name.toUpperCase(),
    types: types.map((one) => one.toUpperCase()),
    value: encodings.includes('QUOTED-PRINTABLE')
      ? fromPrintable(value, named('CHARSET')[0])
      : value,
  }
}

/** Whether a line goes on in the next one, as quoted-printable writes it. */
export const goesOn = (line: string): boolean =>
  line.endsWith('=') && /^[^:]*QUOTED-PRINTABLE/i.test(line)

/** =E5=BC=A0 in its own character set, whatever that of the file is; else UTF-8, else Chinese. */
function fromPrintable(text: string, charset: string | undefined): string {
  const bytes = Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/gi, (_, code) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    ),
    // A sign that should have been written as bytes, and was not, keeps what it has.
    /[^\0-\xff]/.test(text) ? 'utf-8' : 'latin1',
  )
  for (const encoding of [charset, 'utf-8', 'gb18030'])
    try {
      if (encoding) return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // An unknown name, or bytes that do not fit: the next one.
    }
  return text
}

/** The parts of a value like N or ORG, their escapes taken away. */
export const partsOf = (value: string): string[] =>
  (value.match(/(?:\\.|[^;\\])+|(?=;)|$/gs) ?? []).map(plainText)

/** The value with its escapes (\n, \, and \;) taken away. */
export const plainText = (value: string): string =>
  value
    .replaceAll(/\\(.)/gs, (_, sign) => (sign === 'n' || sign === 'N' ? '\n' : sign))
    .replaceAll(/\r\n?/g, '\n')
    .trim()
