export const en = {
  unknownState: (name: string, known: string) =>
    `There is no ticket state “${name}”: write one of ${known}.`,
  unknownCategory: (name: string) =>
    `There is no category “${name}”: add it to the list of categories first, or leave it out.`,
  manyCategories: (most: number) =>
    `A company has at most ${most} categories: correct the column of categories.`,
  future: 'Nothing can have happened in the future: correct the dates.',
}
