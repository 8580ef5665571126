import { formatAgo, formatNumber } from '../../../../core/i18n/format.ts'
import type { Page } from '../../../../core/records/paging.ts'
import type { Scope } from '../../../../core/scope.ts'
import { BulkBar } from '../../../../views/bulk-bar.tsx'
import { Button, LinkButton } from '../../../../views/button.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageHead } from '../../../../views/page.tsx'
import { Pager } from '../../../../views/pager.tsx'
import type { ContactsKind } from '../../kinds.ts'
import { duplicatesText } from '../messages.ts'
import type { PairRow } from '../pairs.ts'
import type { Run } from '../runs.ts'
import { PairTable } from './pair-table.tsx'
import { RunProgress } from './progress.tsx'
import { queueHref, queueTabs } from './queue-tabs.ts'

type Props = {
  scope: Scope
  kind: ContactsKind
  page: Page<PairRow>
  total: { count: number; more: boolean }
  run: Run | undefined
  /** What the reader had merged last. */
  merging: Run | undefined
  mayChange: boolean
  maySet: boolean
}

/** The queue of records that may be the same one. */
export const QueuePage = (props: Props) => {
  const { scope, kind, page, total, run, merging, mayChange } = props
  const busy = [merging, run].find((one) => one?.state === 'running')
  const view = viewText(scope.locale)
  const t = duplicatesText(scope.locale)
  const href = queueHref(kind)
  const count = formatNumber(scope.locale, total.count)
  return (
    <>
      <PageHead
        t={view.page}
        title={t.title}
        tabs={queueTabs(scope, kind.list)}
        actions={<Actions {...props} />}
      />
      <section id="list" class="list">
        {busy ? (
          <RunProgress scope={scope} run={busy} />
        ) : (
          <Merged scope={scope} merging={merging} />
        )}
        {page.rows.length > 0 ? (
          <PairTable scope={scope} kind={kind} rows={page.rows} />
        ) : (
          <Nothing {...props} />
        )}
        {page.rows.length > 0 && (
          <Pager
            t={view.list}
            total={total.more ? `${count}+` : count}
            previousHref={page.before && `${href}?before=${page.before}`}
            nextHref={page.after && `${href}?after=${page.after}`}
          />
        )}
        {page.rows.length > 0 && mayChange && (
          <BulkBar
            t={view.list}
            action={`${href}/bulk`}
            actions={[
              { label: t.compare.merge, icon: 'arrow-merge', value: 'merge' },
              { label: t.queue.dismiss, icon: 'x', value: 'dismiss' },
            ]}
          />
        )}
        {run?.finishedAt && (
          <p class="hint list-note">
            {t.queue.lookedAt(
              formatAgo(scope.locale, scope.company.timeZone, run.finishedAt, scope.now()),
            )}
          </p>
        )}
      </section>
    </>
  )
}

const Actions = ({ scope, kind, page, run, mayChange, maySet }: Props) => {
  const t = duplicatesText(scope.locale)
  return (
    <>
      {maySet && (
        <LinkButton href="/contacts/duplicates/settings" icon="settings">
          {t.settings.open}
        </LinkButton>
      )}
      {mayChange && page.rows.length > 0 && (
        <LinkButton href={`${queueHref(kind)}/certain`} icon="arrow-merge">
          {t.certain.open}
        </LinkButton>
      )}
      {mayChange && run?.state !== 'running' && <LookAgain label={t.queue.look} />}
    </>
  )
}

const LookAgain = ({ label }: { label: string }) => (
  <form method="post" action="/contacts/duplicates/find">
    <Button icon="search">{label}</Button>
  </form>
)

/** What came of merging many, for as long as it is news. */
const Merged = ({ scope, merging }: Pick<Props, 'scope' | 'merging'>) => {
  const t = duplicatesText(scope.locale).many
  const age = scope.now().getTime() - (merging?.finishedAt?.getTime() ?? 0)
  if (!merging || age > news) return null
  return (
    <p class="list-note" data-testid="merged-many">
      {merging.state === 'done'
        ? t.done(merging.count, merging.skipped)
        : t.stopped(merging.count, merging.total - merging.done)}{' '}
      <a href="/contacts/duplicates/merged">{duplicatesText(scope.locale).merged.tab}</a>
    </p>
  )
}

const news = 60 * 60 * 1000

const Nothing = ({ scope, run, mayChange }: Props) => {
  const t = duplicatesText(scope.locale).queue
  if (run?.state === 'running') return null
  const never = run === undefined
  return (
    <Empty
      icon="copy"
      title={never ? t.neverTitle : t.emptyTitle}
      text={never ? t.neverText : t.emptyText}
      action={never && mayChange && <LookAgain label={t.lookNow} />}
    />
  )
}
