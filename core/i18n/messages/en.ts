/** Words that more than one part of the core uses. */
export const en = {
  product: 'Stepwise CRM',
  today: 'Today',
  people: 'People',
  departments: 'Departments',
  roles: 'Roles',
  fields: 'Custom fields',
  modules: 'Modules',
  import: 'Import',
  audit: 'Audit trail',
  api: 'API',
  settings: 'Company',
  administration: 'Administration',
  rollout: 'Rollout',
  search: 'Search',
  wroteNote: 'wrote a note',
  save: 'Save',
  cancel: 'Cancel',
  reason: 'Reason',
  required: (label: string) => `Fill in “${label}”.`,
  formHasErrors: 'Nothing was saved yet. Please correct what is marked below.',
  fileTooLarge: 'This request is too large. Files may have 20 MiB at most.',
  readOnly: (module: string) => `For you, ${module} is open for reading only for now.`,
  readOnlyUntil: (module: string, day: string) =>
    `For you, ${module} is open for reading only, until ${day}; then it goes away, and its data stay.`,
  readOnlyUntilLearned: (module: string, count: string) =>
    `For you, ${module} is open for reading only until you have learned what it takes: ${count === '1' ? 'one course is' : `${count} courses are`} left.`,
  learnNow: 'See what is left, and begin',
  serverSilent: (last: string) =>
    `The Unleash server that decides who has what was heard of last on ${last}. What it said then still holds.`,
  serverNeverHeard:
    'The Unleash server that decides who has what has not been heard of yet. Until then the matrix of this install decides.',
  because: (reason: string) => `Reason: ${reason}`,
  nothingChanged: 'Nothing was changed; whatever is in it stays as it is.',
  insecure:
    'People reach this install over plain http: passwords can be read on the way. Put it behind https and set BASE_URL before you invite others.',
}
