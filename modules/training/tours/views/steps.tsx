import type { Locale } from '../../../../core/i18n/locale.ts'
import { Button } from '../../../../views/button.tsx'
import { sayIn } from '../../courses/content.ts'
import { tourText } from '../messages.ts'
import type { WrittenTour } from '../reading.ts'
import { currentAnchor, sayAnchor } from '../registry.ts'

type Props = {
  locale: Locale
  tour: WrittenTour
  /** Where a step is edited. */
  editHref: (key: string) => string
  /** The page that the tour is written on; its forms lead back there. */
  here?: string | undefined
}

/** The steps in their order, each to be edited, moved or taken out. */
export const StepList = ({ locale, tour, editHref, here }: Props) => {
  const t = tourText(locale).studio
  const base = `/training/studio/tours/${tour.id}`
  const deed = (what: 'raise' | 'lower' | 'remove', key: string, label: string) => (
    <form method="post" action={`${base}/${what}`}>
      <input type="hidden" name="key" value={key} />
      {here && <input type="hidden" name="stay" value={here} />}
      <Button small kind="quiet">
        {label}
      </Button>
    </form>
  )
  return (
    <ol class="courses tour-steps" data-testid="steps">
      {tour.draft.steps.map(({ key, title, body, anchor, path }, at) => (
        <li data-step-anchor={anchor && currentAnchor(anchor)} data-step={at + 1}>
          <div class="what">
            <a href={editHref(key)}>
              {at + 1}. {sayIn(locale, title ?? body)}
            </a>
            <small>
              {[anchor && sayAnchor(locale, anchor), path && (path === here ? t.here : path)]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </div>
          {at > 0 && deed('raise', key, t.raise)}
          {at < tour.draft.steps.length - 1 && deed('lower', key, t.lower)}
          {deed('remove', key, t.remove)}
        </li>
      ))}
    </ol>
  )
}
