import { readFields } from '../../../core/fields/forms.ts'
import type { Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { productText } from './messages.ts'
import { type ProductValues, productFields } from './product-fields.ts'
import { codeTaken, type Product } from './reading.ts'

/** Reads the form of a product; a code stands on one product that is sold. */
export async function readProductForm(scope: Scope, raw: Raw, old?: Product) {
  const read = readFields<ProductValues>(scope, productFields, raw, old?.values)
  const { code, price } = read.values
  const t = productText(scope.locale)
  if (code && (await codeTaken(scope, code, old?.id))) read.errors.code ??= t.codeTaken
  if (price && price.minor < 0) read.errors.price ??= t.books.negative
  return read
}
