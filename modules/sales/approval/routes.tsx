import { type Context, Hono } from 'hono'
import { readMyAbsences } from '../../../core/absences/reading.ts'
import { readDirectory } from '../../../core/access/directory.ts'
import { allow } from '../../../core/http/allow.ts'
import { Fields } from '../../../core/http/fields.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { readCursor } from '../../../core/records/paging.ts'
import { findSubjects } from '../../../core/records/subjects.ts'
import { parseText } from '../../../core/values/text.ts'
import { productKind } from '../products/kind.ts'
import { decide, type Verdict } from './deciding.ts'
import { chooseDeputy, readDeputy } from './deputies.ts'
import { drawMatter } from './matters.tsx'
import { approvalText } from './messages.ts'
import { type ApprovalView, approvalViews, readApproval, readApprovalList } from './reading.ts'
import { ApprovalList } from './views/approval-list.tsx'
import { ApprovalPage } from './views/approval-page.tsx'
import { DeputyPage } from './views/deputy-page.tsx'

/** What waits for somebody to agree: the list, the decision, and who stands in for whom. */
export const approvalRoutes = new Hono<Site>()

// Whoever works here may be named as an approver, so each page looks up what is theirs.
const anybody = allow(productKind.view)
const place = '/sales/approvals'

approvalRoutes.get('/', anybody, async (c) => {
  const { scope, product } = c.var
  const wanted = c.req.query('view') as ApprovalView
  const view = approvalViews.includes(wanted) ? wanted : 'mine'
  const cursor = readCursor(new URL(c.req.url).searchParams)
  const list = await readApprovalList(scope, product.registry, view, cursor)
  return c.render(<ApprovalList {...{ scope, view, list }} />, {
    title: approvalText(scope.locale).title,
  })
})

approvalRoutes.get('/deputy', anybody, async (c) => {
  const { scope } = c.var
  return drawDeputy(c, { deputy: await readDeputy(scope) })
})

approvalRoutes.post('/deputy', anybody, async (c) => {
  const { scope } = c.var
  const { raw } = await readForm(c)
  const errors = await chooseDeputy(scope, raw.deputy ?? '')
  if (errors) return drawDeputy(c, raw, errors)
  const text = approvalText(scope.locale).deputy.saved
  return go(c, `${place}/deputy`, { kind: 'success', text })
})

approvalRoutes.get('/:id', anybody, (c) => draw(c, pathId(c), {}))

approvalRoutes.post('/:id', anybody, async (c) => {
  const { scope, product } = c.var
  const id = pathId(c)
  const { raw } = await readForm(c)
  const t = approvalText(scope.locale)
  const verdict: Verdict = raw.verdict === 'returned' ? 'returned' : 'approved'
  const fields = new Fields(raw, scope.locale)
  const comment = fields.may('comment', (text) => parseText(text, { most: 1000 })) ?? ''
  if (verdict === 'returned' && comment === '') fields.refuse('comment', t.needComment)
  if (!fields.ok) return draw(c, id, raw, fields.errors.comment)
  const said = { verdict, comment }
  const outcome = await decide(scope, product.registry, id, Number(raw.step), said)
  if (outcome === 'decided')
    return go(c, `${place}/${id}`, { kind: 'info', text: t.decidedAlready })
  return go(c, place, { kind: 'success', text: t.done[verdict] })
})

async function draw(c: Context<Site>, id: string, raw: Raw, error?: string) {
  const { scope, product } = c.var
  const { registry } = product
  const approval = await readApproval(scope, registry, id)
  const subject = (await findSubjects(registry, scope, [approval])).get(approval.recordId)
  const matter = await drawMatter(scope, approval)
  const page = <ApprovalPage {...{ scope, approval, subject, matter, raw, error }} />
  return c.render(page, { title: approval.title, status: error ? 422 : 200 })
}

async function drawDeputy(c: Context<Site>, raw: Raw, errors?: Errors) {
  const { scope } = c.var
  const { colleagues } = await readDirectory(scope)
  const away = await readMyAbsences(scope)
  return c.render(<DeputyPage {...{ scope, colleagues, away, raw, errors }} />, {
    title: approvalText(scope.locale).deputy.title,
    status: errors ? 422 : 200,
  })
}
