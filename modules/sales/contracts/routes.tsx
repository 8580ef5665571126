import { type Context, Hono } from 'hono'
import { isId } from '../../../core/db/id.ts'
import { allow } from '../../../core/http/allow.ts'
import { type Errors, readForm } from '../../../core/http/form.ts'
import { once } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import { drawList } from '../../../core/lists/list-pages.tsx'
import { addListRoutes } from '../../../core/lists/list-routes.tsx'
import { addRecordRoutes } from '../../../core/records/record-routes.tsx'
import { reachableAccount } from '../papers/account-field.ts'
import { paperText } from '../papers/messages.ts'
import { type Quote, readQuote } from '../quotes/reading.ts'
import { readContractForm } from './contract-form.ts'
import { contractList } from './contract-list.ts'
import {
  drawContract,
  drawContractConflict,
  drawContractForm,
  rawOfContract,
} from './contract-pages.tsx'
import { saveContract, writeContract } from './contracts.ts'
import { rawFromDeal } from './from-deal.ts'
import { contractKind } from './kind.ts'
import { contractText } from './messages.ts'
import { readContract } from './reading.ts'
import { addStateRoutes } from './state-routes.tsx'

/** Contracts: the list, the record and its form. */
export const contractRoutes = new Hono<Site>()

const view = allow(contractKind.view)
const edit = allow(contractKind.edit)
const page = (id: string) => `${contractKind.href}/${id}`

contractRoutes.get('/', view, (c) => drawList(c, contractList))

contractRoutes.get('/new', edit, async (c) => {
  const { scope } = c.var
  const { account: given = '' } = c.req.query()
  const account = isId(given) ? await reachableAccount(scope, given) : undefined
  const quote = await quoteMeant(c, c.req.query('quote'))
  const raw = quote
    ? rawOfContract(scope, { ...quote, name: quote.title })
    : await rawFromDeal(scope, c.req.query('deal'))
  return drawContractForm(c, { raw: { account: account?.name, ...raw }, quote })
})

contractRoutes.post('/', edit, async (c) => {
  const { scope, product } = c.var
  const { raw } = await readForm(c)
  const quote = await quoteMeant(c, raw.quote)
  const { values, errors } = await readContractForm(scope, raw, quote)
  const from = quote && { quoteId: quote.id, personId: quote.personId }
  const to = await once(scope, raw, async () =>
    Object.keys(errors).length > 0
      ? undefined
      : page(await writeContract(scope, product.registry, values, from)),
  )
  return to ? go(c, to) : drawContractForm(c, { raw, errors, quote })
})

addListRoutes(contractRoutes, contractList)
addRecordRoutes(contractRoutes, contractKind, async (c, id, note) =>
  drawContract(c, await readContract(c.var.scope, id), { note }),
)
addStateRoutes(contractRoutes)

contractRoutes.get('/:id', view, async (c) =>
  drawContract(c, await readContract(c.var.scope, pathId(c))),
)

contractRoutes.get('/:id/edit', edit, async (c) => {
  const contract = await readContract(c.var.scope, pathId(c), contractKind.edit)
  const raw = rawOfContract(c.var.scope, contract)
  return drawContractForm(c, { contract, raw, version: contract.version })
})

contractRoutes.post('/:id', edit, async (c) => {
  const { scope, product } = c.var
  const contract = await readContract(scope, pathId(c), contractKind.edit)
  const { raw } = await readForm(c)
  const version = versionOf(raw)
  const { values, errors } = await readContractForm(scope, raw, contract)
  const again = (found: Errors) => drawContractForm(c, { contract, raw, errors: found, version })
  if (Object.keys(errors).length > 0) return again(errors)
  const outcome = await saveContract(scope, product.registry, contract, version, values)
  const t = contractText(scope.locale)
  if (outcome === 'conflict') return drawContractConflict(c, contract, raw)
  if (outcome === 'fixed') return again({ total: t.fixed })
  if (outcome === 'received') return again({ total: t.belowReceived })
  return go(c, page(contract.id), { kind: 'success', text: paperText(scope.locale).saved })
})

/** The quote that a contract is made of, if one is named that may be seen. */
const quoteMeant = async (c: Context<Site>, id: string | undefined): Promise<Quote | undefined> =>
  id && isId(id) ? readQuote(c.var.scope, id) : undefined
