import { Field } from '../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { Stats } from '../../../views/stat.tsx'
import type { Colleague } from '../../access/directory.ts'
import { accessText } from '../../access/messages.ts'
import type { Raw } from '../../http/form.ts'
import { formatNumber } from '../../i18n/format.ts'
import type { Locale } from '../../i18n/locale.ts'
import { type Counted, totalOf } from '../estates.ts'
import { handoverText } from '../messages.ts'

type Props = {
  locale: Locale
  person: { id: string; name: string }
  counted: readonly Counted[]
  colleagues: readonly Colleague[]
  raw: Raw
  errors: FieldErrors
  once: string
}

/** Asks to whom all that a person has is to go. */
export const HandoverForm = ({ locale, person, counted, colleagues, raw, errors, once }: Props) => {
  const t = handoverText(locale)
  const view = viewText(locale)
  const here = `/admin/people/${person.id}`
  return (
    <>
      <PageHead
        t={view.page}
        title={t.title(person.name)}
        trail={[
          { href: '/admin/people', label: accessText(locale).people.title },
          { href: here, label: person.name },
        ]}
      />
      <PageBody>
        <div class="stack">
          <Stats
            stats={counted.map(({ estate, count }) => ({
              label: estate.title[locale],
              value: formatNumber(locale, count),
            }))}
          />
          {totalOf(counted) === 0 ? (
            <p>{t.nothing}</p>
          ) : (
            <Form
              t={view.form}
              action={`${here}/hand-over`}
              errors={errors}
              once={once}
              submit={t.submit}
              submitIcon="user-share"
              cancelHref={here}
              testId="hand-over"
            >
              <p>{t.text}</p>
              <Field
                t={view.form}
                kind="person"
                name="to"
                label={t.to}
                hint={t.toHint}
                value={raw.to}
                none=""
                required
                options={colleagues
                  .filter(({ id, left }) => !left && id !== person.id)
                  .map(({ id, name }) => ({ value: id, label: name }))}
                error={errors.to}
              />
              <Field
                t={view.form}
                kind="text"
                name="note"
                label={t.note}
                value={raw.note}
                error={errors.note}
              />
            </Form>
          )}
        </div>
      </PageBody>
    </>
  )
}
