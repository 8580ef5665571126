import { Hono } from 'hono'
import { gate } from '../http/gate.tsx'
import { notFound } from '../http/refusal.ts'
import type { Site } from '../http/site.ts'
import type { Product } from '../product.ts'
import { limitJson } from './body.ts'
import { ownDocs, publicDocs } from './docs.tsx'
import { keepNowhere, openGate, speakAsAsked } from './gate.ts'
import { mount, pathOf } from './mount.ts'
import { standingResources } from './offered.ts'

/** The REST API below /api: for programs, with a token, and without a cookie. */
export function apiRoutes({ registry }: Product): Hono<Site> {
  const api = new Hono<Site>()
  api.use(keepNowhere)
  api.use(speakAsAsked)
  api.use(limitJson)
  api.route('/', publicDocs)
  api.use(openGate())
  api.route('/', ownDocs)
  for (const module of registry.modules)
    for (const resource of module.resources ?? []) {
      api.use(`${pathOf(resource)}/*`, gate(module))
      mount(api, resource)
    }
  for (const resource of standingResources(registry)) mount(api, resource)
  api.all('*', () => {
    throw notFound()
  })
  return api
}
