import type { MiddlewareHandler } from 'hono'
import type { Module } from '../module.ts'
import { Refusal } from './refusal.ts'
import type { Site } from './site.ts'

/** A module that is off for the person who asks; carried to the page that says so kindly. */
export class ModuleOff extends Refusal {
  readonly module: Module
  constructor(module: Module) {
    super(404)
    this.module = module
  }
}

/** A module that this person may look at and not change; carried to the page that says so. */
export class ReadOnly extends Refusal {
  readonly module: Module
  constructor(module: Module) {
    super(403)
    this.module = module
  }
}

/** Where records are made and changed; nobody is to fill in a form that will not be taken. */
const isForm = (path: string): boolean => /\/(new|edit)$/.test(path)

/**
 * Stands before every route of a module. Off: the module is not there. Read-only: everything can
 * be seen and nothing changed, whatever the address, header or form says.
 */
export const gate =
  (module: Module): MiddlewareHandler<Site> =>
  async (c, next) => {
    const state = c.var.scope.modules.state(module.id)
    if (state === 'off') throw new ModuleOff(module)
    const looks = ['GET', 'HEAD'].includes(c.req.method) && !isForm(c.req.path)
    if (state === 'read' && !looks) throw new ReadOnly(module)
    await next()
  }
