import { inspect } from 'node-inspect-extracted';

type Row = Readonly<Record<string, unknown>>;

/** Renders an array or object as the table that `console.table` of Node.js prints. */
export function renderTable(data: object, properties?: readonly string[]): string {
  const rows = Object.entries(data);
  const names = new Set(rows.flatMap(([, row]) => (isRow(row) ? (properties ?? Object.keys(row)) : [])));
  const columns = [
    ['(index)', ...rows.map(([index]) => index)],
    ...[...names].map((name) => [
      name,
      ...rows.map(([, row]) => (isRow(row) && Object.hasOwn(row, name) ? renderCell(row[name]) : '')),
    ]),
  ];
  if (!rows.every(([, row]) => isRow(row))) {
    columns.push(['Values', ...rows.map(([, row]) => (isRow(row) ? '' : renderCell(row)))]);
  }
  const widths = columns.map((cells) => Math.max(...cells.map((cell) => cell.length)) + 2);
  const renderLine = (left: string, middle: string, right: string) =>
    `${left}${widths.map((width) => '─'.repeat(width)).join(middle)}${right}`;
  const renderRow = (index: number) =>
    `│${columns.map((cells, column) => ` ${cells[index]}`.padEnd(widths[column] ?? 0)).join('│')}│`;
  return [
    renderLine('┌', '┬', '┐'),
    renderRow(0),
    renderLine('├', '┼', '┤'),
    ...rows.map((_, index) => renderRow(index + 1)),
    renderLine('└', '┴', '┘'),
  ].join('\n');
}

function isRow(value: unknown): value is Row {
  return value instanceof Object;
}

function renderCell(value: unknown): string {
  const isLarge = isRow(value) && !Array.isArray(value) && Object.keys(value).length > 2;
  return inspect(value, {
    depth: isLarge ? -1 : 0,
    maxArrayLength: 3,
    breakLength: Number.POSITIVE_INFINITY,
  });
}
