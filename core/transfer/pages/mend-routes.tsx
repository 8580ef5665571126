import { Hono } from 'hono'
import { allowAll } from '../../http/allow.ts'
import { readForm } from '../../http/form.ts'
import { pathId } from '../../http/path-id.ts'
import { go } from '../../http/render.tsx'
import type { Site } from '../../http/site.ts'
import { findShownImport, importKind } from '../imports.ts'
import { cellsIn, mendCells } from '../mending.ts'
import { readAgain } from '../read-file.ts'

/** Mending cells of a file on the page that checks it. */
export const mendRoutes = new Hono<Site>()

mendRoutes.post('/admin/import/:id/cells', allowAll, async (c) => {
  const { scope, product } = c.var
  const found = await findShownImport(product.registry, scope, pathId(c))
  importKind(product.registry, scope, found.kind)
  const { raw } = await readForm(c)
  await mendCells(scope, found.id, cellsIn(raw))
  if (found.large) await readAgain(scope, found.id)
  const after = Number(raw.after) || 0
  return go(c, `/admin/import/${found.id}${after > 0 ? `?after=${after}` : ''}`)
})
