import type { Locale } from '../../../core/i18n/locale.ts'
import { printDate } from '../../../core/values/date.ts'
import { LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { PanelItem } from '../../../views/panel.tsx'
import type { BusyTime } from '../busy.ts'
import { riskText } from '../messages.ts'

type Props = { locale: Locale; busy: readonly BusyTime[]; mayManage: boolean }

/** When nobody has time for anything new. */
export const BusyCard = ({ locale, busy, mayManage }: Props) => {
  const t = riskText(locale).busy
  return (
    <Card
      title={t.title}
      testId="busy"
      actions={
        mayManage && (
          <LinkButton href="/rollout/risks/busy/new" icon="plus" small>
            {t.add}
          </LinkButton>
        )
      }
    >
      <p class="hint">{t.text}</p>
      {busy.map(({ id, name, startsOn, endsOn }) => (
        <PanelItem
          href={mayManage ? `/rollout/risks/busy/${id}/edit` : undefined}
          title={name}
          note={`${printDate(startsOn, locale)} – ${printDate(endsOn, locale)}`}
        />
      ))}
    </Card>
  )
}
