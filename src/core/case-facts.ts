/** What only a person can know of a complaint, by the inputs of the tables that ask for it. */
export const CASE_FACTS = ['origin', 'grave', 'handed-up', 'across-regions', 'standing', 'sensitive', 'international', 'transfer'] as const
export type CaseFact = (typeof CASE_FACTS)[number]

export type CaseFactValue = string | boolean
