import { z } from 'zod'
import {
  type AuditEntry,
  countAudit,
  listAuditEntries,
  readAuditEntry,
} from '../records/audit-list.ts'
import { cutPage } from '../records/paging.ts'
import { namersOf } from '../records/telling.ts'
import { words } from './question.ts'
import type { JsonRecord, Resource } from './resource.ts'

const side = z.record(z.string(), z.unknown()).nullable()
const day = z.iso.date()

/** The audit trail for programs, to be read and never changed; newest first. */
export const auditResource: Resource<'core'> = {
  name: 'audit',
  title: { en: 'Audit trail', 'zh-CN': '操作日志' },
  permission: 'core.audit.view',
  record: () =>
    z.strictObject({
      id: z.uuid(),
      at: z.iso.datetime(),
      actorName: z.string().nullable(),
      action: z.string(),
      object: z.string(),
      recordId: z.string().nullable(),
      recordName: z.string().nullable(),
      before: side,
      after: side,
      reason: z.string().nullable(),
      address: z.string().nullable(),
      requestId: z.string(),
    }),
  filters: { person: z.uuid(), object: words, record: words, action: words, from: day, to: day },
  sorts: ['-at', 'at'],
  list: async (scope, { q, filters, limit, cursor, direction }, registry) => {
    const none = { person: '', object: '', record: '', action: '', from: '', to: '' }
    const filter = { ...none, ...filters, q, before: cursor?.id ?? '' }
    const [entries, total] = await Promise.all([
      listAuditEntries(scope, namersOf(registry), filter, direction, limit + 1),
      countAudit(scope, filter, null),
    ])
    const rows = entries.map((entry) => ({ ...entry, sortedBy: entry.id }))
    const page = cutPage(rows, limit, cursor)
    return { items: page.rows.map(asJson), total, next: page.after ?? null }
  },
  read: async (scope, id, registry) => asJson(await readAuditEntry(scope, namersOf(registry), id)),
}

const asJson = (entry: AuditEntry): JsonRecord => ({
  id: entry.id,
  at: entry.at,
  actorName: entry.actor,
  action: entry.action,
  object: entry.object,
  recordId: entry.recordId,
  recordName: entry.label,
  before: entry.before,
  after: entry.after,
  reason: entry.reason,
  address: entry.address,
  requestId: entry.requestId,
})
