import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { lireLogos } from '../../src/build/theme/logos.js';
import { lireSvg } from '../../src/build/theme/svg.js';
import { renderDocx } from '../../src/render/docx/index.js';
import { renderPdf } from '../../src/render/pdf/index.js';
import { renderPptx } from '../../src/render/pptx/index.js';
import { loadTheme } from '../../src/render/theme.js';
import { sample } from '../render/sample-tree.js';
import { checkPdf } from '../support/pdfua/index.js';
import { temporaryFolder } from '../support/temporary.js';

const FORMES = [
  '<defs><linearGradient id="g"><stop offset="0" stop-color="#123456"/><stop offset="1" stop-color="#abcdef"/></linearGradient></defs>',
  '<style>.fonce { fill: #aa1122 }</style>',
  '<circle class="fonce" cx="50" cy="40" r="30"/><path fill="url(#g)" d="M100 10h80v60h-80z"/>',
].join('');

const svg = (inside: string, root = 'viewBox="0 0 200 80"'): string =>
  `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd"><!-- <script> --><svg xmlns="http://www.w3.org/2000/svg" ${root}>${inside}</svg>\n`;

const lire = (text: string) => lireSvg(new TextEncoder().encode(text), 'logos/a.svg');

describe('a logo drawn in SVG', () => {
  it('is drawn in the PDF, tagged and alone; office files show its picture, or its name', async () => {
    const dir = await temporaryFolder();
    await mkdir(join(dir, 'logos'));
    await writeFile(join(dir, 'logos/a.svg'), svg(FORMES, 'width="200px" height="80"'));
    const found = await lireLogos([{ fichier: 'logos/a.svg', texte_alternatif: 'Région Essai' }], dir);
    expect(found.refus).toEqual([]);
    expect(found.logos).toMatchObject([{ width: 200, height: 80, alt: 'Région Essai' }]);
    const theme = { ...(await loadTheme()), logos: found.logos };
    const file = join(dir, 'a.pdf');
    const options = { attachments: [], date: '2018-02-15' };
    await writeFile(file, (await renderPdf(sample, theme, options)).bytes);
    expect(checkPdf(file).faults).toEqual([]);
    expect(execFileSync('pdfimages', ['-list', file], { encoding: 'utf8' }).split('\n').slice(2).join('')).toBe('');
    // The disc, at the foot of the cover: logos are 42 points high.
    execFileSync('pdftoppm', ['-r', '72', '-f', '1', '-l', '1', file, join(dir, 'page')]);
    const [name = ''] = (await readdir(dir)).filter((one) => one.endsWith('.ppm'));
    const picture = await readFile(join(dir, name));
    const [head = '', width = '0'] = /^P6\s+(\d+)\s+\d+\s+255\s/.exec(picture.toString('latin1', 0, 40)) ?? [];
    const pixel = head.length + 3 * (773 * Number(width) + 82);
    expect([...picture.subarray(pixel, pixel + 3)]).toEqual([0xaa, 0x11, 0x22]);
    const word = strFromU8(
      unzipSync(await renderDocx(sample, theme, '2018-02-15'))['word/document.xml'] ?? new Uint8Array(),
    );
    expect(word).toContain('Région Essai');
    const deck = { title: 'Essai', subtitle: 'Essai', lines: [], author: 'Essai', slides: [] };
    const slides = unzipSync((await renderPptx(deck, theme, '2018-02-15')).bytes);
    expect(strFromU8(slides['ppt/slides/slide1.xml'] ?? new Uint8Array())).toContain('Région Essai');
  });

  it('is refused for what is not drawn or is read elsewhere, with what it is', () => {
    const reason = (text: string): string => {
      const read = lire(text);
      return 'refus' in read ? read.refus.message : 'lu';
    };
    expect(reason(svg(FORMES))).toBe('lu');
    expect(reason(svg('<metadata><rdf:RDF><cc:Work/></rdf:RDF></metadata><path d="M0 0h1v1z" filter="none"/>'))).toBe(
      'lu',
    );
    expect(reason(svg('<script>fetch("x")</script>'))).toContain('script');
    expect(reason(svg('<path d="M0 0" onclick="x()"/>'))).toContain('onclick');
    expect(reason(svg('<image href="/etc/passwd"/>'))).toContain('image');
    expect(reason(svg('<use xlink:href="http://ailleurs.example/a.svg#b"/>'))).toContain('ailleurs.example');
    expect(reason(svg('<path style="fill:url(\'file:///a\')"/>'))).toContain('file:///a');
    expect(reason(svg('<style>@import "a.css";</style>'))).toContain('@import');
    expect(reason(svg('<text>Région</text>'))).toContain('texte');
    expect(reason(svg('<filter id="f"/>'))).toContain('« filter »');
    expect(reason(svg('<foreignObject/>'))).toContain('foreignObject');
    expect(reason(svg(FORMES, ''))).toContain('largeur');
    expect(reason(svg(FORMES, 'viewBox="0 0 0 80"'))).toContain('largeur');
    expect(reason('<svg viewBox="0 0 1 1"><path d="')).toContain('entier');
    expect(reason('<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1"></svg>')).toContain('entités');
    expect(reason('PNG')).toContain('entier');
    expect(reason(svg('<path d="M0 0L3e9-1z"/>'))).toContain('« d » a un nombre de plus d’un million');
    expect(reason(svg('<rect x="-2147483649" width="1" height="1"/>'))).toContain('« x »');
    const groups = (n: number): string => svg(`${'<g fill="none">'.repeat(n)}<path d="M0 0h1v1z"/>${'</g>'.repeat(n)}`);
    expect(reason(groups(2000))).toContain('plus de 200 éléments y sont l’un dans l’autre');
    expect([reason(groups(150)), reason(svg('<g><path d="M0 0h1v1z"/></g>'.repeat(2000)))]).toEqual(['lu', 'lu']);
    expect(reason(svg('<path id="a3000000000" d="M999999.5 .5e3"/>'))).toBe('lu');
  });
});
