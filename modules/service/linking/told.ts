import type { TimelineKind } from '../../../core/module.ts'
import { linkingText } from './messages.ts'

/** That a ticket went into another, told on both. */
export const mergedLine: TimelineKind<'service'> = {
  kind: 'service.merged',
  icon: 'arrow-merge',
  tell: ({ locale }, { into, from }) => {
    const t = linkingText(locale).deeds
    return into ? t.merged(String(into)) : t.received(String(from))
  },
}
