import { createHash } from 'node:crypto'
import { type Acting, asPerson } from '../access/as-person.ts'
import { recordAudit } from '../records/audit.ts'
import type { Scope } from '../scope.ts'

/** The rows of an export as they go by, and how many have. */
export type Counted<Row> = { rows: AsyncIterable<Row>; count: () => number }

export function counted<Row>(rows: AsyncIterable<Row>): Counted<Row> {
  let count = 0
  return {
    rows: (async function* () {
      for await (const row of rows) {
        count += 1
        yield row
      }
    })(),
    count: () => count,
  }
}

/**
 * Hands a file on and writes down, once all of it has gone, how many rows it had and the SHA-256 of
 * its bytes: a copy that turns up somewhere can be traced. A download that breaks off leaves the
 * entry of its beginning alone.
 */
export async function* delivered(
  product: Acting,
  { company, user, requestId }: Pick<Scope, 'company' | 'user' | 'requestId'>,
  file: AsyncIterable<Uint8Array>,
  id: string,
  count: () => number,
): AsyncGenerator<Uint8Array, void, undefined> {
  const hash = createHash('sha256')
  for await (const piece of file) {
    hash.update(piece)
    yield piece
  }
  await asPerson(product, company.id, user.id, requestId, (scope) =>
    recordAudit(scope, {
      action: 'delivered',
      object: 'core.export',
      recordId: id,
      after: { count: count(), sha256: hash.digest('hex') },
    }),
  )
}
