import { LinkButton } from '../../../views/button.tsx'
import { Panel, PanelItem } from '../../../views/panel.tsx'
import { formatDay, formatNumber } from '../../i18n/format.ts'
import type { Locale } from '../../i18n/locale.ts'
import { type Counted, totalOf } from '../estates.ts'
import { handoverText } from '../messages.ts'
import { numberOf, type Receipt } from '../receipts.ts'

type Props = {
  locale: Locale
  timeZone: string
  person: { id: string; disabledAt: Date | null }
  estates: readonly Counted[]
  receipts: readonly Receipt[]
}

/** What a person has, the way to hand it over, and the receipts of what they handed over before. */
export const EstatePanel = ({ locale, timeZone, person, estates, receipts }: Props) => {
  const t = handoverText(locale)
  const total = totalOf(estates)
  if (total === 0 && receipts.length === 0) return null
  return (
    <Panel title={t.receipts}>
      {total > 0 && (
        <>
          <p>
            {t.left}{' '}
            {estates
              .filter(({ count }) => count > 0)
              .map(({ estate, count }) => `${estate.title[locale]} ${formatNumber(locale, count)}`)
              .join(' · ')}
          </p>
          <LinkButton
            href={`/admin/people/${person.id}/hand-over`}
            icon="user-share"
            kind={person.disabledAt ? 'primary' : 'plain'}
            small
          >
            {t.action}
          </LinkButton>
        </>
      )}
      {receipts.map((receipt) => (
        <PanelItem
          href={`/admin/handovers/${receipt.id}`}
          title={`${t.receipt} ${numberOf(receipt)}`}
          note={`${receipt.to.name} · ${formatDay(timeZone, receipt.at)}`}
        />
      ))}
    </Panel>
  )
}
