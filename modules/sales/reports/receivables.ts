import type { Part } from '../../../core/reports/part.ts'
import type { Scope } from '../../../core/scope.ts'
import { roundMoney } from '../money-words.ts'
import { ageingLines, behindAge } from '../receivables/ageing-places.ts'
import { type Ageing, readAgeing } from '../receivables/ageing-reading.ts'
import { receivableText } from '../receivables/messages.ts'
import { reportsText } from './messages.ts'
import type { Report } from './part.ts'
import type { ReportState } from './state.ts'

/** What is owed today, by how long it has been due; a period means nothing to it. */
export const receivables: Report = {
  key: 'receivables',
  title: ({ locale }) => receivableText(locale).ageing,
  about: ({ locale }) => reportsText(locale).receivables.about,
  read: async (scope, state) => [toPart(scope, state, await readAgeing(scope, state))],
}

function toPart(scope: Scope, state: ReportState, found: readonly Ageing[]): Part {
  const { locale, company } = scope
  const t = receivableText(locale)
  const said = (minor: number, currency: string) => roundMoney({ minor, currency }, locale)
  const own = found.find(({ currency }) => currency === company.currency)
  return {
    title: t.ageing,
    formula: reportsText(locale).receivables.formula,
    columns: [
      { label: t.age },
      ...found.map(({ currency }) => ({ label: currency, end: true as const })),
    ],
    rows:
      found.length === 0
        ? []
        : ageingLines.map((line) => [
            { text: t.ages[line] },
            ...found.map((row) => ({
              text: said(row[line], row.currency),
              href: row[line] === 0 ? undefined : behindAge(line, row.currency, state),
            })),
          ]),
    bars: own
      ? ageingLines
          .filter((line) => line !== 'total')
          .map((line) => ({
            label: t.ages[line],
            value: own[line],
            shown: said(own[line], own.currency),
          }))
      : undefined,
    empty: t.ageingEmpty,
  }
}
