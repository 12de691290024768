/** It took too long; whether it still happens is unknown. */
export class TooLong extends Error {
  constructor(milliseconds: number) {
    super(`no answer within ${milliseconds} ms`);
    this.name = 'TooLong';
  }
}

/** What `promise` gives, or a {@link TooLong} after the time; the puppets' own calls have no end. */
export async function within<Result>(promise: Promise<Result>, milliseconds: number): Promise<Result> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new TooLong(milliseconds)), milliseconds);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
