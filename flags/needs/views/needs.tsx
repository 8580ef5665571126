import { formatNumber } from '../../../core/i18n/format.ts'
import { formatShare } from '../../../core/quality/wording.ts'
import type { Scope } from '../../../core/scope.ts'
import { printChoice } from '../../../core/values/choice.ts'
import { LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Empty } from '../../../views/empty.tsx'
import { Head } from '../../../views/head.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { pill, type Tone } from '../../../views/pill.tsx'
import { type Column, Table } from '../../../views/table.tsx'
import { stageChoices } from '../../cost/choices.ts'
import { changeRatio } from '../../cost/formula.ts'
import type { CostPlan } from '../../cost/plan.ts'
import { sayWhole } from '../../cost/wording.ts'
import { needsText } from '../messages.ts'
import type { Request, StageBudget } from '../requests.ts'
import type { RequestState } from '../schema.ts'

type Props = {
  scope: Scope
  plan: CostPlan
  budgets: readonly StageBudget[]
  requests: readonly Request[]
  frozen: boolean
  mayManage: boolean
  mayDecide: boolean
}

/** What people want besides the plan, against what a stage may be changed for. */
export const NeedsPage = (page: Props) => {
  const { scope, plan, budgets, requests, mayManage } = page
  const { locale } = scope
  const t = needsText(locale)
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={t.title}
        actions={
          mayManage && (
            <LinkButton kind="primary" href="/rollout/needs/new" icon="plus">
              {t.register.add}
            </LinkButton>
          )
        }
      />
      <PageBody wide>
        <p class="hint">{t.text(String(plan.changePercent))}</p>
        {page.frozen && <p class="remark">{t.frozen}</p>}
        {budgets.some(({ planned, used }) => planned > 0 || used > 0) && <Budgets {...page} />}
        {requests.length === 0 ? (
          <Empty icon="git-merge" title={t.empty} text={t.emptyText} />
        ) : (
          <Card title={t.requests} flush testId="requests">
            <Table
              t={viewText(locale).table}
              caption={t.requests}
              columns={columnsFor(page)}
              rows={requests}
              rowId={({ id }) => id}
              rowName={({ need }) => need}
              rowHref={hrefFor(page)}
            />
          </Card>
        )}
      </PageBody>
    </>
  )
}

/** Those who decide get to the decision, taken or not; the form lies behind it. */
const hrefFor = ({ mayDecide }: Props) =>
  mayDecide ? ({ id }: Request): string => `/rollout/needs/${id}/decide` : undefined

/** On a phone the budget and what is left of it must do. */
const Budgets = ({ scope: { locale }, plan, budgets }: Props) => {
  const t = needsText(locale)
  const say = (minor: number) => sayWhole(locale, plan, minor)
  return (
    <Card title={t.budgets} testId="change-budgets">
      <table class="counts">
        <Head
          columns={[
            t.stage,
            [t.budget, 'end'],
            [t.used, 'end wide-only'],
            [t.left, 'end'],
            [t.ratio, 'end wide-only'],
          ]}
        />
        <tbody>
          {budgets
            .filter(({ planned, used }) => planned > 0 || used > 0)
            .map(({ stage, planned, budget, used }) => {
              const ratio = changeRatio(used, planned)
              return (
                <tr>
                  <th scope="row">{printChoice(stage, stageChoices, locale)}</th>
                  <td class="end">{say(budget)}</td>
                  <td class="end wide-only">{say(used)}</td>
                  <td class="end">{say(budget - used)}</td>
                  <td class="end wide-only">{ratio === null ? '' : formatShare(locale, ratio)}</td>
                </tr>
              )
            })}
        </tbody>
      </table>
    </Card>
  )
}

const tones: Record<RequestState, Tone> = {
  asked: 'blue',
  approved: 'green',
  declined: 'grey',
  displaced: 'grey',
}

function columnsFor({ scope: { locale }, plan }: Props): Column<Request>[] {
  const t = needsText(locale)
  return [
    { key: 'need', label: t.register.edit, cell: ({ need }) => need },
    {
      key: 'state',
      label: t.outcome,
      cell: ({ state, overBudget }) => [
        pill(t.states[state], tones[state]),
        overBudget ? pill(t.over, 'orange') : '',
      ],
    },
    { key: 'stage', label: t.stage, quiet: true, cell: ({ stage }) => stage },
    { key: 'asker', label: t.reason, quiet: true, hideOnPhone: true, cell: ({ reason }) => reason },
    {
      key: 'hours',
      label: t.hours,
      align: 'end',
      hideOnPhone: true,
      cell: ({ effortHours }) => effortHours !== null && formatNumber(locale, effortHours),
    },
    {
      key: 'cost',
      label: t.cost,
      align: 'end',
      cell: ({ cost }) => sayWhole(locale, plan, cost),
    },
  ]
}
