import type { Check } from './check.ts'

export const slotFallback: Check = {
  id: 'slot-fallback',
  description: 'Every slot has something to say when nothing is known, or keeps its lines back, and braces hold nothing but slots.',
  run: ({ authored, packFile }) => [
    ...Object.entries(packFile.value.slots)
      .filter(([, slot]) => slot.fallback === undefined && !slot.needed)
      .map(([id]) =>
        packFile.file.report(
          ['slots', id],
          'slot-fallback',
          `slot “${id}” has no fallback`,
          'Give it one; an empty string drops the slot and the comma behind it. With `needed: true` a line waits until it is known.',
        ),
      ),
    ...[...authored.lines].flatMap(([id, { value, file, path }]) =>
      [...value.say, value.short].flatMap((wording, i) => {
        const stray = wording.replace(/\{[a-z]+\}/g, '').match(/[{}]/)
        return stray
          ? [
              file.report(
                i < value.say.length ? [...path, 'say', i] : [...path, 'short'],
                'slot-fallback',
                `“${id}” has a brace that belongs to no slot: ${wording}`,
                'A slot is written {name}, in small Latin letters.',
              ),
            ]
          : []
      }),
    ),
  ],
}
