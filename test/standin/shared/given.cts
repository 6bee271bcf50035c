/** An environment variable that is set to nothing counts as not set. */
export function given(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}
