import { sql } from 'drizzle-orm'
import { newId } from '../../../core/db/id.ts'
import type { Seed } from '../../../core/module.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import type { Random } from '../../../core/seed/random.ts'
import { searchText } from '../../../core/values/names.ts'
import { addBook } from '../products/books.ts'
import { products } from '../products/schema.ts'
import { searchLines } from './paged.ts'
import { seedContracts } from './seeding-contracts.ts'
import { seedQuotes } from './seeding-quotes.ts'
import { goods } from './seeding-shared.ts'

const models = ['A1', 'B2', 'GX-20', 'Pro', 'Plus']

async function seedProducts(scope: Scope, count: number, random: Random): Promise<void> {
  const rows = Array.from({ length: count }, () => {
    const name = `${random.pick(goods)} ${random.pick(models)}-${random.below(900) + 100}`
    return {
      ...{ id: newId(), name, unit: '台', taxRate: '13' },
      ...{ priceMinor: 10_000 * (1 + random.below(500)), priceCurrency: scope.company.currency },
      ...{ nameKey: searchText(name), search: searchLines(name) },
    }
  })
  await insertMany(scope, products, rows)
  const held = { currency: scope.company.currency, level: '', startsOn: null, endsOn: null }
  const name = scope.company.locale === 'zh-CN' ? '标准价' : 'List'
  const [known] = await scope.db.execute(sql`
    select from sales.price_books where company_id = ${scope.company.id} limit 1`)
  if (count > 0 && !known) await addBook(scope, { ...held, name, departments: [] })
}

/** What the command line and the benchmark can fill a company with. */
export const paperSeeds: readonly Seed[] = [
  { key: 'products', make: seedProducts },
  { key: 'quotes', make: seedQuotes },
  { key: 'contracts', make: seedContracts },
]
