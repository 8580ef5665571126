import type { Department } from '../../../core/access/department-tree.ts'
import type { Raw } from '../../../core/http/form.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { Empty } from '../../../views/empty.tsx'
import { Field } from '../../../views/field.tsx'
import type { FieldErrors } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import type { Rounds } from '../../surveys/rounds.ts'
import { OpenForm, OpenRound, RoundTabs } from '../../surveys/views/rounds.tsx'
import type { Claim } from '../claims.ts'
import { readinessText } from '../messages.ts'
import type { Closed } from '../reading.ts'
import { Results } from './results.tsx'

export type ReadinessProps = {
  locale: Locale
  timeZone: string
  rounds: Rounds
  closed: Closed | undefined
  claims: readonly Claim[]
  departments: readonly Department[]
  raw: Raw
  errors?: FieldErrors
  once: string
  mayManage: boolean
}

const place = '/rollout/readiness'

/** How ready the firm is: the round that is open, and what the last one said. */
export const ReadinessPage = (props: ReadinessProps) => {
  const { locale, timeZone, rounds, closed, raw, errors, once, mayManage } = props
  const { open } = rounds
  const t = readinessText(locale)
  return (
    <>
      <PageHead t={viewText(locale).page} title={t.title} />
      <PageBody wide>
        <div class="stack">
          <OpenRound {...{ locale, place, rounds, mayManage }} />
          <RoundTabs {...{ locale, timeZone, place, rounds }} />
          {!open && !closed && (
            <Empty icon="checklist" title={t.none} text={mayManage ? t.noneText : t.noneReader} />
          )}
          {closed && <Results {...props} closed={closed} />}
          {!open && mayManage && (
            <OpenForm {...{ locale, place, raw, errors, once }}>
              <Field
                t={viewText(locale).form}
                name="questions"
                kind="radio"
                label={t.form}
                value={raw.questions}
                error={errors?.questions}
                options={(['full', 'short'] as const).map((form) => ({
                  value: form,
                  label: t.forms[form],
                }))}
              />
            </OpenForm>
          )}
          <p class="hint">{t.about}</p>
        </div>
      </PageBody>
    </>
  )
}
