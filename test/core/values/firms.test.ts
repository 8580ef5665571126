import { expect, test } from 'vitest'
import { firmDomain } from '../../../core/values/firm-domain.ts'
import { maskedFirm, maskedPerson } from '../../../core/values/masked.ts'

test.each([
  [['https://www.huawei.com/cn', 'a@qq.com'], 'huawei.com'],
  [[null, 'mei@mail.huawei.com'], 'mail.huawei.com'],
  [['https://gmail.com', 'mei@acme.example'], 'acme.example'],
  [[null, '88001234@qq.com'], undefined],
  [['https://shop.1688.com', null], 'shop.1688.com'],
  [[null, null], undefined],
])('of %j the firm’s own domain is %s', (addresses, domain) => {
  expect(firmDomain(...addresses)).toBe(domain)
})

test.each([
  ['北京星河科技有限公司', '北京**科技'],
  ['星河科技', '星**'],
  ['Acme Trading Co., Ltd.', 'ac**'],
  ['', '**'],
])('somebody who may not open %j reads %s', (name, masked) => {
  expect(maskedFirm(name)).toBe(masked)
})

test.each([
  ['王小明', '王**'],
  ['𠮷田', '𠮷**'],
  ['Mary Smith', 'M**'],
])('of a person called %s they read %s', (name, masked) => {
  expect(maskedPerson(name)).toBe(masked)
})
