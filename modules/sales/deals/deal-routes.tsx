import { Hono } from 'hono'
import { newId } from '../../../core/db/id.ts'
import { readRecordForm } from '../../../core/fields/record-form.ts'
import { allow } from '../../../core/http/allow.ts'
import { once } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import { addListRoutes } from '../../../core/lists/list-routes.tsx'
import { recordNames } from '../../../core/lists/naming.ts'
import { takeFiles } from '../../../core/own-fields/taking-files.ts'
import { orTaken } from '../../../core/own-fields/writing.ts'
import { addCollaboratorRoutes } from '../../../core/records/collaborating.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import { addRecordRoutes, savedToast } from '../../../core/records/record-routes.tsx'
import { NameOptions } from '../../contacts/public.ts'
import { addProductRoutes } from '../deal-products/routes.tsx'
import { drawDeals } from './board-pages.tsx'
import { dealRaw, type ReadDeal, readDealForm } from './deal-form.ts'
import { dealList } from './deal-list.ts'
import { drawDeal, drawDealConflict, drawDealForm } from './deal-pages.tsx'
import { readDeal } from './deal-record.ts'
import { createDeal, saveDeal } from './deals.ts'
import { dealKind } from './kind.ts'
import { addMoveRoutes } from './move-routes.tsx'
import { startingStage } from './starting.ts'

/** Deals: board and list, the record, its form, its moves. */
export const dealRoutes = new Hono<Site>()

const dealAt = (recordId: string) => ({ object: dealKind.object, recordId })

const view = allow(dealKind.view)
const edit = allow(dealKind.edit)

dealRoutes.get('/', view, drawDeals)

dealRoutes.get('/new', edit, (c) => {
  const { stage, account, person } = c.req.query()
  return drawDealForm(c, { raw: { stage, account, person } })
})

dealRoutes.get('/names', view, async (c) => {
  const names = await recordNames(c.var.scope, dealKind, c.req.query('deal') ?? '')
  return c.render(<NameOptions names={names} />, { title: '' })
})

addListRoutes(dealRoutes, dealList)
addRecordRoutes(dealRoutes, dealKind, drawDeal)
addCollaboratorRoutes(dealRoutes, dealKind)
addMoveRoutes(dealRoutes)
addProductRoutes(dealRoutes)

dealRoutes.post('/', edit, async (c) => {
  const { scope, product } = c.var
  const raw = await readRecordForm(c, fieldsOf(scope, dealKind))
  let read: ReadDeal | undefined
  const to = await once(scope, raw, async () => {
    const given = newId()
    const refused = await takeFiles(c, dealAt(given), raw)
    read = await readDealForm(scope, raw)
    const errors = Object.assign(read.errors, refused)
    const { input } = read
    const stage = await startingStage(scope, raw.stage, input, errors)
    if (!stage || Object.keys(errors).length > 0) return undefined
    const id = await orTaken(errors, () => createDeal(scope, product.registry, input, stage, given))
    return id && `${dealKind.href}/${id}`
  })
  if (!to) return drawDealForm(c, { raw, errors: read?.errors ?? {} })
  return go(c, to, savedToast(scope, read?.understood))
})

dealRoutes.get('/:id', view, (c) => drawDeal(c, pathId(c)))

dealRoutes.get('/:id/edit', edit, async (c) => {
  const deal = await readDeal(c.var.scope, pathId(c), dealKind.edit)
  return drawDealForm(c, { deal, raw: dealRaw(c.var.scope, deal), version: deal.version })
})

dealRoutes.post('/:id', edit, async (c) => {
  const { scope, product } = c.var
  const deal = await readDeal(scope, pathId(c), dealKind.edit)
  const raw = await readRecordForm(c, fieldsOf(scope, dealKind))
  const version = versionOf(raw)
  const refused = await takeFiles(c, dealAt(deal.id), raw, deal.values)
  const { input, errors, understood } = await readDealForm(scope, raw, deal)
  Object.assign(errors, refused)
  const saved =
    Object.keys(errors).length === 0 &&
    (await orTaken(errors, () => saveDeal(scope, product.registry, deal, version, input)))
  if (!saved) return drawDealForm(c, { deal, raw, version, errors })
  if (saved === 'conflict') return drawDealConflict(c, deal.id, raw, version)
  return go(c, `${dealKind.href}/${deal.id}`, savedToast(scope, understood))
})
