import { formatDay } from '../../../core/i18n/format.ts'
import { formatShare } from '../../../core/quality/wording.ts'
import type { Scope } from '../../../core/scope.ts'
import { printChoice } from '../../../core/values/choice.ts'
import { LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Details } from '../../../views/details.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { PanelItem } from '../../../views/panel.tsx'
import { Pill, type Tone } from '../../../views/pill.tsx'
import { flagsText } from '../../messages.ts'
import { type ClauseState, clauseStates, vendorRoles } from '../choices.ts'
import { type Clause, clauseParts, clauses } from '../clauses.ts'
import { noticeDay } from '../formula.ts'
import { vendorText } from '../messages.ts'
import type { Check, Review } from '../reading.ts'
import { contractPills, type Judged, mandatoryPill } from './contracts.tsx'

type Props = Judged & {
  scope: Scope
  checks: readonly Check[]
  reviews: readonly Review[]
  /** Lines of the cost plan; undefined for those who do not see costs. */
  costs: readonly OwedLine[] | undefined
  mayManage: boolean
}

/** A line of cost as it is named on the page of its contract. */
export type OwedLine = { id: string; name: string; amount: string }

/** One contract: its days, the 35 clauses by part, and how the vendor did. */
export const ContractPage = (page: Props) => {
  const { scope, contract, complete, mayManage } = page
  const { locale } = scope
  const t = vendorText(locale)
  const here = `/rollout/contracts/${contract.id}`
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={contract.vendor}
        trail={[{ href: '/rollout/contracts', label: t.title }]}
        note={mandatoryPill(scope, { contract, complete })}
        actions={
          mayManage && (
            <LinkButton href={`${here}/edit`} icon="pencil">
              {flagsText(locale).register.edit}
            </LinkButton>
          )
        }
      />
      <PageBody>
        <p>{contractPills(scope, contract)}</p>
        <Facts {...page} />
        <Card title={t.checks} testId="clauses">
          <p class="hint">{contract.role === 'self' ? t.selfText : t.checksText}</p>
          {!contract.document && <p class="remark">{t.noDocument}</p>}
          {complete.share !== null && (
            <p>
              {t.completeness} <strong>{formatShare(locale, complete.share)}</strong>
            </p>
          )}
          {Object.entries(clauseParts).map(([part, title]) => (
            <>
              <h3>{`${part} ${title[locale]}`}</h3>
              {clauses
                .filter(({ item }) => item.startsWith(part))
                .map((clause) => (
                  <ClauseItem {...page} clause={clause} />
                ))}
            </>
          ))}
        </Card>
        <Reviews {...page} />
        {page.costs && page.costs.length > 0 && (
          <Card title={t.costs} testId="costs">
            {page.costs.map(({ id, name, amount }) => (
              <PanelItem href={`/rollout/cost/lines/${id}/edit`} title={name} note={amount} />
            ))}
          </Card>
        )}
      </PageBody>
    </>
  )
}

const Facts = ({ scope: { locale }, contract }: Props) => {
  const t = vendorText(locale)
  return (
    <Details
      empty={viewText(locale).record.empty}
      items={[
        { label: t.contract.edit, value: printChoice(contract.role, vendorRoles, locale) },
        { label: t.ends, value: contract.endsOn ?? t.noEnd },
        { label: t.notice, value: noticeDay(contract.endsOn, contract.noticeDays) },
      ]}
    />
  )
}

const tones: Record<ClauseState, Tone> = {
  agreed: 'green',
  partly: 'orange',
  missing: 'red',
  n_a: 'grey',
}

const ClauseItem = ({ scope, contract, checks, mayManage, clause }: Props & { clause: Clause }) => {
  const { locale, company } = scope
  const t = vendorText(locale)
  const check = checks.find(({ item }) => item === clause.item)
  const notes = [
    t.binding[clause.binding],
    clause.anchor,
    check?.clause,
    check?.note,
    check && t.check.by(check.reviewer ?? '', formatDay(company.timeZone, check.reviewedAt)),
  ]
  return (
    <PanelItem
      href={mayManage ? `/rollout/contracts/${contract.id}/clauses/${clause.item}` : undefined}
      title={`${clause.item} ${clause.title[locale]}`}
      note={notes.filter(Boolean).join(' · ')}
      aside={
        check ? (
          <Pill text={printChoice(check.state, clauseStates, locale)} tone={tones[check.state]} />
        ) : (
          <Pill text={t.unchecked} />
        )
      }
    />
  )
}

const Reviews = ({ scope: { locale }, contract, reviews, mayManage }: Props) => {
  const t = vendorText(locale)
  return (
    <Card
      title={t.reviews}
      actions={
        mayManage && (
          <a href={`/rollout/contracts/reviews/new?contractId=${contract.id}`}>{t.review.add}</a>
        )
      }
      testId="reviews"
    >
      {reviews.length === 0 && <p class="hint">{t.noReview}</p>}
      {reviews.map((review) => (
        <PanelItem
          href={mayManage ? `/rollout/contracts/reviews/${review.id}/edit` : undefined}
          title={review.heldOn}
          note={[
            review.slaMet ? t.met : t.missed,
            review.invoicesFit ? t.fit : t.unfit,
            review.priceChanged && t.changed.price,
            review.subprocessorsChanged && t.changed.subprocessors,
            review.locationChanged && t.changed.location,
            review.note,
          ]
            .filter(Boolean)
            .join(' · ')}
        />
      ))}
    </Card>
  )
}
