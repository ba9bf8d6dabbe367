/** Follow-up of one project: its calendar, planned and real, on a scale common to the set, and its points of follow-up. */

import { lendemain, premierJour } from '../../analysis/mode-operatoire/calendrier.js';
import type { ProjetAnalyse } from '../../analysis/projets/projets.js';
import { ecartEntre, plusEnRetard, retardCompte, sensDeLEcart } from '../../analysis/projets/retards.js';
import type { Projet } from '../../study/types.gen.js';
import { accord, enumerer, majuscule } from '../../texte/accords.js';
import { anterieur, JOUR, periode } from '../../texte/dates.js';
import { alternative } from '../alternative.js';
import { stepsChart } from '../charts/temps/steps.js';
import { col, tableDe } from '../colonnes.js';
import { moisDe } from '../mode-operatoire/annee.js';
import type { Exhibit, TableExhibit } from '../types.js';
import type { ContexteProjets } from './contexte.js';

function retardEnClair(prevu: string, reel: string): string {
  const ecart = ecartEntre(prevu, reel);
  const sens = sensDeLEcart(ecart);
  return sens > 0 ? retardCompte(ecart, null) : sens < 0 ? 'en avance' : 'à temps';
}

type Etape = NonNullable<Projet['calendrier']>[number];

/** Where a step stands at the date of the document: late or on time once finished; open, to come, or past its date. */
function etatDeLEtape(
  { debut, debut_reel: begun, fin, fin_reelle: reelle }: Etape,
  one: ProjetAnalyse,
  au: string,
): string {
  if (reelle) return retardEnClair(fin, reelle);
  if (one.projet.etat === 'abandonne') return 'abandonnée';
  if (one.projet.etat === 'termine') return 'fin réelle non écrite';
  const late = ecartEntre(fin, au);
  if (sensDeLEcart(late) > 0) return retardCompte(late, au);
  return begun === undefined && anterieur(au, debut) ? 'à venir' : 'en cours';
}

/** No step of it goes on any more. */
const clos = ({ etat }: Projet): boolean => etat === 'abandonne' || etat === 'termine';

/** Some of its steps are drawn as going on, late, up to the date of the document. */
const attendues = ({ projet }: ProjetAnalyse, au: string): boolean =>
  !clos(projet) &&
  (projet.calendrier ?? []).some(({ fin, fin_reelle: reelle }) => !reelle && sensDeLEcart(ecartEntre(fin, au)) > 0);

/** Scale common to all the projects of the set, so that their calendars superimpose; it reaches the date at which a delay is counted. */
function echelle({ bilan, date }: ContexteProjets): { start: number; end: number; rows: number } {
  const steps = bilan.projets.flatMap(({ projet }) => projet.calendrier ?? []);
  const times = [
    ...steps.flatMap(({ debut, fin, fin_reelle: reelle }) => [
      premierJour(debut),
      lendemain(fin),
      ...(reelle ? [lendemain(reelle)] : []),
    ]),
    ...(bilan.projets.some((one) => attendues(one, date)) ? [lendemain(date)] : []),
  ];
  const end = Math.max(...times);
  return {
    start: premierJour(new Date(Math.min(...times)).toISOString().slice(0, 7)),
    end,
    rows: Math.max(...bilan.projets.map(({ projet }) => projet.calendrier?.length ?? 0)),
  };
}

function calendrier(contexte: ContexteProjets, one: ProjetAnalyse): Exhibit[] {
  const { projet } = one;
  const steps = projet.calendrier ?? [];
  const data = tableDe(steps, {
    name: `projet-${projet.id}-calendrier`,
    title: 'Calendrier prévu et réalisé',
    columns: [
      col('etape', 'Étape', ({ etape }) => etape, 'texte', 2),
      col('debut', 'Début prévu', ({ debut }) => debut, 'date'),
      col('fin', 'Fin prévue', ({ fin }) => fin, 'date'),
      col('reelle', 'Fin réelle', ({ fin_reelle: reelle }) => reelle ?? null, 'date'),
      col('retard', 'Écart', (step) => etatDeLEtape(step, one, contexte.date)),
    ],
    empty: 'Aucune étape n’est écrite.',
  });
  if (steps.length === 0) return [data];
  const { start, end, rows } = echelle(contexte);
  const days = (time: number): number => Math.round((time - start) / JOUR);
  const today = days(Math.min(end, lendemain(contexte.date)));
  const latest = plusEnRetard(one.retards);
  const [late] = latest;
  const title = late
    ? `${enumerer(latest.map(({ etape }) => `« ${majuscule(etape)} »`))} : ${retardCompte(late, late.au)}${one.finATemps ? ', rattrapé ensuite' : ''}`
    : steps.some(({ fin_reelle: reelle }) => reelle !== undefined)
      ? 'Les étapes finies l’ont été à temps'
      : accord(steps.length, 'L’étape n’est pas finie', 'Aucune étape n’est finie');
  return [
    {
      kind: 'figure',
      name: `projet-${projet.id}-etapes`,
      title,
      ...stepsChart(
        {
          steps: steps
            .map((step) => ({ ...step, note: etatDeLEtape(step, one, contexte.date) }))
            .map(({ etape, debut, fin, debut_reel: begun, fin_reelle: reelle, note }) => ({
              label: etape,
              planned: { start: days(premierJour(debut)), end: days(lendemain(fin)) },
              actual:
                days(premierJour(begun ?? debut)) < today && (reelle || !clos(projet))
                  ? { start: days(premierJour(begun ?? debut)), end: reelle ? days(lendemain(reelle)) : null }
                  : null,
              note,
            })),
          marks: [...(projet.retenu_le ? [projet.retenu_le] : []), ...(projet.suivi ?? []).map(({ date }) => date)]
            .map((date) => days(premierJour(date)))
            .filter((day) => day >= 0),
          months: moisDe(new Date(start).toISOString().slice(0, 10), days(end)),
          length: days(end),
          today,
          rows,
        },
        contexte.theme,
      ),
      alt: alternative(
        title,
        'Diagramme de Gantt : pour chaque étape, la période prévue et la période réelle',
        steps.map(
          (step) =>
            `${step.etape} : prévue ${periode(step.debut, step.fin)}, ${step.fin_reelle ? `faite ${periode(step.debut_reel ?? step.debut, step.fin_reelle)} (${etatDeLEtape(step, one, contexte.date)})` : etatDeLEtape(step, one, contexte.date)}`,
        ),
      ),
      data,
    },
  ];
}

function suivi(_: ContexteProjets, one: ProjetAnalyse): TableExhibit {
  const { projet } = one;
  return tableDe(projet.suivi ?? [], {
    name: `projet-${projet.id}-suivi`,
    title: 'Points de suivi',
    columns: [
      col('date', 'Date', ({ date }) => date, 'date', 0.7),
      col('avancement', 'Avancement', ({ avancement }) => avancement ?? null, 'pourcent', 0.9),
      col('constats', 'Constats', ({ constats }) => constats, 'texte', 2.6),
      col('ajustements', 'Ajustements', ({ ajustements }) => ajustements ?? null, 'texte', 2),
    ],
    empty: 'Aucun point de suivi n’est écrit.',
  });
}

export const suiviProjet = (contexte: ContexteProjets, one: ProjetAnalyse): Exhibit[] => [
  ...calendrier(contexte, one),
  suivi(contexte, one),
];
