import { formatAgo } from '../../../../core/i18n/format.ts'
import type { Merge } from '../../../../core/merging/merges.ts'
import type { Page } from '../../../../core/records/paging.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Button } from '../../../../views/button.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { PanelItem } from '../../../../views/panel.tsx'
import { duplicatesText } from '../../duplicates/messages.ts'
import { queueTabs } from '../../duplicates/views/queue-tabs.ts'
import { type List, mergeables } from '../mergeable.ts'

type Props = {
  scope: Scope
  pages: readonly { list: List; page: Page<Merge> }[]
  mayChange: boolean
}

/** What was merged in the last thirty days, each to be taken back. */
export const MergedPage = ({ scope, pages, mayChange }: Props) => {
  const t = duplicatesText(scope.locale)
  const empty = pages.every(({ page }) => page.rows.length === 0)
  return (
    <>
      <PageHead t={viewText(scope.locale).page} title={t.title} tabs={queueTabs(scope, 'merged')} />
      <PageBody>
        {empty && (
          <Empty icon="arrow-merge" title={t.merged.emptyTitle} text={t.merged.emptyText} />
        )}
        {pages.map(({ list, page }) => (
          <MergeList scope={scope} list={list} page={page} mayChange={mayChange} />
        ))}
      </PageBody>
    </>
  )
}

type ListProps = { scope: Scope; list: List; page: Page<Merge>; mayChange: boolean }

const MergeList = ({ scope, list, page, mayChange }: ListProps) => {
  const t = duplicatesText(scope.locale).merged
  const { kind } = mergeables[list]
  return (
    <>
      {page.rows.map(({ id, winner, by, at, ...merge }) => (
        <div class="linked" data-testid="row">
          <PanelItem
            href={`${kind.href}/${winner}`}
            title={namesOf(scope, merge)}
            note={[by, formatAgo(scope.locale, scope.company.timeZone, at, scope.now())]
              .filter(Boolean)
              .join(' · ')}
          />
          {mayChange && (
            <form method="post" action="/contacts/duplicates/undo">
              <input type="hidden" name="kind" value={list} />
              <input type="hidden" name="merge" value={id} />
              <Button small icon="arrow-back-up">
                {t.undo}
              </Button>
            </form>
          )}
        </div>
      ))}
      {page.after && (
        <p>
          <a href={`/contacts/duplicates/merged?kind=${list}&after=${page.after}`}>
            {viewText(scope.locale).list.next}
          </a>
        </p>
      )}
    </>
  )
}

/** Who became whom; a winner that took the other's name is told by the one it had before. */
function namesOf(
  { locale }: Scope,
  { loserName, winnerName, changed }: Pick<Merge, 'loserName' | 'winnerName' | 'changed'>,
): string {
  const before = changed.name?.[0]
  const winner =
    typeof before === 'string'
      ? duplicatesText(locale).merged.formerly(winnerName, before)
      : winnerName
  return `${loserName} → ${winner}`
}
