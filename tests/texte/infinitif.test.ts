/** What is asked of the author at the terminal is said in the infinitive to those who read a document. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aLInfinitif } from '../../src/texte/infinitif.js';
import { root } from '../support/cli.js';

describe('an imperative in the infinitive', () => {
  it.each([
    ['Corrigez le motif.', 'Corriger le motif.'],
    ['Dites quand elle a été remplie, ou corrigez la tâche.', 'Dire quand elle a été remplie, ou corriger la tâche.'],
    ['Dites-le, ou ne comptez que sa part.', 'Le dire, ou ne compter que sa part.'],
    ['Inscrivez la réunion, ou écrivez-la.', 'Inscrire la réunion, ou l’écrire.'],
    ['Donnez-lui une date, ou faites-en une tâche.', 'Lui donner une date, ou en faire une tâche.'],
    ['Mettez sa fiche à jour, ou ne le supposez pas.', 'Mettre sa fiche à jour, ou ne pas le supposer.'],
    ['Retirez les dépenses dites deux fois chez lui.', 'Retirer les dépenses dites deux fois chez lui.'],
    ['Reprenez « Corrigez tout ».', 'Reprendre « Corrigez tout ».'],
  ])('%s', (said, told) => expect(aLInfinitif(said)).toBe(told));

  it('leaves none of what the rules ask for', () => {
    const folder = resolve(root, 'src/analysis/coherence/regles');
    const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) =>
        [...readFileSync(resolve(folder, file), 'utf8').matchAll(/issue:[^'`]*?(['`])((?:(?!\1)[^\\])*)\1/gsu)].map(
          ([, , text = '']) => aLInfinitif(text),
        ),
      );
    expect(texts.length).toBeGreaterThan(200);
    expect(
      texts.filter((text) =>
        /(?<!\p{L})(?!chez|assez)\p{L}+ez(?!\p{L})|(?<!\p{L})(?:Dites|Faites|vous|votre)(?!\p{L})/u.test(text),
      ),
    ).toEqual([]);
  });
});
