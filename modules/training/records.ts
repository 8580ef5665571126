import { sql } from 'drizzle-orm'
import { may } from '../../core/access/person.ts'
import type { RecordType } from '../../core/module.ts'
import { sayIn, type Texts } from './courses/content.ts'
import { helpRecords } from './help/told.ts'
import { teach } from './permissions.ts'
import { tourRecords } from './tours/told.ts'

/** Courses, which notifications point at; all may see them, those who teach change them. */
export const records: readonly RecordType<'training'>[] = [
  {
    object: 'training.course',
    icon: 'school',
    href: '/training/courses',
    names: async (scope, ids, deed) => {
      if (deed === 'edit' && !may(scope.user, teach)) return new Map()
      const rows = await scope.db.execute<{ id: string; titles: Texts }>(sql`
        select id, titles from training.courses where company_id = ${scope.company.id}
          and id = any(${sql.param(ids)}::uuid[])`)
      return new Map(rows.map(({ id, titles }) => [id, sayIn(scope.locale, titles)]))
    },
  },
  ...helpRecords,
  ...tourRecords,
]
