import { namedColumn, ownerColumn as ownerOf } from '../../../core/transfer/book/place.ts'

export const ownerColumn = ownerOf([
  ...['客户所有人', '客户负责人', '客户经理', 'account owner', 'contact owner', 'company owner'],
  ...['organization - owner', 'person - owner', 'account manager'],
])

export const parentColumn = namedColumn(
  'parent',
  { en: 'Parent account', 'zh-CN': '上级客户' },
  [
    'parent account name',
    'parent company name',
    '母公司',
    '所属集团',
    '上级公司',
    'parent',
    'subsidiary of',
    'parent company',
  ],
  '星河集团',
)

export const accountColumn = namedColumn(
  'account',
  { en: 'Account', 'zh-CN': '所属客户' },
  [
    ...['account name', 'associated company', 'organization name', 'organization 1 - name'],
    ...['person - organization', 'organization', '公司名', '公司名稱', '单位名称', '所在公司'],
    ...['所属公司', '所属单位', '所属企业', '任职公司', '工作单位'],
    '公司',
    '公司名称',
    '客户',
    '客户名称',
    '单位',
    '企业名称',
    'company',
    'company name',
    'employer',
  ],
  '上海星河科技有限公司',
)

export const roleColumn = namedColumn(
  'role',
  { en: 'Role there', 'zh-CN': '担任角色' },
  ['角色'],
  '采购决策人',
)
