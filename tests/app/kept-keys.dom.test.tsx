import { act, render, screen } from '@testing-library/react'
import { lazy, Suspense, useState } from 'react'
import { expect, test } from 'vitest'
import { KeptKeys } from '../../src/app/panel/strips/kept-keys.tsx'
import { useOwnKeys } from '../../src/ui/use-own-keys.ts'
import { pressKey } from './panel-desk.tsx'

const pressed: string[] = []

function Strip() {
  const [last, setLast] = useState('none')
  const press = (code: string) => {
    // What a key does may rest on the one before.
    pressed.push(`${code} after ${last}`)
    setLast(code)
  }
  useOwnKeys(['KeyA', 'KeyB'].map((code) => ({ code, run: () => press(code) })))
  return <p>there</p>
}

test('keys that are pressed while a strip is fetched are pressed again once it is there, in order', async () => {
  let arrive = () => {}
  const Late = lazy(
    () =>
      new Promise<{ default: typeof Strip }>((resolve) => {
        arrive = () => resolve({ default: Strip })
      }),
  )
  render(
    <Suspense fallback={<KeptKeys />}>
      <Late />
    </Suspense>,
  )
  pressKey({ code: 'KeyB' })
  pressKey({ code: 'KeyA' })
  expect(pressed).toEqual([])
  await act(async () => arrive())
  await screen.findByText('there')
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)))
  expect(pressed).toEqual(['KeyB after none', 'KeyA after KeyB'])
  pressKey({ code: 'KeyA' })
  expect(pressed).toEqual(['KeyB after none', 'KeyA after KeyB', 'KeyA after KeyA'])
})
