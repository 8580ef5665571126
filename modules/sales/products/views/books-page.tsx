import type { DepartmentName } from '../../../../core/access/directory.ts'
import { may } from '../../../../core/access/person.ts'
import type { Locale } from '../../../../core/i18n/locale.ts'
import type { Scope } from '../../../../core/scope.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { pill } from '../../../../views/pill.tsx'
import { Table } from '../../../../views/table.tsx'
import type { Book } from '../books.ts'
import { productKind } from '../kind.ts'
import { productText } from '../messages.ts'

type Props = { scope: Scope; books: readonly Book[]; departments: readonly DepartmentName[] }

const place = `${productKind.href}/price-books`

/** All price books, with whom each is for. */
export const BooksPage = ({ scope, books, departments }: Props) => {
  const { locale } = scope
  const { title, books: t } = productText(locale)
  const view = viewText(locale)
  return (
    <>
      <PageHead
        t={view.page}
        title={t.title}
        trail={[{ href: productKind.href, label: title }]}
        actions={
          may(scope.user, productKind.edit) && (
            <LinkButton kind="primary" icon="plus" href={`${place}/new`}>
              {t.add}
            </LinkButton>
          )
        }
      />
      <PageBody wide>
        <p class="hint">{t.text}</p>
        {books.length === 0 ? (
          <Empty icon="tag" title={t.empty} text={t.emptyText} />
        ) : (
          <Card flush>
            <Table
              t={view.table}
              caption={t.title}
              columns={[
                { key: 'name', label: t.name, cell: ({ name }) => name },
                { key: 'currency', label: t.currency, cell: ({ currency }) => currency },
                { key: 'level', label: t.level, cell: ({ level }) => level || t.everybody },
                {
                  key: 'departments',
                  label: t.departments,
                  cell: (book) => departmentsOf(book, departments, locale),
                },
                { key: 'period', label: t.startsOn, cell: (book) => periodOf(book, locale) },
                {
                  key: 'state',
                  label: '',
                  cell: ({ archivedAt }) => (archivedAt ? pill(t.archived) : ''),
                },
              ]}
              rows={books}
              rowId={({ id }) => id}
              rowName={({ name }) => name}
              rowHref={({ id }) => `${place}/${id}`}
            />
          </Card>
        )}
      </PageBody>
    </>
  )
}

/** The departments a book is for, in words. */
export function departmentsOf(
  book: Book,
  departments: readonly DepartmentName[],
  locale: Locale,
): string {
  const names = departments.filter(({ id }) => book.departments.includes(id))
  if (names.length === 0) return productText(locale).books.everybody
  return new Intl.ListFormat(locale).format(names.map(({ name }) => name))
}

/** The time a book is for, in words. */
export function periodOf({ startsOn, endsOn }: Book, locale: Locale): string {
  const { books: t } = productText(locale)
  return startsOn || endsOn ? t.period(startsOn ?? '', endsOn ?? '') : t.always
}
