import { Head } from './head.tsx'
import type { ViewText } from './messages.ts'

export type DiffField = {
  name: string
  label: string
  theirs: string
  yours: string
  /** What people read instead, where the value itself is an id or a key. */
  shown?: { theirs: string; yours: string }
  /** You left it as it was: what the other one saved is chosen at first. */
  untouched?: boolean
  /** The name of a file that came with the form, and has to be chosen again. */
  lost?: string
}

type Props = {
  t: ViewText['diff']
  /** The fields that differ. */
  fields: readonly DiffField[]
  /** Those whose file was not kept. */
  lost?: readonly DiffField[]
  action: string
  /** The version that was saved meanwhile: what the choice is based on. */
  version: number
  /** Who saved it, and when, as words. */
  who: string
  when: string
  /** Everything else that was typed, sent along unchanged. */
  hidden?: readonly (readonly [name: string, value: string])[]
  /** Where one goes who wants to save nothing. */
  cancelHref: string
}

/**
 * A version conflict, side by side. Each field is a choice whose value is the text itself, so the
 * form posts the record's own fields and the same handler saves it. Yours is chosen at first,
 * where you changed anything.
 */
export const Diff = ({ t, fields, lost = [], hidden = [], ...diff }: Props) => (
  <form method="post" action={diff.action} class="diff" data-testid="conflict">
    <h2>{t.title}</h2>
    <p>{t.explain(diff.who, diff.when)}</p>
    {lost.map((field) => (
      <p class="hint">{t.lost(field.label, field.lost ?? '')}</p>
    ))}
    <input type="hidden" name="version" value={diff.version} />
    {hidden.map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <table>
      <Head columns={[t.field, t.theirs, t.yours]} />
      <tbody>
        {fields.map((field) => (
          <tr>
            <th scope="row">{field.label}</th>
            <Side t={t} field={field} side="theirs" />
            <Side t={t} field={field} side="yours" />
          </tr>
        ))}
      </tbody>
    </table>
    <div class="actions">
      <button type="submit" class="btn btn-primary">
        {t.save}
      </button>
      <a class="btn btn-ghost" href={diff.cancelHref}>
        {t.cancel}
      </a>
    </div>
  </form>
)

type SideProps = { t: ViewText['diff']; field: DiffField; side: 'theirs' | 'yours' }

const Side = ({ t, field, side }: SideProps) => (
  <td data-side={t[side]}>
    <label class="check-line">
      <input
        type="radio"
        class="radio"
        name={field.name}
        value={field[side]}
        checked={side === (field.untouched ? 'theirs' : 'yours')}
        aria-label={side === 'theirs' ? t.keepTheirs(field.label) : t.keepYours(field.label)}
      />
      {(field.shown ?? field)[side] || <span class="nothing">{t.empty}</span>}
    </label>
  </td>
)
