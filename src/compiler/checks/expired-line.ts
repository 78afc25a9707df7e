import type { Check } from './check.ts'

export const expiredLine: Check = {
  id: 'expired-line',
  description: 'No approved line has expired: it is off the panel already.',
  run: ({ authored, today }) =>
    [...authored.lines].flatMap(([id, { value, file, path }]) =>
      value.status === 'approved' && value.expires !== undefined && value.expires < today
        ? [
            file.report(
              [...path, 'expires'],
              'expired-line',
              `“${id}” expired on ${value.expires} and is no longer shown`,
              'Have it approved again with a new date, or retire it.',
            ),
          ]
        : [],
    ),
}
