import { Choices, Picker } from './choices.tsx'
import type { FieldProps, TextKind } from './field.tsx'
import { Icon } from './icon.tsx'

type Props = { field: FieldProps; id: string; describedBy?: string }

/**
 * How browsers should treat each kind. Numbers, money and dates stay plain text on purpose: people
 * type 1.2万, ２０２６ and 2026年3月5日, and a typed control would throw that away unread.
 */
const inputs: Record<TextKind, { type: string; inputmode?: 'decimal'; dir?: 'ltr' }> = {
  text: { type: 'text' },
  number: { type: 'text', inputmode: 'decimal' },
  money: { type: 'text', inputmode: 'decimal' },
  date: { type: 'text' },
  datetime: { type: 'text' },
  time: { type: 'text' },
  tel: { type: 'tel', dir: 'ltr' },
  email: { type: 'email', dir: 'ltr' },
  url: { type: 'url', dir: 'ltr' },
  password: { type: 'password' },
  tags: { type: 'text' },
}

/** The control of a field alone; Field adds the label and the sentences. */
export const Control = ({ field, id, describedBy }: Props) => {
  const shared = {
    id,
    name: field.name,
    required: field.required,
    disabled: field.disabled,
    autofocus: field.focus || field.error !== undefined,
    'aria-invalid': field.error ? 'true' : undefined,
    'aria-describedby': describedBy,
  }
  switch (field.kind) {
    case 'textarea':
      return (
        <textarea
          {...shared}
          class="textarea"
          rows={field.rows ?? 4}
          placeholder={field.placeholder}
        >
          {`\n${field.value ?? ''}`}
        </textarea>
      )
    case 'file':
      return (
        <span class="drop-zone" data-drop-zone>
          <Icon name="upload" />
          <span class="needs-script" data-file-name={field.t.drop}>
            {field.t.drop}
          </span>
          <input {...shared} type="file" accept={field.accept} multiple={field.multiple} />
        </span>
      )
    case 'checkbox':
    case 'toggle':
      return (
        <input
          {...shared}
          type="checkbox"
          class={field.kind}
          value={field.value ?? 'on'}
          checked={field.checked}
        />
      )
    case 'select':
    case 'person':
      return <Picker {...shared} field={field} />
    case 'radio':
    case 'choices':
      return <Choices field={field} id={id} />
    default:
      return <TextInput field={field} shared={shared} />
  }
}

type TextField = Extract<FieldProps, { kind: TextKind }>

const TextInput = ({ field, shared }: { field: TextField; shared: { id: string } }) => {
  const look = inputs[field.kind]
  const listId = field.suggestions && `${shared.id}-list`
  return (
    <span class={`input ${field.kind}`}>
      <input
        {...shared}
        {...look}
        value={field.kind === 'password' ? undefined : field.value}
        autocomplete={field.autocomplete ?? 'off'}
        placeholder={field.placeholder}
        list={listId}
        data-names={field.names}
        data-names-with={field.namesWith}
        spellcheck={field.kind === 'text' ? undefined : false}
      />
      {field.unit && <span class="unit">{field.unit}</span>}
      {field.kind === 'date' && (
        <button
          type="button"
          class="ghost-icon needs-script"
          data-pick-date
          aria-label={`${field.t.pickDate}: ${field.label}`}
        >
          <Icon name="calendar" />
        </button>
      )}
      {field.kind === 'password' && (
        <button
          type="button"
          class="ghost-icon needs-script"
          data-reveal={field.t.hidePassword}
          aria-label={field.t.showPassword}
          aria-pressed="false"
        >
          <Icon name="eye" />
        </button>
      )}
      {listId && (
        <datalist id={listId}>
          {field.suggestions?.map((one) => (
            <option value={one} />
          ))}
        </datalist>
      )}
    </span>
  )
}
