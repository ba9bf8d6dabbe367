/** Interest and influence of the actors: names in the internal edition, counts in what is handed over. */

import { designe } from '../../../analysis/diagnostic/acteurs.js';
import type { ActeurAnalyse, Quadrant } from '../../../analysis/diagnostic/index.js';
import { known } from '../../../lists/at.js';
import { compte } from '../../../texte/accords.js';
import { type Contexte, couleurDomaine, figureDessinee, figureVide } from '../../cells.js';
import type { Shape } from '../../charts/drawing/svg.js';
import { heatMatrix } from '../../charts/matrices.js';
import { labelledScatter } from '../../charts/points.js';
import { col, tableDe } from '../../colonnes.js';
import type { FigureExhibit } from '../../types.js';
import { liste, source } from './communs.js';

const titreAssocier = (n: number): string =>
  `À la fois très intéressés et très influents : ${compte(n, 'acteur', 'acteurs', 'aucun acteur')}`;

/** « 3 acteurs sans note n’y figurent pas. » after the source. */
function sourceNotes(contexte: Contexte): string {
  const { sansNote } = contexte.analyse.acteurs;
  const sans = compte(sansNote, 'acteur sans note n’y figure pas', 'acteurs sans note n’y figurent pas', '');
  return sansNote ? `${source(contexte)} Par ailleurs, ${sans}.` : source(contexte);
}

const EFFETS: Record<Quadrant, string> = {
  associer: 'Très intéressés et très influents : à associer étroitement',
  convaincre: 'Très influents, peu intéressés : à convaincre',
  appuyer: 'Très intéressés, peu influents : à appuyer',
  informer: 'Ni l’un ni l’autre : à tenir informés',
};

/** What is handed over: how many actors stand where, and nobody's name. A note of 4 or 5 is high. */
export function interetInfluencePublic(contexte: Contexte): FigureExhibit {
  const { liste: acteurs, quadrants } = contexte.analyse.acteurs;
  const places = acteurs.filter(({ quadrant }) => quadrant !== null);
  const nombre = (id: Quadrant): number => quadrants.find(({ quadrant }) => quadrant === id)?.acteurs.length ?? 0;
  // A place where one or two stand, or where all do, would say who is judged little interested.
  const few = quadrants.some(({ acteurs: siens }) => siens.length > 0 && designe(siens.length, places.length));
  const shown = places.length > 0 && !few;
  const common = {
    name: 'interet-influence',
    title: shown ? titreAssocier(nombre('associer')) : 'Intérêt et influence des acteurs',
    source: `${sourceNotes(contexte)} Notes données par les auteurs de l’étude.`,
    data: tableDe(shown ? quadrants : [], {
      name: 'interet-influence-donnees',
      title: 'Intérêt et influence des acteurs, en nombres',
      sheet: 'Acteurs en nombres',
      columns: [
        col('position', 'Position', ({ quadrant }) => EFFETS[quadrant], 'texte', {
          width: 3,
          note: 'Une note de 4 ou 5 sur 5 est forte.',
        }),
        col('nombre', 'Acteurs', ({ quadrant }) => nombre(quadrant), 'entier', 0.8),
      ],
      source: source(contexte),
      empty:
        places.length > 0
          ? 'Trop peu d’acteurs à certaines places : les compter dirait qui y est.'
          : 'Aucun acteur n’a de note d’intérêt et d’influence.',
    }),
  };
  if (!shown) return figureVide(common);
  const drawn = heatMatrix(
    {
      rows: ['Très influents (4 ou 5)', 'Peu influents (1 à 3)'],
      columns: ['Peu intéressés (1 à 3)', 'Très intéressés (4 ou 5)'],
      values: [
        [nombre('convaincre'), nombre('associer')],
        [nombre('informer'), nombre('appuyer')],
      ],
      format: String,
      legend: 'Nombre d’acteurs selon l’intérêt et l’influence que les auteurs de l’étude leur prêtent.',
    },
    contexte.theme,
  );
  const texte = quadrants.map(({ quadrant }) => `${EFFETS[quadrant]} : ${nombre(quadrant)}`);
  return figureDessinee(
    common,
    drawn,
    'Grille de quatre cases, selon l’intérêt et l’influence : le nombre d’acteurs de chacune',
    texte,
  );
}

const SHAPES: Shape[] = ['cercle', 'carre', 'triangle', 'losange'];

/** Internal edition: each actor by its name, at the place that its notes give it. */
export function interetInfluence(contexte: Contexte): FigureExhibit {
  const { liste: acteurs, quadrants } = contexte.analyse.acteurs;
  const { etude, theme } = contexte;
  const notes = acteurs.filter((a) => a.quadrant !== null);
  const placed = quadrants.flatMap(({ acteurs: siens, libelle }) => siens.map((a) => ({ a, libelle })));
  const data = tableDe(placed, {
    name: 'interet-influence-donnees',
    title: 'Intérêt et influence des acteurs',
    sheet: 'Acteurs en nombres',
    columns: [
      col('acteur', 'Acteur', ({ a }) => a.court, 'texte', 1.6),
      col('nom', 'Nom', ({ a }) => a.nom, 'texte', 3),
      col('interet', 'Intérêt (sur 5)', ({ a }) => a.interet, 'entier', 0.8),
      col('influence', 'Influence (sur 5)', ({ a }) => a.influence, 'entier', 0.8),
      col('position', 'Position', ({ libelle }) => libelle, 'texte', {
        width: 1.6,
        note: 'Une note de 4 ou 5 est forte.',
      }),
    ],
    source: source(contexte),
    empty: 'Aucun acteur n’a de note d’intérêt et d’influence.',
  });
  const associer = quadrants.find((q) => q.quadrant === 'associer')?.acteurs ?? [];
  const common = {
    name: 'interet-influence',
    title: notes.length ? titreAssocier(associer.length) : 'Intérêt et influence des acteurs',
    source: sourceNotes(contexte),
    data,
  };
  if (!notes.length) return figureVide(common);
  const groups = etude.etude.domaines.map((d, i) => ({
    label: d.libelle,
    colour: couleurDomaine(contexte, d.id),
    shape: SHAPES[i % 4] ?? 'cercle',
  }));
  const plusieurs = {
    label: 'Plusieurs domaines',
    colour: theme.muted,
    shape: SHAPES[groups.length % 4] ?? ('cercle' as const),
  };
  const groupOf = (a: ActeurAnalyse) => {
    const [only] = a.domaines;
    const index = a.domaines.length === 1 && only ? etude.etude.domaines.findIndex((d) => d.id === only.id) : -1;
    return groups[index] ?? plusieurs;
  };
  const drawn = labelledScatter(
    {
      points: notes.map((a) => {
        const { colour, shape } = groupOf(a);
        return { x: known(a.interet, 'interet'), y: known(a.influence, 'influence'), label: a.court, colour, shape };
      }),
      xLabel: 'Intérêt pour la démarche',
      yLabel: 'Influence',
      min: 1,
      max: 5,
      legend: [...groups, plusieurs],
    },
    theme,
  );
  const texte = quadrants.map(
    (q) => `${q.libelle} : ${q.acteurs.length}${q.acteurs.length ? ` (${liste(q.acteurs, 6)})` : ''}`,
  );
  return figureDessinee(
    common,
    drawn,
    `Nuage de points : en abscisse l’intérêt, en ordonnée l’influence, de 1 à 5, pour ${compte(notes.length, 'acteur')}`,
    texte,
  );
}
