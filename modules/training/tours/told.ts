import { sql } from 'drizzle-orm'
import { may } from '../../../core/access/person.ts'
import type { NotificationKind, RecordType } from '../../../core/module.ts'
import { sayIn } from '../courses/content.ts'
import { teach } from '../permissions.ts'
import type { TourContent } from './content.ts'
import { tourText } from './messages.ts'
import { tourObject } from './writing.ts'

/** What those who write tours are told. */
export const tourNotices: readonly NotificationKind<'training'>[] = [
  {
    kind: 'training.tour-missing',
    icon: 'alert-triangle',
    tell: ({ locale }) => tourText(locale).told.missing,
  },
]

/** Tours of the company’s own, which notifications point at; those who teach see them. */
export const tourRecords: readonly RecordType<'training'>[] = [
  {
    object: tourObject,
    icon: 'route',
    href: '/training/studio/tours',
    names: async ({ db, company, locale, user }, ids) => {
      if (!may(user, teach)) return new Map()
      const rows = await db.execute<{ id: string; draft: TourContent }>(sql`
        select id, draft from training.tours where company_id = ${company.id}
          and id = any(${sql.param(ids)}::uuid[])`)
      return new Map(rows.map(({ id, draft }) => [id, sayIn(locale, draft.title)]))
    },
  },
]
