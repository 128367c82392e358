export type Values = Readonly<Record<string, unknown>>;

/** `/api/tasks/{taskId}` with its values and query; what is undefined or null is left out of the query. */
export function fillAddress(address: string, path: Values = {}, query: Values = {}): string {
  const filled = address.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(String(path[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null) search.append(name, String(one));
  }
  return search.size ? `${filled}?${search}` : filled;
}
