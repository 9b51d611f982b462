import folders from './folders.json' with { type: 'json' };

/** Renders the table of folders that CONTRIBUTING shows, in Markdown. */
export function renderFolders(): string {
  const rows = Object.entries(folders).map(
    ([folder, { holds, imports }]) => `| \`${folder}/\` | ${holds} | ${renderImports(folder, imports)} |`,
  );
  return ['| folder | holds | may import |', '| --- | --- | --- |', ...rows].join('\n');
}

function renderImports(folder: string, imports: readonly string[]): string {
  const places = imports.map((place) => {
    if (place === 'packages') return 'the packages';
    return place.startsWith(`${folder}/`) ? `\`./${place.slice(folder.length + 1)}\`` : `\`${place}\``;
  });
  return places.join(', ') || '–';
}
