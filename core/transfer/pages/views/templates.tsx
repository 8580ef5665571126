import { Card } from '../../../../views/card.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { Field } from '../../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { formatAgo } from '../../../i18n/format.ts'
import { labelled } from '../../../i18n/punctuation.ts'
import type { Scope } from '../../../scope.ts'
import type { KeptTemplate } from '../../templates.ts'
import type { Transfer } from '../../transfer.ts'
import { transferText } from '../messages.ts'

type Look = Pick<Scope, 'locale' | 'company' | 'now'>

type Props = {
  scope: Look
  kinds: readonly Transfer[]
  templates: readonly KeptTemplate[]
  /** By the id of the template whose name was refused. */
  errors: FieldErrors
}

/** The templates of a company, kind by kind: their names, who made them, and what they read. */
export const TemplatesPage = ({ scope, kinds, templates, errors }: Props) => {
  const { locale } = scope
  const t = transferText(locale)
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={t.templates}
        trail={[{ href: '/admin/import', label: t.import }]}
      />
      <PageBody>
        {templates.length === 0 && (
          <Empty icon="columns-3" title={t.noTemplates} text={t.noTemplatesText} />
        )}
        {kinds.map((transfer) => {
          const own = templates.filter(({ kind }) => kind === transfer.kind)
          return own.length === 0 ? null : (
            <Card title={transfer.title[locale]} testId={`templates-${transfer.kind}`}>
              <div class="templates">
                {own.map((template) => One({ scope, template, error: errors[template.id] }))}
              </div>
            </Card>
          )
        })}
      </PageBody>
    </>
  )
}

type OneProps = { scope: Look; template: KeptTemplate; error: string | undefined }

const One = ({ scope, template, error }: OneProps) => {
  const { locale } = scope
  const t = transferText(locale)
  const { id, name, headers, by, updatedAt } = template
  const when = formatAgo(locale, scope.company.timeZone, updatedAt, scope.now())
  return (
    <section>
      <Form
        t={viewText(locale).form}
        action={`/admin/import/templates/${id}`}
        plain
        submit={t.templateRename}
        errors={error ? { [`name-${id}`]: error } : {}}
      >
        <Field
          t={viewText(locale).form}
          kind="text"
          name={`name-${id}`}
          label={t.templateName}
          value={name}
          hint={`${t.templateBy(by ?? '', when)} ${headers.slice(0, 8).join(' · ')}`}
          required
          error={error}
        />
      </Form>
      <form method="post" action={`/admin/import/templates/${id}/delete`} class="actions">
        <button class="btn btn-ghost" aria-label={labelled(scope.locale, t.templateRemove, name)}>
          {t.templateRemove}
        </button>
      </form>
    </section>
  )
}
