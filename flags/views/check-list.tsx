import { fieldId } from '../../views/form.tsx'

export type Check = {
  value: string
  label: string
  note?: string | undefined
  /** How deep it lies in a tree; 0 at the top. */
  depth?: number
}

type Props = {
  name: string
  label: string
  hint?: string
  error?: string | undefined
  values: readonly string[]
  items: readonly Check[]
}

/** Boxes to check, one below the other; long lists scroll, trees are set in. */
export const CheckList = ({ name, label, hint, error, values, items }: Props) => {
  const id = fieldId('form', name)
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset
      id={id}
      tabindex={-1}
      class={error ? 'field wrong' : 'field'}
      aria-describedby={described || undefined}
    >
      <legend>{label}</legend>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <ul class="check-list">
        {items.map((item, at) => (
          <li class={`depth-${Math.min(item.depth ?? 0, 5)}`}>
            <label class="check-line">
              <input
                type="checkbox"
                class="checkbox"
                id={`${id}-${at}`}
                name={name}
                value={item.value}
                checked={values.includes(item.value)}
              />
              <span>{item.label}</span>
              {item.note && <small>{item.note}</small>}
            </label>
          </li>
        ))}
      </ul>
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  )
}
