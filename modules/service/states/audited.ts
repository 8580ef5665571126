import { and, eq, inArray } from 'drizzle-orm'
import type { Audited } from '../../../core/module.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { categoryObject, stateObject } from './objects.ts'
import { categories, states } from './schema.ts'

const name = { field: 'name', label: { en: en.name, 'zh-CN': zhCN.name } }

/** States and categories in the audit trail. */
export const auditedStates: readonly Audited<'service'>[] = [
  {
    object: stateObject,
    title: { en: en.state, 'zh-CN': zhCN.state },
    fields: [name, { field: 'type', label: { en: en.type, 'zh-CN': zhCN.type } }],
    names: namesOf(states),
  },
  {
    object: categoryObject,
    title: { en: en.category, 'zh-CN': zhCN.category },
    fields: [name],
    names: namesOf(categories),
  },
]

function namesOf(table: typeof states | typeof categories): Audited['names'] {
  return async ({ db, company }, ids) => {
    const rows = await db
      .select({ id: table.id, name: table.name })
      .from(table)
      .where(and(eq(table.companyId, company.id), inArray(table.id, [...ids])))
    return new Map(rows.map((row) => [row.id, row.name]))
  }
}
