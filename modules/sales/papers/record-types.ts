import { sql } from 'drizzle-orm'
import { may } from '../../../core/access/person.ts'
import type { RecordType } from '../../../core/module.ts'
import { contractKind } from '../contracts/kind.ts'
import { reachedContracts } from '../contracts/reading.ts'
import { recordReceipts } from '../contracts/rights.ts'
import { contracts } from '../contracts/schema.ts'
import { productKind } from '../products/kind.ts'
import { products } from '../products/schema.ts'
import { quoteKind } from '../quotes/kind.ts'
import { reachedQuotes } from '../quotes/reading.ts'
import { quotes } from '../quotes/schema.ts'
import { receiptObject } from '../receivables/receipts.ts'
import { receipts } from '../receivables/schema.ts'

type Row = { id: string; name: string }
const named = (rows: readonly Row[]) => new Map(rows.map(({ id, name }) => [id, name]))

/** Products, quotes, contracts and receipts, as other parts of the product point at them. */
export const paperTypes: readonly RecordType<'sales'>[] = [
  {
    object: productKind.object,
    icon: 'package',
    href: productKind.href,
    names: async (scope, ids, deed) => {
      if (!may(scope.user, productKind[deed])) return new Map()
      return named(
        await scope.db.execute<Row>(sql`
          select id, name from ${products} where company_id = ${scope.company.id}
            and id = any(${sql.param(ids)}::uuid[])`),
      )
    },
  },
  {
    object: quoteKind.object,
    icon: 'file-text',
    href: quoteKind.href,
    names: async (scope, ids, deed) =>
      named(
        await scope.db.execute<Row>(sql`
          select ${quotes.id}, concat_ws(' ', ${quotes.number}, nullif(${quotes.title}, '')) as name
          from ${quotes} where ${reachedQuotes(scope, quoteKind[deed])}
            and ${quotes.id} = any(${sql.param(ids)}::uuid[])`),
      ),
  },
  {
    object: contractKind.object,
    icon: 'file-invoice',
    href: contractKind.href,
    names: async (scope, ids, deed) =>
      named(
        await scope.db.execute<Row>(sql`
          select ${contracts.id}, ${contracts.number} || ' ' || ${contracts.name} as name
          from ${contracts} where ${reachedContracts(scope, contractKind[deed])}
            and ${contracts.id} = any(${sql.param(ids)}::uuid[])`),
      ),
  },
  {
    object: receiptObject,
    icon: 'cash',
    href: '/sales/receipts',
    names: async (scope, ids, deed) => {
      const permission = deed === 'view' ? contractKind.view : recordReceipts
      return named(
        await scope.db.execute<Row>(sql`
          select ${receipts.id}, ${receipts.number} as name from ${receipts} join ${contracts}
            on ${contracts.companyId} = ${receipts.companyId}
              and ${contracts.id} = ${receipts.contractId}
          where ${reachedContracts(scope, permission)}
            and ${receipts.id} = any(${sql.param(ids)}::uuid[])`),
      )
    },
  },
]
