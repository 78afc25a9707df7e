/** Whether a question among an agent's words has one of these pieces in it. */
export function asksFor(text: string, words: readonly string[]): boolean {
  return questionsIn(text).some((question) => words.some((word) => question.includes(word)))
}

/** Whether there is a question that wants to be told something, not only a yes. */
export function asksOpenly(text: string): boolean {
  return questionsIn(text).some((question) => !TAG.test(question.trim()))
}

function questionsIn(text: string): readonly string[] {
  return text.split(/(?<=[。！？?!；;…\n])/u).filter(isQuestion)
}

/** Marked as a question, or left open at its end with a word that asks: who types in a hurry sets no mark. */
function isQuestion(sentence: string): boolean {
  const said = sentence.trim()
  return /[？?]$/u.test(said) || /(?:吗|呢)[。]?$/u.test(said) || (ASKS.test(said) && !/[。！!；;…]$/u.test(said)) || INVITES.test(said)
}

const ASKS = /什么|多少|哪|几|谁|怎么|是不是|有没有|能不能|方便/u
const INVITES = /(?:麻烦|请|方便)您?.{0,6}(?:说|讲|报|告诉)/u
/** “…, all right?” waits for a nod. */
const TAG = /(?:[好行对是成]吗|可以吗|吧|行不行|好不好|对不对|是不是|成不成|可不可以|您看呢|没错吧)[？?。]?$/u

/** Whether somebody takes their leave at the end of what they say. */
export function saysGoodbye(text: string): boolean {
  return /(?:再见|再会|拜拜|祝您[^。！？]{1,10})[。！!～~]*$/u.test(text.trim())
}
