import type { Locale } from '../../../core/i18n/locale.ts'
import { Card } from '../../../views/card.tsx'
import { PanelItem } from '../../../views/panel.tsx'
import { sayValue } from '../../evidence/wording.ts'
import { type Fallen, mostFallen } from '../fallen.ts'
import { gatesText } from '../messages.ts'

/** Figures that have got worse since the last review; each decision here sets work for them. */
export const FallenCard = ({ locale, fallen }: { locale: Locale; fallen: readonly Fallen[] }) => {
  const t = gatesText(locale)
  return (
    <Card title={t.fallen} testId="fallen">
      <p class="hint">{t.fallenText(String(mostFallen))}</p>
      {fallen.map(({ metric, before, now }) => (
        <PanelItem
          href={`/rollout/evidence/${metric.code}`}
          title={metric.title[locale]}
          note={t.fell(sayValue(locale, metric, before), sayValue(locale, metric, now))}
        />
      ))}
    </Card>
  )
}
