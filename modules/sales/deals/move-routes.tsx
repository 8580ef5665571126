import type { Context, Hono } from 'hono'
import { today } from '../../../core/calendar/reading.ts'
import { allow } from '../../../core/http/allow.ts'
import { Fields } from '../../../core/http/fields.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { ownPath } from '../../../core/http/own-path.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import type { Scope } from '../../../core/scope.ts'
import { parseDate } from '../../../core/values/date.ts'
import { parseText } from '../../../core/values/text.ts'
import { pipelinesFor, readPipelines, readReasons, stageAt } from '../pipelines/reading.ts'
import { drawBoard } from './board-pages.tsx'
import { type DealRecord, readDeal, whatIsThere } from './deal-record.ts'
import { dealKind } from './kind.ts'
import { dealsText } from './messages.ts'
import { moveDeal } from './moving.ts'
import { type MoveInput, obstaclesTo } from './rules.ts'
import { sayObstacles } from './saying.ts'
import { MovePage } from './views/move-page.tsx'

/** Moving a deal: a form for everybody, which the board sends by itself where no more is asked. */
export function addMoveRoutes(routes: Hono<Site>): void {
  const edit = allow(dealKind.edit)

  routes.get('/:id/move', edit, async (c) => {
    const deal = await readDeal(c.var.scope, pathId(c), dealKind.edit)
    const { stage, back } = c.req.query()
    return draw(c, deal, { stage, back }, await inTheWay(c.var.scope, deal, stage))
  })

  routes.post('/:id/move', edit, async (c) => {
    const { scope, product } = c.var
    const deal = await readDeal(scope, pathId(c), dealKind.edit)
    const { raw } = await readForm(c)
    const { input, errors } = readMove(scope, raw)
    const pipelines = await pipelinesFor(scope)
    const to = stageAt(pipelines, raw.stage ?? '')
    const t = dealsText(scope.locale)
    if (!to) errors.stage = t.stageGone
    if (!to || Object.keys(errors).length > 0) return draw(c, deal, raw, errors, 422)
    const moved =
      raw.from && raw.from !== deal.stageId && raw.stage !== deal.stageId
        ? 'conflict'
        : await moveDeal(scope, product.registry, deal, to, input)
    if (moved === 'conflict') return draw(c, deal, raw, { '': t.movedMeanwhile }, 422)
    if (typeof moved !== 'string')
      return draw(c, deal, raw, sayObstacles(scope, moved, deal.stage, to), 422)
    const text = t.moved(deal.values.name, to.name)
    if (raw.board) return drawBoard(c, new URLSearchParams(raw.board), text)
    const back = ownPath(raw.back || `${dealKind.href}/${deal.id}`)
    return go(c, back, { kind: 'success', text })
  })
}

/**
 * What stands against a move whatever the form is filled in with. Whoever dropped a card where it
 * may not be comes to the form to learn why.
 */
async function inTheWay(scope: Scope, deal: DealRecord, stage = ''): Promise<Errors> {
  const pipelines = await readPipelines(scope)
  const to = stageAt(pipelines, stage)
  if (!to) return {}
  const all = obstaclesTo(
    stageAt(pipelines, deal.stageId),
    to,
    whatIsThere(deal.values, deal),
    { evidence: '', lossReasonId: null, closedOn: null },
    { today: today(scope), known: () => false },
  )
  const lasting = all.filter(({ what }) => ['gone', 'notNext', 'needs'].includes(what))
  return sayObstacles(scope, lasting, deal.stage, to)
}

function readMove(scope: Scope, raw: Raw): { input: MoveInput; errors: Errors } {
  const fields = new Fields(raw, scope.locale)
  const long = (text: string) => parseText(text, { most: 1000 })
  const input: MoveInput = {
    evidence: fields.may('evidence', long) ?? '',
    lossReasonId: raw.reason || null,
    closedOn: fields.may('closedOn', (text) => parseDate(text)),
    note: fields.may('note', long) ?? '',
  }
  return { input, errors: fields.errors }
}

async function draw(
  c: Context<Site>,
  deal: DealRecord,
  raw: Raw,
  errors: Errors,
  status: 200 | 422 = 200,
) {
  const { scope } = c.var
  const [pipelines, all, reasons] = await Promise.all([
    pipelinesFor(scope),
    readPipelines(scope),
    readReasons(scope),
  ])
  const page = (
    <MovePage
      {...{ scope, deal, raw, errors, pipelines }}
      from={stageAt(all, deal.stageId)}
      reasons={reasons.filter(({ hidden }) => !hidden)}
    />
  )
  const title = dealsText(scope.locale).moveTitle(deal.values.name)
  return c.render(page, { title, status })
}
