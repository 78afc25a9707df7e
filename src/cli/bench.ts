import type { Command } from './command.ts'

export const bench: Command = { name: 'bench', usage: 'bench', about: 'todo', options: {}, words: { min: 0, max: 1 }, run: () => 0 }
