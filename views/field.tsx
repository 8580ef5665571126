import type { Child } from 'hono/jsx'
import { Control } from './control.tsx'
import { fieldId } from './form.tsx'
import type { ViewText } from './messages.ts'

export type Option = { value: string; label: string; note?: string; disabled?: boolean }

export type TextKind =
  | 'text'
  | 'number'
  | 'money'
  | 'date'
  | 'datetime'
  | 'time'
  | 'tel'
  | 'email'
  | 'url'
  | 'password'
  | 'tags'

/** What every field may carry. */
type Common = {
  t: ViewText['form']
  /** The form's id, when it is not "form". */
  form?: string
  name: string
  label: string
  /** A sentence below the label. */
  hint?: string
  /** A sentence that names the field and the cure. */
  error?: string
  required?: boolean
  disabled?: boolean
  /** Gets the focus when the page opens. */
  focus?: boolean
}

type Texts = Common & {
  value?: string
  autocomplete?: string
  placeholder?: string
}

/** Every kind of field; value is always the raw text as typed. */
export type FieldProps =
  | (Texts & {
      kind: TextKind
      unit?: string
      suggestions?: readonly string[]
      /** Where names to offer are asked for, with what was typed under the field's own name. */
      names?: string
      /** Another field of the form whose value is sent along. */
      namesWith?: string
    })
  | (Texts & { kind: 'textarea'; rows?: number })
  | (Common & { kind: 'file'; accept?: string; multiple?: boolean })
  | (Common & { kind: 'checkbox'; checked?: boolean; value?: string })
  | (Common & { kind: 'toggle'; checked?: boolean; value?: string })
  | (Common & {
      /** select: a short list; person: a long one that scripts make searchable; radio: chips. */
      kind: 'select' | 'person' | 'radio'
      value?: string
      options: readonly Option[]
      /** Words of the empty choice; without it the first option is the default. */
      none?: string
    })
  | (Common & { kind: 'choices'; values: readonly string[]; options: readonly Option[] })

const grouped = new Set<FieldProps['kind']>(['radio', 'choices'])
const inline = new Set<FieldProps['kind']>(['checkbox', 'toggle'])

/** A label, its control, a hint and an error, tied together for eyes and for screen readers. */
export const Field = (field: FieldProps) => {
  const id = fieldId(field.form ?? 'form', field.name)
  const described = [field.hint && `${id}-hint`, field.error && `${id}-error`].filter(Boolean)
  const describedBy = described.length > 0 ? described.join(' ') : undefined
  const control = <Control field={field} id={id} describedBy={describedBy} />
  if (grouped.has(field.kind))
    return (
      <fieldset
        id={id}
        tabindex={-1}
        class={field.error ? 'field wrong' : 'field'}
        data-tour={`field.${field.name}`}
        aria-describedby={describedBy}
      >
        <legend>
          <Label field={field} />
        </legend>
        <Notes field={field} id={id}>
          {control}
        </Notes>
      </fieldset>
    )
  return (
    <div class={field.error ? 'field wrong' : 'field'} data-tour={`field.${field.name}`}>
      {inline.has(field.kind) ? (
        <label class="check-line" for={id}>
          {control}
          <Label field={field} />
        </label>
      ) : (
        <label for={id}>
          <Label field={field} />
        </label>
      )}
      <Notes field={field} id={id}>
        {inline.has(field.kind) ? null : control}
      </Notes>
    </div>
  )
}

const Label = ({ field }: { field: FieldProps }) => (
  <>
    {field.label}
    {field.required && (
      <span class="required" title={field.t.required}>
        *
      </span>
    )}
  </>
)

type NotesProps = { field: FieldProps; id: string; children?: Child }

const Notes = ({ field, id, children }: NotesProps) => (
  <>
    {field.hint && (
      <p class="hint" id={`${id}-hint`}>
        {field.hint}
      </p>
    )}
    {children}
    {field.error && (
      <p class="error" id={`${id}-error`}>
        {field.error}
      </p>
    )}
  </>
)
