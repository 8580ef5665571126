import { ReadableStream } from 'node:stream/web'
import { Hono } from 'hono'
import { allowAll } from '../../http/allow.ts'
import { readForm } from '../../http/form.ts'
import type { Site } from '../../http/site.ts'
import { coreText } from '../../i18n/messages.ts'
import { recordAudit } from '../../records/audit.ts'
import { downloadHeaders } from '../download.ts'
import { exportCsv } from '../export.ts'
import { exportKind, readAll, reasonFrom } from '../exports.ts'
import { columnsOf } from '../transfer.ts'
import { transferText } from './messages.ts'
import { ExportPage } from './views/export.tsx'

/** Lists on their way out: counted, with a reason when they are long, and always with a trace. */
export const exportRoutes = new Hono<Site>()

exportRoutes.get('/export/:kind', allowAll, async (c) => {
  const { scope, product } = c.var
  const transfer = exportKind(product.registry, scope, c.req.param('kind'))
  const filters = new URL(c.req.url).searchParams
  const count = await transfer.count(scope, filters)
  const page = (
    <ExportPage
      locale={scope.locale}
      transfer={transfer}
      filters={filters.toString()}
      count={count}
    />
  )
  return c.render(page, { title: transferText(scope.locale).export })
})

exportRoutes.post('/export/:kind', allowAll, async (c) => {
  const { scope, product } = c.var
  const transfer = exportKind(product.registry, scope, c.req.param('kind'))
  const { raw } = await readForm(c)
  const filters = new URLSearchParams(raw.filters ?? '')
  const count = await transfer.count(scope, filters)
  const t = transferText(scope.locale)
  const reason = raw.reason?.trim()
  if (count > reasonFrom && !reason) {
    const errors = { reason: coreText(scope.locale).required(t.exportReason) }
    const page = (
      <ExportPage
        locale={scope.locale}
        transfer={transfer}
        filters={filters.toString()}
        count={count}
        errors={errors}
      />
    )
    return c.render(page, { title: t.export, status: 422 })
  }
  const encoding = raw.encoding === 'gb18030' ? 'gb18030' : 'utf-8'
  await recordAudit(scope, {
    action: 'exported',
    object: 'core.export',
    after: { kind: transfer.kind, count, encoding, filters: filters.toString() },
    reason,
  })
  const rows = readAll(product, scope, transfer, filters)
  const file = exportCsv(rows, await columnsOf(scope, transfer), { locale: scope.locale, encoding })
  const day = scope.now().toISOString().slice(0, 10)
  const headers = downloadHeaders(`${transfer.title[scope.locale]}-${day}.csv`)
  return c.body(ReadableStream.from(file) as globalThis.ReadableStream, 200, headers)
})
