import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { FaultBoundary } from '../../src/app/fault-boundary.tsx'
import { Stopped } from '../../src/app/stopped.tsx'

function Broken(): never {
  throw new Error('a part of the app could not be fetched')
}

test('a screen that breaks leaves what happened and the way on, not an empty window', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const onAct = vi.fn()
  render(
    <FaultBoundary instead={<Stopped words="it broke" action="load again" onAct={onAct} />}>
      <Broken />
    </FaultBoundary>,
  )
  expect(screen.getByRole('alert')).toHaveTextContent('it broke')
  await userEvent.click(screen.getByRole('button', { name: 'load again' }))
  expect(onAct).toHaveBeenCalledOnce()
})
