import type { Suggestions } from '../../../../core/fields/suggestions.ts'
import { FormFields } from '../../../../core/fields/views/form-fields.tsx'
import type { Raw } from '../../../../core/http/form.ts'
import { hasFiles, OwnGroups } from '../../../../core/own-fields/views/own-groups.tsx'
import type { Scope } from '../../../../core/scope.ts'
import { type FieldErrors, FieldGroup, Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { SimilarAmong, SimilarWatch } from '../../../contacts/public.ts'
import { leadKind } from '../kind.ts'
import { leadFields } from '../lead-fields.ts'
import type { LeadRecord } from '../lead-record.ts'
import { leadsText } from '../messages.ts'
import { groupsOf, type LikeLead } from '../similar.ts'

const who = ['person', 'title', 'mobile', 'phone', 'email', 'wechat', 'website']

const asked = leadFields.filter(({ field }) => who.includes(field))
const named = leadFields.filter(({ field }) => field === 'name')
const more = leadFields.filter(({ field }) => field !== 'name' && !who.includes(field))

type Props = {
  scope: Scope
  /** Left out for a new lead. */
  lead?: LeadRecord
  raw: Raw
  errors: FieldErrors
  suggestions: Suggestions
  like?: LikeLead
  version?: number
  once?: string
}

/** The form of a lead: new, edit and error are the same drawing. */
export const LeadForm = (props: Props) => {
  const { scope, lead, errors, version, once, like, ...fields } = props
  const view = viewText(scope.locale)
  const t = leadsText(scope.locale)
  const href = lead ? `${leadKind.href}/${lead.id}` : leadKind.href
  const shared = { scope, errors, ...fields }
  return (
    <>
      <PageHead
        t={view.page}
        title={lead ? t.editTitle(lead.values.name) : t.list.add}
        trail={[{ href: leadKind.href, label: t.list.title }]}
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
          files={hasFiles(scope, leadKind.object)}
          testId="lead-form"
        >
          <SimilarWatch href={href}>
            <FieldGroup label={t.who}>
              <FormFields {...shared} fields={named} />
            </FieldGroup>
            <SimilarAmong
              scope={scope}
              groups={groupsOf(scope, like)}
              anyway={fields.raw.anyway === 'on'}
              error={errors.anyway}
            />
            <FieldGroup>
              <FormFields {...shared} fields={asked} />
            </FieldGroup>
          </SimilarWatch>
          <FieldGroup label={t.what}>
            <FormFields {...shared} fields={more} />
          </FieldGroup>
          <OwnGroups scope={scope} object={leadKind.object} raw={fields.raw} errors={errors} />
        </Form>
      </PageBody>
    </>
  )
}
