import { formatAgo, formatNumber } from '../../../../core/i18n/format.ts'
import type { Page } from '../../../../core/records/paging.ts'
import type { Scope } from '../../../../core/scope.ts'
import { BulkBar } from '../../../../views/bulk-bar.tsx'
import { Button, LinkButton } from '../../../../views/button.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageHead } from '../../../../views/page.tsx'
import { Pager } from '../../../../views/pager.tsx'
import type { RecordKind } from '../../kinds.ts'
import { contactsText } from '../../messages.ts'
import { duplicatesText } from '../messages.ts'
import type { PairRow } from '../pairs.ts'
import type { Run } from '../runs.ts'
import { PairTable } from './pair-table.tsx'
import { FindProgress } from './progress.tsx'

type Props = {
  scope: Scope
  kind: RecordKind
  /** The kinds the reader may edit. */
  kinds: readonly RecordKind[]
  page: Page<PairRow>
  total: { count: number; more: boolean }
  run: Run | undefined
  mayChange: boolean
  maySet: boolean
}

export const queueHref = ({ list }: Pick<RecordKind, 'list'>): string =>
  list === 'accounts' ? '/contacts/duplicates' : '/contacts/duplicates/people'

/** The queue of records that may be the same one. */
export const QueuePage = (props: Props) => {
  const { scope, kind, page, total, run, mayChange } = props
  const view = viewText(scope.locale)
  const t = duplicatesText(scope.locale)
  const href = queueHref(kind)
  const count = formatNumber(scope.locale, total.count)
  return (
    <>
      <PageHead
        t={view.page}
        title={t.title}
        tabs={props.kinds.map((one) => ({
          href: queueHref(one),
          label: contactsText(scope.locale)[one.list].title,
          current: one === kind,
        }))}
        actions={<Actions {...props} />}
      />
      <section id="list" class="list">
        {run?.state === 'running' && <FindProgress scope={scope} run={run} />}
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
            actions={[{ label: t.queue.dismiss, icon: 'x', value: 'dismiss' }]}
          />
        )}
      </section>
    </>
  )
}

const Actions = ({ scope, run, mayChange, maySet }: Props) => {
  const t = duplicatesText(scope.locale)
  const { timeZone } = scope.company
  return (
    <>
      {run?.finishedAt && (
        <span class="hint">
          {t.queue.lookedAt(formatAgo(scope.locale, timeZone, run.finishedAt, scope.now()))}
        </span>
      )}
      {maySet && (
        <LinkButton href="/contacts/duplicates/settings" icon="settings">
          {t.settings.open}
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
