import { escapeHtml } from '../rendering/html.js';

/** A picture, and the same in words. */
export interface Picture {
  /** Read out in place of the picture. */
  readonly title: string;
  readonly description: string;
  /** In user units, of which a phone shows at most 400 across at a readable size. */
  readonly width: number;
  readonly height: number;
  /** The elements of the picture, as SVG. */
  readonly content: string;
}

/** The size of text in user units: 11 px on a screen of 360 px. */
export const FONT_SIZE = 14;
/** The greatest width at which that is so, beside the margins of a page. */
export const MAX_WIDTH = 400;

const STYLE = `text { font: ${FONT_SIZE}px Helvetica, Arial, sans-serif; fill: #17212b; }
.node :is(path, polygon, ellipse, rect) { fill: #f6f8f8; stroke: #52606d; }
.good :is(path, polygon, rect) { fill: #e5f4ea; stroke: #1c6b3c; }
.question rect { fill: none; }
.heading { font-weight: 650; }
.edge path, .line { fill: none; stroke: #52606d; }
.edge polygon, .arrow { fill: #52606d; stroke: #52606d; }
.edge text, .quiet { fill: #52606d; }
.labels text { stroke: #fff; stroke-width: 3px; paint-order: stroke; }
@media (prefers-color-scheme: dark) {
  text { fill: #e4eaee; }
  .node :is(path, polygon, ellipse, rect) { fill: #172027; stroke: #a3b1bb; }
  .good :is(path, polygon, rect) { fill: #17312a; stroke: #7fd69f; }
  .question rect { fill: none; }
  .edge path, .line { stroke: #a3b1bb; }
  .edge polygon, .arrow { fill: #a3b1bb; stroke: #a3b1bb; }
  .edge text, .quiet { fill: #a3b1bb; }
  .labels text { stroke: #10161b; }
}`;

/** Renders a picture as an SVG file that is readable on light and dark backgrounds. */
export function renderSvg({ title, description, width, height, content }: Picture): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>${escapeHtml(title)}</title>
<desc>${escapeHtml(description)}</desc>
<style>${STYLE}</style>
${content}
</svg>
`;
}

/** A part of a picture with a heading. */
export interface Panel extends Pick<Picture, 'width' | 'height' | 'content'> {
  readonly heading: string;
}

const HEADING_HEIGHT = 34;

/** Puts panels below each other. */
export function stackPanels(panels: readonly Panel[]): Pick<Picture, 'width' | 'height' | 'content'> {
  let top = 0;
  const parts = panels.map(({ heading, height, content }) => {
    const part = `<text class="heading" x="4" y="${top + 20}">${escapeHtml(heading)}</text>
<g transform="translate(0 ${top + HEADING_HEIGHT})">
${content}
</g>`;
    top += HEADING_HEIGHT + height + 10;
    return part;
  });
  return { width: Math.max(...panels.map(({ width }) => width)), height: top, content: parts.join('\n') };
}
