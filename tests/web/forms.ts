/** Fields of a form; a field with files has each of them. */
export type Filled = Readonly<Record<string, string | readonly File[]>>;

/** The form as a browser sends it, with the camera's field left empty. */
export function formOf(filled: Filled): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(filled)) {
    if (typeof value === 'string') form.append(name, value);
    else for (const file of value) form.append(name, file);
  }
  form.append('photo', new File([], ''));
  return form;
}

/** What a hidden field of a page holds. */
export function fieldOf(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
}
