import { defineConfig } from 'drizzle-kit'

/**
 * One configuration for all: `MODULE=contacts drizzle-kit generate` writes migrations/contacts/.
 * Tables stand in an area's schema.ts, and in those of its folders where it has grown some.
 */
const area = process.env.MODULE ?? 'core'
const places: Record<string, string[]> = {
  core: ['./core/*/schema.ts'],
  flags: ['./flags/schema.ts', './flags/*/schema.ts'],
}

export default defineConfig({
  dialect: 'postgresql',
  schema: places[area] ?? [`./modules/${area}/schema.ts`, `./modules/${area}/*/schema.ts`],
  out: `./migrations/${area}`,
  schemaFilter: [area],
})
