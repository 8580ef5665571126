import { Icon } from '../../../views/icon.tsx'
import type { Scope } from '../../scope.ts'
import { type FilterField, operatorsOf } from '../field.ts'
import type { Known } from '../known.ts'
import { conditionsText } from '../messages.ts'
import type { Row } from '../rows.ts'
import { Inputs } from './inputs.tsx'

type Props = {
  scope: Scope
  /** Missing for one that is not there any more. */
  field: FilterField | undefined
  row: Row
  at: number
  known: Known
  error?: string
}

/** One condition: its field, how it is asked, and the inputs of that way; CSS hides the others. */
export const RowFields = ({ scope, field, row, at, known, error }: Props) => {
  const text = conditionsText(scope.locale)
  const t = text.builder
  const label = field?.label[scope.locale] ?? row.field
  return (
    <div class={error ? 'condition wrong' : 'condition'} data-testid="condition">
      <input type="hidden" name={`field${at}`} value={row.field} />
      <input type="hidden" name={`group${at}`} value={row.group ?? ''} />
      <span class="condition-field">{label}</span>
      {field && (
        <select name={`operator${at}`} class="select operator" aria-label={t.operator(label)}>
          {operatorsOf[field.kind].map((one) => (
            <option value={one} selected={one === row.operator}>
              {text.operators[one]}
            </option>
          ))}
        </select>
      )}
      {field && <Inputs {...{ scope, field, row, at, known }} />}
      <button
        type="submit"
        name="do"
        value={`remove.${at}`}
        class="ghost-icon"
        aria-label={t.remove(label)}
        title={t.remove(label)}
      >
        <Icon name="x" />
      </button>
      {error && (
        <p class="error" role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
