import { type FieldErrors, FieldGroup } from '../../../views/form.tsx'
import { FormFields } from '../../fields/views/form-fields.tsx'
import type { Raw } from '../../http/form.ts'
import type { Scope } from '../../scope.ts'
import { ownText } from '../messages.ts'

type Props = { scope: Scope; object: string; raw: Raw; errors: FieldErrors }

/** The company's own fields in the form of a record, group by group. */
export const OwnGroups = ({ scope, object, ...form }: Props) => {
  const { more } = ownText(scope.locale)
  const groups = Map.groupBy(scope.own.live(object), ({ own }) => own.group[scope.locale] || more)
  return (
    <>
      {[...groups].map(([label, fields]) => (
        <FieldGroup label={label}>
          <FormFields {...form} scope={scope} fields={fields} suggestions={{}} />
        </FieldGroup>
      ))}
    </>
  )
}

/** Whether the form of a record carries files. */
export const hasFiles = (scope: Scope, object: string): boolean =>
  scope.own.live(object).some(({ own }) => own.kind === 'file')
