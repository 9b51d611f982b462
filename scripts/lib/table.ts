/**
 * Renders rows as columns that line up, two spaces apart.
 *
 * @param texts How many columns, from the first on, are text and align left. The others are figures and align right.
 */
export function renderTable(rows: readonly (readonly string[])[], texts = 1): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const align = (cell: string, column: number) => {
    const width = widths[column] ?? 0;
    return column < texts ? cell.padEnd(width) : cell.padStart(width);
  };
  return rows.map((row) => row.map(align).join('  ').trimEnd()).join('\n');
}
