import type { Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Field } from '../../../../views/field.tsx'
import { type FieldErrors, FieldGroup, Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { accountKind, personKind, type Similar, SimilarAmong } from '../../../contacts/public.ts'
import { editDeals } from '../../rights.ts'
import { mayAdd } from '../becoming.ts'
import { leadKind } from '../kind.ts'
import type { LeadRecord } from '../lead-record.ts'
import { leadsText } from '../messages.ts'
import type { LikeLead } from '../similar.ts'

type Props = {
  scope: Scope
  lead: LeadRecord
  like: LikeLead
  raw: Raw
  errors: FieldErrors
  once: string
}

/** Asks what a lead becomes: what is like it stands to choose before anything new. */
export const ConvertPage = ({ scope, lead, like, raw, errors, once }: Props) => {
  const view = viewText(scope.locale)
  const t = leadsText(scope.locale).converting
  const href = `${leadKind.href}/${lead.id}`
  const { name, person } = lead.values
  const masked = like.accounts.filter(({ kind }) => kind === 'masked')
  const shared = { t: view.form }
  return (
    <>
      <PageHead
        t={view.page}
        title={t.title(name)}
        trail={[
          { href: leadKind.href, label: leadsText(scope.locale).list.title },
          { href, label: name },
        ]}
      />
      <PageBody>
        <p>{t.text}</p>
        <Form
          {...shared}
          action={`${href}/convert`}
          errors={errors}
          once={once}
          submit={t.submit}
          submitIcon="switch-horizontal"
          cancelHref={href}
          testId="convert-form"
        >
          <Field
            {...shared}
            kind="select"
            name="accountId"
            label={t.account}
            value={raw.accountId}
            error={errors.accountId}
            none={t.accountNone}
            options={[
              ...openOnes(scope, like.accounts),
              ...(mayAdd(scope, accountKind.edit)
                ? [{ value: 'new', label: t.accountNew(name) }]
                : []),
            ]}
          />
          <Field
            {...shared}
            kind="text"
            name="account"
            label={t.name}
            hint={t.nameHint}
            names={`${accountKind.href}/names`}
            value={raw.account}
            error={errors.account}
          />
          <SimilarAmong
            scope={scope}
            groups={[{ href: accountKind.href, similar: masked }]}
            anyway={raw.anyway === 'on'}
            error={errors.anyway}
          />
          <Field
            {...shared}
            kind="select"
            name="personId"
            label={t.person}
            value={raw.personId}
            error={errors.personId}
            none={t.personNone}
            options={[
              ...openOnes(scope, like.people),
              ...(mayAdd(scope, personKind.edit)
                ? [{ value: 'new', label: t.personNew(person ?? name) }]
                : []),
            ]}
          />
          {mayAdd(scope, editDeals) && (
            <FieldGroup label={t.deal}>
              <Field
                {...shared}
                kind="checkbox"
                name="deal"
                value="1"
                label={t.dealNew}
                checked={raw.deal === '1'}
              />
              <Field
                {...shared}
                kind="text"
                name="dealName"
                label={t.dealName}
                value={raw.dealName}
                error={errors.dealName}
              />
              <Field
                {...shared}
                kind="money"
                name="dealAmount"
                label={t.dealAmount}
                value={raw.dealAmount}
                error={errors.dealAmount}
              />
            </FieldGroup>
          )}
        </Form>
      </PageBody>
    </>
  )
}

const openOnes = ({ locale }: Scope, similar: readonly Similar[]) =>
  similar.flatMap((one) =>
    one.kind === 'open'
      ? {
          value: one.id,
          label: one.archived ? `${one.name} (${leadsText(locale).converting.archived})` : one.name,
        }
      : [],
  )
