import { ReadableStream } from 'node:stream/web'
import { type Context, Hono } from 'hono'
import type { FieldErrors } from '../../../views/form.tsx'
import { newId } from '../../db/id.ts'
import { allowAll } from '../../http/allow.ts'
import { readForm } from '../../http/form.ts'
import type { Site } from '../../http/site.ts'
import { coreText } from '../../i18n/messages.ts'
import { recordAudit } from '../../records/audit.ts'
import { counted, delivered } from '../delivery.ts'
import { downloadHeaders, workbookType } from '../download.ts'
import { type ExportFormat, exportFile, exportFormats } from '../export.ts'
import { exportKind, readAll, reasonFrom } from '../exports.ts'
import { columnsOf, type Outgoing } from '../transfer.ts'
import { transferText } from './messages.ts'
import { ExportPage } from './views/export.tsx'

/** Lists on their way out: counted, with a reason when they are long, and always with a trace. */
export const exportRoutes = new Hono<Site>()

exportRoutes.get('/export/:kind', allowAll, async (c) => {
  const { scope, product } = c.var
  const transfer = exportKind(product.registry, scope, c.req.param('kind'))
  const filters = new URL(c.req.url).searchParams
  const chosen = filters.get('columns')?.split(',') ?? []
  filters.delete('columns')
  return draw(c, transfer, filters, { chosen, count: await transfer.count(scope, filters) })
})

exportRoutes.post('/export/:kind', allowAll, async (c) => {
  const { scope, product } = c.var
  const transfer = exportKind(product.registry, scope, c.req.param('kind'))
  const form = await readForm(c)
  const filters = new URLSearchParams(form.raw.filters ?? '')
  const count = await transfer.count(scope, filters)
  const reason = form.raw.reason?.trim()
  const chosen = form.all('column')
  const all = await columnsOf(scope, transfer)
  const columns = chosen.length > 0 ? all.filter(({ field }) => chosen.includes(field)) : all
  const format = formatOf(form.raw.format)
  if (count > reasonFrom && !reason) {
    const errors = {
      reason: coreText(scope.locale).required(transferText(scope.locale).exportReason),
    }
    return draw(c, transfer, filters, { chosen, count, format, errors })
  }
  const id = newId()
  await recordAudit(scope, {
    action: 'exported',
    object: 'core.export',
    recordId: id,
    after: {
      kind: transfer.kind,
      count,
      format,
      filters: filters.toString(),
      columns: columns.map(({ field }) => field),
    },
    reason,
  })
  const rows = counted(readAll(product, scope, transfer, filters))
  const file = exportFile(rows.rows, columns, {
    locale: scope.locale,
    currency: scope.company.currency,
    format,
  })
  const day = scope.now().toISOString().slice(0, 10)
  const type = format === 'xlsx' ? workbookType : undefined
  const name = `${transfer.title[scope.locale]}-${day}.${format === 'xlsx' ? 'xlsx' : 'csv'}`
  const body = ReadableStream.from(delivered(product, scope, file, id, rows.count))
  return c.body(body as globalThis.ReadableStream, 200, downloadHeaders(name, type))
})

const formatOf = (typed: string | undefined): ExportFormat =>
  exportFormats.find((format) => format === typed) ?? 'csv'

type Shown = {
  chosen: readonly string[]
  count: number
  format?: ExportFormat
  errors?: FieldErrors
}

async function draw(c: Context<Site>, transfer: Outgoing, filters: URLSearchParams, shown: Shown) {
  const { scope } = c.var
  const page = (
    <ExportPage
      locale={scope.locale}
      transfer={transfer}
      columns={await columnsOf(scope, transfer)}
      filters={filters.toString()}
      {...shown}
    />
  )
  const { errors } = shown
  return c.render(page, { title: transferText(scope.locale).export, status: errors ? 422 : 200 })
}
