import { resolve } from 'node:path'

/**
 * The product's folder. Sources (core/) and the bundle (dist/) both lie one step below it. What
 * reads the tables to write migrations knows no folder of its own, and is called in the product's.
 */
export const root = import.meta.dirname ? resolve(import.meta.dirname, '..') : process.cwd()
