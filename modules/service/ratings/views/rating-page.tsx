import type { Host } from '../../../../core/http/site.ts'
import type { Locale } from '../../../../core/i18n/locale.ts'
import { Button, LinkButton } from '../../../../views/button.tsx'
import { Field } from '../../../../views/field.tsx'
import { viewText } from '../../../../views/messages.ts'
import type { AskedRating } from '../answering.ts'
import { ratingText } from '../messages.ts'

/** What just came of it. */
export type Said = 'thanks' | 'kept'

type Props = {
  locale: Locale
  asked?: AskedRating
  said?: Said
  action: string
  /** Where whoever has no good link finds help. */
  home?: Host['home']
}

/** Asks a customer how a ticket went: one tap, and words for whoever wants. */
export const RatingPage = ({ locale, asked, said, action, home }: Props) => {
  const t = ratingText(locale).page
  if (!asked)
    return (
      <div class="reading">
        <h1>{t.title}</h1>
        <p class="late">{t.gone}</p>
        {home && (
          <div class="actions">
            <LinkButton href={home.href}>{home.label}</LinkButton>
          </div>
        )}
      </div>
    )
  return (
    <div class="reading">
      <h1>{t.title}</h1>
      <p class="hint">{t.about(asked.number, asked.subject)}</p>
      {asked.score === null ? (
        <Scores locale={locale} action={action} />
      ) : (
        <>
          <p role="status" data-testid="rated">
            {sayAnswered(locale, asked.score, said)}
          </p>
          {asked.comment === '' && <Words locale={locale} action={action} />}
        </>
      )}
    </div>
  )
}

function sayAnswered(locale: Locale, score: number, said?: Said): string {
  const t = ratingText(locale).page
  if (said === 'kept') return t.kept
  if (said === undefined) return t.already(String(score))
  return score <= 2 ? t.thanksLow : t.thanks
}

/** Five buttons, each of which is the whole answer. */
const Scores = ({ locale, action }: { locale: Locale; action: string }) => {
  const { page: t, scores } = ratingText(locale)
  return (
    <form class="form" method="post" action={action}>
      <p>{t.ask}</p>
      <div class="actions" data-testid="scores">
        {(['5', '4', '3', '2', '1'] as const).map((score) => (
          <Button name="score" value={score}>
            {score} · {scores[score]}
          </Button>
        ))}
      </div>
      <Comment locale={locale} />
    </form>
  )
}

/** Words to a score that was given already. */
const Words = ({ locale, action }: { locale: Locale; action: string }) => (
  <form class="form" method="post" action={action}>
    <Comment locale={locale} />
    <div class="actions">
      <Button kind="primary">{ratingText(locale).page.send}</Button>
    </div>
  </form>
)

const Comment = ({ locale }: { locale: Locale }) => (
  <Field
    t={viewText(locale).form}
    kind="textarea"
    name="comment"
    rows={3}
    label={ratingText(locale).page.comment}
  />
)
