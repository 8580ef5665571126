import { today } from '../../../../core/calendar/reading.ts'
import type { Scope } from '../../../../core/scope.ts'
import { printDate } from '../../../../core/values/date.ts'
import { pill } from '../../../../views/pill.tsx'
import type { Column } from '../../../../views/table.tsx'
import { articleFields } from '../article-fields.ts'
import type { ArticleRow } from '../article-list.ts'
import { categoryIn } from '../categories.ts'
import { audience, languages } from '../choices.ts'
import { articleText } from '../messages.ts'
import { sayStanding, standingOf, standingTones } from '../standing.ts'

export const usualArticleColumns = ['state', 'category', 'audience', 'review', 'owner', 'updated']

/** What the list of articles shows of its own; the first column leads to the article. */
export function articleColumnsFor(scope: Scope): Column<ArticleRow>[] {
  const { locale } = scope
  const day = today(scope)
  const label = (field: string) =>
    articleFields.find((one) => one.field === field)?.label[locale] ?? field
  const date = (iso: string | null) => iso && printDate(iso, locale)
  return [
    { key: 'name', label: label('name'), sort: true, cell: (row) => row.name },
    {
      key: 'state',
      label: articleText(locale).standing,
      cell: (row) => {
        const standing = standingOf(row, day)
        return pill(sayStanding(locale, standing), standingTones[standing])
      },
    },
    { key: 'category', label: label('category'), cell: (row) => categoryIn(locale, row) },
    {
      key: 'audience',
      label: label('audience'),
      quiet: true,
      cell: (row) => audience.print(row.audience, locale),
    },
    {
      key: 'languages',
      label: label('language'),
      quiet: true,
      cell: ({ both }) => both && languages.map((one) => one.label[locale]).join(' · '),
    },
    { key: 'review', label: label('reviewOn'), quiet: true, cell: (row) => date(row.reviewOn) },
    { key: 'expires', label: label('expiresOn'), quiet: true, cell: (row) => date(row.expiresOn) },
  ]
}
