import type { Locale } from '../../core/i18n/locale.ts'
import { Card } from '../../views/card.tsx'
import { flagsText } from '../messages.ts'
import type { Effect } from '../preview.ts'
import { MemberNames } from './member-names.tsx'

type Props = {
  locale: Locale
  effect: Effect
  /** What the module is called, when it is another one than that which is changed. */
  also?: string | undefined
}

/** What a change would mean for one module: how many gain and lose it, and who. */
export const EffectCard = ({ locale, effect, also }: Props) => {
  const t = flagsText(locale).preview
  const total = t.members(effect.members.length)
  const title = titleOf(locale, effect, also)
  const groups = (['gained', 'lost', 'narrowed', 'widened'] as const).filter(
    (group) => effect[group].length > 0,
  )
  return (
    <Card title={title || total} testId="effect">
      <div class="stack">
        {groups.length === 0 && <p>{t.nothing}</p>}
        {groups.map((group) => (
          <section data-testid={group}>
            <h3>{t[group]}</h3>
            <MemberNames locale={locale} members={effect[group]} toLearn={effect.toLearn} />
          </section>
        ))}
        {title && <p class="hint">{total}</p>}
      </div>
    </Card>
  )
}

/** "+7 people · −2 people", after the module's name where it is another one. */
function titleOf(locale: Locale, { gained, lost }: Effect, also: string | undefined): string {
  const t = flagsText(locale).preview
  return [
    also !== undefined && t.also(also),
    gained.length > 0 && t.gain(gained.length),
    lost.length > 0 && t.lose(lost.length),
  ]
    .filter((part) => part !== false)
    .join(' · ')
}
