/** What the columns of a lead are called in files of other programs, besides the fields' own names. */
export const leadHeaders = {
  name: [
    ...['公司', '公司名称', '企业名称', '客户名称', '单位名称', '线索', '线索主题', '名称'],
    ...['lead', 'lead name', 'company', 'company name', 'account name', 'organization'],
  ],
  person: [
    ...['联系人', '联系人姓名', '姓名', '对接人姓名'],
    ...['contact', 'contact name', 'contact person', 'full name', 'person name'],
  ],
  title: ['职务', '岗位', 'title', 'job title', 'role'],
  mobile: ['手机号', '手机号码', '移动电话', 'mobile phone', 'cell', 'cell phone'],
  phone: ['电话号码', '座机', '固话', '联系电话', 'telephone', 'tel', 'phone number', 'work phone'],
  email: ['电子邮箱', '电子邮件', '邮件', 'email', 'mail', 'email address'],
  wechat: ['微信号', 'wechat id', 'weixin'],
  website: ['网站', '官网', '公司网址', 'url', 'web', 'homepage', 'domain'],
  industry: ['所属行业', '行业类别', 'sector'],
  region: ['省市', '城市', '所在地区', '区域', 'city', 'area', 'country', 'state'],
  source: ['线索来源', '客户来源', '来源渠道', '获客渠道', 'lead source', 'channel'],
  status: ['线索状态', '跟进状态', 'lead status', 'stage'],
  about: ['备注', '需求', '描述', '说明', '留言', 'notes', 'description', 'message', 'comments'],
}
