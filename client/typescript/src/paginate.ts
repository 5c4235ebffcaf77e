/** The items of a list, page after page, read while they are iterated over. */
export class Pages<T, P extends { items: T[]; next_cursor: string | null }> implements AsyncIterable<T> {
  constructor(private readonly read: (cursor: string | undefined) => Promise<P>) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for await (const page of this.pages()) yield* page.items;
  }

  /** The pages, as they are answered. */
  async *pages(): AsyncGenerator<P, void, undefined> {
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await this.read(cursor);
      yield page;
      cursor = page.next_cursor;
    }
  }
}
