import { describe, expect, test } from 'vitest'
import { composeSheet } from '../../../core/transfer/compose.ts'
import { readTable } from '../../../core/transfer/opening.ts'
import type { Values } from '../../../core/transfer/transfer.ts'
import { transfers } from '../../../modules/contacts/transfers.ts'

/** What the first row of a file fills, by field. */
function fills(
  kind: string,
  headers: string,
  cells: Record<string, string>,
): Record<string, string> {
  const transfer = transfers.find((one) => one.kind === kind)
  if (!transfer) throw new Error(`There is no kind "${kind}".`)
  const names = headers.split(',')
  for (const name of Object.keys(cells)) expect(names).toContain(name)
  const text = `${headers}\n${names.map((name) => `"${cells[name] ?? ''}"`).join(',')}\n`
  const { guess, rows } = composeSheet<Values>(readTable(text), transfer.columns, transfer.foreign)
  const [row] = rows()
  return Object.fromEntries(
    guess.flatMap((field, at) => (field && row?.cells[at] ? [[field, row.cells[at] ?? '']] : [])),
  )
}

const google =
  'First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,Website 1 - Label,Website 1 - Value'

const oldGoogle =
  'Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Additional Name Yomi,Family Name Yomi,Name Prefix,Name Suffix,Initials,Nickname,Short Name,Maiden Name,Birthday,Gender,Location,Billing Information,Directory Server,Mileage,Occupation,Hobby,Sensitivity,Priority,Subject,Notes,Language,Photo,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value,Organization 1 - Type,Organization 1 - Name,Organization 1 - Yomi Name,Organization 1 - Title,Organization 1 - Department'

const outlook =
  'First Name,Middle Name,Last Name,Title,Suffix,Nickname,Given Yomi,Surname Yomi,E-mail Address,E-mail 2 Address,E-mail 3 Address,Home Phone,Home Phone 2,Business Phone,Business Phone 2,Mobile Phone,Car Phone,Other Phone,Primary Phone,Pager,Business Fax,Home Fax,Other Fax,Company Main Phone,Callback,Radio Phone,Telex,TTY/TDD Phone,IMAddress,Job Title,Department,Company,Office Location,Manager’s Name,Assistant’s Name,Assistant’s Phone,Company Yomi,Business Street,Business City,Business State,Business Postal Code,Business Country/Region,Home Street,Home City,Home State,Home Postal Code,Home Country/Region,Personal Web Page,Spouse,Schools,Hobby,Location,Web Page,Birthday,Anniversary,Notes'

describe('address books', () => {
  test('Google Contacts of today', () => {
    const cells = {
      'First Name': '三',
      'Last Name': '张',
      'Organization Name': '上海星河',
      'Organization Title': '采购经理',
      'Organization Department': '采购部',
      'E-mail 1 - Value': 'zhang@example.com ::: san@example.com',
      'Phone 1 - Label': 'Work',
      'Phone 1 - Value': '021-61008888',
      'Phone 2 - Label': 'Mobile',
      'Phone 2 - Value': '13812345678',
      Notes: '老客户',
    }
    expect(fills('contacts', google, cells)).toEqual({
      name: '张三',
      account: '上海星河',
      title: '采购经理',
      email: 'zhang@example.com',
      phone: '021-61008888',
      mobile: '13812345678',
      about: '老客户',
    })
  })

  test('Google Contacts of before', () => {
    const cells = {
      Name: 'Mei Lin',
      'Given Name': 'Mei',
      'Family Name': 'Lin',
      'E-mail 1 - Value': 'mei@example.com',
      'Phone 1 - Type': 'Mobile',
      'Phone 1 - Value': '+44 7400 123456',
      'Organization 1 - Name': 'Harbour Trading',
      'Organization 1 - Title': 'Buyer',
    }
    expect(fills('contacts', oldGoogle, cells)).toEqual({
      name: 'Mei Lin',
      email: 'mei@example.com',
      mobile: '+44 7400 123456',
      account: 'Harbour Trading',
      title: 'Buyer',
    })
  })

  test('Outlook: Title is Mr or Ms there, and the department is not one of ours', () => {
    const cells = {
      Title: 'Ms.',
      'First Name': 'Mei',
      'Last Name': 'Lin',
      'E-mail Address': 'mei@example.com',
      'Business Phone': '020 7946 0000',
      'Home Phone': '020 7946 0001',
      'Mobile Phone': '07400 123456',
      'Job Title': 'Buyer',
      Department: 'Purchasing',
      Company: 'Harbour Trading',
      'Business City': 'London',
      Notes: 'met at the fair',
    }
    expect(fills('contacts', outlook, cells)).toEqual({
      name: 'Mei Lin',
      email: 'mei@example.com',
      phone: '020 7946 0000',
      mobile: '07400 123456',
      title: 'Buyer',
      account: 'Harbour Trading',
      region: 'London',
      about: 'met at the fair',
    })
  })

  test('Outlook in Chinese', () => {
    const headers =
      '称谓,名,中间名,姓,中文称谓后缀,单位,部门,职务,商务地址 街道,商务电话,住宅电话,移动电话,电子邮件地址,备注'
    const cells = {
      名: '三',
      姓: '张',
      单位: '上海星河',
      部门: '采购',
      职务: '经理',
      商务电话: '021-61008888',
      移动电话: '13812345678',
      电子邮件地址: 'zhang@example.com',
    }
    expect(fills('contacts', headers, cells)).toEqual({
      name: '张三',
      account: '上海星河',
      title: '经理',
      phone: '021-61008888',
      mobile: '13812345678',
      email: 'zhang@example.com',
    })
  })
})

describe('other customer programs', () => {
  test.each([
    [
      'a list in traditional characters',
      'accounts',
      '公司名稱,統一編號,產業別,電話,網站,員工人數,營業額,備註',
      { 公司名稱: '臺灣機電', 產業別: '機電', 電話: '1', 網站: 'x.io', 員工人數: '7', 備註: 'x' },
      {
        ...{ name: '臺灣機電', industry: '機電', phone: '1', website: 'x.io' },
        ...{ employees: '7', about: 'x' },
      },
    ],
    [
      'Salesforce, contacts',
      'contacts',
      'Salutation,First Name,Last Name,Title,Account Name,Mailing Street,Mailing City,Mailing State/Province,Mailing Country,Phone,Fax,Mobile,Email,Account Owner,Department',
      {
        'First Name': 'Mei',
        'Last Name': 'Lin',
        Title: 'Buyer',
        'Account Name': 'Acme',
        Phone: '1',
        Mobile: '2',
        Email: 'm@x.io',
        'Mailing City': 'Leeds',
        Department: 'Buying',
      },
      {
        name: 'Mei Lin',
        title: 'Buyer',
        account: 'Acme',
        phone: '1',
        mobile: '2',
        email: 'm@x.io',
        region: 'Leeds',
      },
    ],
    [
      'Salesforce, accounts',
      'accounts',
      'Account Name,Account Owner,Billing Street,Billing City,Billing Country,Phone,Website,Industry,Annual Revenue,Employees,Rating,Account Source,Parent Account,Ticker Symbol,Description',
      {
        'Account Name': 'Acme',
        'Billing City': 'Leeds',
        'Billing Street': '1 Road',
        Phone: '1',
        Website: 'acme.io',
        Industry: 'Steel',
        'Annual Revenue': '5',
        Employees: '7',
        Rating: 'Hot',
        'Parent Account': 'Bolt',
        'Ticker Symbol': 'AC',
        Description: 'x',
      },
      {
        name: 'Acme',
        region: 'Leeds',
        address: '1 Road',
        phone: '1',
        website: 'acme.io',
        industry: 'Steel',
        revenue: '5',
        employees: '7',
        level: 'Hot',
        parent: 'Bolt',
        stockCode: 'AC',
        about: 'x',
      },
    ],
    [
      'HubSpot, contacts',
      'contacts',
      'Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Marketing contact status,Create Date,Last Activity Date (GMT+8),Associated Company,Associated Company IDs',
      {
        'First Name': 'Mei',
        'Last Name': 'Lin',
        Email: 'm@x.io',
        'Phone Number': '1',
        'Associated Company': 'Acme',
      },
      { name: 'Mei Lin', email: 'm@x.io', phone: '1', account: 'Acme' },
    ],
    [
      'HubSpot, companies',
      'accounts',
      'Record ID,Company name,Company owner,Phone Number,City,Country/Region,Industry,Company Domain Name,Number of Employees',
      {
        'Company name': 'Acme',
        City: 'Leeds',
        'Phone Number': '1',
        Industry: 'Steel',
        'Company Domain Name': 'acme.io',
        'Number of Employees': '7',
      },
      {
        name: 'Acme',
        region: 'Leeds',
        phone: '1',
        industry: 'Steel',
        website: 'acme.io',
        employees: '7',
      },
    ],
    [
      'Pipedrive, people',
      'contacts',
      'Person - Name,Person - Organization,Person - Email - Work,Person - Phone - Work,Person - Phone - Mobile,Person - Job title,Person - Owner',
      {
        'Person - Name': 'Mei',
        'Person - Organization': 'Acme',
        'Person - Email - Work': 'm@x.io',
        'Person - Phone - Work': '1',
        'Person - Phone - Mobile': '2',
        'Person - Job title': 'Buyer',
      },
      { name: 'Mei', account: 'Acme', email: 'm@x.io', phone: '1', mobile: '2', title: 'Buyer' },
    ],
    [
      'a Chinese one, customers',
      'accounts',
      '客户名称,客户编号,客户级别,客户来源,客户状态,1级行业,国家,省,市,区,详细地址,电话,网址,邮件,负责人,归属部门,备注',
      {
        客户名称: '星河',
        客户级别: 'A',
        客户来源: '展会',
        '1级行业': '软件',
        省: '广东省',
        市: '深圳市',
        区: '南山区',
        详细地址: '科苑路',
        电话: '1',
        网址: 'x.cn',
        邮件: 'a@x.cn',
        负责人: '林岚',
        归属部门: '销售部',
        备注: 'b',
      },
      {
        name: '星河',
        level: 'A',
        source: '展会',
        industry: '软件',
        region: '广东省深圳市南山区',
        address: '科苑路',
        phone: '1',
        website: 'x.cn',
        email: 'a@x.cn',
        owner: '林岚',
        department: '销售部',
        about: 'b',
      },
    ],
    [
      'a list of firms as people keep it',
      'accounts',
      '公司名称,省份,销售负责人',
      { 公司名称: '星河', 省份: '广东省', 销售负责人: '林岚' },
      { name: '星河', region: '广东省', owner: '林岚' },
    ],
    [
      'one with province and town apart',
      'accounts',
      '公司名称,省份,市',
      { 公司名称: '星河', 省份: '广东省', 市: '深圳市' },
      { name: '星河', region: '广东省深圳市' },
    ],
    [
      'a list of people as people keep it, whose departments are not ours',
      'contacts',
      '姓名,所属公司,部门（全称）,职务,手机,省份,城市,销售负责人',
      {
        姓名: '张三',
        所属公司: '星河',
        '部门（全称）': '采购部',
        省份: '广东省',
        城市: '深圳市',
        销售负责人: '林岚',
      },
      { name: '张三', account: '星河', region: '广东省深圳市', owner: '林岚' },
    ],
    [
      'our own, in Chinese',
      'contacts',
      '姓名,所属客户,担任角色,负责人,部门',
      { 姓名: '张三', 所属客户: '星河', 担任角色: '采购', 部门: '销售部' },
      { name: '张三', account: '星河', role: '采购', department: '销售部' },
    ],
    [
      'our own, in English',
      'contacts',
      'Name,Account,Role there,Owner,Department',
      { Name: 'Mei', Department: 'Sales' },
      { name: 'Mei', department: 'Sales' },
    ],
    [
      'another Chinese one, contacts',
      'contacts',
      '姓名,客户名称,手机,电话,电子邮箱,职务,是否关键决策人,地址,下次联系时间,备注,性别,负责人',
      {
        姓名: '张三',
        客户名称: '星河',
        手机: '1',
        电话: '2',
        电子邮箱: 'a@x.cn',
        职务: '经理',
        备注: 'b',
        负责人: '林岚',
      },
      {
        name: '张三',
        account: '星河',
        mobile: '1',
        phone: '2',
        email: 'a@x.cn',
        title: '经理',
        about: 'b',
        owner: '林岚',
      },
    ],
    [
      'a list from Taiwan',
      'accounts',
      '公司名稱,統一編號,產業,地區,電話,電子郵件,客戶來源,負責人',
      { 公司名稱: '鴻海', 產業: '電子', 地區: '新北', 電話: '1', 電子郵件: 'a@x.tw' },
      { name: '鴻海', industry: '電子', region: '新北', phone: '1', email: 'a@x.tw' },
    ],
  ])('%s', (_, kind, headers, cells, expected) => {
    expect(fills(kind, headers, cells as unknown as Record<string, string>)).toEqual(expected)
  })
})
