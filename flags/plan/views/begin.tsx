import type { Member } from '../../../core/access/members.ts'
import type { Raw } from '../../../core/http/form.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { Empty } from '../../../views/empty.tsx'
import { Field } from '../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { planText } from '../messages.ts'
import { type Size, sizes, weeksOf } from '../stages.ts'

type Props = {
  locale: Locale
  people: readonly Member[]
  raw: Raw
  errors?: FieldErrors
  once: string
  mayManage: boolean
}

const weeks = (size: Size): number =>
  Object.values(weeksOf).reduce((sum, stage) => sum + stage[size], 0)

/** Where no plan is yet: what one is, and the form that begins it. */
export const BeginPage = ({ locale, people, raw, errors = {}, once, mayManage }: Props) => {
  const t = planText(locale)
  const view = viewText(locale)
  const options = people.map(({ id, name }) => ({ value: id, label: name }))
  const field = (name: string) => ({ t: view.form, name, value: raw[name], error: errors[name] })
  return (
    <>
      <PageHead t={view.page} title={t.title} />
      <PageBody>
        <Empty icon="route" title={t.none} text={mayManage ? t.noneText : t.noneReader} />
        {mayManage && (
          <Form
            t={view.form}
            action="/rollout/plan"
            errors={errors}
            once={once}
            submit={t.begin}
            testId="begin-form"
          >
            <p class="hint">{t.beginText(String(people.length))}</p>
            <Field
              {...field('sponsor')}
              kind="person"
              label={t.sponsor}
              hint={t.sponsorHint}
              required
              none=""
              options={options}
            />
            <Field
              {...field('lead')}
              kind="person"
              label={t.lead}
              hint={t.leadHint}
              required
              none=""
              options={options}
            />
            <Field {...field('startsOn')} kind="date" label={t.startsOn} required />
            <Field
              {...field('size')}
              kind="radio"
              label={t.size}
              options={sizes.map((size) => ({
                value: String(size),
                label: t.sizeOf(String(size)),
                note: t.sizeNote(String(weeks(size))),
              }))}
            />
          </Form>
        )}
      </PageBody>
    </>
  )
}
