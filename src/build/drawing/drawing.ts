/** A file to draw from what was composed, and its drawing: plain data in, bytes out, in this thread or in another. */
import { withFaces } from '../../fonts/faces.js';
import { type Drawn, type Format, type RenderOptions, rendererOf, type Shown } from '../../render/registry.js';
import type { Theme } from '../../render/theme.js';
import { timed } from '../timing.js';

export interface Drawing {
  /** Of the file. */
  name: string;
  extension: Format;
  shown: Shown;
  theme: Theme;
  options: RenderOptions;
}

/** What was drawn, and how long it took in milliseconds. */
export interface Done {
  drawn: Drawn;
  ms: number;
}

/** Same drawing, same bytes. Figures are drawn to the width of their texts: the faces of the study are in force. */
export async function draw({ extension, shown, theme, options }: Drawing): Promise<Done> {
  const { value, ms } = await timed(() =>
    withFaces(theme.fonts, () => rendererOf(extension).render(shown, theme, options)),
  );
  return { drawn: value, ms };
}
