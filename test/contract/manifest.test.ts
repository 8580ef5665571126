import { getTableConfig } from 'drizzle-orm/pg-core'
import { describe, expect, test } from 'vitest'
import { locales, type PerLocale } from '../../core/i18n/locale.ts'
import type { Module } from '../../core/module.ts'
import { openRegistry } from '../../core/registry.ts'
import { outgoingOf } from '../../core/transfer/transfer.ts'
import { icons } from '../../views/icons.ts'
import { modules } from './stage.ts'

/** Every text a manifest gives in both languages. */
const texts = (module: Module): PerLocale[] => [
  module.title,
  module.about,
  ...module.permissions.map(({ title }) => title),
  ...module.navigation.map(({ title }) => title),
  ...(module.search ?? []).map(({ title }) => title),
  ...(module.audited ?? []).flatMap(({ title, fields }) => [
    title,
    ...fields.map(({ label }) => label),
  ]),
  ...outgoingOf(module).map(({ title }) => title),
  ...(module.resources ?? []).map(({ title }) => title),
  ...(module.transfers ?? []).map(({ keys }) => keys),
  ...outgoingOf(module).flatMap(({ columns }) => columns.map(({ label }) => label)),
]

const iconsOf = (module: Module): string[] => [
  module.icon,
  ...module.navigation.map(({ icon }) => icon),
  ...(module.timeline ?? []).map(({ icon }) => icon),
]

test('the list of modules is sound', () => {
  expect(openRegistry(modules).modules).toHaveLength(modules.length)
  expect(modules.length).toBeGreaterThan(1)
})

describe.each(modules)('$id', (module: Module) => {
  test('its texts are there in both languages, and the Chinese ones are Chinese', () => {
    const all = texts(module)
    expect(all.length).toBeGreaterThan(3)
    for (const text of all) {
      for (const locale of locales) expect(text[locale].trim(), text.en).not.toBe('')
      expect(text['zh-CN'], text.en).toMatch(/\p{Script=Han}/u)
      expect(text.en).not.toMatch(/\p{Script=Han}/u)
    }
  })

  test('its names are its own: flag, permissions, pages, jobs, timeline', () => {
    expect(module.flag).toBe(`module.${module.id}`)
    const named = [
      ...module.permissions.map(({ key }) => key),
      ...(module.jobs ?? []).map(({ name }) => name),
      ...(module.timeline ?? []).map(({ kind }) => kind),
    ]
    for (const name of named) expect(name.split('.')[0], name).toBe(module.id)
    for (const { href } of module.navigation) expect(href.split('/')[1], href).toBe(module.id)
    for (const { listHref } of outgoingOf(module))
      expect(listHref.split('/')[1], listHref).toBe(module.id)
    for (const { slot } of module.panels ?? []) expect(module.needs).toContain(slot.split('.')[0])
  })

  test('it can be entered from the menu, and someone may see it', () => {
    expect(module.navigation.length).toBeGreaterThan(0)
    for (const { key, roles } of module.permissions) expect(Object.keys(roles), key).not.toEqual([])
    expect(module.permissions.some(({ roles }) => roles.member && roles.member !== 'none')).toBe(
      true,
    )
  })

  test('its icons are in the set', () => {
    for (const icon of iconsOf(module)) expect(Object.keys(icons), icon).toContain(icon)
  })

  test('its tables lie in its own schema, and every key begins with the company', () => {
    for (const table of module.tables) {
      const { schema, name, columns, primaryKeys, uniqueConstraints, indexes } =
        getTableConfig(table)
      expect(schema, name).toBe(module.id)
      expect(columns.find((column) => column.name === 'company_id')?.notNull, name).toBe(true)
      expect(
        columns.filter((column) => column.primary || column.isUnique),
        name,
      ).toEqual([])
      const keys = [
        ...primaryKeys.map((key) => key.columns),
        ...uniqueConstraints.map((key) => key.columns),
        ...indexes.filter((one) => one.config.unique).map((one) => one.config.columns),
      ]
      expect(primaryKeys, name).toHaveLength(1)
      for (const [first] of keys)
        expect(first && Reflect.get(first, 'name'), name).toBe('company_id')
    }
  })

  test('it brings seeds when it keeps records that can be searched or imported', () => {
    const keeps = (module.search?.length ?? 0) + (module.transfers?.length ?? 0) > 0
    expect((module.seeds?.length ?? 0) > 0 || !keeps).toBe(true)
  })
})
