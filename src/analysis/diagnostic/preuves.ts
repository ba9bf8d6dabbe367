/** What each kind of figure of the diagnostic rests on, by the fields that it reads. */
import type { StudyAt } from '../dates.js';
import { ensemble, type Preuves, preuvesDe } from '../preuves.js';
import type { ActionsAnalysis } from './types-inventaires.js';

export type SujetPreuve =
  | 'participation'
  | 'besoins'
  | 'couverture'
  | 'actions'
  | 'facteurs'
  | 'acteurs'
  | 'engagement'
  | 'notes'
  | 'liens'
  | 'outils'
  | 'couts'
  | 'experiences'
  | 'transferabilite'
  | 'synthese'
  | 'territoire';

export type PreuvesDiagnostic = Record<SujetPreuve, Preuves>;

/** `actions`: those that count, and nothing of the others. */
export function preuvesDiagnostic(etude: StudyAt, actions: ActionsAnalysis): PreuvesDiagnostic {
  const comptees = actions.liste.map(({ source }) => source);
  const cites = (champ: 'reussites' | 'freins') => comptees.filter((action) => (action[champ] ?? []).length > 0);
  const grille = ['domaines', 'publics', 'fonctions'];
  const besoins = preuvesDe(etude.besoins, ['libelle', 'importance', 'mentions', 'domaines', 'fonctions']);
  const acteurs = preuvesDe(etude.acteurs, grille);
  const outils = preuvesDe(etude.outils, [...grille, 'disponibilite']);
  const engagement = preuvesDe(etude.acteurs, ['engagement']);
  const recensees = preuvesDe(comptees, ['titre', 'domaines', 'publics']);
  const participation = preuvesDe(etude.participation, ['participants']);
  const facteurs = ensemble(preuvesDe(cites('reussites'), ['reussites']), preuvesDe(cites('freins'), ['freins']));
  const retenues = etude.experiences.filter(({ retenue }) => retenue);
  return {
    participation,
    besoins,
    couverture: { ...ensemble(besoins, acteurs, outils, recensees), de: 'besoins, acteurs, outils et actions' },
    actions: recensees,
    facteurs,
    acteurs,
    engagement,
    notes: preuvesDe(etude.acteurs, ['interet', 'influence']),
    liens: preuvesDe(
      etude.acteurs.filter(({ liens }) => liens?.length),
      ['liens'],
    ),
    outils,
    couts: preuvesDe(
      etude.outils.filter(({ cout }) => cout),
      ['cout'],
    ),
    experiences: preuvesDe(retenues),
    transferabilite: preuvesDe(
      retenues.filter(({ transferabilite }) => transferabilite),
      ['transferabilite'],
    ),
    synthese: ensemble(besoins, recensees, acteurs, engagement, outils),
    territoire: preuvesDe([etude.territoire as { fiabilite?: string }]),
  };
}
