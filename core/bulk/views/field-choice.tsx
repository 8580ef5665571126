import { bulkText } from '../messages.ts'
import type { BulkProps } from './bulk-page.tsx'

/** Asks which field is to be changed: one button for each. */
export const FieldChoice = ({ scope, list, deed, ids, params }: BulkProps) => {
  const t = bulkText(scope.locale)
  return (
    <form
      method="post"
      action={`${list.href}/bulk/ask`}
      class="field-choice"
      data-testid="field-choice"
    >
      <h2>{t.fieldQuestion}</h2>
      <input type="hidden" name="do" value={deed} />
      <input type="hidden" name="state" value={params} />
      {ids.map((id) => (
        <input type="hidden" name="id" value={id} />
      ))}
      <p>
        {list.bulk.fields(scope).map(({ field, label }) => (
          <button type="submit" class="btn" name="field" value={field}>
            {label[scope.locale]}
          </button>
        ))}
      </p>
    </form>
  )
}
