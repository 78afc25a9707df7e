import { expect, test } from 'vitest'
import { read } from './files.ts'

const page = read('index.html')

test('the page holds no script and no style of its own, which its policy forbids', () => {
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/)
  expect(page).not.toMatch(/<style|\bstyle=|\bon[a-z]+=/)
})

test('the page loads nothing from anywhere else', () => {
  expect(page).not.toMatch(/(?:src|href)="(?!\/)/)
})
