import { may } from '../../../../core/access/person.ts'
import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { nameRelations } from '../kind-changing.ts'
import type { Way } from '../kinds.ts'
import { relationsText } from '../messages.ts'

type Props = {
  scope: Scope
  /** The record, and its page. */
  name: string
  href: string
  ways: readonly Way[]
  raw: Raw
  errors?: Errors
  once: string
}

/** Where one notes how a record stands to another one. */
export const RelationFormPage = ({ scope, name, href, ways, raw, errors = {}, once }: Props) => {
  const view = viewText(scope.locale)
  const t = relationsText(scope.locale)
  const form = { t: view.form }
  return (
    <>
      <PageHead
        t={view.page}
        title={t.add}
        trail={[{ href, label: name }]}
        actions={
          may(scope.user, nameRelations) && (
            <LinkButton href="/contacts/relations/kinds" icon="settings">
              {t.kinds.name}
            </LinkButton>
          )
        }
      />
      <PageBody>
        <Form
          t={view.form}
          action={`${href}/relations`}
          errors={errors}
          once={once}
          cancelHref={href}
          testId="relation-form"
        >
          <Field
            {...form}
            kind="select"
            name="way"
            label={t.way}
            value={raw.way}
            none=""
            options={ways.map((way) => ({ value: way.value, label: sayWay(scope, way) }))}
            error={errors.way}
            required
          />
          <Field
            {...form}
            kind="text"
            name="other"
            label={t.other}
            hint={t.otherHint}
            names={`${href}/relations/names`}
            namesWith="way"
            value={raw.other}
            error={errors.other}
            required
          />
          <Field
            {...form}
            kind="text"
            name="note"
            label={t.note}
            value={raw.note}
            error={errors.note}
          />
        </Form>
      </PageBody>
    </>
  )
}

const sayWay = ({ locale }: Scope, { kind, side, other }: Way): string =>
  relationsText(locale).ways[other](kind[side][locale])
