import { Field } from '../../../views/field.tsx'
import type { ViewText } from '../../../views/messages.ts'
import type { FileValue } from '../../own-fields/files.ts'
import { removeName } from '../../own-fields/files.ts'

type Props = {
  t: ViewText['form']
  name: string
  label: string
  hint?: string
  error?: string
  required?: boolean
  /** The file that is stored. */
  now: FileValue | null
}

/** A file of a record: the one that is there, which another replaces, and a box that takes it away. */
export const FileField = ({ now, required, ...field }: Props) => (
  <>
    {/* A file that is there need not be chosen again. */}
    <Field {...field} kind="file" required={required && !now} />
    {now && (
      <p class="file-now">
        <a href={`/files/${now.id}`} download>
          {now.name}
        </a>{' '}
        {field.t.fileReplaced}
      </p>
    )}
    {now && !required && (
      <Field
        t={field.t}
        kind="checkbox"
        name={removeName(field.name)}
        label={field.t.fileRemove(now.name)}
      />
    )}
  </>
)
