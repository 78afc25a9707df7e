import { amountsIn } from '../hearing/amounts.ts'
import { deadlinesIn } from '../hearing/deadlines.ts'
import { offeredRefund } from '../hearing/offered-refund.ts'
import { redact } from '../hearing/redact.ts'

/** How long a mebibyte of text takes through every pattern that looks for personal data, sums and limits of time; in milliseconds. */
export interface HostileFigures {
  readonly slowest: { readonly text: string; readonly ms: number }
  /** By the piece that the text is made of. */
  readonly ms: Readonly<Record<string, number>>
}

/** Texts made of what patterns nearly match, over and over: digits, leads without what they lead to, sums without end. */
const PIECES = [
  ...['1', '1 ', '138 ', '1X', '1.', '1,111,', '1e', '一', '一嗯', '十', '零', '四个零', '路1号', '京A', '京A1'],
  ...['@', 'a@', 'a点', 'a', ' ', '.', '（', '王', '我叫', '我叫王', '机主是', '我住在', '地址是路1号'],
  ...['三块', '退三块', '¥', '天', '半', '三天内', '两点半', '月底前'],
]

const BYTES = 2 ** 20
/** The best of so many counts: what else a machine does is no fault of a pattern. */
const TRIES = 3

export function hostileFigures(): HostileFigures {
  const ms = Object.fromEntries(PIECES.map((piece) => [piece, best(piece.repeat(Math.ceil(BYTES / Buffer.byteLength(piece))))]))
  const [text = '', most = 0] = Object.entries(ms).reduce((slowest, each) => (each[1] > slowest[1] ? each : slowest), ['', 0])
  return { slowest: { text, ms: most }, ms }
}

function best(text: string): number {
  const times = Array.from({ length: TRIES }, () => {
    const before = performance.now()
    redact(text)
    offeredRefund(text, amountsIn(text))
    deadlinesIn(text)
    return performance.now() - before
  })
  return Math.round(Math.min(...times))
}
