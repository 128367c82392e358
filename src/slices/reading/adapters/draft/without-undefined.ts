/** The object without what is not known: what stands above it shows through when both are laid over each other. */
export function withoutUndefined<Shape extends object>(
  shape: {
    [Key in keyof Shape]: Shape[Key] | undefined;
  },
): Shape {
  return Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as Shape;
}
