import { rangesOf } from '../../../core/book/find-lines.ts'

/** A text with what was looked for marked in it. */
export function Highlighted({ text, query }: { readonly text: string; readonly query: string }) {
  const ranges = rangesOf(text, query)
  if (ranges.length === 0) return text
  let end = 0
  return (
    <>
      {ranges.map(([from, to]) => {
        const before = text.slice(end, from)
        end = to
        return [before, <mark key={from}>{text.slice(from, to)}</mark>]
      })}
      {text.slice(end)}
    </>
  )
}
