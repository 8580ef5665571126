import { Hono } from 'hono'
import { allow } from '../http/allow.ts'
import { pathId } from '../http/path-id.ts'
import type { Site } from '../http/site.ts'
import { parseDate } from '../values/date.ts'
import {
  type AuditFilter,
  auditPage,
  countAudit,
  listAudit,
  readAuditChoices,
  readAuditEntry,
} from './audit-list.ts'
import { recordText } from './messages.ts'
import { readReferred } from './referred.ts'
import { namersOf } from './telling.ts'
import { AuditPage } from './views/audit.tsx'
import { AuditEntryPage } from './views/audit-entry.tsx'

/** Who did what, to be read and never changed. */
export const auditRoutes = new Hono<Site>()

const read = allow('core.audit.view')

auditRoutes.get('/', read, async (c) => {
  const { scope, product } = c.var
  const typed = (name: string) => (c.req.query(name) ?? '').slice(0, 100).replaceAll('\0', '')
  const filter: AuditFilter = {
    q: typed('q').trim(),
    person: typed('person'),
    object: typed('object'),
    record: typed('record'),
    action: typed('action'),
    from: dayOf(typed('from')),
    to: dayOf(typed('to')),
    before: typed('before'),
  }
  const rows = await listAudit(scope, namersOf(product.registry), filter)
  const page = (
    <AuditPage
      locale={scope.locale}
      timeZone={scope.company.timeZone}
      modules={namersOf(product.registry)}
      filter={filter}
      rows={rows.slice(0, auditPage)}
      more={rows.length > auditPage}
      total={await countAudit(scope, filter)}
      choices={await readAuditChoices(scope)}
    />
  )
  return c.render(page, { title: recordText(scope.locale).title })
})

auditRoutes.get('/:id', read, async (c) => {
  const { scope, product } = c.var
  const entry = await readAuditEntry(scope, namersOf(product.registry), pathId(c))
  const page = (
    <AuditEntryPage
      locale={scope.locale}
      timeZone={scope.company.timeZone}
      modules={namersOf(product.registry)}
      ownFields={scope.own.all(entry.object)}
      entry={entry}
      referred={await readReferred(product.registry, scope, [entry])}
    />
  )
  return c.render(page, { title: recordText(scope.locale).title })
})

/** A day as people write it; one that cannot be read filters nothing. */
function dayOf(typed: string): string {
  const parsed = parseDate(typed)
  return parsed.ok ? parsed.value : ''
}
