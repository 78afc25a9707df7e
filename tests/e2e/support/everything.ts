/** `EVERYTHING=1` takes every scenario to all of its ends in both channels, and every screen in all looks; that takes half an hour. */
export const EVERYTHING = process.env.EVERYTHING === '1'
