import type { ViewText } from '../messages.ts'

/** The sentences scripts may say, in the page's language; the document carries them as data. */
export const texts = JSON.parse(document.body.dataset.texts ?? '{}') as ViewText['client']
