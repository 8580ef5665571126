import { Field } from '../../../views/field.tsx'
import { viewText } from '../../../views/messages.ts'
import { colleagueOptions } from '../../access/views/colleague-options.ts'
import type { AnyField } from '../../fields/field.ts'
import { isUnique } from '../asking.ts'
import { bulkText } from '../messages.ts'
import type { BulkProps } from './bulk-page.tsx'

/** What a deed needs to know: a value, a tag, somebody. */
export const OrderFields = (props: BulkProps & { field: AnyField | undefined }) => {
  const { scope, deed, directory, tags, raw, errors, field } = props
  const t = bulkText(scope.locale)
  const form = viewText(scope.locale).form
  if (deed === 'edit' && field) return <ValueField {...props} field={field} />
  if (deed === 'tag')
    return (
      <Field
        t={form}
        kind="text"
        name="name"
        label={t.tag}
        value={raw.name}
        suggestions={[...tags]}
        error={errors.name}
        required
        focus
      />
    )
  if (deed !== 'assign') return null
  return (
    <>
      <Field
        t={form}
        kind="person"
        name="owner"
        label={t.owner}
        value={raw.owner}
        none={t.nobody}
        options={colleagueOptions(scope.locale, directory.colleagues, props.unseeing)}
        error={errors.owner}
        focus
      />
      <Field
        t={form}
        kind="select"
        name="department"
        label={t.department}
        value={raw.department}
        none={t.ownersOwn}
        options={directory.departments.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  )
}

const ValueField = ({ scope, list, raw, errors, field }: BulkProps & { field: AnyField }) => {
  const t = bulkText(scope.locale)
  const form = viewText(scope.locale).form
  const only = isUnique(scope, list.bulk.object, field)
  const shared = {
    t: form,
    name: field.field as string,
    label: field.label[scope.locale],
    error: errors[field.field],
  }
  const value = raw[field.field]
  const options = field.options?.(scope.locale)
  return (
    <>
      {only ? (
        <p class="hint">{t.isUnique(shared.label)}</p>
      ) : field.kind === 'choices' ? (
        <Field
          {...shared}
          kind="choices"
          values={value?.split(',') ?? []}
          options={options ?? []}
        />
      ) : field.kind === 'select' || field.kind === 'person' ? (
        <Field {...shared} kind={field.kind} value={value} none="" options={options ?? []} />
      ) : field.kind === 'textarea' ? (
        <Field {...shared} kind="textarea" value={value} focus />
      ) : (
        <Field {...shared} kind={field.kind} value={value} focus />
      )}
      {!field.required && (
        <Field
          t={form}
          kind="checkbox"
          name="empty"
          value="1"
          label={t.empty}
          checked={raw.empty === '1'}
          error={only ? errors[field.field] : undefined}
        />
      )}
    </>
  )
}
