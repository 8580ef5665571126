import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { PanelItem } from '../../../views/panel.tsx'
import type { Locale } from '../../i18n/locale.ts'
import type { Audited } from '../../module.ts'
import { ownKinds } from '../kinds.ts'
import { ownText } from '../messages.ts'

/** Asks what a new field is to hold; the rest of its form follows from that. */
export const KindsPage = ({ locale, object }: { locale: Locale; object: Audited }) => {
  const t = ownText(locale)
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={t.addTo(object.title[locale])}
        trail={[{ href: '/admin/fields', label: t.title }]}
      />
      <PageBody>
        <h2>{t.chooseKind}</h2>
        <p class="hint">{t.chooseKindHint}</p>
        <div class="role-cards">
          {ownKinds.map((kind) => (
            <PanelItem
              href={`/admin/fields/new?object=${object.object}&kind=${kind}`}
              title={t.kinds[kind].title}
              note={t.kinds[kind].about}
            />
          ))}
        </div>
      </PageBody>
    </>
  )
}
