import { Bars } from '../../../views/bars.tsx'
import { Button } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Head } from '../../../views/head.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import type { Directory } from '../../access/directory.ts'
import { may } from '../../access/person.ts'
import type { Scope } from '../../scope.ts'
import { reportsText } from '../messages.ts'
import type { Part, Report, Reports } from '../part.ts'
import type { ReportState } from '../state.ts'
import { ReportFilters } from './report-filters.tsx'

type Props<State extends ReportState> = {
  scope: Scope
  set: Reports<State>
  report: Report<State>
  state: State
  parts: readonly Part[]
  directory: Directory
}

/** One report: what it is about, its pictures, and the same figures as tables. */
export const ReportPage = <State extends ReportState>({
  scope,
  set,
  report,
  state,
  parts,
  directory,
}: Props<State>) => {
  const t = reportsText(scope.locale)
  const href = `${set.href}/${report.key}`
  const params = set.params(state).toString()
  const query = params && `?${params}`
  return (
    <>
      <PageHead
        t={viewText(scope.locale).page}
        title={report.title(scope)}
        trail={[{ href: set.href, label: set.title(scope) }]}
        tabs={set.reports.map((one) => ({
          href: `${set.href}/${one.key}${query}`,
          label: one.title(scope),
          current: one === report,
        }))}
        actions={
          may(scope.user, set.export) && (
            <form method="post" action={`${href}/export${query}`}>
              <Button icon="download">{t.export}</Button>
            </form>
          )
        }
      />
      <PageBody wide>
        <ReportFilters {...{ scope, state, directory }} action={href}>
          {set.controls?.(scope, state)}
        </ReportFilters>
        <div class="report-parts">
          {parts.map((part) => (
            <PartCard scope={scope} part={part} />
          ))}
        </div>
      </PageBody>
    </>
  )
}

const PartCard = ({ scope, part }: { scope: Scope; part: Part }) => {
  const t = reportsText(scope.locale)
  const { title, summary, formula, bars, rows, empty } = part
  return (
    <Card title={title} testId="report-part">
      {summary && <p>{summary}</p>}
      {rows.length === 0 ? (
        <p class="hint">{empty ?? t.nothing}</p>
      ) : (
        <>
          {bars && <Bars bars={bars} label={`${title}. ${summary ?? ''}`} />}
          <Figures part={part} />
        </>
      )}
      {formula && (
        <details class="hint">
          <summary>{t.formula}</summary>
          <p>{formula}</p>
        </details>
      )}
    </Card>
  )
}

const Figures = ({ part: { title, columns, rows } }: { part: Part }) => (
  <div class="figures">
    <table class="figure-table">
      <caption class="sr-only">{title}</caption>
      <Head columns={columns.map(({ label, end }) => [label, end ? 'end' : ''] as const)} />
      <tbody>
        {rows.map((row) => (
          <tr>
            {row.map(({ text, href }, at) => {
              const shown = href ? <a href={href}>{text}</a> : text
              const end = columns[at]?.end && 'end'
              return at === 0 ? (
                <th scope="row">{shown}</th>
              ) : (
                <td class={end} data-label={columns[at]?.label}>
                  {shown}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
