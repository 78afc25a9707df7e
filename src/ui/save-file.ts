/**
 * Offers a text, or what has been packed already, as a file to keep.
 *
 * @param type media type, such as `text/csv`
 */
export function saveFile({ name, text }: { readonly name: string; readonly text: string | Blob }, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has its own hold on the data once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
