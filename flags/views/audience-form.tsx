import { flatten, treeOf } from '../../core/access/department-tree.ts'
import { roleWords } from '../../core/access/roles.ts'
import type { Errors } from '../../core/http/form.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import { roles } from '../../core/module.ts'
import { Field } from '../../views/field.tsx'
import { Form } from '../../views/form.tsx'
import { viewText } from '../../views/messages.ts'
import { type Choice, type Offer, variantChoices } from '../choice.ts'
import { flagsText } from '../messages.ts'
import { type Check, CheckList } from './check-list.tsx'

type Props = {
  locale: Locale
  action: string
  choice: Choice
  offer: Offer
  errors?: Errors
  /** The latest change there was when this was drawn. */
  seen: string
}

/** For whom a module shall be open; it leads to a preview, nothing is saved by it. */
export const AudienceForm = ({ locale, action, choice, offer, errors = {}, seen }: Props) => {
  const t = flagsText(locale).change
  const form = viewText(locale).form
  const variants = variantChoices.filter((one) => one !== 'keep' || choice.variant === 'keep')
  return (
    <Form t={form} action={action} plain errors={errors} hidden={{ seen }} submit={t.preview}>
      <Field
        t={form}
        kind="checkbox"
        name="everyone"
        label={t.everyone}
        checked={choice.everyone}
      />
      <CheckList
        name="departments"
        label={t.departments}
        hint={t.departmentsHint}
        error={errors.departments}
        values={choice.departments}
        items={departmentChecks(locale, offer, choice)}
      />
      {choice.except.length > 0 && (
        <CheckList
          name="except"
          label={t.except}
          hint={t.exceptHint}
          values={choice.except}
          items={exceptChecks(offer, choice)}
        />
      )}
      <Field
        t={form}
        kind="choices"
        name="roles"
        label={t.roles}
        error={errors.roles}
        values={choice.roles}
        options={roles.map((role) => ({ value: role, label: roleWords[role].title[locale] }))}
      />
      <CheckList
        name="people"
        label={t.people}
        error={errors.people}
        values={choice.people}
        items={personChecks(locale, offer, choice)}
      />
      <Field
        t={form}
        kind="number"
        name="percentage"
        label={t.percentage}
        hint={t.percentageHint}
        unit="%"
        value={choice.percentage}
        error={errors.percentage}
      />
      <Field
        t={form}
        kind="radio"
        name="variant"
        label={t.variant}
        value={choice.variant}
        options={variants.map((value) => ({ value, label: t.variants[value] }))}
      />
    </Form>
  )
}

/** The tree of departments in use, and those put away that the module is still open for. */
function departmentChecks(locale: Locale, { departments }: Offer, choice: Choice): Check[] {
  const t = flagsText(locale)
  const tree = flatten(treeOf(departments)).map(({ id, name, depth, people, peopleBelow }) => {
    const heads = peopleBelow > people ? t.modules.headsWithBelow : t.modules.heads
    return { value: id, label: name, depth, note: heads(peopleBelow) }
  })
  const archived = departments.filter(
    ({ id, archivedAt }) => archivedAt && choice.departments.includes(id),
  )
  return [
    ...tree,
    ...archived.map(({ id, name }) => ({ value: id, label: name, note: t.change.archived })),
  ]
}

const exceptChecks = ({ departments }: Offer, choice: Choice): Check[] =>
  departments
    .filter(({ id }) => choice.except.includes(id))
    .map(({ id, name }) => ({ value: id, label: name }))

/** Everybody who may sign in, and those who may not any more that the module is still open for. */
function personChecks(locale: Locale, { departments, people }: Offer, choice: Choice): Check[] {
  const t = flagsText(locale).change
  const names = new Map(departments.map(({ id, name }) => [id, name]))
  return people
    .filter((person) => !person.disabled || choice.people.includes(person.id))
    .map(({ id, name, departmentId, disabled }) => ({
      value: id,
      label: name,
      note: disabled ? t.disabled : names.get(departmentId ?? ''),
    }))
}
