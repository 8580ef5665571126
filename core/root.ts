import { resolve } from 'node:path'

/** The product's folder. Sources (core/) and the bundle (dist/) both lie one step below it. */
export const root = resolve(import.meta.dirname, '..')
