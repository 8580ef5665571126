import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from '../../setup/office.ts'
import type { Json } from '../../setup/program.ts'

let office: Office
let description: Json
beforeAll(async () => {
  office = await openOffice()
  description = await (await office.stranger().get('/api/v1/openapi.json')).json()
})
afterAll(() => office.close())

test('the description is OpenAPI 3.1 and says of every resource how it is read and written', () => {
  expect(description.openapi).toBe('3.1.0')
  expect(description.components.securitySchemes.token).toMatchObject({
    type: 'http',
    scheme: 'bearer',
  })
  for (const { resources = [] } of office.app.product.registry.modules)
    for (const { name } of resources) {
      expect(Object.keys(description.paths[`/v1/${name}`])).toEqual(['get', 'post'])
      expect(Object.keys(description.paths[`/v1/${name}/{id}`])).toEqual(
        expect.arrayContaining(['get', 'patch', 'delete']),
      )
    }
  expect(Object.keys(description.paths['/v1/audit'])).toEqual(['get'])
})

test('whatever it refers to is there', () => {
  const text = JSON.stringify(description)
  const names = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, n]) => n)
  expect(names.length).toBeGreaterThan(10)
  for (const name of names) expect(description.components.schemas).toHaveProperty([name as string])
})

test('every parameter of a list is named and typed, and the limits are those that hold', () => {
  const parameters: Json[] = description.paths['/v1/audit'].get.parameters
  expect(parameters.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['q', 'sort', 'limit', 'cursor', 'person', 'action', 'from', 'to']),
  )
  for (const { schema, name } of parameters) expect(schema.type, name).toEqual(expect.any(String))
  const limit = parameters.find(({ name }) => name === 'limit')
  expect(limit.schema).toEqual({ type: 'integer', minimum: 1, maximum: 200, default: 50 })
})

test('adding an account or a contact says that duplicates are taken, and how to look for one', async () => {
  const headers = { 'accept-language': 'zh-CN' }
  const chinese = await (await office.stranger().get('/api/v1/openapi.json', headers)).json()
  for (const name of ['accounts', 'contacts']) {
    const asked = `GET /v1/${name}?q=`
    expect(description.paths[`/v1/${name}`].post.description).toContain(asked)
    expect(chinese.paths[`/v1/${name}`].post.description).toContain(asked)
  }
})

test('it is told in the language asked for', async () => {
  const headers = { 'accept-language': 'zh-CN' }
  const chinese = await (await office.stranger().get('/api/v1/openapi.json', headers)).json()
  expect(chinese.info.title).toBe('循序 CRM 接口文档')
  expect(description.info.title).toBe('Stepwise CRM API')
})

test('with a token that does not work it says so, rather than showing what everybody sees', async () => {
  const answer = await office
    .stranger()
    .get('/api/v1/openapi.json', { authorization: 'Bearer nothing' })
  expect(answer.status).toBe(401)
})

test('the page of the documentation loads nothing but files of ours', async () => {
  const answer = await office.stranger().get('/api/v1/docs')
  const html = await answer.text()
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'")
  expect(html).not.toMatch(/<script>|<style|\son\w+=|style="/)
  const files = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, path]) => path as string)
  for (const path of files.filter((one) => !one.startsWith('data:'))) {
    expect(path).toMatch(/^\/assets\/api-docs-/)
    expect((await office.stranger().get(path)).status).toBe(200)
  }
})
