import type { Context } from 'hono'
import { isId } from '../../core/db/id.ts'
import type { Errors, Raw } from '../../core/http/form.ts'
import { notFound } from '../../core/http/refusal.ts'
import type { Site } from '../../core/http/site.ts'
import { latestChange } from '../change.ts'
import { moduleOf } from '../module-page.tsx'
import { readDirectory } from '../names.ts'
import type { Cell } from './cell.ts'
import { matrixText } from './messages.ts'
import { readMatrix } from './reading.ts'
import { weighFreeze } from './setting.ts'
import { CellPage } from './views/cell.tsx'

/** The cell an address names: `name` is what its department is called. */
export type AskedCell = { cell: Cell; name: string; href: string }

export const matrixHref = '/rollout/matrix'

/** @throws Refusal 404 when there is no such cell */
export async function readAskedCell(c: Context<Site>): Promise<AskedCell> {
  const { scope, product } = c.var
  const module = moduleOf(c)
  const named = c.req.param('place') ?? ''
  if (named !== 'everyone' && !isId(named)) throw notFound()
  const place = named === 'everyone' ? null : named
  const rows = await readMatrix(scope, product.registry.modules)
  const row = rows.find((one) => one.place === place)
  const cell = row?.cells.find((one) => one.module === module)
  if (!row || !cell) throw notFound()
  const name = row.name ?? matrixText(scope.locale).company
  return { cell, name, href: `${matrixHref}/${module.id}/${named}` }
}

type Sent = { raw?: Raw; errors?: Errors; stopError?: string | undefined }

/** Draws the page of a cell: as it stands, or with a choice that is not made yet. */
export async function drawCell(c: Context<Site>, asked: AskedCell, sent: Sent = {}) {
  const { scope, product } = c.var
  const { raw = {}, errors = {}, stopError } = sent
  const { cell, name } = asked
  const page = (
    <CellPage
      scope={scope}
      {...asked}
      directory={await readDirectory(scope, product.registry.modules)}
      raw={raw}
      errors={errors}
      stopError={stopError}
      losses={
        cell.kill ? [] : await weighFreeze(scope, product.registry.modules, cell.module, cell.place)
      }
      seen={(await latestChange(scope, cell.module.id)) ?? ''}
    />
  )
  const status = stopError || Object.keys(errors).length > 0 ? 422 : 200
  const title = matrixText(scope.locale).cell.title(cell.module.title[scope.locale], name)
  return c.render(page, { title, status })
}
