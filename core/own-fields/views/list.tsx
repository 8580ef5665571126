import { Button, LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Icon } from '../../../views/icon.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { Pill } from '../../../views/pill.tsx'
import type { Locale } from '../../i18n/locale.ts'
import type { Audited } from '../../module.ts'
import type { Definition } from '../definition.ts'
import { ownText } from '../messages.ts'

type Props = { locale: Locale; objects: readonly Audited[]; fields: readonly Definition[] }

/** The own fields of every kind of record, in their order, and those that were put away. */
export const OwnFieldsPage = ({ locale, objects, fields }: Props) => {
  const t = ownText(locale)
  return (
    <>
      <PageHead t={viewText(locale).page} title={t.title} />
      <PageBody>
        <p class="hint">{t.intro}</p>
        {objects.map((object) => {
          const own = fields.filter((field) => field.object === object.object)
          const live = own.filter(({ archived }) => !archived)
          return (
            <Card
              title={object.title[locale]}
              flush
              testId={object.object}
              actions={
                <LinkButton
                  href={`/admin/fields/new?object=${object.object}`}
                  icon="plus"
                  small
                  tour={`fields.add.${object.object}`}
                >
                  {t.add}
                </LinkButton>
              }
            >
              {own.length === 0 && <p class="card-body hint">{t.none}</p>}
              <ol class="rows">
                {live.map((field, at) => (
                  <Row
                    locale={locale}
                    field={field}
                    first={at === 0}
                    last={at === live.length - 1}
                  />
                ))}
                {own
                  .filter(({ archived }) => archived)
                  .map((field) => (
                    <ArchivedRow locale={locale} field={field} />
                  ))}
              </ol>
            </Card>
          )
        })}
      </PageBody>
    </>
  )
}

type RowProps = { locale: Locale; field: Definition }

const Row = ({ locale, field, first, last }: RowProps & { first: boolean; last: boolean }) => {
  const t = ownText(locale)
  const label = field.label[locale]
  return (
    <li data-testid="row">
      <p>
        <a href={`/admin/fields/${field.id}`}>{label}</a>
        <small>
          {[t.kinds[field.kind].title, field.group[locale]].filter(Boolean).join(' · ')}
        </small>
      </p>
      {field.required && <Pill text={t.isRequired} tone="orange" />}
      {field.unique && <Pill text={t.isUnique} tone="blue" />}
      <Move field={field} way="up" label={t.moveUp(label)} off={first} />
      <Move field={field} way="down" label={t.moveDown(label)} off={last} />
    </li>
  )
}

type MoveProps = { field: Definition; way: 'up' | 'down'; label: string; off: boolean }

const Move = ({ field, way, label, off }: MoveProps) => (
  <form method="post" action={`/admin/fields/${field.id}/${way}`}>
    <button type="submit" class="ghost-icon" aria-label={label} title={label} disabled={off}>
      <Icon name={way === 'up' ? 'arrow-up' : 'arrow-down'} />
    </button>
  </form>
)

const ArchivedRow = ({ locale, field }: RowProps) => {
  const t = ownText(locale)
  return (
    <li data-testid="archived-row">
      <p>
        {field.label[locale]}
        <small>{t.kinds[field.kind].title}</small>
      </p>
      <Pill text={t.archived} />
      <form method="post" action={`/admin/fields/${field.id}/restore`}>
        <Button small icon="restore">
          {t.restore}
        </Button>
      </form>
    </li>
  )
}
