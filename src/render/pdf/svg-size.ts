/**
 * Sizes of the figures of the program, read and written in their first tag. pdfmake parses a drawing once to read them, once to write them, and again to draw
 * it; a drawing of another hand is left to it.
 */
import { createRequire } from 'node:module';
import type { ClassModule } from './internals.js';

const require = createRequire(import.meta.url);

interface Size {
  width: number;
  height: number;
}

interface SvgMeasure {
  measureSVG(svg: string): Size;
  writeDimensions(svg: string, size: Size): string;
}

/** As the charts and the running pages begin theirs. */
const OWN =
  /^(<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg") width="([\d.]+)" height="([\d.]+)"( viewBox="[^"]+" font-family="Sans")/;

function measuring(Base: ClassModule<SvgMeasure>['default']): ClassModule<SvgMeasure>['default'] {
  return class extends Base {
    override measureSVG(svg: string): Size {
      const [, , width, height] = OWN.exec(svg) ?? [];
      return width !== undefined && height !== undefined
        ? { width: Number(width), height: Number(height) }
        : super.measureSVG(svg);
    }

    override writeDimensions(svg: string, { width, height }: Size): string {
      return OWN.test(svg)
        ? svg.replace(OWN, `$1 width="${width}" height="${height}"$4`)
        : super.writeDimensions(svg, { width, height });
    }
  };
}

export function installSvgSizes(): void {
  const module = require('pdfmake/js/SVGMeasure') as ClassModule<SvgMeasure>;
  module.default = measuring(module.default);
}
