// What a page can do without: null where it can't be read now.
import { Away, Refused } from "../../api/problem.ts";

export async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (cause) {
    if (cause instanceof Away || cause instanceof Refused) return null;
    throw cause;
  }
}
