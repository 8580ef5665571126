import { sql } from 'drizzle-orm'
import type { Audited } from '../../../core/module.ts'
import { mailboxObject } from './mailboxes.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { mailboxes } from './schema.ts'

const fields = [
  ...['name', 'address', 'imapHost', 'smtpHost', 'folder', 'username', 'password'],
  'checkedBy',
] as (
  | 'name'
  | 'address'
  | 'imapHost'
  | 'smtpHost'
  | 'folder'
  | 'username'
  | 'password'
  | 'checkedBy'
)[]

/** Mailboxes in the audit trail; of a password only that it changed. */
export const auditedMailboxes: Audited<'service'> = {
  object: mailboxObject,
  title: { en: en.one, 'zh-CN': zhCN.one },
  fields: [
    ...fields.map((field) => ({ field, label: { en: en[field], 'zh-CN': zhCN[field] } })),
    ...(['imap', 'smtp'] as const).flatMap((kind) => [
      { field: `${kind}Port`, label: { en: en.port, 'zh-CN': zhCN.port } },
      { field: `${kind}Security`, label: { en: en.security, 'zh-CN': zhCN.security } },
    ]),
    {
      field: 'departmentId',
      label: { en: en.department, 'zh-CN': zhCN.department },
      refers: 'core.department',
    },
  ],
  names: async ({ db, company }, ids) => {
    const rows = await db.execute<{ id: string; name: string }>(sql`
      select id, name from ${mailboxes}
      where company_id = ${company.id} and id = any(${sql.param([...ids])}::uuid[])`)
    return new Map(rows.map(({ id, name }) => [id, name]))
  },
}
