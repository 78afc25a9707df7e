import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { DraftField } from '../../src/ui/draft-field.tsx'

test('saves as one types', async () => {
  const onSave = vi.fn()
  render(<DraftField label="事由" value="" onSave={onSave} />)
  await userEvent.type(screen.getByRole('textbox'), '流量')
  expect(onSave.mock.calls).toEqual([['流'], ['流量']])
})

test('saves nothing of a character that is still being composed', () => {
  const onSave = vi.fn()
  render(<DraftField label="姓" value="" onSave={onSave} />)
  const field = screen.getByRole('textbox')
  fireEvent.compositionStart(field)
  fireEvent.input(field, { target: { value: 'wang' }, isComposing: true })
  expect(onSave).not.toHaveBeenCalled()
  fireEvent.input(field, { target: { value: '王' }, isComposing: true })
  fireEvent.compositionEnd(field)
  expect(onSave.mock.calls).toEqual([['王']])
})

test('does not save what only differs by the spaces around it', async () => {
  const onSave = vi.fn()
  render(<DraftField label="事由" value="流量" onSave={onSave} />)
  await userEvent.type(screen.getByRole('textbox'), ' ')
  expect(onSave).not.toHaveBeenCalled()
})
