import type { Child } from 'hono/jsx'
import type { Scope } from '../../scope.ts'
import type { FilterField } from '../field.ts'
import type { Known } from '../known.ts'
import { conditionsText } from '../messages.ts'
import { periods } from '../periods.ts'
import type { Row } from '../rows.ts'

type InputsProps = { scope: Scope; field: FilterField; row: Row; at: number; known: Known }

/** The inputs of every way in which a field can be asked; CSS shows those of the chosen one. */
export const Inputs = (props: InputsProps) => {
  const { field } = props
  switch (field.kind) {
    case 'file':
      return null
    case 'text':
      return <TextInput {...props} />
    case 'number':
    case 'money':
      return <RangeInputs {...props} />
    case 'date':
      return (
        <>
          <PeriodInputs {...props} />
          <RangeInputs {...props} />
        </>
      )
    default:
      return <KeyInputs {...props} />
  }
}

const TextInput = ({ scope, field, row, at, known }: InputsProps) => {
  const { builder: t } = conditionsText(scope.locale)
  const words = known.suggestions[field.field] ?? []
  const asked = ['contains', 'lacks', 'is', 'isnt'].includes(row.operator)
  return (
    <span class="for-text">
      <input
        type="text"
        class="input"
        name={`text${at}`}
        value={asked ? row.values[0] : ''}
        maxlength={100}
        autocomplete="off"
        list={words.length > 0 ? `words${at}` : undefined}
        aria-label={t.value(field.label[scope.locale])}
      />
      {words.length > 0 && (
        <datalist id={`words${at}`}>
          {words.map((word) => (
            <option value={word} />
          ))}
        </datalist>
      )}
    </span>
  )
}

const RangeInputs = ({ scope, field, row, at }: InputsProps) => {
  const { builder: t } = conditionsText(scope.locale)
  const label = field.label[scope.locale]
  const [from, to] = row.operator === 'range' ? row.values : []
  const one = (name: 'from' | 'to', value: string | undefined) => (
    <label>
      {t[name]}
      <input
        type="text"
        class="input"
        name={`${name}${at}`}
        value={value}
        maxlength={40}
        autocomplete="off"
        aria-label={`${t.value(label)}, ${t[name]}`}
      />
    </label>
  )
  return (
    <span class="for-range">
      {one('from', from)}
      {one('to', to)}
    </span>
  )
}

const PeriodInputs = ({ scope, row, at }: InputsProps) => {
  const text = conditionsText(scope.locale)
  const counts = row.operator === 'past' || row.operator === 'coming'
  return (
    <>
      <span class="for-in">
        <select name={`period${at}`} class="select" aria-label={text.builder.period}>
          {periods.map((one) => (
            <option value={one} selected={row.operator === 'in' && row.values[0] === one}>
              {text.periods[one]}
            </option>
          ))}
        </select>
      </span>
      <span class="for-days">
        <input
          type="text"
          inputmode="numeric"
          class="input"
          name={`days${at}`}
          value={counts ? row.values[0] : '30'}
          maxlength={4}
          aria-label={text.builder.days}
        />
      </span>
    </>
  )
}

type Choice = { value: string; label: string }

const KeyInputs = ({ scope, field, row, at, known }: InputsProps) => {
  const t = conditionsText(scope.locale)
  const { colleagues, departments } = known.directory
  const named = (from: readonly { id: string; name: string }[]): Choice[] =>
    from.map(({ id, name }) => ({ value: id, label: name }))
  const choices = (): readonly Choice[] => {
    if (field.kind === 'person')
      return [
        { value: 'me', label: t.me },
        ...named(colleagues.filter(({ id, left }) => !left || row.values.includes(id))),
      ]
    if (field.kind === 'department') return named(departments)
    if (field.kind === 'tags') return known.tags.map((tag) => ({ value: tag, label: tag }))
    return field.options?.(scope.locale) ?? []
  }
  const label = t.builder.value(field.label[scope.locale])
  return (
    <>
      <Boxes look="for-keys" name={`key${at}`} label={label} choices={choices()} row={row} />
      {field.kind === 'person' && (
        <Boxes
          look="for-of"
          name={`of${at}`}
          label={label}
          choices={named(departments)}
          row={row}
        />
      )}
    </>
  )
}

type BoxesProps = {
  look: string
  name: string
  label: string
  choices: readonly Choice[]
  row: Row
}

const Boxes = ({ look, name, label, choices, row }: BoxesProps): Child => (
  <fieldset class={`condition-keys ${look}`} aria-label={label}>
    {choices.map((choice) => (
      <label class="choice">
        <input
          type="checkbox"
          class="checkbox"
          name={name}
          value={choice.value}
          checked={row.values.includes(choice.value)}
        />
        <span>{choice.label}</span>
      </label>
    ))}
  </fieldset>
)
