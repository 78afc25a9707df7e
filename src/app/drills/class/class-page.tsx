/** The trainer's page. */
export function ClassPage() {
  return null
}
