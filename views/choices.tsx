import type { FieldProps, Option } from './field.tsx'

type PickerField = Extract<FieldProps, { kind: 'select' | 'person' | 'radio' }>
type ChoicesField = PickerField | Extract<FieldProps, { kind: 'choices' }>

const OneOption = ({ option, value }: { option: Option; value?: string }) => (
  <option value={option.value} selected={option.value === value} disabled={option.disabled}>
    {option.note ? `${option.label} · ${option.note}` : option.label}
  </option>
)

type PickerProps = { field: PickerField; id: string; name: string }

/** A native select; a long one of people gets a box to type in from the client script. */
export const Picker = ({ field, ...shared }: PickerProps) => (
  <select
    {...shared}
    class="select"
    data-combo={field.kind === 'person' ? field.t.find : undefined}
  >
    {field.none !== undefined && <option value="">{field.none}</option>}
    {field.options.map((option) => (
      <OneOption option={option} value={field.value} />
    ))}
  </select>
)

/** Chips to choose one (radio) or several (choices) of. */
export const Choices = ({ field, id }: { field: ChoicesField; id: string }) => {
  const many = field.kind === 'choices'
  const chosen = many ? field.values : [field.value ?? '']
  return (
    <div class="chips">
      {field.options.map((option, at) => (
        <label class="choice">
          <input
            type={many ? 'checkbox' : 'radio'}
            class={many ? 'checkbox' : 'radio'}
            id={`${id}-${at}`}
            name={field.name}
            value={option.value}
            checked={chosen.includes(option.value)}
            disabled={field.disabled || option.disabled}
            autofocus={at === 0 && field.error !== undefined}
          />
          <span>{option.label}</span>
          {option.note && <small>{option.note}</small>}
        </label>
      ))}
    </div>
  )
}
