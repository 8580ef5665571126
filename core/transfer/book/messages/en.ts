/** Why a row of a file cannot become a record, and the cure. */
export const en = {
  unknownOwner: (name: string) =>
    `There is no colleague “${name}”: write the e-mail address they sign in with.`,
  severalOwners: (name: string) =>
    `Several colleagues are called “${name}”: write the e-mail address instead.`,
  mayNotAssign: 'You may not give records to others: leave the owner out.',
  unknownDepartment: (name: string) =>
    `There is no department “${name}”: write its name or key as in the list of departments.`,
  severalMatches: (name: string) =>
    `Several records fit “${name}”: add what tells them apart (credit code, e-mail or phone).`,
  nothingToUpdate: (name: string) => `There is no record “${name}” to update.`,
  future: 'A record cannot come from the future: correct the dates it was made and changed.',
  mayNotEdit: 'You may not change this record.',
}
