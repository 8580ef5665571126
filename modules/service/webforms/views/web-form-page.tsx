import type { DepartmentName } from '../../../../core/access/directory.ts'
import { formatNumber } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Button, CopyButton, LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { Details } from '../../../../views/details.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { pill } from '../../../../views/pill.tsx'
import { languageNames } from '../languages.ts'
import { webFormText } from '../messages.ts'
import type { WebForm } from '../web-forms.ts'

type Props = {
  scope: Scope
  form: WebForm
  /** Where visitors find it, whole. */
  address: string
  departments: readonly DepartmentName[]
}

/** One form: its address, what it says, how often it was sent in. */
export const WebFormPage = ({ scope, form, address, departments }: Props) => {
  const { locale } = scope
  const t = webFormText(locale)
  const place = `/service/web-forms/${form.id}`
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={form.name}
        note={form.closedAt ? pill(t.states.closed) : pill(t.states.open, 'green')}
        trail={[{ href: '/service/web-forms', label: t.title }]}
        actions={
          <>
            <LinkButton icon="external-link" href={address}>
              {t.open}
            </LinkButton>
            <LinkButton icon="edit" href={`${place}/edit`}>
              {t.edit}
            </LinkButton>
          </>
        }
      />
      <PageBody>
        <div class="stack">
          <Card title={t.address}>
            <p class="fresh-link">
              <code dir="ltr" data-testid="address">
                {address}
              </code>
              <CopyButton text={address} label={t.copy} />
            </p>
          </Card>
          <Card testId="web-form">
            <Details
              empty="–"
              items={[
                { label: t.language, value: languageNames[form.language] },
                { label: t.introduction, value: form.intro },
                { label: t.consent, value: form.consent },
                { label: t.thanks, value: form.thanks },
                {
                  label: t.department,
                  value: departments.find(({ id }) => id === form.departmentId)?.name ?? t.nobody,
                },
                { label: t.sentIn, value: formatNumber(locale, form.entries) },
              ]}
            />
          </Card>
          <form method="post" action={`${place}/${form.closedAt ? 'reopen' : 'close'}`}>
            <Button>{form.closedAt ? t.reopen : t.close}</Button>
          </form>
        </div>
      </PageBody>
    </>
  )
}
