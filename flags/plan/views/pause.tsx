import type { Locale } from '../../../core/i18n/locale.ts'
import { Button } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { planText } from '../messages.ts'

/** Pausing the rollout, or going on with it, with a reason. */
export const PauseCard = ({ locale, paused }: { locale: Locale; paused: boolean }) => {
  const t = planText(locale)
  return (
    <Card title={paused ? t.resume : t.pause} testId="pause">
      <form method="post" action="/rollout/plan/pause" class="stack">
        <p class="hint">{t.pauseText}</p>
        <input type="hidden" name="pause" value={paused ? 'no' : 'yes'} />
        <div class="inline-form">
          <input
            class="input"
            type="text"
            name="reason"
            maxlength={500}
            required
            aria-label={t.reason}
            placeholder={t.reason}
          />
          <Button icon={paused ? 'player-play' : 'player-pause'}>
            {paused ? t.resume : t.pause}
          </Button>
        </div>
      </form>
    </Card>
  )
}
