import { LinkButton } from '../../../../views/button.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { Start } from '../../tours/views/start.tsx'
import { TourAsText } from '../../tours/views/tours.tsx'
import { learningText } from '../messages.ts'
import { isUnderWay } from '../taking.ts'
import type { LessonProps } from './lesson.tsx'

/**
 * A tour is done by following it; where a script or a step of it is missing, by reading its text and
 * saying so. Which of the two it was stays on record.
 */
export const TourPart = (props: LessonProps) => {
  const { scope, taking, place, tour } = props
  const { locale } = scope
  const words = learningText(locale)
  const t = words.tour
  const { key } = place.lesson
  const way = taking.ways[key]
  const isDone = taking.done.has(key)
  return (
    <div class="tour-part">
      {isDone && <p role="status">{way ? t.ways[way] : words.isDone}</p>}
      {isDone && isUnderWay(taking) && (
        <p>
          <LinkButton
            kind="primary"
            icon="arrow-right"
            href={`/training/courses/${taking.course.id}`}
          >
            {words.go}
          </LinkButton>
        </p>
      )}
      {!isDone && tour?.told && <p class="hint needs-script">{t.follow}</p>}
      {!isDone && !tour?.told && <p class="hint">{t.gone}</p>}
      {tour?.told && (
        <>
          <p>
            <Start locale={locale} story={tour.told.story} isMain={!isDone} />
          </p>
          <details class="tour-twin" open={!isDone}>
            <summary>{t.asText}</summary>
            <TourAsText locale={locale} tour={tour.told.tour} />
          </details>
        </>
      )}
      {!isDone && <ReadInstead {...props} />}
    </div>
  )
}

/** Offered without scripts, or where somebody cannot see all steps. */
const ReadInstead = ({ scope, taking, place, tour, errors }: LessonProps) => {
  const { locale } = scope
  const t = learningText(locale).tour
  const form = viewText(locale).form
  return (
    <div class={tour?.mayRead ? undefined : 'without-script'} data-testid="tour-read">
      {tour?.told && tour.mayRead && <p class="hint">{t.hidden}</p>}
      <Form
        t={form}
        action={`/training/courses/${taking.course.id}/tour`}
        errors={errors}
        hidden={{ lesson: place.lesson.key }}
        submit={t.submit}
        guard={false}
      >
        <Field t={form} kind="checkbox" name="found" label={t.confirm} error={errors?.found} />
      </Form>
    </div>
  )
}
