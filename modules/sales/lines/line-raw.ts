import type { Raw } from '../../../core/http/form.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { plainMoney } from '../../../core/values/money.ts'
import { type Line, type LinePart, partName } from './line-form.ts'
import { lineText } from './messages.ts'

/** Lines as a form shows them, each with what it has. */
export const rawOfLines = (
  lines: readonly (Omit<Line, 'taxRate'> & { taxRate?: string })[],
  currency: string,
): Raw =>
  Object.fromEntries(
    lines.flatMap((line, at): (readonly [string, string])[] => [
      [partName(at, 'product'), line.name],
      [partName(at, 'quantity'), line.quantity],
      [partName(at, 'price'), plainMoney({ minor: line.priceMinor, currency })],
      [partName(at, 'discount'), line.discount],
      ...(line.taxRate === undefined ? [] : [[partName(at, 'taxRate'), line.taxRate] as const]),
    ]),
  )

type Written = {
  product: string
  quantity?: string
  priceMinor?: number
  discount?: string
  taxRate?: string
}

/** Lines of a program as a form would have typed them; what it left out stays empty. */
export const rawOfWritten = (lines: readonly Written[], currency: string): Raw =>
  Object.fromEntries(
    lines.flatMap((line, at): [string, string][] => [
      [partName(at, 'product'), line.product],
      [partName(at, 'quantity'), line.quantity ?? ''],
      [
        partName(at, 'price'),
        line.priceMinor === undefined ? '' : typed(line.priceMinor, currency),
      ],
      [partName(at, 'discount'), line.discount ?? ''],
      [partName(at, 'taxRate'), line.taxRate ?? ''],
    ]),
  )

/** An unknown currency is refused by the form; its amounts cannot be written then. */
const typed = (minor: number, currency: string): string =>
  /^[A-Z]{3}$/.test(currency) ? plainMoney({ minor, currency }) : String(minor)

/** What a field of a line is called, with the number of its line; nothing for other fields. */
export function labelOfPart(locale: Locale, name: string): string | undefined {
  const [, at, part] = /^line-(\d+)-(\w+)$/.exec(name) ?? []
  if (!at || !part) return undefined
  const t = lineText(locale)
  return `${t.line(String(Number(at) + 1))} · ${t[part as LinePart] ?? part}`
}
