import { formatNumber } from '../../../core/i18n/format.ts'
import { formatShare } from '../../../core/quality/wording.ts'
import type { Scope } from '../../../core/scope.ts'
import { Card } from '../../../views/card.tsx'
import { PanelItem } from '../../../views/panel.tsx'
import { costText } from '../messages.ts'
import type { KeptHeadcount } from '../reading.ts'

type Props = { scope: Scope; headcounts: readonly KeptHeadcount[]; mayManage: boolean }

/** How many people work with the product from which month on. */
export const HeadcountCard = ({ scope: { locale }, headcounts, mayManage }: Props) => {
  const t = costText(locale)
  const { name, add, from, users, adopters } = t.headcounts
  return (
    <Card
      title={name}
      actions={mayManage && <a href="/rollout/cost/headcounts/new">{add}</a>}
      testId="cost-headcounts"
    >
      {headcounts.length === 0 && <p class="hint">{t.noUsers}</p>}
      {headcounts.map((one) => (
        <PanelItem
          href={mayManage ? `/rollout/cost/headcounts/${one.id}/edit` : undefined}
          title={from(String(one.fromMonth))}
          note={[
            users(formatNumber(locale, one.users)),
            one.adopters === null ? t.noShare : adopters(formatShare(locale, one.adopters)),
          ].join(' · ')}
        />
      ))}
    </Card>
  )
}
