import { compareEditions, recordEdition } from '../../core/book/edition.ts'
import type { Check } from './check.ts'

export const publishedEdition: Check = {
  id: 'published-edition',
  description: 'What was published stays as it was: a pack that differs from its published edition calls itself by a new one.',
  run: ({ pack, authored, packFile }) => {
    const published = authored.editions.find(({ edition }) => edition === pack.edition)
    const changes = published ? compareEditions(published, recordEdition(pack)).length : 0
    return changes > 0
      ? [
          packFile.file.report(
            ['edition'],
            'published-edition',
            `edition ${pack.edition} was published already, and ${changes} of its lines, scenarios or swaps have changed since`,
            'Give the pack the name of its next edition.',
          ),
        ]
      : []
  },
}
