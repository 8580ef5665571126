import type { DepartmentName } from '../../../../core/access/directory.ts'
import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { currencies } from '../../../../core/settings/company.ts'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import type { Book } from '../books.ts'
import { productKind } from '../kind.ts'
import { productText } from '../messages.ts'

type Props = {
  scope: Scope
  departments: readonly DepartmentName[]
  book?: Book
  raw: Raw
  chosen: readonly string[]
  errors?: Errors
  version?: number
  once?: string
}

const place = `${productKind.href}/price-books`

/** For whom a price book is. */
export const BookFormPage = ({ scope, departments, book, raw, chosen, ...form }: Props) => {
  const { locale } = scope
  const { title, books: t } = productText(locale)
  const view = viewText(locale)
  const names = new Intl.DisplayNames(locale, { type: 'currency' })
  const here = book ? `${place}/${book.id}` : place
  const { errors = {} } = form
  const field = (name: string) => ({ t: view.form, name, value: raw[name], error: errors[name] })
  return (
    <>
      <PageHead
        t={view.page}
        title={book ? t.edit : t.add}
        trail={[
          { href: productKind.href, label: title },
          { href: place, label: t.title },
        ]}
      />
      <PageBody>
        <Form t={view.form} action={here} cancelHref={here} {...form}>
          <Field {...field('name')} kind="text" label={t.name} required />
          <Field
            {...field('currency')}
            kind="person"
            label={t.currency}
            required
            options={currencies.map((code) => ({ value: code, label: code, note: names.of(code) }))}
          />
          <Field {...field('level')} kind="text" label={t.level} hint={t.levelHint} />
          <Field
            t={view.form}
            kind="choices"
            name="departments"
            label={t.departments}
            hint={t.departmentsHint}
            values={chosen}
            options={departments.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Field {...field('startsOn')} kind="date" label={t.startsOn} />
          <Field {...field('endsOn')} kind="date" label={t.endsOn} />
        </Form>
      </PageBody>
    </>
  )
}
