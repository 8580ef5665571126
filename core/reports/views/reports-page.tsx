import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { PanelItem } from '../../../views/panel.tsx'
import type { Scope } from '../../scope.ts'
import { reportsText } from '../messages.ts'
import type { Reports } from '../part.ts'

type Props = { scope: Scope; set: Pick<Reports<never>, 'href' | 'title' | 'reports'> }

/** The reports there are, and what each tells. */
export const ReportsPage = ({ scope, set }: Props) => {
  const t = reportsText(scope.locale)
  return (
    <>
      <PageHead t={viewText(scope.locale).page} title={set.title(scope)} />
      <PageBody>
        <p class="hint">{t.text}</p>
        <div class="stack">
          {set.reports.map((report) => (
            <PanelItem
              href={`${set.href}/${report.key}`}
              title={report.title(scope)}
              note={report.about(scope)}
            />
          ))}
        </div>
      </PageBody>
    </>
  )
}
