import type { DepartmentName } from '../../../../core/access/directory.ts'
import { may } from '../../../../core/access/person.ts'
import type { Errors, Raw } from '../../../../core/http/form.ts'
import { formatNumber } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { printMoney } from '../../../../core/values/money.ts'
import { Button, LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { Details } from '../../../../views/details.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { markup } from '../../../../views/markup.ts'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { Pager } from '../../../../views/pager.tsx'
import { Pill } from '../../../../views/pill.tsx'
import { Table } from '../../../../views/table.tsx'
import { addressOf } from '../../papers/address.ts'
import type { Paged } from '../../papers/paged.ts'
import type { Book } from '../books.ts'
import { productKind } from '../kind.ts'
import { productText } from '../messages.ts'
import type { PriceRow } from '../prices.ts'
import { departmentsOf, periodOf } from './books-page.tsx'

type Props = {
  scope: Scope
  book: Book
  departments: readonly DepartmentName[]
  prices: Paged<PriceRow>
  raw: Raw
  errors?: Errors
}

const place = `${productKind.href}/price-books`

/** One price book: for whom it is, its prices, and a form that sets one. */
export const BookPage = ({ scope, book, departments, prices, raw, errors = {} }: Props) => {
  const { locale, user } = scope
  const { title, books: t, edit } = productText(locale)
  const view = viewText(locale)
  const here = `${place}/${book.id}`
  const mayEdit = may(user, productKind.edit)
  const field = (name: string) => ({ t: view.form, name, value: raw[name], error: errors[name] })
  return (
    <>
      <PageHead
        t={view.page}
        title={book.name}
        note={book.archivedAt && <Pill text={t.archived} />}
        trail={[
          { href: productKind.href, label: title },
          { href: place, label: t.title },
        ]}
        actions={
          mayEdit && (
            <>
              <LinkButton icon="pencil" href={`${here}/edit`}>
                {edit}
              </LinkButton>
              <form method="post" action={`${here}/${book.archivedAt ? 'restore' : 'archive'}`}>
                <Button icon={book.archivedAt ? 'archive-restore' : 'archive'}>
                  {book.archivedAt ? t.restore : t.archive}
                </Button>
              </form>
            </>
          )
        }
      />
      <PageBody>
        <div class="stack">
          <Details
            empty={view.record.empty}
            items={[
              { label: t.currency, value: book.currency },
              { label: t.level, value: book.level || t.everybody },
              { label: t.departments, value: departmentsOf(book, departments, locale) },
              { label: t.startsOn, value: periodOf(book, locale) },
            ]}
          />
          <Card title={t.prices} flush>
            <Prices {...{ scope, book, prices }} mayEdit={mayEdit && !book.archivedAt} />
          </Card>
          {mayEdit && !book.archivedAt && (
            <Card title={t.setPrice}>
              <Form t={view.form} action={`${here}/prices`} errors={errors} submit={t.setPrice}>
                <Field
                  {...field('product')}
                  kind="text"
                  label={t.product}
                  hint={t.productHint}
                  names={`${productKind.href}/names`}
                  required
                />
                <Field
                  {...field('price')}
                  kind="money"
                  unit={book.currency}
                  label={t.price}
                  required
                />
              </Form>
            </Card>
          )}
        </div>
      </PageBody>
    </>
  )
}

type PricesProps = Pick<Props, 'scope' | 'book' | 'prices'> & { mayEdit: boolean }

const Prices = ({ scope, book, prices: { page, total }, mayEdit }: PricesProps) => {
  const { locale } = scope
  const { books: t } = productText(locale)
  const view = viewText(locale)
  const here = `${place}/${book.id}`
  if (page.rows.length === 0) return <Empty icon="tag" title={t.none} text={t.noneText} />
  return (
    <section id="list">
      <Table
        t={view.table}
        caption={t.prices}
        columns={[
          { key: 'name', label: t.product, cell: ({ name }) => name },
          {
            key: 'price',
            label: t.price,
            align: 'end',
            cell: ({ priceMinor }) =>
              printMoney({ minor: priceMinor, currency: book.currency }, locale),
          },
          {
            key: 'usual',
            label: t.usual,
            align: 'end',
            quiet: true,
            cell: ({ usual }) => usual && printMoney(usual, locale),
          },
          {
            key: 'drop',
            label: '',
            align: 'end',
            cell: ({ id, name }) =>
              mayEdit &&
              markup`<form method="post" action="${here}/prices/drop"><input type="hidden" name="product" value="${id}"><button class="btn btn-ghost btn-sm">${t.drop(name)}</button></form>`,
          },
        ]}
        rows={page.rows}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        rowHref={({ id }) => `${productKind.href}/${id}`}
      />
      <Pager
        t={view.list}
        total={formatNumber(locale, total)}
        previousHref={page.before && addressOf(here, { before: page.before })}
        nextHref={page.after && addressOf(here, { after: page.after })}
      />
    </section>
  )
}
