import type { Suggestions } from '../../../../core/fields/suggestions.ts'
import { FormFields } from '../../../../core/fields/views/form-fields.tsx'
import type { Raw } from '../../../../core/http/form.ts'
import { hasFiles, OwnGroups } from '../../../../core/own-fields/views/own-groups.tsx'
import type { Scope } from '../../../../core/scope.ts'
import { Field } from '../../../../views/field.tsx'
import { type FieldErrors, FieldGroup, Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { liveStages, type Pipeline } from '../../pipelines/stages.ts'
import { formFields } from '../deal-fields.ts'
import type { DealRecord } from '../deal-record.ts'
import { dealKind } from '../kind.ts'
import { dealsText } from '../messages.ts'

const first = ['name', 'amount', 'closesOn']

type Props = {
  scope: Scope
  /** Left out for a new deal. */
  deal?: DealRecord
  /** Where a new one can begin. */
  pipelines: readonly Pipeline[]
  raw: Raw
  errors: FieldErrors
  suggestions: Suggestions
  version?: number
  once?: string
}

/** The form of a deal: new, edit and error are the same drawing. */
export const DealForm = (props: Props) => {
  const { scope, deal, pipelines, errors, version, once, ...fields } = props
  const view = viewText(scope.locale)
  const t = dealsText(scope.locale)
  const href = deal ? `${dealKind.href}/${deal.id}` : dealKind.href
  const shared = { scope, errors, ...fields }
  const [lead, more] = [true, false].map((wanted) =>
    formFields.filter(({ field }) => first.includes(field) === wanted),
  )
  return (
    <>
      <PageHead
        t={view.page}
        title={deal ? t.editTitle(deal.values.name) : t.addTitle}
        trail={[{ href: dealKind.href, label: t.list.title }]}
      />
      <PageBody>
        <Form
          t={view.form}
          action={href}
          errors={errors}
          version={version}
          once={once}
          cancelHref={href}
          guard
          files={hasFiles(scope, dealKind.object)}
          testId="deal-form"
        >
          <FormFields {...shared} fields={lead ?? []} />
          {(['account', 'person'] as const).map((name) =>
            deal?.[`${name}Id`] && !deal[name] ? null : (
              <Field
                t={view.form}
                kind="text"
                name={name}
                label={t[name]}
                hint={t[`${name}Hint`]}
                names={name === 'account' ? '/contacts/accounts/names' : '/contacts/people/names'}
                value={fields.raw[name]}
                error={errors[name]}
              />
            ),
          )}
          {!deal && (
            <Field
              t={view.form}
              kind="select"
              name="stage"
              label={t.stage}
              value={fields.raw.stage}
              error={errors.stage}
              options={openStages(pipelines)}
            />
          )}
          <FieldGroup label={t.more}>
            <FormFields {...shared} fields={more ?? []} />
          </FieldGroup>
          <OwnGroups scope={scope} object={dealKind.object} raw={fields.raw} errors={errors} />
        </Form>
      </PageBody>
    </>
  )
}

const openStages = (pipelines: readonly Pipeline[]) =>
  pipelines.flatMap((pipeline) =>
    liveStages(pipeline)
      .filter(({ kind }) => kind === 'open')
      .map(({ id, name }) => ({
        value: id,
        label: pipelines.length > 1 ? `${pipeline.name} · ${name}` : name,
      })),
  )
