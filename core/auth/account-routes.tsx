import { Hono } from 'hono'
import type { Site } from '../http/site.ts'

/** A person's own profile, sessions, language and theme. */
export const accountRoutes = new Hono<Site>()
