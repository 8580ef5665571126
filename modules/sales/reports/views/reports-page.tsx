import type { Scope } from '../../../../core/scope.ts'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { PanelItem } from '../../../../views/panel.tsx'
import { reportsText } from '../messages.ts'
import type { Report } from '../part.ts'

type Props = { scope: Scope; reports: readonly Report[] }

/** The reports there are, and what each tells. */
export const ReportsPage = ({ scope, reports }: Props) => {
  const t = reportsText(scope.locale)
  return (
    <>
      <PageHead t={viewText(scope.locale).page} title={t.title} />
      <PageBody>
        <p class="hint">{t.text}</p>
        <div class="stack">
          {reports.map((report) => (
            <PanelItem
              href={`/sales/reports/${report.key}`}
              title={report.title(scope)}
              note={report.about(scope)}
            />
          ))}
        </div>
      </PageBody>
    </>
  )
}
