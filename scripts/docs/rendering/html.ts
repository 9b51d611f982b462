/** Escapes a string for HTML text and attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Creates an id from a text: its words in lower case, joined by hyphens. */
export function slugify(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
}

/** Renders a name that a narrow column can break before each of its words, such as `PaymentRequest`. */
export function breakName(name: string): string {
  return escapeHtml(name).replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, '<wbr>');
}

/**
 * Replaces `{{names}}` in a template with HTML. Values are not searched for further names.
 *
 * @throws Error when a value is missing.
 */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The template contains {{${name}}}, which has no value.`);
    return value;
  });
}
