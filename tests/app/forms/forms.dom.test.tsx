import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { DEMO_SCRIPT } from '../../../src/app/panel/demo/demo-script.ts'
import en from '../../../src/i18n/forms/en.json' with { type: 'json' }
import zh from '../../../src/i18n/forms/zh-Hans.json' with { type: 'json' }
import panelWords from '../../../src/i18n/zh-Hans.json' with { type: 'json' }
import type { Language } from '../../../src/store/settings.ts'
import { EXAMPLE_FORM } from '../../core/forms/example-form.ts'
import { packOf } from '../../engine/support.ts'
import { Desk } from '../panel-desk.tsx'

const telecom = packOf('telecom')
const OTHER = { ...EXAMPLE_FORM, id: 'other', title: { zh: '另一张', en: 'The other' }, when: {}, copies: EXAMPLE_FORM.copies.slice(0, 1) }
const pack = { ...telecom, forms: { other: OTHER, example: EXAMPLE_FORM } }
const CALL = DEMO_SCRIPT.flatMap(({ command }) => command ?? [])

let desk: Desk

/** A panel on a call that is over, with its forms there. */
async function endedCall(language: Language = 'zh-Hans'): Promise<void> {
  desk = await Desk.open({ pack, language, after: CALL })
  await screen.findByRole('region', { name: language === 'en' ? en.forms.title : zh.forms.title })
}

const list = () => within(screen.getByRole('region', { name: zh.forms.title }))
const form = (name = '登记表') => {
  // What will be printed is on the page too, and nobody sees it.
  const [region] = screen.getAllByRole('region', { name }).filter((each) => each.tabIndex === -1)
  if (!region) throw new Error(`${name} is not open`)
  return within(region)
}
const status = () => form().getAllByRole('status')[0]?.textContent
const filled = () => desk.session.snapshot().call.state.forms

describe('[W6] the forms of a call that is over', () => {
  beforeEach(() => endedCall())

  test('those that it needs are listed with their keys and what they lack by name; the others are one key away', () => {
    expect(list().getAllByRole('listitem')).toHaveLength(1)
    expect(list().getByRole('button', { name: /登记表/ }).textContent).toContain('还缺：号码、事由、满意度 等 4 项')
    expect(
      list()
        .getByRole('button', { name: /登记表/ })
        .getAttribute('aria-keyshortcuts'),
    ).toBe('1')
    desk.press('Digit2')
    expect(list().getAllByRole('listitem')).toHaveLength(1)
    desk.press('KeyO')
    expect(list().getAllByRole('listitem')).toHaveLength(2)
    desk.press('Digit2')
    expect(form('另一张')).toBeDefined()
  })

  test('one that is open has all keys to itself, and Escape leads back to the list', () => {
    desk.press('Digit1')
    expect(screen.queryByText(panelWords.wrapUp.title)).toBeNull()
    desk.press('Escape', 'KeyH')
    expect(desk.onNext).not.toHaveBeenCalled()
    desk.press('Escape')
    expect(list().getByRole('button', { name: /登记表/ })).toBe(document.activeElement)
    desk.press('Escape')
    expect(desk.onHome).toHaveBeenCalledOnce()
  })

  test('without a form in the pack there is nothing to see', async () => {
    const { forms: _, ...bare } = pack
    document.body.innerHTML = ''
    desk = await Desk.open({ pack: bare, after: CALL })
    await vi.waitFor(() => expect(screen.getByText(panelWords.wrapUp.title)).toBeDefined())
    expect(screen.queryByRole('region', { name: zh.forms.title })).toBeNull()
  })
})

describe('[W6] a form that is open', () => {
  beforeEach(async () => {
    await endedCall()
    desk.press('Digit1')
  })

  test('asks for what is missing, one after the other, until it is filled in', async () => {
    expect(status()).toBe('还缺：号码、事由、满意度 等 4 项')
    expect(document.activeElement).toBe(form().getByRole('textbox', { name: '号码' }))
    await userEvent.keyboard('受理号甲{Enter}')
    expect(document.activeElement).toBe(form().getByRole('textbox', { name: '事由' }))
    await userEvent.keyboard('流量费{Enter}')
    expect(form().getByRole('group', { name: '满意度' })).toBe(document.activeElement)
    expect(status()).toBe('还缺：满意度、过程')
    desk.press('Digit2')
    expect(filled()).toMatchObject({ example: { matter: '流量费', satisfaction: 'bad' } })
    expect(document.activeElement).toBe(form().getByRole('textbox', { name: '过程' }))
    await userEvent.keyboard('核对了话单')
    expect(status()).toBe(zh.forms.complete)
    desk.press('Escape')
    expect(form()).toBeDefined()
    desk.press('Escape')
    expect(list().getByRole('button', { name: /登记表/ }).textContent).toContain(zh.forms.complete)
  })

  test('[W1] what tells who somebody is stays on the page, and is there again after a look at the list', async () => {
    expect(form().getAllByText(zh.forms.personal)).toHaveLength(2)
    await userEvent.keyboard('受理号甲')
    desk.press('Escape', 'Escape', 'Digit1')
    expect(form().getByRole('textbox', { name: '号码' })).toHaveProperty('value', '受理号甲')
    expect(JSON.stringify(desk.session.snapshot().call.events)).not.toContain('受理号甲')
    expect(filled()).toEqual({})
  })

  test('letters and digits that are typed are no keys', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => {})
    await userEvent.keyboard('p1ce2')
    desk.press('KeyP', 'KeyC', 'KeyE', 'Digit1')
    expect(print).not.toHaveBeenCalled()
    expect(form().getByRole('textbox', { name: '号码' })).toHaveProperty('value', 'p1ce2')
    expect(filled()).toEqual({})
  })

  test('a choice shows its value, unfolds when it is asked for, and can be taken back', async () => {
    await userEvent.click(form().getByRole('button', { name: /满意度/ }))
    expect(form().getByRole('button', { name: '满意' }).getAttribute('aria-keyshortcuts')).toBe('1')
    desk.press('Digit1')
    expect(form().queryByRole('group', { name: '满意度' })).toBeNull()
    await userEvent.click(form().getByRole('button', { name: '满意度 满意' }))
    desk.press('Backspace')
    expect(filled()).toEqual({ example: { satisfaction: '' } })
  })

  test('rows are typed as text and kept cell by cell', async () => {
    await userEvent.click(form().getByRole('textbox', { name: '每次联系' }))
    await userEvent.keyboard('10:00 | 来电{Enter}10:05｜答应核对')
    expect(filled().example?.talk).toBe('10:00\t来电\n10:05\t答应核对')
  })

  test('a time is typed as forms have it', async () => {
    await userEvent.click(form().getByRole('textbox', { name: '时间' }))
    await userEvent.keyboard('2026-11-24 14:05')
    expect(filled()).toEqual({ example: { at: '2026-11-24 14:05' } })
  })

  test('is copied by its key, and by Ctrl and Enter while one types', async () => {
    const writeText = vi.fn(async (_: string) => {})
    vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { clipboard: { writeText } }))
    await userEvent.keyboard('受理号甲')
    desk.press({ code: 'Enter', ctrlKey: true })
    await form().findByText(zh.forms.copied)
    desk.press('Escape', 'KeyC')
    expect(writeText).toHaveBeenCalledTimes(2)
    expect(writeText).toHaveBeenLastCalledWith('【登记表】\n号码：受理号甲')
  })

  test('where the browser forbids copying the text is selected and said to be', async () => {
    const writeText = vi.fn(() => Promise.reject(new Error('denied')))
    vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { clipboard: { writeText } }))
    desk.press('Escape', 'KeyC')
    await form().findByText(zh.forms.copyDenied)
    const text = form().getByRole<HTMLTextAreaElement>('textbox', { name: zh.forms.copy })
    expect(text.value.slice(text.selectionStart, text.selectionEnd)).toBe('【登记表】')
  })

  test('[W7] what is printed is a sheet for each copy, under the name of the form', () => {
    const titles: string[] = []
    const print = vi.spyOn(window, 'print').mockImplementation(() => void titles.push(document.title))
    desk.press('Escape', 'KeyP')
    expect(print).toHaveBeenCalledOnce()
    expect(titles[0]).toMatch(/^登记表-\d{4}-\d\d-\d\d-\d{4}$/)
    expect(document.title).not.toBe(titles[0])
    expect(screen.getByRole('region', { name: '登记表 客户联' }).textContent).not.toContain('沟通')
    expect(screen.getByRole('region', { name: '登记表 服务厅联' }).textContent).toContain('沟通')
  })

  test('[W8] is saved as a file of the format whose key is pressed', async () => {
    const saved: { readonly name: string; readonly blob: Blob }[] = []
    let blob = new Blob()
    vi.spyOn(URL, 'createObjectURL').mockImplementation((given) => {
      blob = given as Blob
      return 'blob:form'
    })
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, blob })
    })
    await userEvent.keyboard('受理号甲')
    desk.press('Escape', 'KeyE', 'Escape', 'KeyE', 'Digit1')
    await form().findByText(/已存为/)
    expect(saved[0]?.name).toMatch(/^登记表-.*\.csv$/)
    expect(await saved[0]?.blob.text()).not.toContain('受理号甲')
    desk.press('KeyE', 'Digit2')
    await form().findByText(/\.json/)
    expect(JSON.parse((await saved[1]?.blob.text()) ?? '')).toMatchObject({ form: 'example', edition: pack.edition })
  })
})

test('[W6] in English the form speaks English, and its paper stays Chinese', async () => {
  await endedCall('en')
  expect(screen.getByRole('button', { name: /Form/ }).textContent).toContain('Missing: Number, Matter, Satisfaction and more, 4 in all')
  desk.press('Digit1')
  expect(form('Form').getByText(en.forms.export)).toBeDefined()
  await userEvent.click(form('Form').getByRole('button', { name: /Satisfaction/ }))
  desk.press('Digit1')
  expect(form('Form').getByRole('button', { name: 'Satisfaction Content' })).toBeDefined()
  expect(screen.getByRole('region', { name: '登记表 客户联' }).textContent).toContain('满意')
})
