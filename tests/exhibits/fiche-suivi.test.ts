/** The steps of a project at the date of its sheet. */
import { expect, it } from 'vitest';
import { analyserBilan } from '../../src/analysis/projets/bilan.js';
import type { ContexteProjets } from '../../src/exhibits/projets/contexte.js';
import { suiviProjet } from '../../src/exhibits/projets/fiche-suivi.js';
import { loadTheme } from '../../src/render/theme.js';
import type { Projet } from '../../src/study/types.gen.js';
import { etude, petitProjet } from '../analysis/small-study.js';

const THEME = (await loadTheme()).charts;
const DATE = '2018-06-15';
const etape = (nom: string, debut: string, fin: string, rest: object = {}) => ({ etape: nom, debut, fin, ...rest });

function ecarts(rest: Partial<Projet>): unknown[] {
  const study = etude({ projets: [petitProjet('p', rest)] });
  const bilan = analyserBilan(study, DATE);
  const [one] = bilan.projets;
  if (!one) throw new Error('a project expected');
  const found = suiviProjet({ etude: study, bilan, date: DATE, theme: THEME } as ContexteProjets, one);
  const steps = found.flatMap((one) => (one.kind === 'figure' && one.data ? [one.data] : []))[0];
  return steps?.rows.map(({ retard }) => retard) ?? [];
}

const calendrier = [
  etape('Finie en retard', '2018-01', '2018-02', { fin_reelle: '2018-04' }),
  etape('Ouverte en retard', '2018-02', '2018-04', { debut_reel: '2018-02' }),
  etape('En cours', '2018-06-01', '2018-07-15'),
  etape('À venir', '2018-08', '2018-09'),
] satisfies Projet['calendrier'];

it('are late, under way or to come; of a project given up or finished, none of them goes on', () => {
  expect(ecarts({ etat: 'en-cours', calendrier })).toEqual([
    expect.stringMatching(/2 mois/),
    expect.stringMatching(/retard au 15.juin.2018/),
    'en cours',
    'à venir',
  ]);
  expect(ecarts({ etat: 'abandonne', calendrier }).slice(1)).toEqual(['abandonnée', 'abandonnée', 'abandonnée']);
  expect(new Set(ecarts({ etat: 'termine', calendrier }).slice(1))).toEqual(new Set(['fin réelle non écrite']));
});
