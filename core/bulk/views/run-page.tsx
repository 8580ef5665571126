import { Button, LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { Progress } from '../../../views/progress.tsx'
import { Stats } from '../../../views/stat.tsx'
import { formatAgo, formatNumber } from '../../i18n/format.ts'
import type { Listed } from '../../lists/listed.ts'
import type { Subject } from '../../records/subjects.ts'
import type { Scope } from '../../scope.ts'
import { bulkText } from '../messages.ts'
import type { BulkRun } from '../runs.ts'

type Props = {
  scope: Scope
  run: BulkRun
  list: Listed
  /** Those of the refused records that the reader may see. */
  names: readonly Subject[]
}

/** Work on many records: its bar while it runs, then numbers that add up. */
export const RunPage = ({ scope, run, list, names }: Props) => {
  const { locale } = scope
  const t = bulkText(locale)
  const count = (value: number) => formatNumber(locale, value)
  const missed = run.total - run.done
  const began = formatAgo(locale, scope.company.timeZone, run.startedAt, scope.now())
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={t.title(t.deeds[run.order.deed], t.records(count(run.total)))}
        trail={[{ href: list.href, label: list.title[locale] }]}
      />
      <PageBody>
        <div class="stack">
          {run.state === 'running' ? (
            <RunProgress scope={scope} run={run} />
          ) : (
            <Card title={t.states[run.state]} testId="run-result">
              {run.failure && (
                <p class="warning" role="alert">
                  {t.failures[run.failure]}
                </p>
              )}
              <Stats
                stats={[
                  { label: t.changed, value: count(run.changed) },
                  { label: t.unchanged, value: count(run.unchanged) },
                  { label: t.refused, value: count(run.refused) },
                ]}
              />
              <p>{missed > 0 ? t.notReached(count(missed)) : t.addsUp(count(run.total))}</p>
              <div class="actions">
                <LinkButton href={list.href} kind="primary">
                  {t.toList}
                </LinkButton>
              </div>
            </Card>
          )}
          {run.refused > 0 && <Refusals scope={scope} run={run} names={names} />}
          <p class="hint">{t.by(run.startedByName, began)}</p>
        </div>
      </PageBody>
    </>
  )
}

/** A running deed's bar; when it ends, the page it stands on is loaded anew. */
export const RunProgress = ({ scope, run }: Pick<Props, 'scope' | 'run'>) => {
  const { locale } = scope
  const t = bulkText(locale)
  const count = (value: number) => formatNumber(locale, value)
  return (
    <Progress
      t={viewText(locale).progress}
      label={t.running(t.deeds[run.order.deed])}
      share={run.done / Math.max(1, run.total)}
      note={t.progress(count(run.done), count(run.total))}
      pollHref={`/lists/runs/${run.id}/progress`}
      actions={
        <form method="post" action={`/lists/runs/${run.id}/cancel`}>
          <Button>{t.cancel}</Button>
        </form>
      }
    />
  )
}

const Refusals = ({ scope, run, names }: Pick<Props, 'scope' | 'run' | 'names'>) => {
  const t = bulkText(scope.locale)
  const unnamed = run.refused - names.length
  return (
    <Card title={t.refusedTitle} testId="refused">
      <p>{t.refusedWhy}</p>
      <ul class="links">
        {names.map(({ name, href }) => (
          <li>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ul>
      {unnamed > 0 && <p class="hint">{t.unnamed(formatNumber(scope.locale, unnamed))}</p>}
    </Card>
  )
}
