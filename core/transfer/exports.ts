import { asPerson } from '../access/as-person.ts'
import { may } from '../access/person.ts'
import { notFound } from '../http/refusal.ts'
import type { Product } from '../product.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import { moduleOf, type Outgoing, outgoingOf, type Values } from './transfer.ts'

/** From how many records on an export asks for a reason (product.md, "Lists"). */
export const reasonFrom = 1_000

const pageSize = 1_000

/** @throws notFound for a kind that does not exist, is off, or is not theirs: all the same */
export function exportKind(registry: Registry, scope: Scope, kind: string): Outgoing {
  const found = registry.modules
    .filter((module) => scope.modules.state(module.id) !== 'off')
    .flatMap(outgoingOf)
    .find((transfer) => transfer.kind === kind && may(scope.user, transfer.exportPermission))
  if (!found) throw notFound()
  return found
}

/**
 * All rows of an export, a page at a time, each in a short transaction of its own: a long download
 * holds no lock, no connection and no more than a page in memory.
 */
export async function* readAll(
  product: Product,
  scope: Pick<Scope, 'company' | 'user' | 'requestId'>,
  transfer: Outgoing,
  filters: URLSearchParams,
): AsyncGenerator<Values> {
  let after: string | undefined
  for (;;) {
    const page = await asPerson(product, scope.company.id, scope.user.id, scope.requestId, (own) =>
      own.modules.state(moduleOf(transfer)) === 'off'
        ? Promise.resolve([])
        : transfer.read(own, filters, after, pageSize),
    )
    yield* page
    if (page.length < pageSize) return
    after = page.at(-1)?.id
  }
}
