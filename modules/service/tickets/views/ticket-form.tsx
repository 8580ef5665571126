import type { Suggestions } from '../../../../core/fields/suggestions.ts'
import { FormFields } from '../../../../core/fields/views/form-fields.tsx'
import type { Raw } from '../../../../core/http/form.ts'
import { hasFiles, OwnGroups } from '../../../../core/own-fields/views/own-groups.tsx'
import type { Scope } from '../../../../core/scope.ts'
import { Field } from '../../../../views/field.tsx'
import { type FieldErrors, FieldGroup, Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { accountKind, personKind } from '../../../contacts/public.ts'
import { inUse } from '../../states/reading.ts'
import type { Category } from '../../states/state-types.ts'
import { ticketKind } from '../kind.ts'
import { ticketsText } from '../messages.ts'
import { ticketFields } from '../ticket-fields.ts'
import type { TicketRecord } from '../ticket-record.ts'

const subject = ticketFields.filter(({ field }) => field === 'name')
const more = ticketFields.filter(({ field }) => field !== 'name')

type Props = {
  scope: Scope
  /** Left out for a new ticket. */
  ticket?: TicketRecord
  categories: readonly Category[]
  raw: Raw
  errors: FieldErrors
  suggestions: Suggestions
  version?: number
  once?: string
}

/** The form of a ticket: new, edit and error are the same drawing. */
export const TicketForm = (props: Props) => {
  const { scope, ticket, categories, errors, version, once, ...fields } = props
  const { raw } = fields
  const view = viewText(scope.locale)
  const t = ticketsText(scope.locale)
  const href = ticket ? `${ticketKind.href}/${ticket.id}` : ticketKind.href
  const shared = { scope, errors, ...fields }
  const links = [
    ['person', personKind],
    ['account', accountKind],
  ] as const
  return (
    <>
      <PageHead
        t={view.page}
        title={ticket ? t.editTitle(ticket.values.name) : t.addTitle}
        trail={[{ href: ticketKind.href, label: t.list.title }]}
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
          files={hasFiles(scope, ticketKind.object)}
          testId="ticket-form"
        >
          <FormFields {...shared} fields={subject} />
          {!ticket && (
            <Field
              t={view.form}
              kind="textarea"
              name="text"
              label={t.message}
              hint={t.messageHint}
              value={raw.text}
              error={errors.text}
            />
          )}
          <FieldGroup label={t.who}>
            {links.map(([name, kind]) =>
              ticket?.[`${name}Id`] && !ticket[name] ? null : (
                <Field
                  t={view.form}
                  kind="text"
                  name={name}
                  label={t[name]}
                  hint={t[`${name}Hint`]}
                  names={`${kind.href}/names`}
                  value={raw[name]}
                  error={errors[name]}
                />
              ),
            )}
            {!ticket && (
              <Field
                t={view.form}
                kind="text"
                name="fromName"
                label={t.fromName}
                hint={t.fromNameHint}
                value={raw.fromName}
                error={errors.fromName}
              />
            )}
          </FieldGroup>
          <FieldGroup label={t.what}>
            <Field
              t={view.form}
              kind="select"
              name="categoryId"
              label={t.category}
              value={raw.categoryId}
              error={errors.categoryId}
              none={t.categoryNone}
              options={offered(categories, ticket)}
            />
            <FormFields {...shared} fields={more} />
          </FieldGroup>
          <OwnGroups scope={scope} object={ticketKind.object} raw={raw} errors={errors} />
        </Form>
      </PageBody>
    </>
  )
}

/** The categories in use, and the one that the ticket has. */
const offered = (categories: readonly Category[], ticket?: TicketRecord) => [
  ...inUse(categories).map(({ id, name }) => ({ value: id, label: name })),
  ...categories
    .filter(({ id, hidden }) => hidden && id === ticket?.categoryId)
    .map(({ id, name }) => ({ value: id, label: name })),
]
