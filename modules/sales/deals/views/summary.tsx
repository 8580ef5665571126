import { fieldDetails } from '../../../../core/fields/views/details.ts'
import { formatAgo } from '../../../../core/i18n/format.ts'
import { fieldsOf } from '../../../../core/records/kind.ts'
import { recordText } from '../../../../core/records/messages.ts'
import { Tags } from '../../../../core/records/views/record-parts.tsx'
import type { Scope } from '../../../../core/scope.ts'
import { printDate } from '../../../../core/values/date.ts'
import { printMoney } from '../../../../core/values/money.ts'
import { person } from '../../../../views/avatar.tsx'
import { type Detail, Details } from '../../../../views/details.tsx'
import { viewText } from '../../../../views/messages.ts'
import { Pill, type Tone } from '../../../../views/pill.tsx'
import { RecordHead } from '../../../../views/record.tsx'
import { pipelinesText } from '../../pipelines/messages.ts'
import type { DealRecord } from '../deal-record.ts'
import { dealKind } from '../kind.ts'
import { dealsText } from '../messages.ts'

type Props = { scope: Scope; deal: DealRecord }

export const outcomeTones = { open: 'blue', won: 'green', lost: 'grey' } as const satisfies Record<
  DealRecord['outcome'],
  Tone
>

/** What a deal is: its amount, where it stands and since when, with whom, its fields. */
export const Summary = ({ scope, deal }: Props) => {
  const t = dealsText(scope.locale)
  const { values, stillDays, outcome, nextOn } = deal
  const amount = values.amount && printMoney(values.amount, scope.locale)
  return (
    <>
      <RecordHead name={values.name} firm note={amount || t.noAmount} />
      <p class="pills">
        <Pill text={t.outcomes[outcome]} tone={outcomeTones[outcome]} />
        {stillDays !== null && <Pill text={t.stalled(stillDays)} tone="orange" />}
        {outcome === 'open' && nextOn === null && <Pill text={t.noNext} tone="red" />}
      </p>
      <Tags
        scope={scope}
        href={`${dealKind.href}/${deal.id}`}
        tags={deal.tags}
        mayEdit={deal.mayEdit}
      />
      <h3>{recordText(scope.locale).pages.details}</h3>
      <Details items={detailsOf(scope, deal)} empty={viewText(scope.locale).record.empty} />
    </>
  )
}

function detailsOf(scope: Scope, deal: DealRecord): Detail[] {
  const { locale, company } = scope
  const t = dealsText(locale)
  const pages = recordText(locale).pages
  const { owner, values, stage, lossReason } = deal
  const fields = fieldsOf(scope, dealKind).filter(({ field }) => field !== 'name')
  const link = (what: 'account' | 'person', href: string) => {
    const named = deal[what]
    if (named) return <a href={`${href}/${named.id}`}>{named.name}</a>
    return deal[`${what}Id`] && t[`${what}Hidden`]
  }
  const lost = lossReason?.name ?? pipelinesText(locale).reasons.notStated
  return [
    { label: t.account, value: link('account', '/contacts/accounts') },
    { label: t.person, value: link('person', '/contacts/people') },
    ...(deal.lead
      ? [{ label: t.lead, value: <a href={`/sales/leads/${deal.lead.id}`}>{deal.lead.name}</a> }]
      : []),
    { label: pages.owner, value: owner ? person(owner.name) : values.seller || pages.nobody },
    { label: pages.department, value: deal.department?.name },
    { label: t.since, value: formatAgo(locale, company.timeZone, deal.stageSince, scope.now()) },
    ...(deal.outcome === 'open'
      ? [{ label: t.probability, value: `${stage.probability}%` }]
      : [
          { label: t.closedOn, value: deal.closedOn && printDate(deal.closedOn, locale) },
          { label: t.note, value: deal.outcomeNote },
        ]),
    ...(deal.outcome === 'lost' ? [{ label: pipelinesText(locale).reasons.one, value: lost }] : []),
    ...fieldDetails(scope, fields, values),
  ]
}
