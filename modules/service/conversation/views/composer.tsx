import type { Child } from 'hono/jsx'
import { largestFile } from '../../../../core/attachments/attachments.ts'
import { printSize } from '../../../../core/attachments/size.ts'
import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { inUse } from '../../states/reading.ts'
import type { State } from '../../states/state-types.ts'
import { conversationText } from '../messages.ts'

/** The kinds in the order in which one writes them most. */
export const writtenKinds = ['answer', 'note', 'customer'] as const

type Props = {
  scope: Scope
  /** The address of the ticket. */
  href: string
  states: readonly State[]
  once: string
  /** Whether nothing is to be done any more: then an answer leaves the state as it is. */
  isDone?: boolean
  /** The newest message on the page, so that nobody answers past a colleague. */
  seen: string
  raw?: Raw
  errors?: Errors
  /** Why an answer is not sent, in words. */
  unsent?: string
  /** What helps to write, such as saved replies. */
  children?: Child
}

/** Where one answers, notes something for colleagues, or writes down what the customer said. */
export const Composer = ({
  scope,
  href,
  states,
  once,
  isDone,
  seen,
  raw = {},
  errors = {},
  unsent,
  children,
}: Props) => {
  const { form } = viewText(scope.locale)
  const t = conversationText(scope.locale).write
  const shared = { t: form, form: 'compose' }
  return (
    <Form
      t={form}
      id="compose"
      action={`${href}/messages`}
      once={once}
      hidden={{ seen }}
      errors={errors}
      submit={unsent ? t.put : t.submit}
      submitIcon={unsent ? 'note' : 'send'}
      testId="compose-form"
      files
      guard
    >
      <div class="composing" hx-post={`${href}/draft`} hx-trigger="input delay:2s" hx-swap="none">
        <Field
          {...shared}
          kind="radio"
          name="kind"
          label={t.kind}
          value={raw.kind ?? 'answer'}
          options={writtenKinds.map((value) => ({ value, label: t.kinds[value] }))}
          error={errors.kind}
        />
        {unsent && (
          <p class="hint" role="note" data-testid="unsent">
            {unsent}
          </p>
        )}
        {children}
        <Field
          {...shared}
          kind="textarea"
          name="text"
          rows={6}
          label={t.text}
          hint={t.textHint}
          placeholder={t.placeholder}
          value={raw.text}
          error={errors.text}
          required
        />
      </div>
      <Field
        {...shared}
        kind="select"
        name="next"
        label={t.next}
        value={raw.next}
        none={isDone ? t.nextStays : t.nextUsual}
        options={inUse(states).map(({ id, name }) => ({ value: id, label: name }))}
        error={errors.next}
      />
      <Field
        {...shared}
        kind="file"
        name="file"
        multiple
        label={t.file}
        hint={t.fileHint(printSize(scope.locale, largestFile))}
        error={errors.file}
      />
    </Form>
  )
}
