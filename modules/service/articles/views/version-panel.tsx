import { formatAgo } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { viewText } from '../../../../views/messages.ts'
import { Panel, PanelItem } from '../../../../views/panel.tsx'
import { Pill } from '../../../../views/pill.tsx'
import { articleText } from '../messages.ts'
import type { NamedVersion } from '../versions.ts'

type Props = { scope: Scope; versions: readonly NamedVersion[]; published: number | null }

/** When what was published, the latest first. */
export const VersionPanel = ({ scope, versions, published }: Props) => {
  const { locale, company } = scope
  const t = articleText(locale).versions
  const nobody = viewText(locale).productName
  return (
    <Panel title={t.title} empty={t.none}>
      {versions.length > 0
        ? versions.map(({ id, number, note, publishedAt, publishedBy }) => (
            <PanelItem
              href={`/service/article-versions/${id}`}
              title={t.one(String(number))}
              aside={number === published && <Pill text={t.out} tone="green" />}
              note={[
                t.by(
                  publishedBy ?? nobody,
                  formatAgo(locale, company.timeZone, publishedAt, scope.now()),
                ),
                note,
              ]
                .filter(Boolean)
                .join(' · ')}
            />
          ))
        : undefined}
    </Panel>
  )
}
