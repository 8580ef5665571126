import type { Department } from '../../../core/access/department-tree.ts'
import type { Raw } from '../../../core/http/form.ts'
import { formatDay } from '../../../core/i18n/format.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { printDate } from '../../../core/values/date.ts'
import { Button, LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Empty } from '../../../views/empty.tsx'
import type { FieldErrors } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import type { Turnout } from '../../surveys/answering.ts'
import type { Run } from '../../surveys/runs.ts'
import type { Claim } from '../claims.ts'
import { readinessText } from '../messages.ts'
import type { Closed } from '../reading.ts'
import { OpenForm } from './open-form.tsx'
import { Results } from './results.tsx'

export type ReadinessProps = {
  locale: Locale
  timeZone: string
  open: Run | undefined
  turnout: readonly Turnout[]
  /** Whether the reader has not answered yet. */
  isAsked: boolean
  /** Those that have closed, the latest first. */
  runs: readonly Run[]
  closed: Closed | undefined
  claims: readonly Claim[]
  departments: readonly Department[]
  raw: Raw
  errors?: FieldErrors
  once: string
  mayManage: boolean
}

/** How ready the firm is: the round that is open, and what the last one said. */
export const ReadinessPage = (props: ReadinessProps) => {
  const { locale, timeZone, open, runs, closed, mayManage } = props
  const t = readinessText(locale)
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={t.title}
        tabs={
          runs.length > 1
            ? runs.slice(0, 6).map((run) => ({
                href: `/rollout/readiness?run=${run.id}`,
                label: t.round(printDate(formatDay(timeZone, run.openedAt), locale)),
                current: run.id === closed?.run.id,
              }))
            : undefined
        }
      />
      <PageBody wide>
        <div class="stack">
          {open && <OpenRound {...props} open={open} />}
          {!open && !closed && (
            <Empty icon="checklist" title={t.none} text={mayManage ? t.noneText : t.noneReader} />
          )}
          {closed && <Results {...props} closed={closed} />}
          {!open && mayManage && <OpenForm {...props} />}
          <p class="hint">{t.about}</p>
        </div>
      </PageBody>
    </>
  )
}

const OpenRound = ({
  locale,
  open,
  turnout,
  isAsked,
  mayManage,
}: ReadinessProps & { open: Run }) => {
  const t = readinessText(locale)
  return (
    <Card title={t.running} testId="open-round">
      <p>{t.runningText(printDate(open.closesOn, locale))}</p>
      <ul class="turnout">
        {turnout.map(({ group, invited, answered }) => (
          <li>
            <span>{t.groups[group]}</span>
            <progress class="progress" max={invited} value={answered} aria-hidden="true"></progress>
            <span>{t.turnout(String(answered), String(invited))}</span>
          </li>
        ))}
      </ul>
      <div class="actions">
        {isAsked && (
          <LinkButton href="/rollout/readiness/answer" kind="primary">
            {t.toAnswer}
          </LinkButton>
        )}
        {mayManage && (
          <form method="post" action="/rollout/readiness/close">
            <Button>{t.close}</Button>
          </form>
        )}
      </div>
    </Card>
  )
}
