import { formatShare } from '../../../core/quality/wording.ts'
import type { Scope } from '../../../core/scope.ts'
import { printChoice } from '../../../core/values/choice.ts'
import { Button, LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Empty } from '../../../views/empty.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { Pill } from '../../../views/pill.tsx'
import { flagsText } from '../../messages.ts'
import { offerChoices } from '../choices.ts'
import { costText } from '../messages.ts'
import type { Costs } from '../reading.ts'
import type { Compared } from '../reckoning.ts'
import { sayAmount, sayWhole } from '../wording.ts'
import { costTabs } from './tabs.tsx'

type Props = {
  scope: Scope
  costs: Costs
  compared: readonly Compared[]
  mayManage: boolean
  mayChoose: boolean
}

const place = '/rollout/cost/offers'

/** Renting against owning, one offer against another, over the same three years. */
export const OffersPage = (page: Props) => {
  const { locale } = page.scope
  const t = costText(locale).offers
  const { discountPercent } = page.costs.plan
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={t.title}
        tabs={costTabs(locale, 'offers')}
        actions={
          page.mayManage && (
            <LinkButton kind="primary" href={`${place}/new`} icon="plus">
              {t.add}
            </LinkButton>
          )
        }
      />
      <PageBody wide>
        <p class="hint">{t.text}</p>
        {page.compared.length === 0 ? (
          <Empty icon="arrows-exchange" title={t.empty} text={t.emptyText} />
        ) : (
          <>
            <div class="offers">
              {page.compared.map((one) => (
                <OfferCard {...page} one={one} />
              ))}
            </div>
            <p class="hint">
              {discountPercent === null ? t.noRate : t.rate(String(discountPercent))}
            </p>
          </>
        )}
      </PageBody>
    </>
  )
}

const OfferCard = ({ one, compared, ...page }: Props & { one: Compared }) => {
  const { scope, costs } = page
  const { locale } = scope
  const words = costText(locale)
  const t = words.offers
  const { offer } = one
  const say = (minor: number) => sayWhole(locale, costs.plan, minor)
  const isLowest = compared.length > 1 && compared.every(({ total }) => one.total <= total)
  const rows: [string, string][] = [
    ...one.years.map((year, at): [string, string] => [t.year(String(at + 1)), say(year)]),
    [t.total, say(one.total)],
    [t.present, say(one.present)],
    [
      words.perUser,
      one.perUser === null ? words.unknown : sayAmount(locale, costs.plan, one.perUser),
    ],
    [words.hidden, one.hidden === null ? words.unknown : formatShare(locale, one.hidden)],
  ]
  return (
    <Card title={offer.name} testId="offer">
      <p>
        <Pill text={printChoice(offer.kind, offerChoices, locale)} />{' '}
        {offer.chosenAt && <Pill text={t.chosen} tone="blue" />}{' '}
        {isLowest && <Pill text={t.cheapest} tone="green" />}
      </p>
      {offer.note && <p class="hint">{offer.note}</p>}
      <table class="counts">
        <tbody>
          {rows.map(([label, value]) => (
            <tr class={label === t.total ? 'sum' : undefined}>
              <th scope="row">{label}</th>
              <td class="end">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="actions">
        {page.mayChoose && !offer.chosenAt && (
          <form method="post" action={`${place}/${offer.id}/choose`}>
            <Button small>{t.choose}</Button>
          </form>
        )}
        {page.mayManage && (
          <>
            <LinkButton href={`/rollout/cost/lines/new?offerId=${offer.id}`} icon="plus" small>
              {t.addLine}
            </LinkButton>
            <LinkButton href={`${place}/${offer.id}/edit`} icon="pencil" small>
              {flagsText(locale).register.edit}
            </LinkButton>
          </>
        )}
      </div>
    </Card>
  )
}
