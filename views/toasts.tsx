import { Icon, type IconName } from './icon.tsx'
import type { ViewText } from './messages.ts'
import type { Banner, Toast } from './shell.ts'

const icons: Record<Toast['kind'] | Banner['kind'], IconName> = {
  success: 'circle-check',
  info: 'info-circle',
  warning: 'alert-triangle',
  danger: 'alert-circle',
}

type Props = { t: ViewText['shell']; toasts: readonly Toast[] }

const ToastCard = ({ t, toast }: { t: ViewText['shell']; toast: Toast }) => (
  <div class={`toast-card ${toast.kind}`} role={toast.kind === 'danger' ? 'alert' : undefined}>
    <Icon name={icons[toast.kind]} />
    <p>{toast.text}</p>
    {toast.action && <a href={toast.action.href}>{toast.action.label}</a>}
    <button type="button" class="ghost-icon needs-script" data-dismiss aria-label={t.dismiss}>
      <Icon name="x" />
    </button>
  </div>
)

/** The corner where messages appear; the layout draws it once, empty or not. */
export const ToastRegion = ({ t, toasts }: Props) => (
  <div
    id="toasts"
    role="status"
    aria-live="polite"
    aria-label={t.notices}
    data-dismiss-label={t.dismiss}
  >
    {toasts.map((toast) => (
      <ToastCard t={t} toast={toast} />
    ))}
  </div>
)

type BannerProps = { t: ViewText['shell']; banners?: readonly Banner[] }

/** The lines above a page that everybody on it must know. */
export const Banners = ({ t, banners = [] }: BannerProps) =>
  banners.length === 0 ? null : (
    <section aria-label={t.notices}>
      {banners.map((banner) => (
        <div class={`banner ${banner.kind}`}>
          <Icon name={icons[banner.kind]} />
          <p>{banner.text}</p>
          {banner.action && <a href={banner.action.href}>{banner.action.label}</a>}
        </div>
      ))}
    </section>
  )
