import { createHash } from 'node:crypto'
import { icons } from './icons.ts'

const symbols = Object.entries(icons).map(
  ([name, path]) => `<symbol id="${name}" viewBox="0 0 24 24"><path d="${path}"/></symbol>`,
)

/** All drawings in one file, which a browser keeps: drawn into each page they were a third of it. */
export const iconSheet = `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`

const mark = createHash('sha256').update(iconSheet).digest('hex').slice(0, 10)

/** Its name among the assets, which changes with its content. */
export const iconSheetFile = `icons-${mark}.svg`
