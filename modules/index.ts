import type { Module } from '../core/module.ts'
import { contacts } from './contacts/module.ts'
import { sales } from './sales/module.ts'
import { service } from './service/module.ts'
import { training } from './training/module.ts'

/** All modules of the product, each after those it needs. This is the only list. */
export const modules: readonly Module[] = [contacts, sales, service, training]
