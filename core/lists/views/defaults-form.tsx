import { Card } from '../../../views/card.tsx'
import { Field } from '../../../views/field.tsx'
import { FieldGroup, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { may } from '../../access/person.ts'
import { roleWords } from '../../access/roles.ts'
import { roles } from '../../module.ts'
import type { Scope } from '../../scope.ts'
import type { Listed } from '../listed.ts'
import { listsText } from '../messages.ts'
import { manageViews, mayChange, type SavedView, type SavedViews } from '../saved-views.ts'

type Props = { scope: Scope; list: Listed; saved: SavedViews; views: readonly SavedView[] }

/** What a list opens with: for oneself, and, set by an administrator, for each role. */
export const DefaultsForm = ({ scope, list, saved, views }: Props) => {
  const { locale, user } = scope
  const t = listsText(locale).views
  const form = { t: viewText(locale).form, form: 'defaults' }
  const defaults = saved.defaults.filter((one) => one.list === list.key)
  const own = defaults.find((one) => one.user === user.id)
  const shared = views.filter((view) => mayChange(user, view))
  const options = (from: readonly SavedView[]) =>
    from.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Card title={t.opensFirst} testId="defaults">
      <Form t={form.t} id="defaults" action={`${list.href}/views/defaults`} guard={false}>
        <Field
          {...form}
          kind="select"
          name="mine"
          label={t.forMe}
          none={t.likeRole}
          value={own && (own.view ?? 'whole')}
          options={[{ value: 'whole', label: t.whole }, ...options(views)]}
        />
        {may(user, manageViews) && (
          <FieldGroup label={t.forRoles}>
            {roles.map((role) => (
              <Field
                {...form}
                kind="select"
                name={`role_${role}`}
                label={roleWords[role].title[locale]}
                none={t.whole}
                value={defaults.find((one) => one.role === role)?.view ?? ''}
                options={options(shared)}
              />
            ))}
          </FieldGroup>
        )}
      </Form>
    </Card>
  )
}
