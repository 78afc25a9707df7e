import type { Page } from 'playwright-core'

/**
 * Presses keys one after the other, by their place on the keyboard (`KeyQ`, `Digit1`, `Slash`).
 *
 * @example
 * await press(page, 'Digit1', 'KeyQ')
 */
export async function press(page: Page, ...codes: readonly string[]): Promise<void> {
  for (const code of codes) await page.keyboard.press(code)
}

/** Presses a key while a Chinese input method is switched on: the page learns the place of the key, and not its character. */
export async function pressWithInputMethod(page: Page, code: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const key = { code, key: 'Process', windowsVirtualKeyCode: 229 }
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key })
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
  await session.detach()
}

/** Types pinyin into the focused field and leaves the input method open over it, as an agent does who has not chosen yet. */
export async function compose(page: Page, pinyin: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Input.imeSetComposition', { text: pinyin, selectionStart: pinyin.length, selectionEnd: pinyin.length })
  await session.detach()
}
