import type { Check } from './check.ts'

/** What fits one row beside the steps, in a panel 380 pixels wide. */
const ROW = 14

export const swapForm: Check = {
  id: 'swap-form',
  description: 'What to say instead fits one row of the panel.',
  run: ({ authored }) =>
    [...authored.swaps].flatMap(([id, { value, file, path }]) =>
      [...value.instead].length > ROW
        ? [
            file.report(
              [...path, 'instead'],
              'swap-form',
              `what ${id} says instead has ${[...value.instead].length} characters, more than ${ROW}`,
              'Cut it to what the agent can read in a glance.',
            ),
          ]
        : [],
    ),
}
