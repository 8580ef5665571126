/** What is said of rows of deals that cannot be taken. */
export const en = {
  unknownPipeline: (name: string) =>
    `There is no pipeline called “${name}”. Add it, or leave the column out.`,
  unknownStage: (name: string, known: readonly string[]) =>
    `There is no stage called “${name}”. The stages are ${known.join(', ')}.`,
  nameless: 'Name the deal, or its account or product.',
  future: 'A day on which it was created or closed lies in the future.',
}
