import { describe, expect, test } from 'vitest'
import englishBook from '../../src/i18n/book/en.json' with { type: 'json' }
import simplifiedBook from '../../src/i18n/book/zh-Hans.json' with { type: 'json' }
import traditionalBook from '../../src/i18n/book/zh-Hant.json' with { type: 'json' }
import { BOOK_WORDS } from '../../src/i18n/book-words.ts'
import en from '../../src/i18n/en.json' with { type: 'json' }
import { addWords, createI18n, preferredLanguage, speak } from '../../src/i18n/i18n.ts'
import simplified from '../../src/i18n/zh-Hans.json' with { type: 'json' }
import traditional from '../../src/i18n/zh-Hant.json' with { type: 'json' }

describe('the language that fits a browser', () => {
  test.each([
    [['zh-CN'], 'zh-Hans'],
    [['zh'], 'zh-Hans'],
    [['zh-TW', 'en'], 'zh-Hant'],
    [['zh-HK'], 'zh-Hant'],
    [['zh-Hant-MO'], 'zh-Hant'],
    [['en-GB', 'zh-CN'], 'en'],
    [['ja', 'en-US'], 'en'],
    [['ja'], 'zh-Hans'],
    [[], 'zh-Hans'],
  ])('%j is served in %s', (wanted, language) => {
    expect(preferredLanguage(wanted)).toBe(language)
  })
})

describe('the interface', () => {
  test('speaks Simplified before anything is fetched', () => {
    expect(createI18n().t('card.say')).toBe(simplified.card.say)
  })

  test('switches to each of its languages and back', async () => {
    const words = createI18n()
    await speak(words, 'en')
    expect(words.t('card.say')).toBe(en.card.say)
    await speak(words, 'zh-Hant')
    expect(words.t('card.say')).toBe(traditional.card.say)
    await speak(words, 'zh-Hans')
    expect(words.t('card.say')).toBe(simplified.card.say)
  })

  test('learns the words of a desk in the language that is spoken, and in those that follow', async () => {
    const words = createI18n()
    await speak(words, 'en')
    expect(words.exists('rules.title')).toBe(false)
    await addWords(words, BOOK_WORDS)
    expect(words.t('rules.title')).toBe(englishBook.rules.title)
    await speak(words, 'zh-Hant')
    expect(words.t('rules.title')).toBe(traditionalBook.rules.title)
    await speak(words, 'zh-Hans')
    expect(words.t('rules.title')).toBe(simplifiedBook.rules.title)
    expect(words.t('card.say')).toBe(simplified.card.say)
  })

  test('fills in what it is told, as it was told', () => {
    expect(createI18n().t('band.danger', { title: '记者 & <来访>' })).toBe('紧急：记者 & <来访>')
  })
})
