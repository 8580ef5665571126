import { and, eq, inArray } from 'drizzle-orm'
import type { Audited } from '../../../core/module.ts'
import { pipelineObject, stageObject } from './changing.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { reasonObject } from './reasons.ts'
import { lossReasons, pipelines, stages } from './schema.ts'

const name = { field: 'name', label: { en: en.name, 'zh-CN': zhCN.name } }

const stageFields = [
  'kind',
  'probability',
  'category',
  'stalledDays',
  'needs',
  'leadsTo',
  'evidence',
] as const

/** Pipelines, their stages and loss reasons in the audit trail. */
export const auditedPipelines: readonly Audited<'sales'>[] = [
  {
    object: pipelineObject,
    title: { en: en.one, 'zh-CN': zhCN.one },
    fields: [
      name,
      { field: 'departments', label: { en: en.departments, 'zh-CN': zhCN.departments } },
    ],
    names: namesOf(pipelines),
  },
  {
    object: stageObject,
    title: { en: en.stage.one, 'zh-CN': zhCN.stage.one },
    fields: [
      name,
      { field: 'pipeline', label: { en: en.one, 'zh-CN': zhCN.one } },
      ...stageFields.map((field) => ({
        field,
        label: { en: en.stage[field], 'zh-CN': zhCN.stage[field] },
      })),
    ],
    names: namesOf(stages),
  },
  {
    object: reasonObject,
    title: { en: en.reasons.one, 'zh-CN': zhCN.reasons.one },
    fields: [name],
    names: namesOf(lossReasons),
  },
]

function namesOf(table: typeof pipelines | typeof stages | typeof lossReasons): Audited['names'] {
  return async ({ db, company }, ids) => {
    const rows = await db
      .select({ id: table.id, name: table.name })
      .from(table)
      .where(and(eq(table.companyId, company.id), inArray(table.id, [...ids])))
    return new Map(rows.map((row) => [row.id, row.name]))
  }
}
