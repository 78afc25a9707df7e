import { Converter } from 'opencc-js/cn2t'

const toTraditional = Converter({ from: 'cn', to: 'twp' })

/**
 * The interface's words in Traditional script and the terms that its readers use. Keys stay as they are.
 *
 * @param simplified words by nested key, as zh-Hans.json holds them
 */
export function traditionalWords<T extends object>(simplified: T): T {
  return JSON.parse(toTraditional(JSON.stringify(simplified))) as T
}
