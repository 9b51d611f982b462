import { type Graph, instance } from '@viz-js/viz';
import { load } from 'cheerio';
import { FONT_SIZE, type Picture } from './svg-picture.js';

/** What all graphs have in common. Colours come from the style sheet of the picture. */
const DEFAULTS = {
  graphAttributes: { rankdir: 'TB', bgcolor: 'none', nodesep: 0.2, ranksep: 0.4, pad: 0.05 },
  nodeAttributes: {
    shape: 'box',
    style: 'rounded',
    fontname: 'Helvetica',
    fontsize: FONT_SIZE,
    height: 0.35,
    margin: '0.1,0.06',
  },
  edgeAttributes: { fontname: 'Helvetica', fontsize: FONT_SIZE, arrowsize: 0.7 },
};

/** Lays out a graph with Graphviz. Nodes and edges keep their `class`. */
export async function layoutGraph(graph: Graph): Promise<Pick<Picture, 'width' | 'height' | 'content'>> {
  const graphviz = await instance();
  const attributes = Object.fromEntries(
    Object.entries(DEFAULTS).map(([name, values]) => [
      name,
      { ...values, ...(graph as Record<string, object>)[name] },
    ]),
  );
  const $ = load(graphviz.renderString({ ...graph, ...attributes }, { format: 'svg' }), { xml: true });
  const [, , width = 0, height = 0] = ($('svg').attr('viewBox') ?? '').split(' ').map(Number);
  // Tooltips that repeat the names, colours and fonts of Graphviz.
  $('title').remove();
  for (const name of ['fill', 'stroke', 'font-family', 'font-size', 'id']) $('svg *').removeAttr(name);
  // The background.
  $('svg > g > polygon').remove();
  // Above the lines, so that their halo interrupts those that cross them.
  $('svg > g').append('<g class="edge labels"></g>');
  $('.labels').append($('.edge text'));
  const content = $.xml($('svg').children('g'))
    .replaceAll(/<!--.*?-->\n?/gs, '')
    .trim();
  return { width: Math.ceil(width), height: Math.ceil(height), content };
}
