import type { Context, Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { Fields } from '../../../core/http/fields.ts'
import { readForm } from '../../../core/http/form.ts'
import { once } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { printMoney } from '../../../core/values/money.ts'
import { parseText } from '../../../core/values/text.ts'
import { drawContract } from './contract-pages.tsx'
import { releaseContract, reopenContract, voidContract } from './contracts.ts'
import { contractKind } from './kind.ts'
import { contractText } from './messages.ts'
import { type Contract, readContract } from './reading.ts'
import { renewContract } from './renewing.ts'
import type { StoredState } from './state.ts'

const edit = allow(contractKind.edit)
const page = (id: string) => `${contractKind.href}/${id}`

/** What becomes of a contract: in force, taken back, opened again, renewed, void. */
export function addStateRoutes(routes: Hono<Site>): void {
  /** Does a deed to a contract in one of these states; else the page says that it is not. */
  const post = (
    path: string,
    states: readonly StoredState[],
    act: (c: Context<Site>, contract: Contract) => Promise<Response>,
  ) =>
    routes.post(`/:id/${path}`, edit, async (c) => {
      const { scope } = c.var
      const contract = await readContract(scope, pathId(c), contractKind.edit)
      if (states.includes(contract.stored)) return act(c, contract)
      const text = contractText(scope.locale).notNow
      return go(c, page(contract.id), { kind: 'info', text })
    })

  post('release', ['draft'], async (c, contract) => {
    const { scope, product } = c.var
    const { raw } = await readForm(c)
    const fields = new Fields(raw, scope.locale)
    const reason = fields.may('reason', (text) => parseText(text, { most: 1000 })) ?? ''
    if (!fields.ok) return drawContract(c, contract, { raw, errors: fields.errors })
    const outcome = await releaseContract(scope, product.registry, contract, reason)
    const t = contractText(scope.locale)
    if (typeof outcome === 'object') {
      const over = { minor: outcome.overplanned, currency: contract.currency }
      const text = t.overplanned(printMoney(over, scope.locale))
      return go(c, page(contract.id), { kind: 'danger', text })
    }
    const text = outcome === 'active' ? t.released : t.submitted
    return go(c, page(contract.id), { kind: 'success', text })
  })

  for (const [path, state, deed] of [
    ['recall', 'waiting', 'recalled'],
    ['reopen', 'active', 'reopened'],
  ] as const)
    post(path, [state], async (c, contract) => {
      const { scope, product } = c.var
      await reopenContract(scope, product.registry, contract.id, deed)
      const text = contractText(scope.locale)[deed]
      return go(c, page(contract.id), { kind: 'success', text })
    })

  post('renew', ['active'], async (c, contract) => {
    const { scope, product } = c.var
    const { raw } = await readForm(c)
    const t = contractText(scope.locale)
    const to = await once(scope, raw, async () => {
      const made = await renewContract(scope, product.registry, contract)
      return made && page(made)
    })
    if (to) return go(c, to, { kind: 'success', text: t.renewed })
    return go(c, page(contract.id), { kind: 'info', text: t.renewedAlready })
  })

  post('void', ['draft', 'active'], async (c, contract) => {
    const { scope, product } = c.var
    await voidContract(scope, product.registry, contract.id)
    return go(c, page(contract.id), { kind: 'success', text: contractText(scope.locale).voided })
  })
}
