import { Button, LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Field } from '../../../views/field.tsx'
import { Form } from '../../../views/form.tsx'
import { markup } from '../../../views/markup.ts'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { pill } from '../../../views/pill.tsx'
import { Table } from '../../../views/table.tsx'
import type { Locale } from '../../i18n/locale.ts'
import { accessText } from '../messages.ts'
import type { Added, Line } from '../several.ts'
import { FreshLink } from './link-card.tsx'

type Props = {
  locale: Locale
  lines: string
  error?: string
  checked?: readonly Line[]
  once: string
}

/**
 * Pasted lines, then what is wrong with each, then a button that adds the good ones. The check swaps
 * itself in, so that going back never asks a browser to send a form again.
 */
export const SeveralPage = ({ locale, lines, error, checked, once }: Props) => {
  const t = accessText(locale)
  const view = viewText(locale)
  const good = checked?.filter((line) => line.problems.length === 0) ?? []
  return (
    <>
      <PageHead
        t={view.page}
        title={t.several.title}
        trail={[{ href: '/admin/people', label: t.people.title }]}
      />
      <PageBody>
        <div id="several" class="stack">
          {checked && <Checked locale={locale} checked={checked} />}
          {good.length > 0 && (
            <form method="post" action="/admin/people/several" class="actions">
              <input type="hidden" name="_once" value={once} />
              <input type="hidden" name="lines" value={lines} />
              <Button kind="primary" icon="user-plus" name="do" value="add">
                {t.several.addGood(good.length)}
              </Button>
            </form>
          )}
          <Form
            t={view.form}
            action="/admin/people/several"
            swaps="several"
            errors={error ? { lines: error } : {}}
            submit={t.several.check}
            cancelHref="/admin/people"
          >
            <Field
              t={view.form}
              kind="textarea"
              name="lines"
              label={checked ? t.several.again : t.several.lines}
              hint={t.several.intro}
              placeholder={t.several.example}
              rows={10}
              value={lines}
              error={error}
            />
          </Form>
        </div>
      </PageBody>
    </>
  )
}

const Checked = ({ locale, checked }: { locale: Locale; checked: readonly Line[] }) => {
  const t = accessText(locale)
  const good = checked.filter((line) => line.problems.length === 0).length
  return (
    <Card title={t.several.checked(good, checked.length - good)} flush testId="checked">
      <Table
        t={viewText(locale).table}
        caption={t.several.title}
        rows={checked}
        rowId={(line) => String(line.number)}
        rowName={(line) => line.text}
        columns={[
          { key: 'line', label: t.several.line, cell: (line) => `${line.number}` },
          { key: 'text', label: t.several.lines, cell: (line) => line.text },
          {
            key: 'says',
            label: t.several.says,
            cell: (line) =>
              line.problems.length === 0
                ? pill(t.several.good, 'green')
                : markup`<span class="problems">${line.problems.join(' ')}</span>`,
          },
        ]}
      />
    </Card>
  )
}

type DoneProps = { locale: Locale; added: readonly (Added & { link: string })[] }

/** The links of the people who were just added. */
export const SeveralDonePage = ({ locale, added }: DoneProps) => {
  const t = accessText(locale)
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={t.several.done(added.length)}
        trail={[{ href: '/admin/people', label: t.people.title }]}
        actions={
          <LinkButton href="/admin/people" kind="primary" icon="check">
            {t.several.finished}
          </LinkButton>
        }
      />
      <PageBody>
        <p>{t.several.doneText}</p>
        <ul class="links">
          {added.map(({ id, name, login, link }) => (
            <li>
              <p>
                <a href={`/admin/people/${id}`}>{name}</a> <bdi dir="ltr">{login}</bdi>
              </p>
              <FreshLink locale={locale} link={link} />
            </li>
          ))}
        </ul>
      </PageBody>
    </>
  )
}
