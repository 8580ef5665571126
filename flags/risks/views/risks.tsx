import type { Colleague } from '../../../core/access/directory.ts'
import { today } from '../../../core/calendar/reading.ts'
import { formatAgo } from '../../../core/i18n/format.ts'
import type { Scope } from '../../../core/scope.ts'
import { printChoice } from '../../../core/values/choice.ts'
import { Button, LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Empty } from '../../../views/empty.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { pill, type Tone } from '../../../views/pill.tsx'
import { Stats } from '../../../views/stat.tsx'
import { type Column, Table } from '../../../views/table.tsx'
import type { BusyTime } from '../busy.ts'
import { riskCategories, riskStates } from '../choices.ts'
import { isOverdue, levelOf, needsOwner, residual, shown } from '../formula.ts'
import { riskText } from '../messages.ts'
import { type Risk, titleOf } from '../risks.ts'
import { isLive } from '../triggers.ts'
import { BusyCard } from './busy.tsx'

type Props = {
  scope: Scope
  risks: readonly Risk[]
  busy: readonly BusyTime[]
  colleagues: readonly Colleague[]
  mayManage: boolean
}

const tones: Record<ReturnType<typeof levelOf>, Tone> = {
  blocks: 'red',
  needs: 'orange',
  small: 'grey',
}

/** The risk register: what is open first, with its weight before and after the response. */
export const RisksPage = ({ scope, risks, busy, colleagues, mayManage }: Props) => {
  const { locale } = scope
  const t = riskText(locale)
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={t.title}
        actions={
          mayManage && (
            <>
              <form method="post" action="/rollout/risks/watch">
                <Button icon="refresh">{t.watch}</Button>
              </form>
              <LinkButton kind="primary" href="/rollout/risks/new" icon="plus">
                {t.register.add}
              </LinkButton>
            </>
          )
        }
      />
      <PageBody wide>
        <p class="hint">{t.text}</p>
        {risks.length === 0 ? (
          <Empty
            icon="alert-triangle"
            title={t.empty}
            text={t.emptyText}
            action={mayManage && <AddDefaults label={t.addDefaults} />}
          />
        ) : (
          <>
            <RiskStats locale={locale} risks={risks} />
            <Card flush testId="risks">
              <Table
                t={viewText(locale).table}
                caption={t.title}
                columns={columnsFor(scope, colleagues)}
                rows={risks}
                rowId={({ id }) => id}
                rowName={(risk) => titleOf(locale, risk)}
                rowHref={mayManage ? ({ id }) => `/rollout/risks/${id}/edit` : undefined}
              />
            </Card>
          </>
        )}
        <BusyCard locale={locale} busy={busy} mayManage={mayManage} />
      </PageBody>
    </>
  )
}

const AddDefaults = ({ label }: { label: string }) => (
  <form method="post" action="/rollout/risks/defaults">
    <Button kind="primary">{label}</Button>
  </form>
)

const RiskStats = ({ locale, risks }: Pick<Scope, 'locale'> & Pick<Props, 'risks'>) => {
  const t = riskText(locale)
  const open = risks.filter(({ state }) => state === 'open')
  const largest = Math.max(0, ...open.map(residual))
  const alone = open.filter((risk) => residual(risk) >= needsOwner && !(risk.ownerId && risk.dueOn))
  return (
    <Stats
      stats={[
        { label: t.open, value: String(open.length) },
        {
          label: t.largest,
          value: open.length > 0 ? String(largest) : t.none,
          note: open.length > 0 ? t.levels[levelOf(largest)] : undefined,
          tone: levelOf(largest) === 'blocks' ? 'bad' : undefined,
        },
        { label: t.unattended, value: String(alone.length) },
      ]}
    />
  )
}

function columnsFor(scope: Scope, colleagues: readonly Colleague[]): Column<Risk>[] {
  const { locale, company } = scope
  const t = riskText(locale)
  const day = today(scope)
  const notesOf = (risk: Risk) => [
    isOverdue(risk, day) ? pill(t.overdue, 'orange') : '',
    risk.firedAt
      ? pill(t.fired(formatAgo(locale, company.timeZone, risk.firedAt, scope.now())), 'red')
      : '',
    risk.state === 'watched' && !isLive(risk.trigger) ? pill(t.byHand) : '',
  ]
  const weight = (value: number) => pill(String(value), tones[levelOf(value)])
  return [
    { key: 'title', label: t.risk, cell: (risk) => titleOf(locale, risk) },
    { key: 'weight', label: t.weight, cell: (risk) => weight(shown(risk, day)) },
    { key: 'residual', label: t.residual, cell: (risk) => weight(residual(risk)) },
    {
      key: 'state',
      label: t.state,
      cell: (risk) => [
        pill(printChoice(risk.state, riskStates, locale), risk.state === 'open' ? 'red' : 'grey'),
        ' ',
        notesOf(risk),
      ],
    },
    {
      key: 'category',
      label: t.category,
      quiet: true,
      hideOnPhone: true,
      cell: ({ category }) => printChoice(category, riskCategories, locale),
    },
    {
      key: 'owner',
      label: t.owner,
      hideOnPhone: true,
      cell: ({ ownerId }) => colleagues.find(({ id }) => id === ownerId)?.name,
    },
    { key: 'due', label: t.due, quiet: true, hideOnPhone: true, cell: ({ dueOn }) => dueOn },
  ]
}
