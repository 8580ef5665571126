import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'
import type { ViewText } from './messages.ts'

export type BulkAction = { label: string; icon: IconName; value: string; danger?: boolean }

export type BulkBarProps = {
  t: ViewText['list']
  /** Where the form goes: fields id (one per checked row) and do (the action's value). */
  action: string
  actions: readonly BulkAction[]
  /** What an action may need, e.g. the select of a new owner. */
  fields?: Child
  /** Words of a box that lets the action reach all of the list; the fields all and state go along. */
  all?: string
  /** The list's address, without its path. */
  state?: string
}

/**
 * What can be done with the checked rows. It floats over the list as soon as a row is checked;
 * without scripts it stands below the list. The rows' checkboxes belong to it by form="bulk".
 */
export const BulkBar = ({ t, action, actions, fields, all, state = '' }: BulkBarProps) => (
  <form
    id="bulk"
    method="post"
    action={action}
    class="bulk-bar"
    data-selected={t.selected('{n}')}
    aria-label={t.selectedRows}
  >
    {/* The form's first button: Enter in a row's box would press it, and it does nothing. */}
    <button type="submit" disabled hidden></button>
    <output class="needs-script"></output>
    {all && <input type="hidden" name="state" value={state} />}
    {all && (
      <label class="bulk-all">
        <input type="checkbox" class="checkbox" name="all" value="1" />
        {all}
      </label>
    )}
    {fields}
    {actions.map((one) => (
      <button type="submit" name="do" value={one.value} class={one.danger ? 'danger' : undefined}>
        <Icon name={one.icon} />
        {one.label}
      </button>
    ))}
    <button
      type="button"
      class="needs-script"
      data-unselect
      aria-label={t.unselect}
      title={t.unselect}
    >
      <Icon name="x" />
    </button>
  </form>
)
