import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'
import type { ViewText } from './messages.ts'

/** One sentence per field name; the empty name stands for the form as a whole. */
export type FieldErrors = Readonly<Record<string, string>>

type Props = {
  t: ViewText['form']
  action: string
  /** Unique on the page; a 422 answer swaps the element of this id. */
  id?: string
  errors?: FieldErrors
  /** The record's version as read, for the conflict check. */
  version?: number
  /** A key that makes a second submission of the same form harmless. */
  once?: string
  /** Further hidden fields. */
  hidden?: Readonly<Record<string, string>>
  submit?: string
  submitIcon?: IconName
  danger?: boolean
  cancelHref?: string
  /** The id of what its answer swaps, where that is more than the form. */
  swaps?: string
  /** The form carries files. */
  files?: boolean
  /** An ordinary page load instead of htmx, e.g. where the answer sets who is signed in. */
  plain?: boolean
  /** Ask before somebody leaves with unsaved changes; forms of records do unless told otherwise. */
  guard?: boolean
  /** Next to the submit button. */
  extraActions?: Child
  testId?: string
  children?: Child
}

/**
 * A one-column form; new, edit and error are the same drawing. An answer of 422 comes back with
 * the same form and its errors, and is morphed in, so what was typed, chosen files and passwords
 * included, stays.
 */
export const Form = ({ t, id = 'form', errors = {}, children, ...form }: Props) => (
  <form
    id={id}
    class="form"
    method="post"
    action={form.action}
    novalidate
    enctype={form.files ? 'multipart/form-data' : undefined}
    hx-post={form.plain ? undefined : form.action}
    hx-target={form.swaps && `#${form.swaps}`}
    hx-swap={form.plain ? undefined : 'outerMorph'}
    hx-sync={form.plain ? undefined : 'this:drop'}
    data-guard={(form.guard ?? form.version !== undefined) ? '' : undefined}
    data-testid={form.testId}
  >
    <ErrorSummary t={t} errors={errors} formId={id} />
    {form.version !== undefined && <input type="hidden" name="version" value={form.version} />}
    {form.once && <input type="hidden" name="_once" value={form.once} />}
    {Object.entries(form.hidden ?? {}).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    {children}
    <div class="actions">
      <button
        type="submit"
        class={form.danger ? 'btn btn-danger' : 'btn btn-primary'}
        title={t.saveKey}
        data-save
      >
        {form.submitIcon && <Icon name={form.submitIcon} />}
        {form.submit ?? t.save}
      </button>
      {form.extraActions}
      {form.cancelHref && (
        <a class="btn btn-ghost" href={form.cancelHref}>
          {t.cancel}
        </a>
      )}
    </div>
  </form>
)

type SummaryProps = { t: ViewText['form']; errors: FieldErrors; formId: string }

const ErrorSummary = ({ t, errors, formId }: SummaryProps) => {
  const all = Object.entries(errors)
  if (all.length === 0) return null
  return (
    <div class="error-summary" role="alert" data-testid="errors">
      <p>
        <Icon name="alert-circle" />
        {errors[''] ?? t.problems}
      </p>
      <ul>
        {all
          .filter(([name]) => name !== '')
          .map(([name, sentence]) => (
            <li>
              <a href={`#${fieldId(formId, name)}`}>{sentence}</a>
            </li>
          ))}
      </ul>
    </div>
  )
}

/** The id of a field's control, which labels, errors and the summary's links share. */
export const fieldId = (formId: string, name: string): string => `${formId}-${name}`

/** A titled group of fields; without a label, more of the group before, behind what stands between. */
export const FieldGroup = ({ label, children }: { label?: string; children?: Child }) =>
  label ? (
    <fieldset class="field-group">
      <legend>{label}</legend>
      {children}
    </fieldset>
  ) : (
    <div class="field-group more">{children}</div>
  )
