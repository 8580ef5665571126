import type { Errors, Raw } from '../../../../core/http/form.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import type { ReadForm } from '../languages.ts'
import { webFormText } from '../messages.ts'

type Props = { form: ReadForm; raw: Raw; errors?: Errors; once: string }

/** The address of a form, in the language it is read in. */
const hrefOf = ({ key, language, reads }: ReadForm): string =>
  `/portal/forms/${key}${reads === language ? '' : `?lang=${reads}`}`

/** The form as visitors see it: what the company wrote in its own language, all else in theirs. */
export const VisitorPage = ({ form, raw, errors = {}, once }: Props) => {
  const { language, reads, name, intro, consent, consentIn, closedAt } = form
  const t = webFormText(reads).visitor
  if (closedAt)
    return (
      <>
        <h1 lang={language}>{name}</h1>
        <p>{t.closed}</p>
      </>
    )
  const view = viewText(reads).form
  const field = (given: string) => ({
    ...{ t: view, name: given, value: raw[given], error: errors[given], required: true },
  })
  return (
    <div class="stack">
      <h1 lang={language}>{name}</h1>
      {intro && (
        <p class="plain" lang={language}>
          {intro}
        </p>
      )}
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
        <p class="hint plain" lang={consentIn}>
          {consent}
        </p>
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
export const SentPage = ({ form, number }: { form: ReadForm; number?: string }) => {
  const t = webFormText(form.reads).visitor
  return (
    <div class="stack">
      <h1 lang={form.language}>{form.name}</h1>
      <p role="status" data-testid="sent">
        {form.thanks ? <span lang={form.language}>{form.thanks}</span> : t.thanks}{' '}
        {number && t.number(number)}
      </p>
      <p>
        <LinkButton href={hrefOf(form)}>{t.another}</LinkButton>
      </p>
    </div>
  )
}
