import { type Context, Hono } from 'hono'
import { allow } from '../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../core/http/form.ts'
import type { Site } from '../../core/http/site.ts'
import { latestChange } from '../change.ts'
import { flagsText } from '../messages.ts'
import { drawPreview } from '../preview-page.tsx'
import { seenOf } from '../reason-field.ts'
import { oneWriter } from '../server/one-writer.ts'
import { undoFrom } from '../undo-routes.tsx'
import { type AskedCell, drawCell, matrixHref, readAskedCell } from './asked-cell.tsx'
import { carryOut } from './carrying-out.tsx'
import { type CellForm, readCellForm } from './cell-form.ts'
import { missingExports } from './exported-first.ts'
import { freezeRoutes } from './freeze-routes.ts'
import { matrixText } from './messages.ts'
import { type Plan, weigh } from './plan.ts'
import { proposalRoutes } from './proposal-routes.tsx'
import { readProposals } from './proposals.ts'
import { inSight, readMatrix, viewMatrix } from './reading.ts'
import { planCell } from './setting.ts'
import { readStrictness } from './strictness.ts'
import { strictnessRoutes } from './strictness-routes.tsx'
import { Asks } from './views/asks.tsx'
import { MatrixPage } from './views/matrix.tsx'
import { sayState } from './views/state.ts'

/** The rollout matrix, and changing one cell of it: by a preview, with a reason. */
export const matrixRoutes = new Hono<Site>()

matrixRoutes.use(oneWriter)

const manage = allow('core.modules.manage')

matrixRoutes.get('/', allow(viewMatrix), async (c) => {
  const { scope, product } = c.var
  const { modules } = product.registry
  const page = (
    <MatrixPage
      scope={scope}
      modules={modules}
      rows={inSight(scope, await readMatrix(scope, modules))}
      strictness={await readStrictness(scope)}
      waiting={(await readProposals(scope)).length}
      server={product.flagServer}
    />
  )
  return c.render(page, { title: matrixText(scope.locale).title })
})

matrixRoutes.route('/strictness', strictnessRoutes)
matrixRoutes.route('/proposals', proposalRoutes)
matrixRoutes.route('/', freezeRoutes)
matrixRoutes.route(
  '/',
  undoFrom(matrixHref, (c) => [{ href: matrixHref, label: matrixText(c.var.scope.locale).title }]),
)

matrixRoutes.get('/:module/:place', manage, async (c) => drawCell(c, await readAskedCell(c)))

matrixRoutes.post('/:module/:place/preview', manage, async (c) => {
  const { scope, product } = c.var
  const draft = await readDraft(c)
  const { asked, raw, form, plan } = draft
  if (Object.keys(form.errors).length > 0) return drawCell(c, asked, { raw, errors: form.errors })
  const { before, after } = await weigh(scope, product, plan)
  const ids = (rows: typeof before) => rows.audiences.map(({ id }) => id).join()
  if (ids(before) !== ids(after)) return drawDraft(c, draft)
  return drawCell(c, asked, { raw, errors: { '': matrixText(scope.locale).cell.unchanged } })
})

matrixRoutes.post('/:module/:place', manage, async (c) => {
  const draft = await readDraft(c)
  const { asked, raw, form, plan } = draft
  if (Object.keys(form.errors).length > 0) return drawCell(c, asked, { raw, errors: form.errors })
  return carryOut(c, plan, raw, {
    home: matrixHref,
    redraw: (errors) => drawDraft(c, draft, { errors }),
    outrun: () => drawDraft(c, draft, { conflict: true }),
    said: async (change) => {
      const { scope } = c.var
      const { module } = plan
      const state = sayState(scope, form.wanted.state, form.wanted.until)
      const t = matrixText(scope.locale).preview
      const text = t.saved(module.title[scope.locale], asked.name, state)
      const label = flagsText(scope.locale).history.undo
      const undo = { href: `${matrixHref}/${module.id}/undo?change=${change}`, label }
      return { kind: 'success', text, ...(change ? { action: undo } : {}) }
    },
  })
})

type Draft = { asked: AskedCell; raw: Raw; form: CellForm; plan: Plan }

async function readDraft(c: Context<Site>): Promise<Draft> {
  const { scope } = c.var
  const asked = await readAskedCell(c)
  const { raw } = await readForm(c)
  const { cell } = asked
  const form = readCellForm(raw, cell, scope.locale, scope.now())
  const missing = form.exportsFirst ? await missingExports(scope, cell.module) : []
  if (missing.length > 0) {
    const names = missing.map(({ title }) => title[scope.locale])
    const list = new Intl.ListFormat(scope.locale).format(names)
    form.errors.way = matrixText(scope.locale).cell.exportFirst(list)
  }
  const plan = await planCell(scope, cell.module, cell.place, form.wanted, seenOf(raw), cell)
  return { asked, raw, form, plan }
}

type Wrong = { errors?: Errors; conflict?: boolean }

/** What the change would mean for whom, with all that it must bring along. */
async function drawDraft(c: Context<Site>, { asked, raw, form, plan }: Draft, wrong: Wrong = {}) {
  const { scope, product } = c.var
  const t = matrixText(scope.locale)
  const title = plan.module.title[scope.locale]
  const { effects, asks } = await weigh(scope, product, plan)
  const latest = (await latestChange(scope, plan.module.id)) ?? ''
  const state = sayState(scope, form.wanted.state, form.wanted.until)
  return drawPreview(c, {
    ...wrong,
    raw,
    effects,
    result: t.preview.result(title, asked.name, state),
    asks: <Asks scope={scope} asks={asks} raw={raw} errors={wrong.errors} />,
    title: t.preview.title,
    trail: [
      { href: matrixHref, label: t.title },
      { href: asked.href, label: t.cell.title(title, asked.name) },
    ],
    action: asked.href,
    fields: [...form.fields, ['seen', wrong.conflict ? latest : (raw.seen ?? '')]],
  })
}
