/** Something that only shows itself to who asks for it by `reveal`: printed, logged, inspected or put into JSON, it shows nothing. */
export class Secret<T> {
  readonly #value: T

  constructor(value: T) {
    this.#value = value
  }

  /** The value itself; for the one place that needs it. */
  reveal(): T {
    return this.#value
  }

  toString(): string {
    return '[secret]'
  }

  toJSON(): string {
    return this.toString()
  }

  /** What `console.log` and `util.inspect` print. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString()
  }
}
