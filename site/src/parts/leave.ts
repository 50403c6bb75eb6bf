// An action that ends on another page: until that has come, which takes its time on a slow line, the action is not over.

/** Goes to another page; what is returned never ends, for this page does. */
export function leaveFor(target: string): Promise<never> {
  location.assign(target);
  return new Promise<never>(() => {});
}
