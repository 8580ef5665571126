import type { Child } from 'hono/jsx'
import type { Member } from '../../../core/access/members.ts'
import type { Raw } from '../../../core/http/form.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { Field } from '../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { planText } from '../messages.ts'
import { stageCodes } from '../stages.ts'
import type { WorkItem } from '../work-items.ts'
import { DropForm } from './work-list.tsx'

type Props = {
  locale: Locale
  title: string
  /** Undefined for what is new. */
  item?: WorkItem
  people: readonly Member[]
  raw: Raw
  errors?: FieldErrors
  once: string
  /** What stands below the form. */
  children?: Child
}

/** The form of a piece of work. */
export const ItemPage = ({
  locale,
  title,
  item,
  people,
  raw,
  errors = {},
  once,
  ...more
}: Props) => {
  const t = planText(locale)
  const view = viewText(locale)
  const field = (name: string) => ({ t: view.form, name, value: raw[name], error: errors[name] })
  const owners = people.map(({ id, name }) => ({ value: id, label: name }))
  if (item?.ownerId && !people.some(({ id }) => id === item.ownerId))
    owners.push({ value: item.ownerId, label: item.owner ?? '' })
  return (
    <>
      <PageHead
        t={view.page}
        title={title}
        trail={[{ href: `/rollout/plan?stage=${raw.stage ?? ''}`, label: t.title }]}
        actions={item && <DropForm locale={locale} item={item} />}
      />
      <PageBody>
        <Form
          t={view.form}
          action={`/rollout/plan/items/${item?.id ?? 'new'}`}
          errors={errors}
          {...(item ? { version: Number(raw.version ?? item.version) } : { once })}
          cancelHref={`/rollout/plan?stage=${raw.stage ?? ''}`}
          testId="item-form"
        >
          <Field {...field('title')} kind="text" label={t.what} required />
          <Field
            {...field('stage')}
            kind="select"
            label={t.stage}
            options={stageCodes.map((code) => ({
              value: code,
              label: `${code} ${t.stages[code]}`,
            }))}
          />
          <Field
            {...field('owner')}
            kind="person"
            label={t.owner}
            none={t.nobody}
            options={owners}
          />
          <Field {...field('dueOn')} kind="date" label={t.due} required />
          <Field {...field('note')} kind="textarea" label={t.note} hint={t.noteHint} />
        </Form>
        {more.children}
      </PageBody>
    </>
  )
}
