/** What was done, as it follows a name: Amy "changed" … An action that is not here reads as it is stored. */
const actions: Record<string, string> = {
  founded: 'founded',
  created: 'added',
  changed: 'changed',
  archived: 'archived',
  restored: 'restored',
  disabled: 'disabled',
  enabled: 'enabled',
  noted: 'wrote a note',
  imported: 'imported',
  exported: 'exported',
  opened: 'opened',
  closed: 'closed',
  'signed-in': 'signed in',
  'signed-out': 'signed out',
  'password-set': 'set a password',
  'reset-asked': 'asked for a new password',
  'link-made': 'made a one-time link',
  'sessions-ended': 'ended sessions',
}

const objects: Record<string, string> = {
  'core.company': 'Company',
  'core.user': 'Person',
  'core.department': 'Department',
  'core.role': 'Role',
  'flags.module': 'Module',
}

const fields: Record<string, string> = {
  name: 'Name',
  email: 'E-mail',
  phone: 'Phone',
  department: 'Department',
  roles: 'Roles',
  champion: 'Champion',
  locale: 'Language',
  timeZone: 'Time zone',
  currency: 'Currency',
  key: 'Key',
  parent: 'Lies under',
  purpose: 'Purpose',
  sessions: 'Sessions',
  by: 'By',
}

/** Values that are stored as keys, by field. */
const values: Record<string, Record<string, string>> = {
  locale: { en: 'English', 'zh-CN': '中文' },
  purpose: { invite: 'first password', reset: 'forgotten password' },
  by: { invite: 'first link', reset: 'reset link' },
}

export const en = {
  title: 'Audit trail',
  actions,
  objects,
  fields,
  values,
  when: 'When',
  who: 'Who',
  did: 'What',
  object: 'Object',
  record: 'Which one',
  address: 'From',
  reason: 'Reason',
  request: 'Request number',
  nobody: 'The product itself',
  from: 'From day',
  to: 'To day',
  find: 'Part of an id or a reason',
  before: 'Before',
  after: 'After',
  nothing: 'Nothing was changed by this.',
  changes: 'Changes',
  empty: 'Nothing in this period',
  emptyText: 'Widen the days or clear the filters.',
  more: (count: string) => `more than ${count}`,
  yes: 'yes',
  no: 'no',
}
