/** Words for people in the two languages that content is written in; Traditional is converted. */
export interface Title {
  readonly zh: string
  readonly en: string
}
