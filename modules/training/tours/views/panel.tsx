import type { Errors, Raw } from '../../../../core/http/form.ts'
import { formatNumber } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Button, LinkButton } from '../../../../views/button.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { sayIn } from '../../courses/content.ts'
import { tourText } from '../messages.ts'
import type { WrittenTour } from '../reading.ts'
import { isGraveForTour, tourWarnings } from '../warnings.ts'
import { sayTourWarning } from '../wording.ts'
import { type Preview, PreviewForm } from './preview.tsx'
import { StepFields } from './step-fields.tsx'
import { StepList } from './steps.tsx'

export type PanelProps = {
  scope: Scope
  tour: WrittenTour
  /** The page that the tour is written on. */
  here: string
  raw: Raw
  errors?: Errors | undefined
  /** The step that is being changed; a new one without it. */
  step?: string | undefined
  once: string
  preview: Preview
}

/** Writing a tour over the page itself: scripts lay it beside the page and fill in what is clicked. */
export const TourPanel = (props: PanelProps) => {
  const { scope, tour, here, raw, errors = {}, step, once } = props
  const { locale } = scope
  const t = tourText(locale).studio
  const base = `/training/studio/tours/${tour.id}`
  const panel = `${base}/panel?at=${encodeURIComponent(here)}`
  const at = tour.draft.steps.findIndex(({ key }) => key === step)
  return (
    <aside id="tour-editor" class="tour-editor" aria-label={t.panel} data-here={here}>
      <header>
        <h2>{sayIn(locale, tour.draft.title)}</h2>
        <LinkButton small href={base} testId="leave-editor">
          {t.leave}
        </LinkButton>
      </header>
      <p class="hint">{t.pointHint}</p>
      <p class="needs-script">
        <button type="button" class="btn btn-sm" aria-pressed="true" data-tour-points>
          {t.point}
        </button>
      </p>
      <StepList {...{ locale, tour, here }} editHref={(key) => `${panel}&key=${key}`} />
      <h3>{at < 0 ? t.newStep : t.editStep(formatNumber(locale, at + 1))}</h3>
      <Form
        t={viewText(locale).form}
        id="step"
        action={`${base}/step${step ? `?key=${step}` : ''}`}
        errors={errors}
        version={tour.version}
        once={once}
        hidden={{ stay: here }}
        submit={t.saveStep}
        plain
        testId="step-form"
      >
        <StepFields {...{ locale, raw, errors }} path={here} />
      </Form>
      {step && (
        <p>
          <Button form="step-anew" small kind="quiet">
            {t.addStep}
          </Button>
        </p>
      )}
      <form id="step-anew" method="get" action={`${base}/panel`}>
        <input type="hidden" name="at" value={here} />
      </form>
      <h3>{t.preview}</h3>
      <PreviewForm {...props} action={`${base}/panel`} />
      <PanelWarnings {...props} />
    </aside>
  )
}

const PanelWarnings = ({ scope: { locale }, tour }: PanelProps) => {
  const t = tourText(locale).studio
  const warnings = tourWarnings(tour.draft)
  return (
    <section data-testid="panel-warnings">
      <h3>{t.warnings}</h3>
      {warnings.length === 0 && <p class="good">{t.fine}</p>}
      <ul class="bullets">
        {warnings.map((one) => (
          <li class={isGraveForTour(one) ? 'late' : undefined}>{sayTourWarning(locale, one)}</li>
        ))}
      </ul>
    </section>
  )
}
