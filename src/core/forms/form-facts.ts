/** What a call can say of itself on a form, by name. */
export const FORM_FACTS = [
  'call-id',
  'channel',
  'began-at',
  'ended-at',
  'now',
  'agent',
  'customer',
  'tier',
  'brand',
  'matter',
  'demand',
  'classes',
  'urgency',
  'order-type',
  'order-column',
  'handling',
  'route',
  'next-owner',
  'reply-due',
  'first-reply-due',
  'refund',
  'refund-authority',
  'outcome',
  'note',
  'summary',
  'process',
  'answer',
  'findings',
  'offers',
  'promises',
  'satisfaction',
  'talk',
  'progress',
  'dangers',
  'earlier',
  'reported-to',
] as const
export type FormFact = (typeof FORM_FACTS)[number]

/** Facts that are rows of cells, by how many cells a row has: a line for each row, a tab between cells. */
export const CELLS: Readonly<Partial<Record<FormFact, number>>> = {
  /** When, by which way, what we said and did, what the customer said. */
  talk: 4,
  /** By when the customer is told how it stands, what, when told, by whom. */
  progress: 4,
  /** What, and by when. */
  promises: 2,
}

/** Facts that are a moment. */
export const MOMENTS: readonly FormFact[] = ['began-at', 'ended-at', 'now', 'reply-due', 'first-reply-due']
