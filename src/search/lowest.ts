/** The lowest of the numbers that it is given. */
export class Lowest {
  readonly #kept: number[] = []
  readonly #size: number

  constructor(size: number) {
    this.#size = size
  }

  /** Infinite before there is one. */
  get least(): number {
    return this.#kept[0] ?? Number.POSITIVE_INFINITY
  }

  /** The highest that is kept; infinite while there is room for more. */
  get most(): number {
    return this.#kept[this.#size - 1] ?? Number.POSITIVE_INFINITY
  }

  add(value: number): void {
    const at = this.#kept.findLastIndex((each) => each <= value)
    this.#kept.splice(at + 1, 0, value)
    this.#kept.length = Math.min(this.#kept.length, this.#size)
  }
}
