import { Hono } from 'hono'
import { allowAll } from '../../http/allow.ts'
import { pathId } from '../../http/path-id.ts'
import { notFound } from '../../http/refusal.ts'
import { go } from '../../http/render.tsx'
import type { Site } from '../../http/site.ts'
import { findShownImport, importKind } from '../imports.ts'
import { startUndo } from '../undo/undo.ts'
import { transferText } from './messages.ts'
import { UndoPage } from './views/undo.tsx'

/** Taking an import back, as long as it can be. */
export const undoRoutes = new Hono<Site>()

undoRoutes.get('/admin/import/:id/undo', allowAll, async (c) => {
  const { scope, product } = c.var
  const found = await findShownImport(product.registry, scope, pathId(c))
  importKind(product.registry, scope, found.kind)
  if (!found.undoable) throw notFound()
  const page = <UndoPage scope={scope} found={found} />
  return c.render(page, { title: transferText(scope.locale).undo })
})

undoRoutes.post('/admin/import/:id/undo', allowAll, async (c) => {
  const { scope, product } = c.var
  const found = await findShownImport(product.registry, scope, pathId(c))
  importKind(product.registry, scope, found.kind)
  await startUndo(scope, found.id)
  return go(c, `/admin/import/${found.id}`)
})
