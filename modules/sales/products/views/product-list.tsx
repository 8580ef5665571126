import { may } from '../../../../core/access/person.ts'
import { formatAgo } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { printMoney } from '../../../../core/values/money.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { pill } from '../../../../views/pill.tsx'
import type { Column } from '../../../../views/table.tsx'
import { printPercent } from '../../lines/percent.ts'
import type { ListAddress } from '../../papers/address.ts'
import type { Paged } from '../../papers/paged.ts'
import { PaperList } from '../../papers/views/paper-list.tsx'
import { productKind } from '../kind.ts'
import { productText } from '../messages.ts'
import { productFields } from '../product-fields.ts'
import { type Product, type ProductState, productStates } from '../reading.ts'

type Props = { scope: Scope; address: ListAddress<ProductState>; list: Paged<Product> }

const { href } = productKind

/** What is sold. */
export const ProductList = ({ scope, address, list }: Props) => {
  const t = productText(scope.locale)
  const mayEdit = may(scope.user, productKind.edit)
  return (
    <PaperList
      {...{ scope, address, list }}
      title={t.title}
      path={href}
      states={productStates.map((state) => ({ state, label: t.states[state] }))}
      columns={columnsFor(scope)}
      rowName={({ values }) => values.name}
      rowHref={({ id }) => `${href}/${id}`}
      actions={
        <>
          <LinkButton icon="tag" href={`${href}/price-books`}>
            {t.books.title}
          </LinkButton>
          {mayEdit && (
            <LinkButton icon="file-import" href="/admin/import?kind=products">
              {t.import}
            </LinkButton>
          )}
          {mayEdit && (
            <LinkButton kind="primary" icon="plus" href={`${href}/new`} tour="new-product">
              {t.add}
            </LinkButton>
          )}
        </>
      }
      empty={
        <Empty
          icon="package"
          title={address.query ? t.nothing : t.empty}
          text={address.query ? t.nothingText : t.emptyText}
        />
      }
    />
  )
}

const label = (field: string, { locale }: Scope): string =>
  productFields.find((one) => one.field === field)?.label[locale] ?? ''

const columnsFor = (scope: Scope): Column<Product>[] => {
  const { locale, company } = scope
  const t = productText(locale)
  return [
    { key: 'name', label: label('name', scope), cell: ({ values }) => values.name },
    { key: 'code', label: label('code', scope), quiet: true, cell: ({ values }) => values.code },
    {
      key: 'category',
      label: label('category', scope),
      cell: ({ values }) => values.category,
      hideOnPhone: true,
    },
    { key: 'unit', label: label('unit', scope), cell: ({ values }) => values.unit },
    {
      key: 'price',
      label: label('price', scope),
      align: 'end',
      cell: ({ values }) => values.price && printMoney(values.price, locale),
    },
    {
      key: 'taxRate',
      label: label('taxRate', scope),
      align: 'end',
      hideOnPhone: true,
      cell: ({ values }) => values.taxRate && printPercent(values.taxRate, locale),
    },
    {
      key: 'state',
      label: t.active,
      cell: ({ archivedAt }) => (archivedAt ? pill(t.withdrawn, 'grey') : pill(t.active, 'green')),
    },
    {
      key: 'updated',
      label: t.updated,
      quiet: true,
      hideOnPhone: true,
      cell: ({ updatedAt }) => formatAgo(locale, company.timeZone, updatedAt, scope.now()),
    },
  ]
}
