import type { Locale } from '../../../../core/i18n/locale.ts'
import { Button } from '../../../../views/button.tsx'
import { sayIn } from '../../courses/content.ts'
import { tourText } from '../messages.ts'
import type { Told } from './tours.tsx'

type Props = { locale: Locale; told: Told; path: string }

/** What scripts show on the page that a tour is offered on; it waits in a corner and takes no focus. */
export const TourOffer = ({ locale, told: { tour, story }, path }: Props) => {
  const t = tourText(locale).offer
  const title = t.title(sayIn(locale, tour.title))
  return (
    <aside id="tour-offer" class="tour-offer" aria-label={title}>
      <p>{title}</p>
      <form method="post" action="/training/tours/offers/reply" class="actions">
        <input type="hidden" name="code" value={tour.code} />
        <input type="hidden" name="at" value={path} />
        <span data-start-tour={story}>
          <Button kind="primary" small icon="route" name="reply" value="take">
            {t.take}
          </Button>
        </span>
        <Button small name="reply" value="tomorrow">
          {t.tomorrow}
        </Button>
        <Button small name="reply" value="week">
          {t.nextWeek}
        </Button>
        <Button small kind="quiet" name="reply" value="never">
          {t.never}
        </Button>
      </form>
    </aside>
  )
}
