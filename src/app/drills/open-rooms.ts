import type { Room } from './room.ts'

/** The drill that has just been opened: the page that plays it takes it over instead of reading it back from the store. */
let held: Room | undefined

export function holdRoom(room: Room): void {
  held?.close()
  held = room
}

export function takeRoom(drill: string): Room | undefined {
  const room = held?.snapshot().record.id === drill ? held : undefined
  if (room) held = undefined
  return room
}
