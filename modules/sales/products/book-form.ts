import type { Directory } from '../../../core/access/directory.ts'
import { Fields } from '../../../core/http/fields.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { currencies } from '../../../core/settings/company.ts'
import { parseDate } from '../../../core/values/date.ts'
import { parseMoney } from '../../../core/values/money.ts'
import { parseText } from '../../../core/values/text.ts'
import type { Book, BookValues } from './books.ts'
import { productText } from './messages.ts'
import { productsMeant } from './reading.ts'

/** Reads the form of a price book. @param chosen the departments that were ticked */
export function readBookForm(
  scope: Scope,
  { departments }: Directory,
  raw: Raw,
  chosen: readonly string[],
): { values: BookValues; errors: Errors } {
  const t = productText(scope.locale).books
  const fields = new Fields(raw, scope.locale)
  const values: BookValues = {
    name: fields.need('name', t.name, (text) => parseText(text, { most: 100 }), ''),
    currency: raw.currency ?? '',
    level: fields.may('level', (text) => parseText(text, { most: 60 })) ?? '',
    startsOn: fields.may('startsOn', parseDate),
    endsOn: fields.may('endsOn', parseDate),
    departments: departments.map(({ id }) => id).filter((id) => chosen.includes(id)),
  }
  if (!currencies.includes(values.currency)) fields.refuse('currency', t.badCurrency)
  const { startsOn, endsOn } = values
  if (startsOn && endsOn && endsOn < startsOn) fields.refuse('endsOn', t.backwards)
  return { values, errors: fields.errors }
}

/** Reads which product costs what in a book. */
export async function readPriceForm(scope: Scope, { currency }: Book, raw: Raw) {
  const t = productText(scope.locale).books
  const fields = new Fields(raw, scope.locale)
  const name = fields.need('product', t.product, (text) => parseText(text), '')
  const price = fields.need('price', t.price, (text) => parseMoney(text, { currency }), null)
  const product = (await productsMeant(scope, [name]))(name)
  if (name && !product) fields.refuse('product', t.unknown)
  if (product === 'several') fields.refuse('product', t.several)
  if (price && price.currency !== currency) fields.refuse('price', t.otherCurrency(currency))
  if (price && price.minor < 0) fields.refuse('price', t.negative)
  const known = product === 'several' ? undefined : product
  return { product: known, priceMinor: price?.minor ?? 0, errors: fields.errors }
}
