import { type Context, Hono } from 'hono'
import { may } from '../../core/access/person.ts'
import { allow } from '../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../core/http/form.ts'
import { pathId } from '../../core/http/path-id.ts'
import { notFound } from '../../core/http/refusal.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { readCosts } from '../cost/reading.ts'
import { sayLine } from '../cost/wording.ts'
import { registerRoutes } from '../register/routes.tsx'
import { keepCheck, readCheckForm } from './checking.ts'
import { clauses } from './clauses.ts'
import { completeness } from './formula.ts'
import { incidentRoutes } from './incident-routes.tsx'
import { vendorText } from './messages.ts'
import { type Contract, foundOf, readChecks, readContracts, readReviews } from './reading.ts'
import { contractRegister, place, reviewRegister } from './registers.ts'
import { CheckPage } from './views/check.tsx'
import { ContractPage, type OwedLine } from './views/contract.tsx'
import { ContractsPage } from './views/contracts.tsx'

/** Contracts with hosts and vendors, their clauses and reviews, and incidents. */
export const vendorRoutes = new Hono<Site>()

const view = allow('core.vendors.view')
const manage = allow('core.vendors.manage')
const mayManage = (c: Context<Site>) => may(c.var.scope.user, 'core.vendors.manage')

vendorRoutes.route('/incidents', incidentRoutes)
vendorRoutes.route('/reviews', registerRoutes(reviewRegister))

vendorRoutes.get('/', view, async (c) => {
  const { scope } = c.var
  const [contracts, checks] = await Promise.all([readContracts(scope), readChecks(scope)])
  const judged = contracts.map((contract) => ({
    contract,
    complete: completeness(foundOf(checks, contract)),
  }))
  const page = <ContractsPage scope={scope} judged={judged} mayManage={mayManage(c)} />
  return c.render(page, { title: vendorText(scope.locale).title })
})

vendorRoutes.get('/:id/clauses/:item', manage, async (c) => {
  const contract = await contractOf(c)
  const checks = await readChecks(c.var.scope, contract.id)
  const { state, clause, page, note } = checks.find(({ item }) => item === itemOf(c).item) ?? {}
  const raw = { state, clause: clause ?? '', page: page ?? '', note: note ?? '' }
  return drawCheck(c, contract, raw)
})

vendorRoutes.post('/:id/clauses/:item', manage, async (c) => {
  const { scope } = c.var
  const contract = await contractOf(c)
  const clause = itemOf(c)
  const { raw } = await readForm(c)
  const { input, errors } = readCheckForm(scope, clause, raw)
  if (!input) return drawCheck(c, contract, raw, errors)
  await keepCheck(scope, contract.id, clause.item, input)
  const text = vendorText(scope.locale).check.saved(clause.item)
  return go(c, `${place}/${contract.id}`, { kind: 'success', text })
})

vendorRoutes.route('/', registerRoutes(contractRegister))

vendorRoutes.get('/:id', view, async (c) => {
  const { scope } = c.var
  const contract = await contractOf(c)
  const [checks, reviews] = await Promise.all([
    readChecks(scope, contract.id),
    readReviews(scope, contract.id),
  ])
  const page = (
    <ContractPage
      scope={scope}
      contract={contract}
      complete={completeness(foundOf(checks, contract))}
      checks={checks}
      reviews={reviews}
      costs={await costsOf(c, contract)}
      mayManage={mayManage(c)}
    />
  )
  return c.render(page, { title: contract.vendor })
})

/** What is planned to be paid by a contract; only for those who see the costs. */
async function costsOf(c: Context<Site>, { id }: Contract): Promise<OwedLine[] | undefined> {
  const { scope } = c.var
  if (!may(scope.user, 'core.rollout.view')) return undefined
  const { plan, lines } = await readCosts(scope)
  return lines
    .filter(({ contractId }) => contractId === id)
    .map((line) => ({ id: line.id, name: line.name, amount: sayLine(scope.locale, plan, line) }))
}

async function contractOf(c: Context<Site>): Promise<Contract> {
  const [contract] = await readContracts(c.var.scope, pathId(c))
  if (!contract) throw notFound()
  return contract
}

function itemOf(c: Context<Site>) {
  const clause = clauses.find(({ item }) => item === c.req.param('item'))
  if (!clause) throw notFound()
  return clause
}

function drawCheck(c: Context<Site>, contract: Contract, raw: Raw, errors?: Errors) {
  const { scope } = c.var
  const clause = itemOf(c)
  const shown = { scope, contract, clause, raw, errors: errors ?? {} }
  return c.render(<CheckPage {...shown} />, {
    title: clause.title[scope.locale],
    status: errors ? 422 : 200,
  })
}
