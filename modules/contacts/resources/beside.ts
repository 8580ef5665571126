import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Scope } from '../../../core/scope.ts'
import { isoYearDay } from '../../../core/values/year-day.ts'
import { type DateRow, datesOf } from '../dates/dates.ts'
import { dateKinds, recurrences } from '../dates/kinds.ts'
import { en as datesEn } from '../dates/messages/en.ts'
import { zhCN as datesZh } from '../dates/messages/zh-CN.ts'
import { type ContactsKind, personKind } from '../kinds.ts'
import { en as relationsEn } from '../relations/messages/en.ts'
import { zhCN as relationsZh } from '../relations/messages/zh-CN.ts'
import { eachOnce, labelOf, type Relation, relationsOf } from '../relations/reading.ts'

/** What programs read of what stands beside a record. */
export const besideFields = {
  relations: z
    .array(
      z.strictObject({
        kind: z.string(),
        side: z.enum(['forward', 'backward']),
        label: z.string(),
        resource: z.enum(['accounts', 'contacts']),
        id: z.uuid(),
        name: z.string(),
        note: z.string(),
      }),
    )
    .meta({ label: { en: relationsEn.title, 'zh-CN': relationsZh.title } }),
  dates: z
    .array(
      z.strictObject({
        id: z.uuid(),
        kind: z.enum(dateKinds),
        name: z.string(),
        day: z.string().meta({
          label: {
            en: '1990-03-05, or --03-05 without a year',
            'zh-CN': '1990-03-05；没有年份时为 --03-05',
          },
        }),
        recurs: z.enum(recurrences),
        remindBefore: z
          .int()
          .nullable()
          .meta({
            label: { en: 'In days; null for no reminder', 'zh-CN': '提前天数；null 表示不提醒' },
          }),
      }),
    )
    .meta({ label: { en: datesEn.title, 'zh-CN': datesZh.title } }),
}

export type Beside = { relations: Relation[]; dates: DateRow[] }

/** Those columns, for a query over the records of one kind; relations as far as they may be seen. */
export const besideColumns = (scope: Scope, { object, table }: ContactsKind) => sql`
  ${relationsOf(scope, object, table.id)} as relations, ${datesOf(scope, object, table.id)} as dates`

/** Their values, in the order in which programs read them. */
export const besideAsJson = (scope: Scope, { relations, dates }: Beside) => ({
  relations: eachOnce(relations).map((relation) => ({
    kind: relation.kind,
    side: relation.side,
    label: labelOf(relation)[scope.locale],
    resource: relation.object === personKind.object ? 'contacts' : 'accounts',
    id: relation.recordId,
    name: relation.name,
    note: relation.note,
  })),
  dates: dates.map(({ id, kind, name, year, month, day, recurs, remindBefore }) => ({
    ...{ id, kind, name, day: isoYearDay({ year, month, day }), recurs, remindBefore },
  })),
})
