import { may } from '../../../../core/access/person.ts'
import { fieldDetails } from '../../../../core/fields/views/details.ts'
import type { ToldTimeline } from '../../../../core/records/told.ts'
import { RecordTimeline } from '../../../../core/records/views/record-timeline.tsx'
import type { Scope } from '../../../../core/scope.ts'
import { Button, LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { Details } from '../../../../views/details.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageHead } from '../../../../views/page.tsx'
import { Pill } from '../../../../views/pill.tsx'
import { Record, RecordHead } from '../../../../views/record.tsx'
import { productKind } from '../kind.ts'
import { productText } from '../messages.ts'
import { productFields } from '../product-fields.ts'
import type { Product } from '../reading.ts'

type Props = { scope: Scope; product: Product; timeline: ToldTimeline }

/** One product: what is said of it, and what happened to it. */
export const ProductPage = ({ scope, product, timeline }: Props) => {
  const t = productText(scope.locale)
  const view = viewText(scope.locale)
  const { values, archivedAt } = product
  const href = `${productKind.href}/${product.id}`
  return (
    <>
      <PageHead
        t={view.page}
        title={values.name}
        note={archivedAt && <Pill text={t.withdrawn} />}
        trail={[{ href: productKind.href, label: t.title }]}
        actions={
          may(scope.user, productKind.edit) && (
            <>
              <LinkButton icon="pencil" href={`${href}/edit`}>
                {t.edit}
              </LinkButton>
              <form method="post" action={`${href}/${archivedAt ? 'resume' : 'withdraw'}`}>
                <Button icon={archivedAt ? 'archive-restore' : 'archive'}>
                  {archivedAt ? t.resume : t.withdraw}
                </Button>
              </form>
            </>
          )
        }
      />
      <Record
        summary={
          <>
            <RecordHead name={values.name} firm />
            <Details
              empty={view.record.empty}
              items={fieldDetails(scope, productFields.slice(1), values)}
            />
          </>
        }
        main={
          <Card title={t.history}>
            <RecordTimeline scope={scope} href={href} timeline={timeline} />
          </Card>
        }
      />
    </>
  )
}
