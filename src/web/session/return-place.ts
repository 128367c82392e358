/** Only a place in this product is gone back to, never another host. */
export function returnPlace(asked: string | undefined): string {
  return asked && /^\/(?![/\\])/.test(asked) ? asked : '/';
}
