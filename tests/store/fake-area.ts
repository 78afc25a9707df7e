/** A local storage of its own. */
export function fakeArea(...entries: readonly (readonly [key: string, value: string])[]): Storage {
  const items = new Map(entries)
  return {
    get length() {
      return items.size
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  }
}
