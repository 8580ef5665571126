import { type Context, Hono } from 'hono'
import { isId } from '../../core/db/id.ts'
import { allow } from '../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../core/http/form.ts'
import { once } from '../../core/http/once.ts'
import { notFound } from '../../core/http/refusal.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { ChangedMeanwhile, latestChange } from '../change.ts'
import { flagsText } from '../messages.ts'
import { moduleOf } from '../module-page.tsx'
import { readDirectory } from '../names.ts'
import { previewRows } from '../preview.ts'
import { drawPreview } from '../preview-page.tsx'
import { readReason, seenOf } from '../reason-field.ts'
import { readModuleRows } from '../rows.ts'
import { undoFrom } from '../undo-routes.tsx'
import { type CellForm, readCellForm } from './cell-form.ts'
import { withCell } from './cells.ts'
import { matrixText } from './messages.ts'
import { type Cell, type MatrixRow, readMatrix } from './reading.ts'
import { readTree, setCell } from './setting.ts'
import { CellPage } from './views/cell.tsx'
import { MatrixPage } from './views/matrix.tsx'
import { sayState } from './views/state.ts'

/** The rollout matrix, and changing one cell of it: by a preview, with a reason. */
export const matrixRoutes = new Hono<Site>()

const manage = allow('core.modules.manage')
export const matrixHref = '/rollout/matrix'

matrixRoutes.get('/', allow('core.rollout.view'), async (c) => {
  const { scope, product } = c.var
  const { modules } = product.registry
  const rows = await readMatrix(scope, modules)
  const page = <MatrixPage scope={scope} modules={modules} rows={rows} />
  return c.render(page, { title: matrixText(scope.locale).title })
})

matrixRoutes.route(
  '/',
  undoFrom(matrixHref, (c) => [{ href: matrixHref, label: matrixText(c.var.scope.locale).title }]),
)

matrixRoutes.get('/:module/:place', manage, async (c) => drawCell(c, await readAsked(c)))

matrixRoutes.post('/:module/:place/preview', manage, async (c) => {
  const asked = await readAsked(c)
  const { scope } = c.var
  const { raw } = await readForm(c)
  const form = readCellForm(raw, asked.cell, scope.locale, scope.now())
  const errors = (await isUnchanged(c, asked, form))
    ? { '': matrixText(scope.locale).cell.unchanged }
    : form.errors
  if (Object.keys(errors).length > 0) return drawCell(c, asked, { raw, errors })
  return drawChange(c, asked, form, raw)
})

matrixRoutes.post('/:module/:place', manage, async (c) => {
  const asked = await readAsked(c)
  const { scope } = c.var
  const { raw } = await readForm(c)
  const form = readCellForm(raw, asked.cell, scope.locale, scope.now())
  if (Object.keys(form.errors).length > 0) return drawCell(c, asked, { raw, errors: form.errors })
  const { reason, error } = readReason(c, raw)
  if (error) return drawChange(c, asked, form, raw, { errors: { reason: error } })
  const { module, place } = asked.cell
  let change: string | undefined
  try {
    await once(scope, raw, async () => {
      change = await setCell(scope, module, place, form.wanted, { reason, seen: seenOf(raw) })
      return matrixHref
    })
  } catch (failure) {
    if (!(failure instanceof ChangedMeanwhile)) throw failure
    return drawChange(c, asked, form, raw, { conflict: true })
  }
  const t = matrixText(scope.locale)
  const state = sayState(scope, form.wanted.state, form.wanted.until)
  const text = t.preview.saved(module.title[scope.locale], nameOf(c, asked), state)
  const undo = {
    href: `${matrixHref}/${module.id}/undo?change=${change}`,
    label: flagsText(scope.locale).history.undo,
  }
  return go(c, matrixHref, { kind: 'success', text, ...(change ? { action: undo } : {}) })
})

type Asked = { cell: Cell; row: MatrixRow; href: string }

/** The cell an address names. @throws Refusal 404 when there is none */
async function readAsked(c: Context<Site>): Promise<Asked> {
  const module = moduleOf(c)
  const named = c.req.param('place') ?? ''
  if (named !== 'everyone' && !isId(named)) throw notFound()
  const place = named === 'everyone' ? null : named
  const rows = await readMatrix(c.var.scope, c.var.product.registry.modules)
  const row = rows.find((one) => one.place === place)
  const cell = row?.cells.find((one) => one.module === module)
  if (!row || !cell) throw notFound()
  return { cell, row, href: `${matrixHref}/${module.id}/${named}` }
}

const nameOf = (c: Context<Site>, { row }: Asked): string =>
  row.name ?? matrixText(c.var.scope.locale).company

async function drawCell(
  c: Context<Site>,
  asked: Asked,
  { raw = {}, errors = {} }: { raw?: Raw; errors?: Errors } = {},
) {
  const { scope, product } = c.var
  const { cell, href } = asked
  const name = nameOf(c, asked)
  const page = (
    <CellPage
      scope={scope}
      cell={cell}
      name={name}
      href={href}
      directory={await readDirectory(scope, product.registry.modules)}
      raw={raw}
      errors={errors}
      seen={(await latestChange(scope, cell.module.id)) ?? ''}
    />
  )
  const status = Object.keys(errors).length > 0 ? 422 : 200
  const title = matrixText(scope.locale).cell.title(cell.module.title[scope.locale], name)
  return c.render(page, { title, status })
}

/** The rows of the module as they would be. */
async function rowsAfter(c: Context<Site>, { cell }: Asked, { wanted }: CellForm) {
  const { scope } = c.var
  const before = await readModuleRows(scope.db, scope.company.id, cell.module.id)
  const origin = { since: scope.now().toISOString(), reason: '' }
  const tree = await readTree(scope)
  const { id } = cell.module
  const audiences = withCell(id, before.audiences, tree, cell.place, wanted, origin)
  return { before, after: { ...before, audiences } }
}

async function isUnchanged(c: Context<Site>, asked: Asked, form: CellForm): Promise<boolean> {
  if (Object.keys(form.errors).length > 0) return false
  const { before, after } = await rowsAfter(c, asked, form)
  const ids = (rows: typeof before) => rows.audiences.map(({ id }) => id).join()
  return ids(before) === ids(after)
}

type Wrong = { errors?: Errors; conflict?: boolean }

/** What the change would mean for whom, and the question why. */
async function drawChange(
  c: Context<Site>,
  asked: Asked,
  form: CellForm,
  raw: Raw,
  wrong: Wrong = {},
) {
  const { scope, product } = c.var
  const t = matrixText(scope.locale)
  const { module } = asked.cell
  const title = module.title[scope.locale]
  const { after } = await rowsAfter(c, asked, form)
  const latest = (await latestChange(scope, module.id)) ?? ''
  const state = sayState(scope, form.wanted.state, form.wanted.until)
  return drawPreview(c, {
    ...wrong,
    raw,
    result: t.preview.result(title, nameOf(c, asked), state),
    effects: await previewRows(scope, product.registry.modules, module.id, after),
    title: t.preview.title,
    trail: [
      { href: matrixHref, label: t.title },
      { href: asked.href, label: t.cell.title(title, nameOf(c, asked)) },
    ],
    action: asked.href,
    fields: [...form.fields, ['seen', wrong.conflict ? latest : (raw.seen ?? '')]],
  })
}
