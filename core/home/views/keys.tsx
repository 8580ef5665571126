import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import type { Locale } from '../../i18n/locale.ts'
import { homeText } from '../messages.ts'

/** What keys do on the pages; scripts open it as a dialog. */
export const KeysPage = ({ locale }: { locale: Locale }) => {
  const t = homeText(locale).keys
  const lines: [keys: string[], does: string][] = [
    [['j', '↓'], t.down],
    [['k', '↑'], t.up],
    [['x'], t.select],
    [['Enter'], t.open],
    [['/'], t.search],
    [['Ctrl K'], t.jump],
    [['Ctrl Enter'], t.save],
    [['Esc'], t.close],
    [['?'], t.help],
  ]
  return (
    <>
      <PageHead t={viewText(locale).page} title={t.title} />
      <PageBody>
        <div id="keys">
          <h2>{t.title}</h2>
          <dl class="keys">
            {lines.map(([keys, does]) => (
              <div>
                <dt>
                  {keys.map((key) => (
                    <kbd>{key}</kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
          <form method="dialog" class="needs-script">
            <button type="submit" class="btn btn-sm">
              {t.closeHelp}
            </button>
          </form>
        </div>
      </PageBody>
    </>
  )
}
