import type { Command } from './command.ts'

export const graph: Command = { name: 'graph', usage: 'graph', about: 'todo', options: {}, words: { min: 0, max: 1 }, run: () => 0 }
