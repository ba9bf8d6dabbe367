/** Risks on the grid of probability and gravity, by their numbers; the darker the cell, the higher the product. */
import { inkOn, mix } from './drawing/colour.js';
import { chart, label, rect } from './drawing/svg.js';
import { CHART_WIDTH, type Chart, type ChartTheme } from './drawing/theme.js';

const STEPS = 5;

export function riskMatrix(risks: readonly { probabilite: number; gravite: number }[], theme: ChartTheme): Chart {
  const left = 92;
  const cell = (CHART_WIDTH - left) / STEPS;
  const high = 26;
  const parts: string[] = [];
  for (let p = STEPS; p >= 1; p--)
    for (let g = 1; g <= STEPS; g++) {
      const fill = mix('#ffffff', theme.accent, (p * g) / (STEPS * STEPS));
      const x = left + (g - 1) * cell;
      const y = (STEPS - p) * high + 2;
      const own = risks.flatMap((risk, i) => (risk.probabilite === p && risk.gravite === g ? [i + 1] : []));
      parts.push(
        rect(x + 1, y + 1, cell - 2, high - 2, { fill, stroke: theme.grid, 'stroke-width': 0.5 }),
        own.length
          ? label(`n° ${own.join(', ')}`, x + cell / 2, y + high / 2, {
              size: 9.5,
              bold: true,
              anchor: 'middle',
              colour: inkOn(fill, theme.ink),
            })
          : '',
      );
    }
  const words = ['rare', 'peu probable', 'possible', 'probable', 'presque certain'];
  const grave = ['gêne', 'faible', 'sensible', 'forte', 'arrêt'];
  words.forEach((word, i) => {
    parts.push(
      label(`${i + 1} ${word}`, left - 6, (STEPS - 1 - i) * high + 2 + high / 2, {
        size: 8,
        anchor: 'end',
        colour: theme.ink,
      }),
    );
  });
  grave.forEach((word, i) => {
    parts.push(
      label(`${i + 1} ${word}`, left + (i + 0.5) * cell, STEPS * high + 10, {
        size: 8,
        anchor: 'middle',
        colour: theme.ink,
      }),
    );
  });
  parts.push(
    label('Gravité →', CHART_WIDTH, STEPS * high + 23, { size: 8, anchor: 'end', colour: theme.muted }),
    label('↑ Probabilité', 0, STEPS * high + 10, { size: 8, colour: theme.muted }),
  );
  return chart(CHART_WIDTH, STEPS * high + 30, parts, theme);
}
