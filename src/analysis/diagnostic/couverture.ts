/** Who and what answers a need today. */
import type { Study } from '../../study/study.js';
import type { Besoin } from '../../study/types.gen.js';
import { compte, majuscule } from '../phrases.js';
import { etiquettes } from '../vocabulaire.js';
import type { CouvertureBesoin, NiveauCouverture } from './types.js';

/** The rule in words, shown under the coverage table. */
export const REGLE_COUVERTURE =
  'Couvert : chaque couple domaine × fonction attendu a au moins un acteur pour ce public, un outil existant ou à adapter et une action passée y répondent, ' +
  'et les personnes consultées ne jugent la réponse actuelle ni nulle ni faible. ' +
  'Non couvert : aucun acteur ne réunit le public, un domaine et une fonction du besoin, ou les personnes consultées jugent la réponse actuelle nulle. ' +
  'Partiellement couvert : tous les autres cas.';

const commun = (a: readonly string[] | undefined, b: readonly string[] | undefined): boolean =>
  (a ?? []).some((value) => (b ?? []).includes(value));

/**
 * Level of coverage of a need, by `REGLE_COUVERTURE`. Actors count when they share a public, a domain and a function with
 * it; tools (not those still to be created) and past actions when they share a public and a domain.
 */
export function couvertureBesoin(etude: Study, besoin: Besoin): CouvertureBesoin {
  const acteurs = etude.acteurs.filter(
    (acteur) =>
      (acteur.publics ?? []).includes(besoin.public) &&
      commun(acteur.domaines, besoin.domaines) &&
      commun(acteur.fonctions, besoin.fonctions),
  );
  const outils = etude.outils.filter(
    (outil) =>
      outil.disponibilite !== 'a-creer' &&
      (outil.publics ?? []).includes(besoin.public) &&
      commun(outil.domaines, besoin.domaines),
  );
  const actions = etude.actions.filter(
    (action) => (action.publics ?? []).includes(besoin.public) && commun(action.domaines, besoin.domaines),
  );
  const domaines = etiquettes(etude.etude.domaines, besoin.domaines);
  const fonctions = etiquettes(etude.etude.fonctions, besoin.fonctions);
  const attendus = domaines.flatMap((domaine) => fonctions.map((fonction) => ({ domaine, fonction })));
  const manques = attendus.filter(
    ({ domaine, fonction }) =>
      !acteurs.some(
        (acteur) => (acteur.domaines ?? []).includes(domaine.id) && (acteur.fonctions ?? []).includes(fonction.id),
      ),
  );
  const jugee = besoin.reponse_actuelle;
  const complet =
    attendus.length > 0 && !manques.length && outils.length > 0 && actions.length > 0 && jugee !== 'faible';
  const niveau: NiveauCouverture =
    !acteurs.length || jugee === 'nulle' ? 'non-couvert' : complet ? 'couvert' : 'partiel';
  const comptes = [
    compte(acteurs.length, 'acteur', 'acteurs', 'aucun acteur'),
    compte(outils.length, 'outil', 'outils', 'aucun outil'),
    compte(actions.length, 'action passée', 'actions passées', 'aucune action passée'),
  ].join(', ');
  const reserve = [
    jugee === 'nulle' || jugee === 'faible' ? ` ; réponse jugée ${jugee}` : '',
    manques.length
      ? ` ; sans acteur sur ${manques.length} couple${manques.length > 1 ? 's' : ''} domaine × fonction sur ${attendus.length}`
      : '',
  ].join('');
  return {
    niveau,
    motif: `${majuscule(comptes)}${reserve}.`,
    acteurs: acteurs.map((acteur) => acteur.id),
    acteursEngages: acteurs
      .filter((acteur) => acteur.engagement === 'volontaire' || acteur.engagement === 'engage')
      .map((acteur) => acteur.id),
    outils: outils.map((outil) => outil.id),
    actions: actions.map((action) => action.id),
    manques,
    attendus: attendus.length,
  };
}
