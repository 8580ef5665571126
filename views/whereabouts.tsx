import { Icon } from './icon.tsx'
import type { ViewText } from './messages.ts'

type Props = { t: ViewText['whereabouts']; latitude?: string; longitude?: string }

/**
 * A button that asks the browser where it is and keeps the degrees in two hidden fields. Nothing is
 * asked before somebody presses it, no other server hears of it, and without scripts it is not there.
 */
export const Whereabouts = ({ t, latitude = '', longitude = '' }: Props) => (
  <div class="whereabouts" data-whereabouts>
    <input type="hidden" name="latitude" value={latitude} />
    <input type="hidden" name="longitude" value={longitude} />
    <button type="button" class="btn btn-sm" data-locate hidden>
      <Icon name="map-pin" />
      {t.ask}
    </button>
    <button type="button" class="btn btn-ghost btn-sm" data-forget hidden>
      {t.forget}
    </button>
    <output aria-live="polite" data-failed={t.failed}>
      {latitude && longitude ? `${latitude}, ${longitude}` : ''}
    </output>
  </div>
)
