import { Card } from '../../../views/card.tsx'
import { Details } from '../../../views/details.tsx'
import { Icon } from '../../../views/icon.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import type { AnyField } from '../../fields/field.ts'
import { formatMoment } from '../../i18n/format.ts'
import type { Locale } from '../../i18n/locale.ts'
import type { AuditEntry } from '../audit-list.ts'
import { recordText } from '../messages.ts'
import type { Referred } from '../referred.ts'
import { type Namer, tellAction, tellChanges, tellObject, tellRecord } from '../telling.ts'

type Props = {
  locale: Locale
  timeZone: string
  modules: readonly Namer[]
  ownFields: readonly AnyField[]
  entry: AuditEntry
  referred: Referred
}

/** One entry of the audit trail: the circumstances, and each field before and after. */
export const AuditEntryPage = (props: Props) => {
  const { locale, timeZone, modules, ownFields, entry, referred } = props
  const t = recordText(locale)
  const view = viewText(locale)
  const changes = tellChanges(locale, entry, modules, ownFields, referred)
  const did = tellAction(locale, modules, entry.action, entry.object)
  const what = `${tellObject(locale, modules, entry.object)} · ${did}`
  return (
    <>
      <PageHead t={view.page} title={what} trail={[{ href: '/admin/audit', label: t.title }]} />
      <PageBody>
        <Card>
          <Details
            empty={view.record.empty}
            items={[
              { label: t.when, value: formatMoment(locale, timeZone, entry.at) },
              { label: t.who, value: entry.actor ?? t.nobody },
              { label: t.record, value: tellRecord(locale, modules, entry) },
              { label: t.reason, value: entry.reason },
              { label: t.address, value: entry.address },
              { label: t.request, value: <code>{entry.requestId}</code> },
            ]}
          />
        </Card>
        <Card title={t.changes}>
          {changes.length === 0 ? (
            <p class="hint">{t.nothing}</p>
          ) : (
            <dl class="changes" hx-ignore>
              {changes.map(({ label, before, after }) => (
                <div>
                  <dt>{label}</dt>
                  <dd>
                    {entry.before && (
                      <>
                        <del>
                          <Value text={before} none={view.timeline.nothing} />
                        </del>{' '}
                        <Icon name="arrow-right" />{' '}
                      </>
                    )}
                    <ins>
                      <Value text={after} none={view.timeline.nothing} />
                    </ins>
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </Card>
      </PageBody>
    </>
  )
}

const Value = ({ text, none }: { text: string; none: string }) =>
  text === '' ? <i class="nothing">{none}</i> : <span dir="auto">{text}</span>
