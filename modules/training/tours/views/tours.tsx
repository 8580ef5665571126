import { formatNumber } from '../../../../core/i18n/format.ts'
import type { Locale } from '../../../../core/i18n/locale.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { sayIn, wordsIn } from '../../courses/content.ts'
import { learningText } from '../../learning/messages.ts'
import { Translated } from '../../learning/views/translated.tsx'
import type { TourContent } from '../content.ts'
import { tourText } from '../messages.ts'
import { anchorNamed } from '../registry.ts'
import type { Tour } from '../tours.ts'
import { Start } from './start.tsx'

/** A tour with what the player shows of it. */
export type Told = { tour: Tour; story: string }

type Props = { locale: Locale; tours: readonly Told[]; shown: Told | undefined }

/** All tours, or one of them as a list to read and to print. */
export const ToursPage = ({ locale, tours, shown }: Props) => {
  const t = tourText(locale).list
  const trail = { href: '/training', label: learningText(locale).title }
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={shown ? sayIn(locale, shown.tour.title) : t.title}
        trail={shown ? [trail, { href: '/training/tours', label: t.title }] : [trail]}
        actions={shown && <Start locale={locale} story={shown.story} />}
      />
      <PageBody>
        {shown ? (
          <>
            <p class="hint screen-only">{t.print}</p>
            <TourAsText locale={locale} tour={shown.tour} />
          </>
        ) : (
          <Card>
            <p class="hint">{t.hint}</p>
            <ul class="courses">
              {tours.map((told) => (
                <TourItem locale={locale} told={told} />
              ))}
            </ul>
          </Card>
        )}
      </PageBody>
    </>
  )
}

/** The text twin of a tour: what “here” is on the page, it says by its name. */
export const TourAsText = ({ locale, tour }: { locale: Locale; tour: TourContent }) => (
  <>
    <Translated locale={locale} texts={tour.steps.map(({ body }) => body)} />
    <ol class="tour-text" data-testid="tour-text">
      {tour.steps.map(({ title, body, anchor }) => {
        const words = wordsIn(locale, body)
        const name = anchor && anchorNamed(anchor)?.name[locale]
        return (
          <li>
            {title && <strong>{sayIn(locale, title)}</strong>}
            <span lang={words.foreign}>{words.text}</span>
            {name && <small>{tourText(locale).list.at(name)}</small>}
          </li>
        )
      })}
    </ol>
  </>
)

const TourItem = ({ locale, told: { tour, story } }: { locale: Locale; told: Told }) => {
  const t = tourText(locale).list
  const href = `/training/tours?show=${tour.code}`
  return (
    <li>
      <div class="what">
        <a href={href}>{sayIn(locale, tour.title)}</a>
        <small>{t.steps(formatNumber(locale, tour.steps.length))}</small>
      </div>
      <LinkButton small kind="quiet" href={href}>
        {t.asText}
      </LinkButton>
      <Start locale={locale} story={story} />
    </li>
  )
}
