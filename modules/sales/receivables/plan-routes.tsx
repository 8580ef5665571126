import { type Context, Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import { drawConflict } from '../../../core/records/conflict.tsx'
import { lastSaved } from '../../../core/records/history.ts'
import { printDate } from '../../../core/values/date.ts'
import { plainMoney, printMoney } from '../../../core/values/money.ts'
import { contractKind } from '../contracts/kind.ts'
import { type Contract, readContract } from '../contracts/reading.ts'
import {
  changeInstalment,
  instalmentObject,
  planInstalment,
  voidInstalment,
} from './instalments.ts'
import { receivableText } from './messages.ts'
import { readInstalmentForm } from './money-form.ts'
import { type InstalmentRow, readInstalment } from './reading.ts'
import { InstalmentFormPage } from './views/instalment-form.tsx'

/** Instalments of contracts, below the contract and each at an address of its own. */
export const planRoutes = new Hono<Site>()

const edit = allow(contractKind.edit)
const page = (id: string) => `${contractKind.href}/${id}`

planRoutes.get('/:id/instalments/new', edit, async (c) => {
  const { scope } = c.var
  const contract = await readContract(scope, pathId(c), contractKind.edit)
  return draw(c, contract, { raw: {} })
})

planRoutes.post('/:id/instalments', edit, async (c) => {
  const { scope, product } = c.var
  const contract = await readContract(scope, pathId(c), contractKind.edit)
  const { raw } = await readForm(c)
  const { values, errors } = readInstalmentForm(scope, raw, contract.currency)
  const to = await once(scope, raw, async () => {
    if (Object.keys(errors).length > 0) return undefined
    const made = await planInstalment(scope, product.registry, contract.id, values)
    if ('id' in made) return page(contract.id)
    errors.amount = beyond(c, contract, made)
    return undefined
  })
  return to ? go(c, to, saved(c)) : draw(c, contract, { raw, errors })
})

planRoutes.get('/instalments/:id', edit, async (c) => {
  const { scope } = c.var
  const { instalment, contract } = await readBoth(c)
  const { dueOn, amountMinor, note, version } = instalment
  const amount = printMoney({ minor: amountMinor, currency: contract.currency }, scope.locale)
  const raw = { dueOn: printDate(dueOn, scope.locale), amount, note }
  return draw(c, contract, { instalment, raw, version })
})

planRoutes.post('/instalments/:id', edit, async (c) => {
  const { scope, product } = c.var
  const { instalment, contract } = await readBoth(c)
  const { raw } = await readForm(c)
  const version = versionOf(raw)
  const { values, errors } = readInstalmentForm(scope, raw, contract.currency)
  const again = (found: Errors) => draw(c, contract, { instalment, raw, errors: found, version })
  if (Object.keys(errors).length > 0) return again(errors)
  const outcome = await changeInstalment(scope, product.registry, instalment, version, values)
  if (outcome === 'paid') return again({ amount: receivableText(scope.locale).paidAlready })
  if (outcome === 'saved') return go(c, page(contract.id), saved(c))
  if (outcome === 'conflict') return both(c, contract, instalment, raw)
  return again({ amount: beyond(c, contract, outcome) })
})

planRoutes.post('/instalments/:id/void', edit, async (c) => {
  const { scope, product } = c.var
  const { instalment, contract } = await readBoth(c)
  await voidInstalment(scope, product.registry, instalment)
  const text = receivableText(scope.locale).gone
  return go(c, page(contract.id), { kind: 'success', text })
})

const saved = (c: Context<Site>) =>
  ({ kind: 'success', text: receivableText(c.var.scope.locale).saved }) as const

/** Says how much of the contract is left to be planned. */
const beyond = (
  { var: { scope } }: Context<Site>,
  { currency }: Contract,
  { tooMuch: minor }: { tooMuch: number },
): string => receivableText(scope.locale).beyond(printMoney({ minor, currency }, scope.locale))

async function readBoth(c: Context<Site>) {
  const { scope } = c.var
  const instalment = await readInstalment(scope, pathId(c), contractKind.edit)
  return { instalment, contract: await readContract(scope, instalment.contractId) }
}

type Drawn = { instalment?: InstalmentRow; raw: Raw; errors?: Errors; version?: number }

function draw(c: Context<Site>, contract: Contract, drawn: Drawn) {
  const { scope } = c.var
  const t = receivableText(scope.locale)
  const key = drawn.instalment ? undefined : onceKey(drawn.raw)
  return c.render(<InstalmentFormPage {...{ scope, contract, ...drawn }} once={key} />, {
    title: drawn.instalment ? t.editInstalment : t.addInstalment,
    status: drawn.errors ? 422 : 200,
  })
}

/** Somebody changed the instalment meanwhile: both sides, field by field. */
async function both(c: Context<Site>, contract: Contract, theirs: InstalmentRow, raw: Raw) {
  const { scope } = c.var
  const t = receivableText(scope.locale)
  const amount = plainMoney({ minor: theirs.amountMinor, currency: contract.currency })
  const field = (name: string, label: string, now: string) => ({
    ...{ name, label, theirs: now },
    yours: raw[name] ?? '',
  })
  return drawConflict(c, {
    title: t.editInstalment,
    action: `${contractKind.href}/instalments/${theirs.id}`,
    version: theirs.version,
    fields: [
      field('dueOn', t.dueOn, printDate(theirs.dueOn, scope.locale)),
      field('amount', t.amount, amount),
      field('note', t.note, theirs.note),
    ],
    ...(await lastSaved(scope, instalmentObject, theirs.id)),
  })
}
