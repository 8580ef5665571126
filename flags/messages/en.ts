import { counted } from '../../core/i18n/counted.ts'

const list = new Intl.ListFormat('en-GB')

/** What the flags say: why something is on or off, and what is wrong with an imported document. */
export const en = {
  on: (why: string) => `On: ${why}`,
  learnFirst: (sentence: string, courses: string) =>
    `Read-only until they have completed ${courses}. ${sentence}`,
  readOnly: (why: string) => `Read-only: ${why}`,
  off: (why: string) => `Off: ${why}`,

  everyone: 'everyone',
  departments: (names: readonly string[]) =>
    names.length === 1 ? `the department ${names}` : `the departments ${list.format(names)}`,
  roles: (names: readonly string[]) =>
    names.length === 1 ? `the role ${names}` : `the roles ${list.format(names)}`,
  people: (count: number) => (count === 1 ? 'one person by name' : `${count} people by name`),
  share: (percent: number) => `${percent} % of all people`,
  and: (phrases: readonly string[]) => list.format(phrases),

  why: {
    everyone: (flag: string) => `${flag} is open for everyone.`,
    ownDepartment: (flag: string, department: string, person: string) =>
      `${flag} is open for the department ${department}, and ${person} works there.`,
    departmentAbove: (flag: string, department: string, person: string, own: string) =>
      `${flag} is open for the department ${department}, and ${person} works in ${own}, which belongs to it.`,
    role: (flag: string, role: string, person: string) =>
      `${flag} is open for the role ${role}, which ${person} has.`,
    person: (flag: string, person: string) => `${flag} is open for ${person} by name.`,
    drawn: (flag: string, percent: number, person: string, number: number) =>
      `${flag} is open for ${percent} % of all people: ${person} drew the number ${number}, and numbers up to ${percent} have it.`,
    others: (flag: string, subjects: string, person: string) =>
      `${flag} is open for ${subjects}, and ${person} is not among them.`,
    notDrawn: (flag: string, subjects: string, person: string, percent: number, number: number) =>
      `${flag} is open for ${subjects}, and ${person} is not among them: numbers up to ${percent} have it, and ${person} drew ${number}.`,
    nobody: (flag: string) => `${flag} has not been opened for anybody.`,
    server: (flag: string) => `${flag} is decided by the company’s own Unleash server.`,
    pilot: (why: string) => `${why} It is a pilot.`,
    wayBack: (why: string, until: string, reason: string) =>
      `${why} It is being withdrawn and can only be viewed until ${until}. Reason: ${reason}`,
    frozen: (flag: string, department: string, moment: string, reason: string) =>
      `${flag} was frozen for ${department} on ${moment}.${reason ? ` Reason: ${reason}` : ''}`,
    closed: (flag: string, department: string, moment: string, reason: string) =>
      `${flag} was set to off for ${department} on ${moment}. Reason: ${reason}`,
    ended: (flag: string, department: string, until: string, reason: string) =>
      `${flag} could be viewed in ${department} until ${until} and has been off there since. Reason: ${reason}`,
    killed: (flag: string, moment: string, reason: string) =>
      `${flag} was stopped for everybody on ${moment}. Reason: ${reason}`,
    parentOff: (flag: string, parent: string, person: string, why: string) =>
      `${flag} needs ${parent}, which is off for ${person}. ${why}`,
    parentOn: (flag: string, parent: string, person: string, why: string) =>
      `${flag} depends on ${parent}, whose state for ${person} is not the one it requires. ${why}`,
    nested: (flag: string, parent: string) =>
      `${flag} depends on ${parent}, which itself depends on another flag, and Unleash follows only one step.`,
    unknown: (flag: string) => `there is no flag named ${flag}.`,
    disabled: (flag: string) => `the flag ${flag} is switched off for everybody.`,
    always: (flag: string) => `the flag ${flag} is switched on for everybody and has no rules.`,
    strategy: (flag: string, number: number, name: string) =>
      `rule ${number} of the flag ${flag} (${name}) applies.`,
    strategies: (flag: string, failures: string) =>
      `no rule of the flag ${flag} applies: ${failures}.`,
  },
  failure: {
    constraint: (number: number, name: string, constraint: string) =>
      `rule ${number} (${name}) asks for ${constraint}`,
    segment: (number: number, name: string) =>
      `rule ${number} (${name}) names a segment that does not exist`,
    parameters: (number: number, name: string) => `rule ${number} (${name}) does not cover them`,
    unknown: (number: number, name: string) =>
      `rule ${number} is of the kind “${name}”, which is not known here`,
  },
  not: 'not',
  between: '; ',

  modules: {
    title: 'Modules',
    none: 'There are no modules',
    noneText: 'None are installed here. Whoever runs this system can add some.',
    module: 'Module',
    state: 'State',
    openFor: 'Open for',
    people: 'People',
    changed: 'Last change',
    never: 'Never opened',
    nobody: 'Nobody',
    count: (on: string, all: string) => `${on} of ${all}`,
    states: {
      off: 'Off',
      some: 'On for some',
      all: 'On for everyone',
      waiting: 'Waits for what it needs',
      stopped: 'Stopped',
    },
    needs: (names: string) => `Needs ${names}: whoever does not have that cannot have this.`,
    heads: (count: number) => (count === 1 ? '1 person' : `${count} people`),
    headsWithBelow: (count: number) =>
      `${counted(count, 'person', 'people')}, including the departments below`,
    whoHasIt: 'Who has it',
    nobodyHasIt: 'Nobody has it.',
    have: (on: string, all: string) => `${on} of ${all} people have it`,
    has: (count: number) => (count === 1 ? '1 person has it' : `${count} people have it`),
    more: (count: number) => `and ${count} more`,
    subject: 'Opened for',
    may: 'May',
    since: 'Since',
    reason: 'Reason',
    mayWrite: 'view and edit',
    mayRead: 'view only',
  },
  change: {
    title: 'Change who can use it',
    everyone: 'Everyone in the company',
    departments: 'Departments',
    departmentsHint: 'A department means everybody in it and in the departments below it.',
    except: 'Except these departments',
    exceptHint: 'They are set to off in the matrix, whatever is open above them.',
    roles: 'Roles',
    people: 'People by name',
    percentage: 'A share of everyone, drawn by lot',
    percentageHint:
      'In a small firm, it is better to name departments and people. Each person is drawn once and for all; the preview shows who.',
    variant: 'They may',
    variants: { write: 'view and edit', read: 'view only', keep: 'unchanged for each' },
    preview: 'Preview the change',
    unknownDepartment: 'One of these departments is no longer there. Check the choice below.',
    unknownPerson: 'One of these people is no longer there. Check the choice below.',
    unknownRole: 'One of these roles does not exist. Check the choice below.',
    disabled: 'may not sign in',
    archived: 'archived',
  },
  preview: {
    title: 'Check the change',
    result: (subjects: string) => `It will be open for ${subjects}.`,
    closed: 'It will be closed for everybody. Its data are kept, and come back with it.',
    whileStopped: (result: string) =>
      `It is stopped at the moment; this takes effect once it is started again. ${result}`,
    stops: (subjects: string) =>
      `It will be stopped for everybody again. Once started, it is open for ${subjects}.`,
    stopsClosed: 'It will be stopped again. It is open for nobody.',
    unchanged: 'This is how it is already, so there is nothing to change. Choose something else.',
    gain: (count: number) => (count === 1 ? '+1 person' : `+${count} people`),
    lose: (count: number) => (count === 1 ? '−1 person' : `−${count} people`),
    gained: 'Will get it',
    lost: 'Will lose it',
    narrowed: 'Could edit, will only view',
    widened: 'Could only view, will edit',
    toLearn: 'still has to learn; can only view until then',
    nothing: 'Nothing changes for anyone.',
    members: (count: number) =>
      count === 1 ? '1 person will have it' : `${count} people will have it`,
    also: (module: string) => `${module}, which needs it`,
    reason: 'Reason',
    reasonHint: 'Everyone who looks at the history later will see it.',
    apply: 'Make the change',
    back: 'Change the choice',
    noReason: 'Say briefly why, for anyone who looks at it later.',
    conflict: (who: string, ago: string, did: string) =>
      `${who} got there first: ${ago}, they ${did}. Nothing was overwritten. Your choice is kept below, compared with what is there now.`,
    operator: 'The operator',
    saved: (module: string, count: number) =>
      count === 1 ? `${module} is on for 1 person` : `${module} is on for ${count} people`,
  },
  stop: {
    title: 'Emergency stop',
    text: 'Switches the module off for everybody at once. Who has it and all data are kept.',
    stop: 'Stop for everybody',
    stopped: (module: string) => `${module} is stopped for everybody`,
    startTitle: 'Start again',
    startText: 'It will be on again for exactly the people it was open for.',
    start: 'Start again',
    started: (module: string) => `${module} is on again`,
  },
  history: {
    title: 'History',
    none: 'No changes yet.',
    opened: (subjects: string) => `opened it for ${subjects}`,
    closed: 'closed it for everybody',
    set: (place: string, state: string) => `set ${place} to “${state}”`,
    frozen: (place: string) => `froze it for ${place}`,
    thawed: (place: string) => `unfroze it for ${place}`,
    explained: 'said why it was stopped',
    wholeCompany: 'the whole company',
    states: {
      off: 'Off',
      pilot: 'Pilot',
      on: 'On',
      read: 'Read-only',
      above: 'As above',
    },
    killed: 'stopped it for everybody',
    revived: 'started it again',
    undone: (subjects: string) => `undid the previous change: it is open for ${subjects}`,
    undoneClosed: 'undid the previous change: it is closed for everybody',
    undo: 'Undo the last change',
    undoTitle: 'Undo the last change',
    undoText: 'Everything goes back to exactly how it was before, dates and reasons included.',
    done: 'The change was undone',
    tooLate:
      'Somebody changed it again in the meantime, so nothing was undone. Look at the history first.',
  },
  who: {
    title: 'Who has what',
    find: 'Name, pinyin, e-mail or phone',
    person: 'Person',
    department: 'Department',
    noDepartment: 'No department',
    nobody: 'No matches',
    nobodyText: 'Search for another name, or remove the filter.',
    why: 'Why',
    roles: 'Roles',
    states: { off: 'Off', read: 'Read-only', write: 'On' },
    noModules: 'There are no modules yet.',
  },

  document: {
    notJson:
      'This is not a JSON file: export the flags from Unleash once more, and import that file unchanged.',
    version: 'This is not an Unleash features document: its "version" must be 1 or 2.',
    shape: (place: string, expected: string) =>
      expected
        ? `${place} in this document must be of the type ${expected}: correct it there and import the file again.`
        : `${place} in this document has a value that flags cannot have: correct it there and import the file again.`,
    twice: (list: string, name: string) =>
      `"${name}" appears twice in the ${list} of this document: remove one of them and import the file again.`,
    moduleFlag: (flag: string, module: string) =>
      `This document contains the flag ${flag}, but who has a module is not decided by a file: remove it, and use "module set ${module}" or the page Modules.`,
    unstorable:
      'This document contains an invisible NUL or half a character: remove it and import the file again.',
  },
  register: { edit: 'Edit', remove: 'Remove' },
}
