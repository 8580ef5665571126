const people = {
  title: 'People',
  find: 'Name, pinyin, e-mail or phone',
  views: {
    active: 'Active',
    asked: 'Password requests',
    invited: 'Not signed in yet',
    disabled: 'Disabled',
  },
  name: 'Name',
  login: 'Signs in with',
  email: 'E-mail address',
  phone: 'Phone number',
  moduleOff: 'module not open, cannot see it',
  loginHint: 'One of the two is enough; people sign in with either.',
  department: 'Department',
  roles: 'Roles',
  role: 'Role',
  state: 'State',
  language: 'Language',
  ownLanguage: 'Same as the browser',
  champion: 'Champion',
  championLabel: 'Champion of the department: colleagues ask them first',
  add: 'Add a person',
  addSeveral: 'Add several',
  edit: 'Edit',
  save: 'Save',
  asked: 'wants a new password',
  invited: 'not signed in yet',
  disabled: 'disabled',
  active: 'active',
  nobody: 'No matches',
  nobodyText: 'Try a shorter part of the name, or clear the filters.',
  noLogin: 'Give an e-mail address or a phone number: it is what they sign in with.',
  noRole: 'Choose at least one role; most people are members.',
  noDepartment: 'Choose the department where they work.',
  championIsMember:
    'A champion is one of the members: choose the role Member too, or take the mark away.',
  takenEmail: (name: string) =>
    `${name} has this e-mail address already. Everybody needs their own.`,
  takenPhone: (name: string) => `${name} has this phone number already. Everybody needs their own.`,
  lastAdministrator:
    'This is the last administrator who can sign in. Make somebody else an administrator first.',
  notYourself: 'You cannot disable yourself. Ask another administrator to do it.',
  added: (name: string) => `${name} was added`,
  saved: 'Saved',
  link: 'One-time link',
  linkIntro: (name: string) =>
    `Send this to ${name}. It works once and is shown only now; it is stored nowhere.`,
  linkLasts: { invite: 'It works for 72 hours.', reset: 'It works for 30 minutes.' },
  copyLink: 'Copy the link',
  linkOpen: (until: string) =>
    `A link is on its way and works until ${until}. A new one revokes it.`,
  noLink: 'No link is on its way.',
  linkForNew: 'They choose a password through a link that works once, for 72 hours.',
  linkForOld: 'If they forgot their password, a link lets them choose a new one within 30 minutes.',
  askedSince: (when: string) => `Asked for a new password ${when}.`,
  makeLink: 'Make a new link',
  makeResetLink: 'Make reset link',
  sessions: 'Where they are signed in',
  sessionCount: (count: number) =>
    count === 0 ? 'Nowhere' : count === 1 ? 'On one device' : `On ${count} devices`,
  lastSeen: (when: string) => `Last seen ${when}`,
  endSessions: 'Sign out everywhere',
  endSessionsText: 'They have to sign in again on every device. Nothing of their work is lost.',
  sessionsEnded: 'Signed out everywhere',
  disable: 'Disable',
  disableTitle: (name: string) => `Disable ${name}?`,
  disableText:
    'They are signed out at once and cannot sign in. Their records stay as they are; you can enable them again.',
  enable: 'Enable',
  wasDisabled: (name: string) => `${name} can no longer sign in`,
  wasEnabled: (name: string) => `${name} can sign in again`,
  since: 'Added',
  history: 'History',
  allHistory: 'Full history',
}

const several = {
  title: 'Add several people',
  intro:
    'One person per line: name, e-mail or phone, department. Cells copied out of a spreadsheet work as they are.',
  lines: 'People',
  example: 'Mei Zhang, mei@example.com, Sales\nWang Lei, 138 1234 5678, Service',
  check: 'Check the lines',
  checked: (good: number, bad: number) =>
    bad === 0
      ? `All ${good} lines are good.`
      : `${good} good, ${bad} to correct. Nothing was added yet.`,
  line: 'Line',
  says: 'What is wrong',
  good: 'good',
  finished: 'Done',
  addGood: (count: number) => (count === 1 ? 'Add this person' : `Add these ${count} people`),
  again: 'Correct the lines',
  done: (count: number) => (count === 1 ? 'One person was added' : `${count} people were added`),
  doneText:
    'Send each of them their link. A link works once, for 72 hours, and is shown to you for an hour; on a person’s page you can make a new one.',
  unknownDepartment: (name: string) =>
    name
      ? `There is no department “${name}”; add it first, or write its name or key.`
      : 'The department is missing.',
  noLogin: (text: string) => `“${text}” is neither an e-mail address nor a phone number.`,
  twice: (line: number) => `Line ${line} has the same address or number.`,
  tooMany: (most: number) => `Add at most ${most} people at once.`,
}

const departments = {
  title: 'Departments',
  intro: 'Modules are opened department by department; people belong to one of them.',
  name: 'Name',
  key: 'Key',
  keyHint:
    'What imports and the command line call it: small letters, digits and hyphens. Made from the name when you leave it empty; it stays when the name changes.',
  keyStays: 'The key stays, because modules, imports and the command line know it by that.',
  parent: 'Parent department',
  top: 'None (top level)',
  add: 'Add a department',
  addBelow: (name: string) => `Add a department under ${name}`,
  withBelow: (count: number) => `${count} with those below`,
  none: 'No departments yet',
  noneText: 'Three are enough to begin with.',
  badKey: 'A key has small letters, digits and hyphens, at most 40, for example after-sales.',
  takenName: (name: string) =>
    `There is a department “${name}” in the same place already. Choose another name, or put it elsewhere.`,
  takenSince: (name: string) =>
    `“${name}” stays archived: a department in the same place has that name now. Rename that one first.`,
  takenKey: (key: string) => `The key “${key}” is in use. Choose another.`,
  unknownParent: 'Choose a department from the list.',
  circle: (name: string) =>
    `${name} cannot be placed below itself or one of its own departments. Choose another.`,
  hasPeople: (name: string, count: number) =>
    count === 1
      ? `One person still works in ${name}. Move them to another department first.`
      : `${count} people still work in ${name}. Move them to another department first.`,
  hasBelow: (name: string, below: readonly string[]) =>
    `${below.join(', ')} are still below ${name}. Move or archive them first.`,
  added: (name: string) => `${name} was added`,
  saved: 'Saved',
  archive: 'Archive',
  archiveTitle: (name: string) => `Archive ${name}?`,
  archiveText: 'It disappears from every choice. Its records stay, and you can restore it.',
  archived: 'Archived',
  wasArchived: (name: string) => `${name} was archived`,
  restore: 'Restore',
  wasRestored: 'Restored',
}

const roles = {
  title: 'Roles',
  intro:
    'What each role may do, and how far it reaches. A dot marks what differs from the default.',
  people: (count: number) => (count === 1 ? '1 person' : `${count} people`),
  permission: 'Permission',
  differs: 'differs from the default',
  differences: (count: number) =>
    count === 0 ? 'As by default' : count === 1 ? '1 difference' : `${count} differences`,
  reach: { none: 'No', own: 'Own', department: 'Department', tree: 'And below', all: 'All' },
  reachLong: {
    none: 'No',
    own: 'Own records',
    department: 'Own department',
    tree: 'Own department and below',
    all: 'All',
  },
  yes: 'Yes',
  standard: (reach: string) => `Default: ${reach}`,
  fixed: 'Always yes, so that nobody can lock themselves out.',
  core: 'Administration',
  reason: 'Why',
  reasonHint: 'It stands in the audit trail.',
  save: 'Save',
  changed: (count: number) =>
    count === 1 ? 'One permission was changed' : `${count} permissions were changed`,
  unchanged: 'Nothing was changed',
  reset: 'Back to the default',
  matrix: 'Permissions by role',
  matrixAway:
    'This screen is too narrow for the table of all permissions. Choose a role to see what it may do.',
}

export const en = { people, several, departments, roles }
