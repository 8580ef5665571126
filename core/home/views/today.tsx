import { LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Empty } from '../../../views/empty.tsx'
import { Icon } from '../../../views/icon.tsx'
import type { Markup } from '../../../views/markup.ts'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import type { Locale } from '../../i18n/locale.ts'
import type { Stopped } from '../../stopped.ts'
import type { Step } from '../checklist.ts'
import { homeText } from '../messages.ts'

type Props = {
  locale: Locale
  userName: string
  steps: readonly Step[]
  cards: readonly Markup[]
  anythingOn: boolean
  /** A module that was stopped where they are. */
  stopped?: Stopped | undefined
  /** Who can say more; left out for those who open the modules themselves. */
  ask?: string
  /** The company's time zone and currency, for whoever may change them. */
  place?: { timeZone: string; currency: string }
}

/** What waits for a person: the set-up for administrators, then a card per module. */
export const TodayPage = ({
  locale,
  userName,
  steps,
  cards,
  anythingOn,
  stopped,
  ask,
  place,
}: Props) => {
  const t = homeText(locale)
  const off = viewText(locale).moduleOff
  const open = steps.some((step) => !step.done)
  return (
    <>
      <PageHead t={viewText(locale).page} title={t.hello(userName)} />
      <PageBody wide={!open}>
        {open && <Checklist locale={locale} steps={steps} place={place} />}
        {cards.length > 0 && <div class="cards">{cards}</div>}
        {cards.length === 0 && !open && (
          <Empty
            icon={anythingOn ? 'circle-check' : stopped ? 'player-pause' : 'route'}
            {...(anythingOn
              ? { title: t.nothingWaits, text: t.nothingWaitsText }
              : stopped
                ? {
                    title: off.stoppedTitle(stopped.title),
                    text: off.stoppedText(stopped.everybody, stopped.need),
                  }
                : { title: t.nothingOn, text: ask ? t.nothingOnText(ask) : t.openSome })}
            action={
              !anythingOn && !ask && <LinkButton href="/admin/modules">{t.modules}</LinkButton>
            }
          />
        )}
      </PageBody>
    </>
  )
}

const Checklist = ({ locale, steps, place }: Pick<Props, 'locale' | 'steps' | 'place'>) => {
  const t = homeText(locale)
  return (
    <Card title={t.checklist} testId="checklist">
      <p>{t.checklistIntro}</p>
      <ol class="steps">
        {steps.map((step) => (
          <li class={step.done ? 'done' : undefined}>
            <Icon name={step.done ? 'circle-check' : 'circle'} />
            <span>
              <a href={step.href}>{t.steps[step.key].title}</a>
              <small>{step.done ? t.done : t.steps[step.key].text}</small>
            </span>
          </li>
        ))}
      </ol>
      {place && (
        <p class="hint prose">
          {t.place(place.timeZone, place.currency)} <a href="/admin/company">{t.changePlace}</a>
        </p>
      )}
    </Card>
  )
}
