/** What the flags say: why something is on or off, and what is wrong with an imported document. */
export const en = {
  on: (why: string) => `On: ${why}`,
  readOnly: (why: string) => `On, but only to read: ${why}`,
  off: (why: string) => `Off: ${why}`,

  everyone: 'everyone',
  departments: (names: string, count: number) =>
    count === 1 ? `the department ${names}` : `the departments ${names}`,
  roles: (names: string, count: number) =>
    count === 1 ? `the role ${names}` : `the roles ${names}`,
  people: (count: number) => (count === 1 ? 'one person by name' : `${count} people by name`),
  share: (percent: number) => `${percent} % of all people`,

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
    killed: (flag: string, moment: string, reason: string) =>
      `${flag} was stopped for everybody on ${moment}. Reason: ${reason}`,
    parentOff: (flag: string, parent: string, person: string, why: string) =>
      `${flag} needs ${parent}, which is off for ${person}. ${why}`,
    parentOn: (flag: string, parent: string, person: string, why: string) =>
      `${flag} depends on ${parent}, whose state for ${person} is another one than it asks for. ${why}`,
    nested: (flag: string, parent: string) =>
      `${flag} depends on ${parent}, which depends on a further flag, and Unleash follows one step only.`,
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
    parameters: (number: number, name: string) => `rule ${number} (${name}) does not reach so far`,
    unknown: (number: number, name: string) =>
      `rule ${number} is of the kind “${name}”, which nobody knows here`,
  },
  not: 'not',
  between: '; ',

  document: {
    notJson:
      'This is not a JSON file: export the flags from Unleash once more, and import that file unchanged.',
    version: 'This is no Unleash features document: its "version" must be 1 or 2.',
    shape: (place: string, expected: string) =>
      expected
        ? `${place} in this document must be of the type ${expected}: correct it there and import the file again.`
        : `${place} in this document has a value that flags cannot have: correct it there and import the file again.`,
    twice: (list: string, name: string) =>
      `"${name}" stands twice in the ${list} of this document: remove one of them and import the file again.`,
    moduleFlag: (flag: string, module: string) =>
      `This document contains the flag ${flag}, but who has a module is not decided by a file: take it out, and use "module set ${module}" or the page Modules.`,
    unstorable:
      'This document contains an invisible NUL or half a character: remove it and import the file again.',
  },
}
