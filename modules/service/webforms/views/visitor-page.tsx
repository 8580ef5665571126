import type { Errors, Raw } from '../../../../core/http/form.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { webFormText } from '../messages.ts'
import type { WebForm } from '../web-forms.ts'

type Props = { form: WebForm; raw: Raw; errors?: Errors; once: string }

const hrefOf = ({ key }: Pick<WebForm, 'key'>): string => `/portal/forms/${key}`

/** The form as visitors see it, in its own language. */
export const VisitorPage = ({ form, raw, errors = {}, once }: Props) => {
  const { language, name, intro, consent, closedAt } = form
  const t = webFormText(language).visitor
  if (closedAt)
    return (
      <>
        <h1>{name}</h1>
        <p>{t.closed}</p>
      </>
    )
  const view = viewText(language).form
  const field = (given: string) => ({
    ...{ t: view, name: given, value: raw[given], error: errors[given], required: true },
  })
  return (
    <div lang={language} class="stack">
      <h1>{name}</h1>
      {intro && <p class="plain">{intro}</p>}
      <Form t={view} action={hrefOf(form)} errors={errors} once={once} submit={t.send} plain>
        <Field {...field('name')} kind="text" label={t.yourName} autocomplete="name" />
        <Field
          {...field('email')}
          kind="email"
          label={t.email}
          hint={t.emailHint}
          autocomplete="email"
        />
        <Field {...field('subject')} kind="text" label={t.subject} />
        <Field {...field('text')} kind="textarea" label={t.text} rows={6} />
        <div class="sr-only" aria-hidden="true">
          <label>
            {t.website}
            <input name="website" tabindex={-1} autocomplete="off" />
          </label>
        </div>
        <p class="hint plain">{consent}</p>
        <Field
          {...field('agree')}
          kind="checkbox"
          label={t.agree}
          checked={raw.agree === 'yes'}
          value="yes"
        />
      </Form>
    </div>
  )
}

/** That it has arrived, with the number to ask by. */
export const SentPage = ({ form, number }: { form: WebForm; number?: string }) => {
  const t = webFormText(form.language).visitor
  return (
    <div lang={form.language} class="stack">
      <h1>{form.name}</h1>
      <p role="status" data-testid="sent">
        {form.thanks || t.thanks} {number && t.number(number)}
      </p>
      <p>
        <LinkButton href={hrefOf(form)}>{t.another}</LinkButton>
      </p>
    </div>
  )
}
