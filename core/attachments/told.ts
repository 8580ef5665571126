import { icon } from '../../views/icon.tsx'
import { markup } from '../../views/markup.ts'
import type { TimelineKind } from '../module.ts'
import { attachmentText } from './messages.ts'
import { printSize } from './size.ts'

/** How files read in the timeline of any record. */
export const fileTimeline: readonly TimelineKind<'core'>[] = [
  {
    kind: 'core.file-added',
    group: 'files',
    icon: 'paperclip',
    tell: ({ locale }, { fileName, removed }) => {
      const t = attachmentText(locale)
      return (removed ? t.addedAndGone : t.added)(String(fileName))
    },
    more: ({ locale }, { id, data }) =>
      data.removed
        ? undefined
        : markup`<p class="timeline-more"><a href="/files/${id}" download>${icon('download')}${attachmentText(locale).download} · ${printSize(locale, Number(data.bytes))}</a></p>`,
  },
]
